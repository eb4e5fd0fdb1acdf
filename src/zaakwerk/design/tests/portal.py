"""What the pages of the portal are given, on fixed data."""

from __future__ import annotations

from typing import Any

from zaakwerk.design.tests import cast

Context = dict[str, Any]
PORTAL: Context = {
    "organisatie": {"naam": "Gemeente Zonnedael"},
    "persoon": {"naam": "S. de Wit"},
    "zaken_url": "/mijn/zaken/",
}


PEOPLE = [
    {"naam": "Sanne de Wit", "omschrijving": "Inwoner met drie zaken", "waarde": "999990019"},
    {"naam": "Youssef Haddad", "omschrijving": "Inwoner met één afgeronde zaak", "waarde": "999993653"},
    {
        "naam": "Bouwbedrijf De Noordzijde B.V.",
        "omschrijving": "Ondernemer, eHerkenning",
        "waarde": "90001354",
        "soort": "organisatie",
    },
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
        "bewaartermijn": "Wij bewaren deze zaak tot 10 jaar na afloop. Daarna vernietigen we alles.",
        **changes.pop("zaak", {}),
    }
    return {
        **PORTAL,
        "zaak": own,
        "steps": cast.plain_steps(),
        "documenten": cast.own_documents(),
        "gegevens": [("Adres", "Lindelaan 12"), ("Bouwkosten", "€ 18.500")],
        **changes,
    }


def overview() -> Context:
    """The zaken of the person who signed in."""
    base = {"url": "#z", "startdatum": cast.day(-30)}
    return {
        **PORTAL,
        "lopend": [
            {
                **base,
                "onderwerp": "Dakkapel aan de achterzijde, Lindelaan 12",
                "identificatie": "ZAAK-2026-0004180",
                "stap": "Wij bekijken uw aanvraag",
                "uiterlijk": cast.day(49),
            },
            {
                **base,
                "onderwerp": cast.LONG,
                "identificatie": "ZAAK-2026-0004181",
                "stap": "Wij wachten op uw tekeningen",
                "stil": "Wij wachten tot 4 december op uw aanvulling.",
                "actie_nodig": True,
            },
            {
                **base,
                "onderwerp": "Melding losse stoeptegel Marktplein",
                "identificatie": "ZAAK-2026-0004199",
                "stap": "Wij hebben uw melding ontvangen",
            },
        ],
        "afgerond": [
            {
                **base,
                "onderwerp": "Kapvergunning eik Parkweg 3",
                "identificatie": "ZAAK-2026-0003020",
                "einddatum": cast.day(-90),
                "resultaat": "Vergunning verleend",
            },
            {
                **base,
                "onderwerp": "Bezwaar tegen naheffing parkeren",
                "identificatie": "ZAAK-2025-0001411",
                "einddatum": cast.day(-200),
                "resultaat": "Uw bezwaar is gegrond",
            },
        ],
    }
