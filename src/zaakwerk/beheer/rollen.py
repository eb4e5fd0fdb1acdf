"""Rollen: toekenningen as operators read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from zaakwerk.autorisaties.models import Toekenning
from zaakwerk.catalogi.models import Catalogus, ZaakType
from zaakwerk.zgw import clock


@dataclass(frozen=True)
class Rol:
    """A toekenning in words."""

    toekenning: Toekenning
    waarvoor: str
    periode: str
    geldt: bool


def roles_of(toekenningen: Iterable[Toekenning]) -> list[Rol]:
    """Each in words; two statements for the names of what they are about."""
    found = list(toekenningen)
    keys = {row.zaaktype_identificatie for row in found if row.zaaktype_identificatie}
    groups = {row.catalogus for row in found if row.catalogus}
    names = dict(ZaakType.objects.filter(identificatie__in=keys).values_list("identificatie", "omschrijving"))
    catalogi = {row.uuid: str(row) for row in Catalogus.objects.filter(uuid__in=groups)}
    return [Rol(row, about(row, names, catalogi), period(row), counts(row)) for row in found]


def about(toekenning: Toekenning, names: dict[str, str], catalogi: dict[UUID, str]) -> str:
    """Which zaken it is about."""
    key = toekenning.zaaktype_identificatie
    if key:
        return names.get(key, key)
    if toekenning.catalogus:
        return _("Catalogus %(naam)s") % {"naam": catalogi.get(toekenning.catalogus, "–")}
    return _("Alle zaken")


def period(toekenning: Toekenning) -> str:
    """When it counts; empty for always."""
    begin, end = toekenning.geldig_van, toekenning.geldig_tot
    words = [
        _("vanaf %(dag)s") % {"dag": date_format(begin, "j F Y")} if begin else "",
        _("tot en met %(dag)s") % {"dag": date_format(end, "j F Y")} if end else "",
    ]
    return " ".join(filter(None, words))


def counts(toekenning: Toekenning) -> bool:
    """Whether it counts today."""
    today = clock.today()
    begin, end = toekenning.geldig_van, toekenning.geldig_tot
    return (begin is None or begin <= today) and (end is None or end >= today)
