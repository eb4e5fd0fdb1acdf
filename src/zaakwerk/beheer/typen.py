"""Typen: what a right can be about, as choices: a whole catalogus, every version of a type, or one version.

A choice is a word: `alles:<catalogus>`, `naam:<catalogus>:<name>` or `versie:<type>`, each with a uuid.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from zaakwerk.catalogi.models import BesluitType, Catalogus, InformatieObjectType, ZaakType
from zaakwerk.zgw import registry

Choices = list[tuple[str, list[tuple[str, str]]]]
# Per component its kind of type, and the key an autorisatie names it by.
KINDS: Mapping[str, tuple[Any, str]] = {
    "zrc": (ZaakType, "zaaktype"),
    "drc": (InformatieObjectType, "informatieobjecttype"),
    "brc": (BesluitType, "besluittype"),
}
WITH_LEVEL = ("zrc", "drc")


def name_column(model: Any) -> str:
    """What the versions of a type share."""
    return "identificatie" if model is ZaakType else "omschrijving"


def rows_of(component: str) -> list[Any]:
    """Every version of every type of a component, in the order in which people look for them."""
    model, _ = KINDS[component]
    order = ("omschrijving", "catalogus__domein", "-begin_geldigheid")
    return list(model.objects.select_related("catalogus").order_by(*order))


def label_of(row: Any) -> str:
    """A type without its version."""
    known = f"{row.omschrijving} ({row.identificatie})" if isinstance(row, ZaakType) else row.omschrijving
    return f"{known}, {row.catalogus}"


def version_label(row: Any) -> str:
    """A type with its version."""
    dates = gettext("vanaf %(begin)s") % {"begin": row.begin_geldigheid}
    if row.einde_geldigheid:
        dates = gettext("%(begin)s tot en met %(einde)s") % {
            "begin": row.begin_geldigheid,
            "einde": row.einde_geldigheid,
        }
    state = gettext(", concept") if row.concept else ""
    return f"{label_of(row)}: {dates}{state}"


def choices_for(component: str) -> Choices:
    """What a right on a component can be about, in three groups."""
    rows = rows_of(component)
    column = name_column(KINDS[component][0])
    names = {f"naam:{row.catalogus.uuid}:{getattr(row, column)}": label_of(row) for row in rows}
    catalogi = Catalogus.objects.order_by("domein", "rsin")
    return [
        (gettext("Elke versie van één type"), list(names.items())),
        (gettext("Elk type van een catalogus"), [(f"alles:{c.uuid}", str(c)) for c in catalogi]),
        (gettext("Eén versie van een type"), [(f"versie:{row.uuid}", version_label(row)) for row in rows]),
    ]


def flat(choices: Choices) -> dict[str, str]:
    """Every choice with its label."""
    return {value: label for _, group in choices for value, label in group}


def url_of(model: Any, uuid: str) -> str:
    """The URL of a type or catalogus as it is stored."""
    return registry.for_model(model).url_of(uuid)


def uuid_of(url: str) -> str:
    """The uuid at the end of a URL."""
    return url.rpartition("/")[2]
