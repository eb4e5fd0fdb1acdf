"""Relaties en plek: the other zaken, the objects and the place a zaak is about."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zaakwerk.werkplek import kaart, versies
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak, ZaakObject
from zaakwerk.zgw.links import BASE

MOST = 50
AARD = (("onderwerp", _("Zelfde onderwerp")), ("vervolg", _("Vervolg")), ("bijdrage", _("Bijdrage")))
HOOFDZAAK = "hoofdzaak"


class RelatieForm(forms.Form):
    """Another zaak, by its number, and what it is to this one."""

    nummer = forms.CharField(
        label=_("Zaaknummer"), max_length=40, help_text=_("Het hele nummer, of een deel ervan.")
    )
    aard = forms.ChoiceField(
        label=_("Wat is de andere zaak?"), choices=[*AARD, (HOOFDZAAK, _("De hoofdzaak van deze zaak"))]
    )


def show(bezoek: Bezoek) -> dict[str, Any]:
    """Everything the zaak is related to; of a zaak out of reach only that it is there."""
    zaak = bezoek.zaak
    return {
        "hoofdzaak": hoofdzaak(bezoek),
        "deelzaken": [row(found) for found in deelzaken(bezoek)],
        "gerelateerd": related(bezoek),
        "objecten": [object_row(found) for found in zaak.zaakobjecten.order_by("id")[:MOST]],
        "kaart": kaart.draw(zaak.zaakgeometrie),
        "heeft_plek": bool(zaak.zaakgeometrie),
        "relatie_form": RelatieForm(),
        "reden": bezoek.why_not_write,
    }


def row(zaak: Zaak) -> dict[str, Any]:
    """A zaak the actor may see, as a link."""
    return {
        "zaak": zaak,
        "status": zaak.status.statustype.omschrijving if zaak.status else "",
        "zichtbaar": True,
    }


def readable(bezoek: Bezoek) -> Any:
    """The zaken the actor may see, with what a row shows."""
    return queries.visible_to(bezoek.actor).select_related("zaaktype", "status__statustype")


def hoofdzaak(bezoek: Bezoek) -> dict[str, Any] | None:
    """The hoofdzaak, when there is one."""
    if bezoek.zaak.hoofdzaak_id is None:
        return None
    found = readable(bezoek).filter(pk=bezoek.zaak.hoofdzaak_id).first()
    return row(found) if found else hidden()


def deelzaken(bezoek: Bezoek) -> list[Zaak]:
    """The deelzaken the actor may see."""
    return list(readable(bezoek).filter(hoofdzaak=bezoek.zaak).order_by("id")[:MOST])


def related(bezoek: Bezoek) -> list[dict[str, Any]]:
    """The relevante andere zaken: ours by number, those of other systems by address."""
    links = list(bezoek.zaak.relevante_andere_zaken)[:MOST]
    words = dict(AARD)
    uuids = {str(link["url"]): str(link["url"]).rpartition("/")[2] for link in links}
    ours = [uuid for url, uuid in uuids.items() if url.startswith(BASE)]
    known = {str(found.uuid): found for found in readable(bezoek).filter(uuid__in=ours)} if ours else {}
    rows = []
    for link in links:
        url = str(link["url"])
        found = known.get(uuids[url])
        shown = row(found) if found else hidden() if url.startswith(BASE) else {"url": url, "zichtbaar": True}
        rows.append(
            {
                **shown,
                "aard": words.get(link["aardRelatie"], link["aardRelatie"]),
                "merk": versies.digest(url),
            }
        )
    return rows


def hidden() -> dict[str, Any]:
    """A zaak the actor may not see: that it is there, and nothing else."""
    return {"zichtbaar": False}


def candidates(bezoek: Bezoek, nummer: str) -> list[Zaak]:
    """The visible zaken with this number, else those whose number holds it; never the zaak itself."""
    others = readable(bezoek).exclude(pk=bezoek.zaak.pk)
    exact = list(others.filter(identificatie__iexact=nummer)[:2])
    return exact or list(others.filter(identificatie__icontains=nummer).order_by("-id")[:10])


def object_row(found: ZaakObject) -> dict[str, str]:
    """A zaakobject: what it is to the zaak, what kind of thing it is, and what identifies it."""
    kind = found.object_type_overige or found.object_type.replace("_", " ")
    known: dict[str, Any] = found.object_identificatie or {}
    inner = known.get("overigeData") if isinstance(known.get("overigeData"), dict) else known
    facts = [str(value) for value in (inner or {}).values() if isinstance(value, str | int) and value]
    return {
        "uuid": str(found.uuid),
        "relatie": found.relatieomschrijving or gettext("Object"),
        "soort": kind.capitalize(),
        "kenmerk": ", ".join(facts[:4]) or ("" if found.object.startswith(BASE) else found.object),
    }
