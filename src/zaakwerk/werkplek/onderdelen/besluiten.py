"""Besluiten: what was decided in the zaak, as far as the actor may read it; newest first."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from zaakwerk.besluiten import queries
from zaakwerk.besluiten.models import Besluit
from zaakwerk.werkplek import besluitform
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.zgw.problems import Forbidden


def count(bezoek: Bezoek) -> int:
    """How many there are."""
    try:
        return queries.visible_to(bezoek.actor).filter(zaak=bezoek.zaak).count()
    except Forbidden:
        return 0


def show(bezoek: Bezoek) -> dict[str, Any]:
    """Each with its dates and documents, and recording one."""
    found = queries.besluiten_of(bezoek.zaak, bezoek.actor)
    reason = besluitform.why_not(bezoek)
    return {
        "besluiten": [row(bezoek, besluit) for besluit in found],
        "besluit_vastleggen": {
            "text": gettext("Leg besluit vast"),
            "url": "" if reason else reverse("werkplek:besluit_nieuw", args=[bezoek.zaak.uuid]),
            "reason": reason,
        },
    }


def row(bezoek: Bezoek, besluit: Besluit) -> dict[str, Any]:
    """A besluit as the list shows it."""
    return {
        "identificatie": besluit.identificatie,
        "soort": besluit.besluittype.omschrijving,
        "datum": besluit.datum,
        "toelichting": besluit.toelichting,
        "feiten": facts(besluit),
        "documenten": [
            {
                "titel": paper.laatste_versie.titel,
                "url": reverse("werkplek:document", args=[bezoek.zaak.uuid, paper.uuid]),
            }
            for paper in besluit.informatieobjecten.all()
            if paper.laatste_versie
        ],
    }


def facts(besluit: Besluit) -> list[tuple[str, str]]:
    """The dates that are known."""
    dates = (
        (gettext("Geldt vanaf"), besluit.ingangsdatum),
        (gettext("Geldt tot en met"), besluit.vervaldatum),
        (gettext("Verzonden op"), besluit.verzenddatum),
        (gettext("Gepubliceerd op"), besluit.publicatiedatum),
        (gettext("Reageren kan tot en met"), besluit.uiterlijke_reactiedatum),
    )
    return [(name, date_format(day, "j F Y")) for name, day in dates if day]
