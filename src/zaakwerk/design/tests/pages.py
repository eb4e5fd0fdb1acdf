"""Every page of issue 1 on fixed data, by name: usual, long, empty, in error and with many steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from zaakwerk.design.tests import cast, formulieren
from zaakwerk.design.terms import Term

Context = dict[str, Any]
USER = SimpleNamespace(is_authenticated=True, get_full_name="Fatima el Amrani", get_username="fatima")
PORTAL: Context = {"organisatie": {"naam": "Gemeente Zonnedael"}, "persoon": {"naam": "S. de Wit"}, "zaken_url": "/mijn/zaken/"}
DONE = {
    "einddatum": cast.day(-1),
    "resultaat": "Verleend",
    "bewaartermijn": "De zaak wordt bewaard tot 23 november 2036 en daarna vernietigd.",
}
ACTION: Context = {"text": "Zet op Besluit genomen", "url": "#status"}
MORE: list[Context] = [
    {"text": "Document toevoegen", "url": "#d"},
    {"text": "Zaak afhandelen", "url": "#a"},
    {"text": "Heropenen", "reason": "Dat kan alleen een recordmanager."},
]


@dataclass(frozen=True)
class Page:
    """A page on fixed data."""

    template: str
    context: Callable[[], Context]
    path: str = "/werk/zaken/"

    def render(self, language: str = "nl") -> str:
        """The HTML of the page in a language."""
        request = RequestFactory().get(self.path)
        with translation.override(language):
            return render_to_string(self.template, {"user": USER, "rol": "Behandelaar", **self.context()}, request)


def with_errors(form: type[forms.Form], data: dict[str, str] | None = None) -> forms.Form:
    """A form that was sent with too little."""
    bound = form(data or {"toelichting": ""}, files={})
    bound.full_clean()
    bound.add_error(None, "Iemand anders heeft deze zaak intussen gewijzigd. Kijk of uw wijziging nog klopt.")
    return bound


def tabs(current: str) -> list[Context]:
    """The sections of the dossier."""
    counts = {"Overzicht": None, "Documenten": 3, "Betrokkenen": 2, "Tijdlijn": None}
    return [
        {"label": n, "url": f"?tab={n.lower()}", "current": n.lower() == current, "aantal": c} for n, c in counts.items()
    ]


def dossier(tab: str = "overzicht", **changes: Any) -> Context:
    """The dossier of a zaak in behandeling."""
    return {
        "zaak": cast.zaak(),
        "steps": cast.few_steps(),
        "term": cast.TERMS[2],
        "actie": ACTION,
        "meer_acties": MORE,
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
        "eigenschappen": [("Bouwkosten", ""), ("Kanaal", "Internet"), ("Afdeling", "Vergunningen en toezicht")],
        "gebeurtenissen": cast.events(),
        "tijdlijn_url": "?tab=tijdlijn",
        "documenten": cast.documents(),
        "document_toevoegen": {"text": "Voeg document toe", "url": "#d"},
        "betrokkenen": [
            {"rol": "Aanvrager", "naam": "Mevrouw S. de Wit", "kenmerk": "BSN •••••0019", "contact": "s.dewit@voorbeeld.nl"},
            {"rol": "Behandelaar", "naam": "Fatima el Amrani"},
            {"rol": "Gemachtigde", "naam": "Bouwbedrijf De Noordzijde B.V.", "soort": "organisatie", "kenmerk": "KVK 90001354"},
        ],
        **changes,
    }


def empty_dossier(tab: str) -> Context:
    """A dossier in which nothing is there yet."""
    nothing = {"eigenschappen": [], "gebeurtenissen": [], "documenten": [], "betrokkenen": [], "nodig": []}
    changes = {"initiator": "", "behandelaar": "", "toelichting": "", "omschrijving": ""}
    return dossier(tab, **nothing, zaak=cast.zaak(**changes), term=Term("geen"), actie={**ACTION, "url": "", "reason": "U bent geen behandelaar van deze zaak. Vraag het Fatima el Amrani."})


def zaken(count: int, form: forms.Form | None = None, **changes: Any) -> Context:
    """The list of open zaken."""
    tally = (("te-laat", "Te laat", 31), ("kritiek", "Kritiek", 3), ("let-op", "Let op", 9), ("ruim", "Ruim", 52), ("stil", "Klok staat stil", 6))
    return {
        "titel": "Open zaken",
        "page": cast.page(cast.rows(count), 2 if count > 60 else 1),
        "form": form or formulieren.Filter({}),
        "termen": [{"state": s, "label": w, "aantal": n, "url": f"?term={s}"} for s, w, n in tally] if count else [],
        "sorteer": "termijn",
        **changes,
    }


def choices(reason: str = "") -> list[Context]:
    """The results one may choose."""
    return [
        {"waarde": "a", "titel": "Verleend", "tekst": "De vergunning is verleend.", "gevolg": "Wordt 10 jaar na het einde van de vergunning vernietigd.", "kenmerk": "vaak gekozen"},
        {"waarde": "b", "titel": "Geweigerd", "tekst": "De vergunning is geweigerd.", "gevolg": "Wordt 5 jaar na afhandeling vernietigd."},
        {"waarde": "c", "titel": "Buiten behandeling gesteld", "gevolg": "Wordt 1 jaar na afhandeling vernietigd.", "reden": reason or "Eerst moet om aanvulling zijn gevraagd."},
    ]


def status(**changes: Any) -> Context:
    """The page that sets a status on a zaak with 28 steps."""
    return {
        "zaak": cast.zaak(omschrijving=cast.LONG),
        "steps": cast.many_steps(),
        "form": formulieren.Status(initial={"statustype": "17"}),
        "volgende": [
            {"waarde": "17", "titel": cast.ACTIVITIES[17], "kenmerk": "volgende stap", "tekst": "Maak de brief voor een aanvraag zonder vergunningplicht."},
            {"waarde": "27", "titel": "Afgehandeld", "reden": "De zaak heeft nog geen resultaat. Kies 'Handel de zaak af'."},
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


BLOCKS = [
    {"tekst": "Het document Besluit ontbreekt.", "url": "#d", "actie": "Voeg toe"},
    {"tekst": "Document Tekening gevel is nog een concept.", "url": "#d", "actie": "Stel vast"},
]


def mine(**changes: Any) -> Context:
    """One zaak of the person who signed in."""
    own = {
        "onderwerp": "Dakkapel aan de achterzijde, Lindelaan 12",
        "identificatie": "ZAAK-2026-0004180",
        "zaaktype": {"omschrijving": "Omgevingsvergunning bouwen"},
        "startdatum": cast.day(-30),
        "afdeling": "Vergunningen en toezicht",
        "uiterlijk": cast.day(49),
        "stap": "Wij bekijken uw aanvraag",
        "stap_toelichting": "We kijken of uw plan past bij de regels. U hoeft nu niets te doen.",
        "bewaartermijn": "Wij bewaren deze zaak tot 10 jaar na afloop van de vergunning. Daarna vernietigen we alles.",
        **changes.pop("zaak", {}),
    }
    return {**PORTAL, "zaak": own, "steps": cast.plain_steps(), "documenten": cast.own_documents(), "gegevens": [("Adres", "Lindelaan 12"), ("Bouwkosten", "€ 18.500")], **changes}


def overview() -> Context:
    """The zaken of the person who signed in."""
    base = {"url": "#z", "startdatum": cast.day(-30)}
    return {
        **PORTAL,
        "lopend": [
            {**base, "onderwerp": "Dakkapel aan de achterzijde, Lindelaan 12", "identificatie": "ZAAK-2026-0004180", "stap": "Wij bekijken uw aanvraag", "uiterlijk": cast.day(49)},
            {**base, "onderwerp": cast.LONG, "identificatie": "ZAAK-2026-0004181", "stap": "Wij wachten op uw tekeningen", "stil": "Wij wachten tot 4 december op uw aanvulling.", "actie_nodig": True},
            {**base, "onderwerp": "Melding losse stoeptegel Marktplein", "identificatie": "ZAAK-2026-0004199", "stap": "Wij hebben uw melding ontvangen"},
        ],
        "afgerond": [
            {**base, "onderwerp": "Kapvergunning eik Parkweg 3", "identificatie": "ZAAK-2026-0003020", "einddatum": cast.day(-90), "resultaat": "Vergunning verleend"},
            {**base, "onderwerp": "Bezwaar tegen naheffing parkeren", "identificatie": "ZAAK-2025-0001411", "einddatum": cast.day(-200), "resultaat": "Uw bezwaar is gegrond"},
        ],
    }


PEOPLE = [
    {"naam": "Sanne de Wit", "omschrijving": "Inwoner met drie zaken", "waarde": "999990019"},
    {"naam": "Youssef Haddad", "omschrijving": "Inwoner met één afgeronde zaak", "waarde": "999993653"},
    {"naam": "Bouwbedrijf De Noordzijde B.V.", "omschrijving": "Ondernemer, eHerkenning", "waarde": "90001354", "soort": "organisatie"},
]
ACCOUNTS = [
    {"naam": "Fatima el Amrani", "rol": "behandelaar", "gebruikersnaam": "fatima", "wachtwoord": "voorbeeld-fatima"},
    {"naam": "Lotte Visser", "rol": "coördinator", "gebruikersnaam": "lotte", "wachtwoord": "voorbeeld-lotte"},
    {"naam": "Priya Raman", "rol": "archivaris", "gebruikersnaam": "priya", "wachtwoord": "voorbeeld-priya"},
]
APIS = [
    {"naam": f"{naam} API", "versie": versie, "url": f"/{naam.lower()}/api/v1/", "openapi_url": f"/{naam.lower()}/api/v1/openapi.json", "omschrijving": wat}
    for naam, versie, wat in (
        ("Zaken", "1.7.0", "Zaken, statussen, resultaten, rollen en eigenschappen."),
        ("Catalogi", "1.3.3", "Zaaktypen en wat erbij hoort."),
        ("Documenten", "1.7.1", "Documenten en hun versies."),
        ("Besluiten", "1.1.0", "Besluiten bij zaken."),
        ("Autorisaties", "1.1.0", "Wie wat mag."),
        ("Notificaties", "1.0.1", "Abonnementen op wat er verandert."),
    )
]
GUEST = {"user": SimpleNamespace(is_authenticated=False)}


def confirm(face: str) -> Context:
    """A question before something that cannot be undone."""
    return {
        **PORTAL,
        "face": face,
        "titel": "Zaak heropenen?",
        "tekst": "De zaak is afgehandeld op 23 november 2026.",
        "gevolgen": ["De einddatum vervalt.", "De bewaartermijn wordt opnieuw bepaald bij afhandelen."],
        "knop": "Heropen de zaak",
        "gevaarlijk": face == "werkplek",
        "terug_url": "#terug",
    }


def told() -> Context:
    """The list after each kind of message."""
    levels = ((constants.SUCCESS, "De status is gezet: Besluit genomen."), (constants.ERROR, "De zaak heeft nog geen resultaat."), (constants.WARNING, "De termijn verloopt morgen."), (constants.INFO, "U kijkt mee met Joris Bakker."))
    return {**zaken(4), "messages": [Message(level, text) for level, text in levels]}


PAGES: dict[str, Page] = {
    "start": Page("design/start.html", lambda: {"apis": APIS, "voorbeeldaccounts": ACCOUNTS, "versie": "0.1.0"}, "/"),
    "bevestig": Page("design/confirm.html", lambda: confirm("werkplek")),
    "bevestig-mijn": Page("design/confirm.html", lambda: confirm("mijn"), "/mijn/"),
    "400": Page("400.html", dict, "/"),
    "403": Page("403.html", lambda: {"reden": "Deze zaak is zeer geheim.", "zaak": cast.zaak(team="Team Vergunningen"), "toegang_url": "#vraag"}),
    "403-verlopen": Page("403.html", lambda: {"formulier_verlopen": True}),
    "404": Page("404.html", dict, "/"),
    "500": Page("500.html", dict, "/"),
    "werk-inloggen": Page("werkplek/inloggen.html", lambda: {**GUEST, "form": formulieren.Inloggen(), "voorbeeldaccounts": ACCOUNTS}),
    "werk-inloggen-fout": Page("werkplek/inloggen.html", lambda: {**GUEST, "form": with_errors(formulieren.Inloggen), "oidc_url": "#oidc", "oidc_naam": "Log in met uw werkaccount"}),
    "werk-zaken": Page("werkplek/zaken.html", lambda: zaken(105)),
    "werk-zaken-meldingen": Page("werkplek/zaken.html", told),
    "werk-zaken-leeg": Page("werkplek/zaken.html", lambda: zaken(0)),
    "werk-zaken-niets": Page("werkplek/zaken.html", lambda: zaken(0, formulieren.Filter({"q": "xyz"}), gefilterd=True, zoekterm="xyz")),
    "werk-dossier": Page("werkplek/dossier.html", dossier),
    "werk-dossier-28": Page("werkplek/dossier.html", lambda: dossier(zaak=cast.zaak(omschrijving=cast.LONG), steps=cast.many_steps(), term=cast.TERMS[6])),
    "werk-dossier-klaar": Page("werkplek/dossier.html", lambda: dossier(zaak=cast.zaak(**DONE), steps=cast.few_steps(4), term=Term("klaar"), actie=None, volgende_stap="")),
    "werk-dossier-leeg": Page("werkplek/dossier.html", lambda: empty_dossier("overzicht")),
    "werk-documenten": Page("werkplek/dossier.html", lambda: dossier("documenten")),
    "werk-documenten-leeg": Page("werkplek/dossier.html", lambda: empty_dossier("documenten")),
    "werk-betrokkenen": Page("werkplek/dossier.html", lambda: dossier("betrokkenen")),
    "werk-betrokkenen-leeg": Page("werkplek/dossier.html", lambda: empty_dossier("betrokkenen")),
    "werk-tijdlijn": Page("werkplek/dossier.html", lambda: dossier("tijdlijn", term=cast.TERMS[4])),
    "werk-status": Page("werkplek/status.html", status),
    "werk-status-fout": Page("werkplek/status.html", lambda: status(form=with_errors(formulieren.Status))),
    "werk-afhandelen": Page("werkplek/afhandelen.html", closing),
    "werk-afhandelen-nog-niet": Page("werkplek/afhandelen.html", lambda: closing(belemmeringen=BLOCKS)),
    "werk-document": Page("werkplek/document.html", lambda: {"zaak": cast.zaak(), "form": formulieren.Document(), "max_grootte": "4 GB"}),
    "werk-document-fout": Page("werkplek/document.html", lambda: {"zaak": cast.zaak(), "form": with_errors(formulieren.Document)}),
    "werk-nieuw": Page("werkplek/nieuwe_zaak.html", lambda: {"form": formulieren.NieuweZaak()}, "/werk/nieuw/"),
    "werk-nieuw-fout": Page("werkplek/nieuwe_zaak.html", lambda: {"form": with_errors(formulieren.NieuweZaak)}, "/werk/nieuw/"),
    "mijn-inloggen": Page("mijn/inloggen.html", lambda: {"organisatie": PORTAL["organisatie"], "personen": PEOPLE, "form": formulieren.Nummer()}, "/mijn/inloggen/"),
    "mijn-zaken": Page("mijn/zaken.html", overview, "/mijn/zaken/"),
    "mijn-zaken-leeg": Page("mijn/zaken.html", lambda: dict(PORTAL), "/mijn/zaken/"),
    "mijn-zaak": Page("mijn/zaak.html", mine, "/mijn/zaken/1/"),
    "mijn-zaak-28": Page("mijn/zaak.html", lambda: mine(steps=cast.many_steps(), zaak={"onderwerp": cast.LONG, "stap": cast.ACTIVITIES[16], "uiterlijk": None}), "/mijn/zaken/1/"),
    "mijn-zaak-klaar": Page("mijn/zaak.html", lambda: mine(steps=cast.plain_steps(4), documenten=[], zaak={"einddatum": cast.day(-1), "resultaat": {"omschrijving": "Vergunning verleend", "toelichting": "U mag de dakkapel plaatsen. De brief met het besluit staat hieronder."}}), "/mijn/zaken/1/"),
    "mijn-zaak-nieuw": Page("mijn/zaak.html", lambda: mine(steps=[], documenten=[], gegevens=[], zaak={"stap": "", "stil": "Wij wachten op uw tekeningen. De termijn loopt weer als wij die hebben."}), "/mijn/zaken/1/"),
}
