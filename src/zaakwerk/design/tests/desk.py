"""What the pages of the desk are given, on fixed data."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.utils.datastructures import MultiValueDict

from zaakwerk.design.terms import Term
from zaakwerk.design.tests import cast, formulieren

Context = dict[str, Any]
UUID = uuid.UUID("5c7a2f0e-8d0b-4f5e-9a53-0f7f2d1b6c11")
DONE = {
    "einddatum": cast.day(-1),
    "resultaat": "Verleend",
    "bewaartermijn": "De zaak wordt bewaard tot 23 november 2036 en daarna vernietigd.",
}


PEOPLE: list[Context] = [
    {
        "rol": "Aanvrager",
        "uuid": UUID,
        "naam": "Mevrouw S. de Wit",
        "kenmerk": "BSN •••••0019",
        "contact": "s.dewit@voorbeeld.nl",
    },
    {"rol": "Behandelaar", "naam": "Fatima el Amrani", "uuid": UUID},
    {
        "rol": "Gemachtigde",
        "uuid": UUID,
        "naam": "Bouwbedrijf De Noordzijde B.V.",
        "soort": "organisatie",
        "kenmerk": "KVK 90001354",
    },
]


ACTION: Context = {"text": "Zet op Besluit genomen", "url": "#status"}


MORE: list[Context] = [
    {"text": "Document toevoegen", "url": "#d"},
    {"text": "Zaak afhandelen", "url": "#a"},
    {"text": "Heropenen", "reason": "Dat kan alleen een recordmanager."},
]


BLOCKS = [
    {"tekst": "Het document Besluit ontbreekt.", "url": "#d", "actie": "Voeg toe"},
    {"tekst": "Document Tekening gevel is nog een concept.", "url": "#d", "actie": "Stel vast"},
]


def with_errors(form: type[forms.Form], data: dict[str, str] | None = None) -> forms.Form:
    """A form that was sent with too little."""
    bound = form(data or {"toelichting": ""}, files=MultiValueDict())
    bound.full_clean()
    bound.add_error(None, "Iemand anders heeft deze zaak intussen gewijzigd. Kijk of uw wijziging nog klopt.")
    return bound


def tabs(current: str) -> list[Context]:
    """The sections of the dossier."""
    counts = {"Overzicht": None, "Documenten": 3, "Betrokkenen": 2, "Tijdlijn": None}
    return [
        {"label": n, "url": f"?tab={n.lower()}", "current": n.lower() == current, "aantal": c}
        for n, c in counts.items()
    ]


def dossier(tab: str = "overzicht", **changes: Any) -> Context:
    """The dossier of a zaak in behandeling."""
    return {
        "zaak": cast.zaak(),
        "uuid": UUID,
        "steps": cast.few_steps(),
        "term": cast.TERMS[2],
        "actie": ACTION,
        "meer_acties": MORE,
        "collegas": ["Joris Bakker"],
        "herstel": {"tekst": "De notitie is verwijderd."},
        "onderdeel": f"werkplek/dossier/{tab}.html",
        "page": cast.page([], 1),
        "tab": tab,
        "tabs": tabs(tab),
        "volgende_stap": "Besluit genomen",
        "nodig": [
            {"titel": "Advies brandweer is binnen", "klaar": True},
            {"titel": "Eigenschap Bouwkosten is ingevuld", "klaar": False, "url": "#e", "actie": "Vul in"},
            {
                "titel": "Document Besluit is toegevoegd",
                "tekst": "Verplicht voordat de zaak naar Besluit genomen kan.",
                "klaar": False,
                "url": "#d",
                "actie": "Voeg toe",
            },
        ],
        "samenvatting": [
            ("Streefdatum", "12 december 2026"),
            ("Uiterlijke datum", "4 januari 2027"),
            ("Registratiedatum", "25 oktober 2026"),
            ("Bronorganisatie", "002220647"),
        ],
        "eigenschappen": [
            ("Bouwkosten", ""),
            ("Kanaal", "Internet"),
            ("Afdeling", "Vergunningen en toezicht"),
        ],
        "gebeurtenissen": [{**event, "merk": f"regel-{n}"} for n, event in enumerate(cast.events())],
        "tijdlijn_url": "?tab=tijdlijn",
        "soorten": [
            {"label": "Alles", "url": "?tab=tijdlijn", "current": True},
            {"label": "Gegevens", "url": "?tab=tijdlijn&soort=gegevens", "current": False},
        ],
        "ouder": "?tab=tijdlijn&page=2",
        "documenten": cast.documents(),
        "document_toevoegen": {"text": "Voeg document toe", "url": "#d"},
        "betrokkenen": PEOPLE,
        **changes,
    }


def empty_dossier(tab: str) -> Context:
    """A dossier in which nothing is there yet."""
    nothing: Context = {
        "eigenschappen": [],
        "gebeurtenissen": [],
        "documenten": [],
        "betrokkenen": [],
        "nodig": [],
    }
    changes = {"initiator": "", "behandelaar": "", "toelichting": "", "omschrijving": ""}
    return dossier(
        tab,
        **nothing,
        zaak=cast.zaak(**changes),
        term=Term("geen"),
        actie={
            **ACTION,
            "url": "",
            "reason": "U bent geen behandelaar van deze zaak. Vraag het Fatima el Amrani.",
        },
    )


def zaken(count: int, form: forms.Form | None = None, **changes: Any) -> Context:
    """The list of open zaken."""
    tally = (
        ("te-laat", "Te laat", 31),
        ("kritiek", "Kritiek", 3),
        ("let-op", "Let op", 9),
        ("ruim", "Ruim", 52),
        ("stil", "Klok staat stil", 6),
    )
    return {
        "titel": "Open zaken",
        "page": cast.page(cast.rows(count), 2 if count > 60 else 1),
        "form": form or formulieren.Filter({}),
        "termen": [{"state": s, "label": w, "aantal": n, "url": f"?term={s}"} for s, w, n in tally]
        if count
        else [],
        "sorteer": "termijn",
        **changes,
    }


def choices(reason: str = "") -> list[Context]:
    """The results one may choose."""
    return [
        {
            "waarde": "a",
            "titel": "Verleend",
            "tekst": "De vergunning is verleend.",
            "gevolg": "Wordt 10 jaar na het einde van de vergunning vernietigd.",
            "kenmerk": "vaak gekozen",
        },
        {
            "waarde": "b",
            "titel": "Geweigerd",
            "tekst": "De vergunning is geweigerd.",
            "gevolg": "Wordt 5 jaar na afhandeling vernietigd.",
        },
        {
            "waarde": "c",
            "titel": "Buiten behandeling gesteld",
            "gevolg": "Wordt 1 jaar na afhandeling vernietigd.",
            "reden": reason or "Eerst moet om aanvulling zijn gevraagd.",
        },
    ]


def status(**changes: Any) -> Context:
    """The page that sets a status on a zaak with 28 steps."""
    return {
        "zaak": cast.zaak(omschrijving=cast.LONG),
        "steps": cast.many_steps(),
        "form": formulieren.Status(initial={"naar": "17"}),
        "volgende": [
            {
                "waarde": "17",
                "titel": cast.ACTIVITIES[17],
                "kenmerk": "volgende stap",
                "tekst": "Maak de brief voor een aanvraag zonder vergunningplicht.",
            },
            {
                "waarde": "27",
                "titel": "Afgehandeld",
                "reden": "De zaak heeft nog geen resultaat. Kies 'Handel de zaak af'.",
            },
        ],
        "overige": [{"waarde": str(i), "titel": cast.ACTIVITIES[i]} for i in range(18, 27)],
        "afhandelen_url": "#af",
        **changes,
    }


def closing(**changes: Any) -> Context:
    """The page that closes a zaak."""
    return {
        "zaak": cast.zaak(),
        "form": formulieren.Afhandelen(initial={"resultaattype": "a"}),
        "resultaten": choices(),
        "belemmeringen": [],
        "controle": ["Alle documenten zijn definitief.", "De aanvrager is bekend."],
        **changes,
    }


def told() -> Context:
    """The list after each kind of message."""
    levels = (
        (constants.SUCCESS, "De status is gezet: Besluit genomen."),
        (constants.ERROR, "De zaak heeft nog geen resultaat."),
        (constants.WARNING, "De termijn verloopt morgen."),
        (constants.INFO, "U kijkt mee met Joris Bakker."),
    )
    return {**zaken(4), "messages": [Message(level, text) for level, text in levels]}


def new(**changes: Any) -> Context:
    """The third step of a new zaak, of somebody who has one of this kind already."""
    steps = ("Zaaktype", "Aanvrager", "Gegevens", "Document")
    return {
        "stappen": [{"label": s, "huidig": n == 2, "klaar": n < 2} for n, s in enumerate(steps)],
        "stap_naam": "Gegevens",
        "aanvraag": {"uuid": UUID, "zaaktype": cast.zaak()["zaaktype"], "initiator": {"naam": "S. de Wit"}},
        "form": formulieren.NieuweZaak(),
        "lopend": [],
        "dubbel": [],
        **changes,
    }
