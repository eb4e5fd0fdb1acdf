"""The fixed data of the pages: zaken with long texts, many steps, every kind of term; nobody in it exists."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.core.paginator import Paginator

from zaakwerk.design.steps import Step, StepState
from zaakwerk.design.terms import Term

TODAY = date(2026, 11, 24)
LONG = (
    "Aanvraag omgevingsvergunning voor het vergroten van een woonhuis met een aanbouw van twee verdiepingen, "
    "het kappen van drie beuken en het verleggen van de uitrit aan de "
    "Burgemeester-van-Heemskerck-Quackernaeckstraat 1234b te Zonnedael"
)
ACTIVITIES = (
    "Confirmation of receipt",
    "T02 Check confirmation of receipt",
    "T03 Adjust confirmation of receipt",
    "T04 Determine confirmation of receipt",
    "T05 Print and send confirmation of receipt",
    "T06 Determine necessity of stop advice",
    "T07-1 Draft intern advice aspect 1",
    "T07-2 Draft intern advice aspect 2",
    "T07-3 Draft intern advice hold for aspect 3",
    "T07-4 Draft internal advice to hold for type 4",
    "T07-5 Draft intern advice aspect 5",
    "T08 Draft and send request for advice",
    "T09-1 Process or receive external advice from party 1",
    "T09-2 Process or receive external advice from party 2",
    "T09-3 Process or receive external advice from party 3",
    "T09-4 Process or receive external advice from party 4",
    "T10 Determine necessity to stop indication",
    "T11 Create document X request unlicensed",
    "T12 Check document X request unlicensed",
    "T13 Adjust document X request unlicensed",
    "T14 Determine document X request unlicensed",
    "T15 Print document X request unlicensed",
    "T16 Report reasons to hold request",
    "T17 Check report Y to stop indication",
    "T18 Adjust report Y to stop indicition",
    "T19 Determine report Y to stop indication",
    "T20 Print report Y to stop indication",
    "Afgehandeld",
)


def day(offset: int) -> date:
    """A day relative to the fixed today."""
    return TODAY + timedelta(days=offset)


def moment(offset: int, hour: int = 10, minute: int = 5) -> datetime:
    """A moment on a day relative to the fixed today, in UTC."""
    return datetime.combine(day(offset), datetime.min.time(), tzinfo=UTC).replace(hour=hour, minute=minute)


def few_steps(current: int = 1) -> list[Step]:
    """A course of four steps; `current` 4 is all done."""
    names = ("Ontvangen", "In behandeling", "Besluit genomen", "Afgehandeld")
    return [
        Step(name, state(i, current), day(-30 + 9 * i) if i <= current else None)
        for i, name in enumerate(names)
    ]


def state(index: int, current: int) -> StepState:
    """Done before, current at, todo after."""
    return "done" if index < current else "current" if index == current else "todo"


def many_steps(current: int = 16, done: tuple[int, ...] = (0, 1, 3, 4, 5, 6)) -> list[Step]:
    """The course of the receipt log: 28 steps of which a zaak takes a few."""

    def of(index: int) -> StepState:
        if index == current:
            return "current"
        return "done" if index in done else "skipped" if index < current else "todo"

    return [
        Step(name, of(i), day(-40 + i) if of(i) in ("done", "current") else None)
        for i, name in enumerate(ACTIVITIES)
    ]


def plain_steps(current: int = 1) -> list[Step]:
    """The four steps as the person concerned reads them."""
    words = (
        ("Wij hebben uw aanvraag ontvangen", "U hebt een bevestiging gekregen per e-mail."),
        (
            "Wij bekijken uw aanvraag",
            "We kijken of uw plan past bij de regels. We vragen ook advies aan de brandweer.",
        ),
        ("Wij nemen een besluit", ""),
        ("Uw aanvraag is afgerond", ""),
    )
    return [
        Step(
            text, state(i, current), day(-30 + 9 * i) if i <= current else None, note if i == current else ""
        )
        for i, (text, note) in enumerate(words)
    ]


TERMS = (
    Term.towards(day(-3), TODAY, label="Uiterlijk"),
    Term.towards(day(1), TODAY, label="Uiterlijk"),
    Term.towards(day(9), TODAY, label="Uiterlijk"),
    Term.towards(day(41), TODAY, label="Uiterlijk"),
    Term("stil", reason="Wacht op aanvrager tot 4 dec 2026"),
    Term("dwangsom", days=-20, until=day(-20), amount=161, label="Sinds"),
    Term.towards(date(2011, 12, 6), TODAY, label="Uiterlijk"),
    Term.towards(None, TODAY),
)
SUBJECTS = (
    "Dakkapel aan de achterzijde, Lindelaan 12",
    LONG,
    "Melding losse stoeptegel Marktplein",
    "Evenementenvergunning Lichtjesmarkt 2026",
    "Bezwaar tegen naheffing parkeren",
    "Kapvergunning eik Parkweg 3",
    "Permit application 9289 (receipt phase)",
    "",
)
TYPES = (
    "Omgevingsvergunning bouwen",
    "Omgevingsvergunning bouwen",
    "Melding openbare ruimte",
    "Evenementenvergunning",
)


def rows(count: int) -> list[dict[str, Any]]:
    """Zaken of the list, each with another term."""
    return [
        {
            "identificatie": f"ZAAK-2026-{4180 + i:07d}" if i % 7 != 6 else f"case-{9289 + i}",
            "omschrijving": SUBJECTS[i % 8],
            "url": f"/werk/zaken/{i}/",
            "zaaktype": {"omschrijving": TYPES[i % 4]},
            "status": {
                "omschrijving": ACTIVITIES[i % 27] if i % 7 == 6 else "In behandeling",
                "datum": day(-i),
            }
            if i % 8 != 7
            else None,
            "behandelaar": "" if i % 5 == 4 else ("Fatima el Amrani", "Joris Bakker")[i % 2],
            "startdatum": day(-20 - i),
            "term": TERMS[i % 8],
        }
        for i in range(count)
    ]


def page(items: list[Any], number: int = 1, size: int = 25) -> Any:
    """A page of a list."""
    return Paginator(items, size).page(number)


def zaak(**changes: Any) -> dict[str, Any]:
    """The zaak of the dossier pages."""
    return {
        "identificatie": "ZAAK-2026-0004180",
        "omschrijving": "Dakkapel aan de achterzijde, Lindelaan 12",
        "toelichting": "Aanvrager belde op 12 november: de tekeningen volgen.\n\nLet op: monumentale buurt.",
        "url": "/werk/zaken/1/",
        "zaaktype": {"omschrijving": "Omgevingsvergunning bouwen"},
        "vertrouwelijkheid": "Zaakvertrouwelijk",
        "initiator": "Mevrouw S. de Wit",
        "behandelaar": "Fatima el Amrani",
        "startdatum": day(-30),
        "einddatum": None,
        "resultaat": "",
        "bewaartermijn": "",
        **changes,
    }


def events() -> list[dict[str, Any]]:
    """What happened to the zaak."""
    return [
        {
            "moment": moment(0, 8, 12),
            "titel": "Document Tekening gevel toegevoegd",
            "icon": "document",
            "wie": "Fatima el Amrani",
        },
        {
            "moment": moment(-2, 13, 40),
            "titel": "Status gezet: In behandeling",
            "icon": "vlag",
            "wie": "Fatima el Amrani",
            "tekst": "Aanvraag is compleet. Advies gevraagd aan de brandweer, antwoord binnen 5 dagen.",
        },
        {
            "moment": moment(-2, 13, 38),
            "titel": "Behandelaar gewijzigd van Joris Bakker naar Fatima el Amrani",
            "icon": "persoon",
            "wie": "Lotte Visser",
        },
        {"moment": moment(-30, 22, 45), "titel": "Zaak aangemaakt", "icon": "plus", "wie": "Webformulier"},
    ]


def own_documents() -> list[dict[str, Any]]:
    """Documents as the person concerned sees them: without the inner status."""
    return [{**document, "status": "", "auteur": ""} for document in documents(2)]


def documents(count: int = 3) -> list[dict[str, Any]]:
    """Documents of the zaak, one with a name that does not fit."""
    titles = (
        "Aanvraagformulier",
        "Tekening gevel en plattegrond, definitieve versie na overleg met de welstandscommissie",
        "Ontvangstbevestiging",
    )
    return [
        {
            "titel": titles[i % 3],
            "url": f"/werk/documenten/{i}/",
            "soort": ("Aanvraag", "Bijlage", "Brief")[i % 3],
            "datum": day(-30 + i),
            "formaat": ("application/pdf", "application/pdf", "text/plain")[i % 3],
            "grootte": (182_044, 8_412_090, 41_200)[i % 3],
            "status": ("Definitief", "Concept", "Definitief")[i % 3],
            "auteur": ("S. de Wit", "Fatima el Amrani", "Zaakwerk")[i % 3],
        }
        for i in range(count)
    ]
