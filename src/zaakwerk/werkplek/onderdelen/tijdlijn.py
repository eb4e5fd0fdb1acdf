"""Tijdlijn: the history of a zaak, of one kind or everything, and one event with what it changed."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext

from zaakwerk.werkplek import tijdlijn
from zaakwerk.werkplek.bezoek import Bezoek


def show(bezoek: Bezoek) -> dict[str, Any]:
    """A page of events, or the one that is asked for."""
    asked = bezoek.request.GET
    if asked.get("merk"):
        return one(bezoek, asked["merk"])
    page = asked.get("page", "1")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 4 else 1
    number = min(max(number, 1), tijdlijn.MOST_PAGES)
    soort = asked.get("soort", "")
    vraag = tijdlijn.Vraag(soort if soort in tijdlijn.KINDS else "", number)
    events, has_older = tijdlijn.events(bezoek.actor, bezoek.zaak, vraag)
    filtered = f"&soort={vraag.soort}" if vraag.soort else ""
    return {
        "gebeurtenissen": events,
        "soorten": kinds(vraag.soort),
        "nieuwer": f"?tab=tijdlijn{filtered}&page={number - 1}" if number > 1 else "",
        "ouder": f"?tab=tijdlijn{filtered}&page={number + 1}" if has_older else "",
    }


def one(bezoek: Bezoek, merk: str) -> dict[str, Any]:
    """One event, opened."""
    found = tijdlijn.one(bezoek.actor, bezoek.zaak, merk)
    if found is None:
        raise Http404
    return {
        "gebeurtenissen": [found],
        "enkel": True,
        "verschillen": tijdlijn.differences(bezoek.zaak, found.regel) if found.regel else (),
    }


def kinds(current: str) -> list[dict[str, Any]]:
    """The filter."""
    words = {
        "": gettext("Alles"),
        "mens": gettext("Door collega’s"),
        "systeem": gettext("Door systemen"),
        "gegevens": gettext("Gegevens"),
    }
    return [
        {
            "label": words[kind],
            "url": f"?tab=tijdlijn&soort={kind}" if kind else "?tab=tijdlijn",
            "current": kind == current,
        }
        for kind in ("", *tijdlijn.KINDS)
    ]
