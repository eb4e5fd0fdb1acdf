"""Every page on fixed data, by name: usual, long, empty, in error and with many steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from zaakwerk.design.terms import Term
from zaakwerk.design.tests import cast, desk, formulieren, portal

Context = dict[str, Any]
USER = SimpleNamespace(is_authenticated=True, get_full_name="Fatima el Amrani", get_username="fatima")


GUEST = {"user": SimpleNamespace(is_authenticated=False)}


ACCOUNTS = [
    {
        "naam": "Fatima el Amrani",
        "rol": "behandelaar",
        "gebruikersnaam": "fatima",
        "wachtwoord": "voorbeeld-fatima",
    },
    {
        "naam": "Lotte Visser",
        "rol": "coördinator",
        "gebruikersnaam": "lotte",
        "wachtwoord": "voorbeeld-lotte",
    },
    {"naam": "Priya Raman", "rol": "archivaris", "gebruikersnaam": "priya", "wachtwoord": "voorbeeld-priya"},
]


APIS = [
    {
        "naam": f"{naam} API",
        "versie": versie,
        "url": f"/{naam.lower()}/api/v1/",
        "openapi_url": f"/{naam.lower()}/api/v1/openapi.json",
        "omschrijving": wat,
    }
    for naam, versie, wat in (
        ("Zaken", "1.7.0", "Zaken, statussen, resultaten, rollen en eigenschappen."),
        ("Catalogi", "1.3.3", "Zaaktypen en wat erbij hoort."),
        ("Documenten", "1.7.1", "Documenten en hun versies."),
        ("Besluiten", "1.1.0", "Besluiten bij zaken."),
        ("Autorisaties", "1.1.0", "Wie wat mag."),
        ("Notificaties", "1.0.1", "Abonnementen op wat er verandert."),
    )
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
        around = {"user": USER, "rol": "Behandelaar", "voorbeeldaccounts": []}
        with translation.override(language):
            return render_to_string(self.template, {**around, **self.context()}, request)


def confirm(face: str) -> Context:
    """A question before something that cannot be undone."""
    return {
        **portal.PORTAL,
        "face": face,
        "titel": "Zaak heropenen?",
        "tekst": "De zaak is afgehandeld op 23 november 2026.",
        "gevolgen": ["De einddatum vervalt.", "De bewaartermijn wordt opnieuw bepaald bij afhandelen."],
        "knop": "Heropen de zaak",
        "gevaarlijk": face == "werkplek",
        "terug_url": "#terug",
    }


PAGES: dict[str, Page] = {
    "start": Page(
        "design/start.html", lambda: {"apis": APIS, "voorbeeldaccounts": ACCOUNTS, "versie": "0.1.0"}, "/"
    ),
    "bevestig": Page("design/confirm.html", lambda: confirm("werkplek")),
    "bevestig-mijn": Page("design/confirm.html", lambda: confirm("mijn"), "/mijn/"),
    "400": Page("400.html", dict, "/"),
    "403": Page(
        "403.html",
        lambda: {
            "reden": "Deze zaak is zeer geheim.",
            "zaak": cast.zaak(team="Team Vergunningen"),
            "toegang_url": "#vraag",
        },
    ),
    "403-verlopen": Page("403.html", lambda: {"formulier_verlopen": True}),
    "404": Page("404.html", dict, "/"),
    "500": Page("500.html", dict, "/"),
    "werk-inloggen": Page(
        "werkplek/inloggen.html",
        lambda: {**GUEST, "form": formulieren.Inloggen(), "voorbeeldaccounts": ACCOUNTS},
    ),
    "werk-inloggen-fout": Page(
        "werkplek/inloggen.html",
        lambda: {
            **GUEST,
            "form": desk.with_errors(formulieren.Inloggen),
            "oidc_url": "#oidc",
            "oidc_naam": "Log in met uw werkaccount",
        },
    ),
    "werk-zaken": Page("werkplek/zaken.html", lambda: desk.zaken(105)),
    "werk-zaken-meldingen": Page("werkplek/zaken.html", desk.told),
    "werk-zaken-leeg": Page("werkplek/zaken.html", lambda: desk.zaken(0)),
    "werk-zaken-niets": Page(
        "werkplek/zaken.html",
        lambda: desk.zaken(0, formulieren.Filter({"q": "xyz"}), gefilterd=True, zoekterm="xyz"),
    ),
    "werk-dossier": Page("werkplek/dossier.html", desk.dossier),
    "werk-dossier-28": Page(
        "werkplek/dossier.html",
        lambda: desk.dossier(
            zaak=cast.zaak(omschrijving=cast.LONG), steps=cast.many_steps(), term=cast.TERMS[6]
        ),
    ),
    "werk-dossier-klaar": Page(
        "werkplek/dossier.html",
        lambda: desk.dossier(
            zaak=cast.zaak(**desk.DONE),
            steps=cast.few_steps(4),
            term=Term("klaar"),
            actie=None,
            volgende_stap="",
        ),
    ),
    "werk-dossier-leeg": Page("werkplek/dossier.html", lambda: desk.empty_dossier("overzicht")),
    "werk-documenten": Page("werkplek/dossier.html", lambda: desk.dossier("documenten")),
    "werk-documenten-leeg": Page("werkplek/dossier.html", lambda: desk.empty_dossier("documenten")),
    "werk-betrokkenen": Page("werkplek/dossier.html", lambda: desk.dossier("betrokkenen")),
    "werk-betrokkenen-leeg": Page("werkplek/dossier.html", lambda: desk.empty_dossier("betrokkenen")),
    "werk-tijdlijn": Page("werkplek/dossier.html", lambda: desk.dossier("tijdlijn", term=cast.TERMS[4])),
    "werk-status": Page("werkplek/status.html", desk.status),
    "werk-status-fout": Page(
        "werkplek/status.html", lambda: desk.status(form=desk.with_errors(formulieren.Status))
    ),
    "werk-afhandelen": Page("werkplek/afhandelen.html", desk.closing),
    "werk-afhandelen-nog-niet": Page(
        "werkplek/afhandelen.html", lambda: desk.closing(belemmeringen=desk.BLOCKS)
    ),
    "werk-document": Page(
        "werkplek/document.html",
        lambda: {"zaak": cast.zaak(), "form": formulieren.Document(), "max_grootte": "4 GB"},
    ),
    "werk-document-fout": Page(
        "werkplek/document.html",
        lambda: {"zaak": cast.zaak(), "form": desk.with_errors(formulieren.Document)},
    ),
    "werk-nieuw": Page("werkplek/nieuw/gegevens.html", desk.new, "/werk/nieuw/"),
    "werk-nieuw-fout": Page(
        "werkplek/nieuw/gegevens.html",
        lambda: desk.new(form=desk.with_errors(formulieren.NieuweZaak)),
        "/werk/nieuw/",
    ),
    "werk-toetsen": Page("werkplek/toetsen.html", dict),
    "werk-relaties-leeg": Page("werkplek/dossier.html", lambda: desk.dossier("relaties")),
    "werk-taken-leeg": Page("werkplek/dossier.html", lambda: desk.dossier("taken")),
    "werk-besluiten-leeg": Page("werkplek/dossier.html", lambda: desk.dossier("besluiten")),
    "mijn-inloggen": Page(
        "mijn/inloggen.html",
        lambda: {
            "organisatie": portal.PORTAL["organisatie"],
            "personen": portal.PEOPLE,
            "form": formulieren.Nummer(),
        },
        "/mijn/inloggen/",
    ),
    "mijn-zaken": Page("mijn/zaken.html", portal.overview, "/mijn/zaken/"),
    "mijn-zaken-leeg": Page("mijn/zaken.html", lambda: dict(portal.PORTAL), "/mijn/zaken/"),
    "mijn-zaak": Page("mijn/zaak.html", portal.mine, "/mijn/zaken/1/"),
    "mijn-zaak-28": Page(
        "mijn/zaak.html",
        lambda: portal.mine(
            steps=cast.many_steps(),
            zaak={"onderwerp": cast.LONG, "stap": cast.ACTIVITIES[16], "uiterlijk": None},
        ),
        "/mijn/zaken/1/",
    ),
    "mijn-zaak-klaar": Page(
        "mijn/zaak.html",
        lambda: portal.mine(
            steps=cast.plain_steps(4),
            documenten=[],
            zaak={
                "einddatum": cast.day(-1),
                "resultaat": {
                    "omschrijving": "Vergunning verleend",
                    "toelichting": "U mag de dakkapel plaatsen. De brief met het besluit staat hieronder.",
                },
            },
        ),
        "/mijn/zaken/1/",
    ),
    "mijn-zaak-nieuw": Page(
        "mijn/zaak.html",
        lambda: portal.mine(
            steps=[],
            documenten=[],
            gegevens=[],
            zaak={
                "stap": "",
                "stil": "Wij wachten op uw tekeningen. De termijn loopt weer als wij die hebben.",
            },
        ),
        "/mijn/zaken/1/",
    ),
}
