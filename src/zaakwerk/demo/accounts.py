"""Accounts: with which names and numbers to look around in the demo municipality."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext_noop as _

from zaakwerk.demo.people import KRAKELING, MEDEWERKERS, SANNE, WACHTWOORD, WILLEM, ZONNEDAEL

CLIENT_ID = "demo"
CLIENT_SECRET = "geheim-van-de-demogemeente-zonnedael"  # noqa: S105 - public on purpose: nothing here is real
ROLNAMEN = {
    "behandelaar": _("Behandelaar"),
    "coordinator": _("Coördinator"),
    "beheerder": _("Beheerder"),
    "recordmanager": _("Archivaris"),
}
DESK, PORTAL, API = "/werk/", "/mijn/", "/zaken/api/v1/"


class Account(NamedTuple):
    """One way in: where, as whom, with which name or number; `kind` is medewerker, bsn, kvk or client."""

    plaats: str
    rol: str
    naam: str
    kind: str
    nummer: str
    wachtwoord: str = ""


ACCOUNTS = (
    *(
        Account(DESK, ROLNAMEN[found.rol], found.naam, "medewerker", found.gebruikersnaam, WACHTWOORD)
        for found in MEDEWERKERS
    ),
    *(Account(PORTAL, "Inwoner", found.naam, "bsn", found.bsn) for found in (SANNE, WILLEM)),
    Account(PORTAL, "Ondernemer", KRAKELING.naam, "kvk", KRAKELING.kvk),
    Account(API, "Applicatie", "API-client", "client", CLIENT_ID, CLIENT_SECRET),
)


def lines() -> Iterator[str]:
    """The accounts as a person reads them in a terminal."""
    yield f"{ZONNEDAEL.naam} bestaat niet, en alle mensen erin ook niet. Zo kijkt u rond:"
    yield f"  Werkplek {DESK} (wachtwoord voor iedereen: {WACHTWOORD})"
    yield from (
        f"    {found.nummer:10} {found.naam}, {found.rol.lower()}"
        for found in ACCOUNTS
        if found.plaats == DESK
    )
    yield f"  Mijn zaken {PORTAL} (nagemaakte DigiD en eHerkenning, zonder wachtwoord)"
    yield from (
        f"    {found.nummer:10} {found.naam} ({found.kind.upper()})"
        for found in ACCOUNTS
        if found.plaats == PORTAL
    )
    yield f"  API {API} client-id {CLIENT_ID}, geheim {CLIENT_SECRET}"
