"""Regels: the rows of lists of zaken as the templates show them, and the tabs above them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from zaakwerk.kader.models import Taak
from zaakwerk.werkplek import taakregels, weergave
from zaakwerk.werkvoorraad import queries, werk
from zaakwerk.werkvoorraad.kolommen import KOLOMMEN, Voorkeur
from zaakwerk.werkvoorraad.models import BewaardeLijst
from zaakwerk.werkvoorraad.queries import Vrager
from zaakwerk.werkvoorraad.rijen import Rij, Wacht, rows_of
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.models import AuditRegel

MOST_LIST_TABS = 8


def regels(zaken: Sequence[Zaak], vrager: Vrager) -> list[dict[str, Any]]:
    """A page of zaken as rows of the table."""
    return [regel(rij, vrager) for rij in rows_of(zaken, vrager)]


def werkregels(items: Sequence[werk.Item], vrager: Vrager) -> list[dict[str, Any]]:
    """A page of zaken and taken as rows of the table, in their order."""
    taken = taakregels.regels([item for item in items if isinstance(item, Taak)], vrager)
    zaken = [item for item in items if isinstance(item, Zaak)]
    of_zaken = dict(zip((zaak.pk for zaak in zaken), regels(zaken, vrager), strict=True)) if zaken else {}
    return [taken[item.pk] if isinstance(item, Taak) else of_zaken[item.pk] for item in items]


def regel(rij: Rij, vrager: Vrager) -> dict[str, Any]:
    """One zaak."""
    zaak, expected = rij.zaak, rij.verwachting
    resultaat = getattr(zaak, "resultaat", None)
    return {
        "uuid": zaak.uuid,
        "identificatie": zaak.identificatie,
        "omschrijving": zaak.omschrijving,
        "url": reverse("werkplek:zaak", args=[zaak.uuid]),
        "term": weergave.term(zaak, vrager.today),
        "verwacht": expected.tekst,
        "verwacht_reden": expected.reden,
        "resultaat": resultaat.resultaattype.omschrijving if resultaat else "",
        "einddatum": zaak.einddatum,
        "zaaktype": zaak.zaaktype.omschrijving,
        "status": zaak.status.statustype.omschrijving if zaak.status else "",
        "stap": expected.nummer,
        "stappen": expected.aantal,
        "initiator": rij.initiator,
        "behandelaar": rij.behandelaar,
        "team": rij.team,
        "startdatum": zaak.startdatum,
        "wacht": wacht(rij.wacht) if rij.wacht else None,
        "gebeurtenis": gebeurtenis(rij.gebeurtenis) if rij.gebeurtenis else None,
    }


def wacht(found: Wacht) -> dict[str, Any]:
    """For what a zaak waits."""
    words = gettext("Sluimert") if found.is_sluimer else gettext("Klok staat stil")
    return {
        "zin": found.op or words,
        "soort": words if found.op else "",
        "sinds": clock.legal_date(found.sinds) if found.sinds else None,
        "tot": found.tot,
    }


def gebeurtenis(line: AuditRegel) -> dict[str, Any]:
    """What happened last, when, and by whom."""
    return {
        "zin": sentence(line.resource, line.actie),
        "moment": line.aanmaakdatum,
        "wie": line.gebruiker_weergave or line.applicatie_weergave,
    }


def sentence(resource: str, actie: str) -> str:
    """What an audit line tells, in two or three words."""
    made = {
        "zaak": gettext("Zaak geregistreerd"),
        "status": gettext("Status gezet"),
        "rol": gettext("Betrokkene toegevoegd"),
        "resultaat": gettext("Resultaat vastgelegd"),
        "zaakeigenschap": gettext("Gegeven ingevuld"),
        "zaakinformatieobject": gettext("Document toegevoegd"),
        "zaaknotitie": gettext("Notitie geschreven"),
        "zaakbesluit": gettext("Besluit vastgelegd"),
    }
    gone = {
        "rol": gettext("Betrokkene verwijderd"),
        "zaakinformatieobject": gettext("Document losgemaakt"),
        "resultaat": gettext("Resultaat verwijderd"),
    }
    words = {"create": made, "destroy": gone}.get(actie, {})
    return words.get(resource) or gettext("Zaak gewijzigd")


def columns(voorkeur: Voorkeur, only: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The columns of a table with their headings; `only` comes from a saved list."""
    shown = tuple(only) or voorkeur.kolommen
    return [{"key": kolom.key, "kop": kolom.kop} for kolom in KOLOMMEN if kolom.key in shown]


def tabs(
    vrager: Vrager, current: str, known: Mapping[str, werk.Telling] | None = None
) -> list[dict[str, Any]]:
    """The tabs of the worklist with their counts, then the saved lists; `current` is a tab or a uuid."""
    counts, words = known or werk.counts(vrager), tab_words()
    shown = [
        {
            "label": words[tab],
            "url": tab_url(tab),
            "aantal": counts[tab].totaal,
            "current": tab == current,
        }
        for tab in queries.TABS
        if vrager.teams or not tab.startswith(queries.TEAM_ALLES)
    ]
    return shown + [
        list_tab(found, current) for found in queries.lists_for(vrager.medewerker)[:MOST_LIST_TABS]
    ]


def list_tab(lijst: BewaardeLijst, current: str) -> dict[str, Any]:
    """A saved list as a tab."""
    return {
        "label": lijst.naam,
        "url": list_url(lijst),
        "aantal": None,
        "current": str(lijst.uuid) == current,
    }


def tab_words() -> dict[str, str]:
    """What the tabs are called."""
    return {
        queries.NU: gettext("Nu"),
        queries.WACHT: gettext("Wacht"),
        queries.TEAM_VRIJ: gettext("Team vrij"),
        queries.TEAM_ALLES: gettext("Team alles"),
        queries.KLAAR: gettext("Klaar"),
    }


def soorten(tab: str, telling: werk.Telling, current: str) -> list[dict[str, Any]]:
    """The ways to see a tab: all of it, zaken or taken; none where there are only zaken anyway."""
    if not telling.taken and not current:
        return []
    words = {"": gettext("Alles"), werk.ZAKEN: gettext("Zaken"), werk.TAKEN: gettext("Taken")}
    return [
        {
            "label": word,
            "url": tab_url(tab, soort),
            "aantal": telling.of(soort),
            "current": soort == current,
        }
        for soort, word in words.items()
    ]


def tab_url(tab: str, soort: str = "") -> str:
    """Where a tab is, or one soort of work in it."""
    asked = {"tab": tab} if tab != queries.NU else {}
    asked |= {"soort": soort} if soort else {}
    url = reverse("werkplek:werkvoorraad")
    return f"{url}?{urlencode(asked)}" if asked else url


def list_url(lijst: BewaardeLijst) -> str:
    """Where a saved list is: its question in full, so that the address says what is shown."""
    question = f"{lijst.vraag}&" if lijst.vraag else ""
    return f"{reverse('werkplek:zoeken')}?{question}{urlencode({'lijst': lijst.uuid})}"
