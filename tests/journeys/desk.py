"""Desk: the steps an employee takes on the werkplek, whatever they operate it with."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from playwright.sync_api import expect

from tests.journeys.visits import Visit
from zaakwerk.demo.people import WACHTWOORD


@dataclass(frozen=True)
class Request:
    """What somebody asks for at the counter."""

    zaaktype: str
    omschrijving: str
    bsn: str = ""
    naam: str = ""


@dataclass(frozen=True)
class Registered:
    """A zaak as the desk shows it."""

    uuid: UUID
    path: str


def sign_in(visit: Visit, name: str = "fatima", password: str = WACHTWOORD) -> None:
    """From the address of the desk to the list of open zaken."""
    visit.open("/werk/")
    visit.arrives_at("Inloggen op de werkplek")
    visit.look()
    visit.hands.write("Gebruikersnaam", name)
    visit.hands.write("Wachtwoord", password)
    visit.hands.press("button", "Inloggen")
    visit.arrives_at("Open zaken")
    visit.look()


def register(visit: Visit, request: Request) -> Registered:
    """A new zaak with its applicant; ends on its dossier."""
    visit.hands.press("link", "Nieuwe zaak")
    visit.arrives_at("Nieuwe zaak")
    visit.look()
    visit.hands.choose("Zaaktype", request.zaaktype)
    visit.hands.write("Omschrijving", request.omschrijving)
    if request.bsn:
        visit.hands.write("Burgerservicenummer van de aanvrager", request.bsn)
    if request.naam:
        visit.hands.write("Naam van de aanvrager", request.naam)
    visit.hands.press("button", "Maak zaak aan")
    visit.arrives_at(request.omschrijving)
    visit.reads("De zaak is aangemaakt:")
    path = visit.page.url.removeprefix(visit.address)
    return Registered(UUID(path.rstrip("/").rpartition("/")[2]), path)


def add_document(visit: Visit, soort: str, titel: str, file: Path, *, definitief: bool) -> UUID:
    """A document in the dossier that is on screen; ends on its list of documents."""
    visit.hands.press("link", "Documenten 0" if is_empty(visit) else f"Documenten {count(visit)}")
    visit.hands.press("link", "Voeg document toe")
    visit.arrives_at("Document toevoegen")
    visit.look()
    visit.hands.hand_over("Bestand", file)
    visit.hands.choose("Soort document", soort)
    visit.hands.write("Titel", titel)
    if definitief:
        visit.hands.tick("Dit document is definitief")
    visit.hands.press("button", "Voeg toe")
    visit.reads(f"Het document is toegevoegd: {titel}.")
    visit.hands.press("link", f"Documenten {count(visit)}")
    link = visit.page.get_by_role("link", name=titel)
    expect(link).to_be_visible()
    return UUID(str(link.get_attribute("href")).rpartition("/")[2])
