"""Afsluiten: the move of the frame that closes a zaak, and what still stands in its way with a way out."""

from typing import Any

from django.utils.translation import gettext

from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader import woorden
from zaakwerk.kader.commands import TakeStep
from zaakwerk.kader.stand import Keuze
from zaakwerk.werkplek import volgende
from zaakwerk.werkplek.bezoek import Bezoek

Row = dict[str, Any]


def closing_move(bezoek: Bezoek) -> Keuze | None:
    """The move that closes: the expected one if that closes, else breaking off."""
    return next((keuze for keuze in bezoek.frame.stand.keuzes if keuze.sluit), None)


def blocks(bezoek: Bezoek, keuze: Keuze | None) -> list[Row]:
    """Why closing is not possible yet, in sentences; a missing resultaat is no reason while it is chosen."""
    if keuze is None:
        return [
            {"tekst": gettext("Vanaf deze stap is afhandelen niet ingericht. Zet eerst een andere stap.")}
        ]
    return [
        {
            "tekst": reden.zin,
            "url": volgende.place_of(bezoek.zaak, reden.herstel, reden.sleutel),
            "actie": volgende.words_for(reden.herstel),
        }
        for reden in keuze.redenen
        if reden.soort != "resultaat"
    ]


def in_order(keuze: Keuze | None) -> list[str]:
    """What closing asks and is there."""
    met = [eis for eis in keuze.eisen if eis.is_vervuld] if keuze else []
    return [volgende.title_of(eis) for eis in met]


def missing_for(bezoek: Bezoek) -> dict[str, str]:
    """Per outcome, by uuid, what it still asks; empty when nothing."""
    found = bezoek.frame.stand.uitkomsten
    return {
        str(one.uitkomst.uuid): " ".join(
            woorden.ontbreekt(eis) for eis in one.uitkomst.eisen if eis.ontbreekt
        )
        for one in found
    }


def close(bezoek: Bezoek, keuze: Keuze, data: dict[str, Any]) -> None:
    """Registers the outcome and makes the move, or neither."""
    TakeStep(
        actor=bezoek.actor,
        zaak=bezoek.zaak,
        soort=keuze.soort,
        naar=StatusType.objects.select_related("zaaktype").get(uuid=keuze.naar.uuid),
        resultaattype=data["resultaattype"],
        toelichting=data["toelichting"],
        reden=data.get("reden", ""),
    ).run()
