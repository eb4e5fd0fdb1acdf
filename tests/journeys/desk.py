"""Desk: the steps an employee takes on the werkplek, whatever they operate it with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from playwright.sync_api import expect

from tests.journeys.visits import Visit
from zaakwerk.demo.people import WACHTWOORD

DOCUMENTS = re.compile(r"^Documenten \d+$")


@dataclass(frozen=True)
class Request:
    """What somebody asks for at the counter."""

    zaaktype: str
    omschrijving: str
    bsn: str
    naam: str


@dataclass(frozen=True)
class Needs:
    """What a step asks: texts and choices by label, and questions to be answered with yes."""

    texts: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[str, ...] = ()


KAPPEN = {
    "Volledigheid": Needs(
        {"Boomsoort": "Berk", "Stamomtrek in cm": "110"},
        {"Reden": "overlast"},
        ("Staat de boom op de tekening?", "Is de aanvrager eigenaar van de grond?"),
    ),
    "Onderzoek ter plaatse": Needs(
        questions=("Broeden er vogels in de boom?", "Staat de boom op de lijst van bijzondere bomen?")
    ),
}
PARKEREN = {
    "Controle": Needs(
        {"Kenteken": "AB-123-C"},
        {"Zone": "Havenkwartier"},
        ("Woont de aanvrager in het centrum?", "Staat de auto op naam van de aanvrager?"),
    ),
    "Afgehandeld": Needs({"Geldig tot en met": "2027-11-24"}),
}


@dataclass(frozen=True)
class Dossier:
    """Where the desk shows a zaak."""

    uuid: UUID
    path: str


def sign_in(visit: Visit, name: str = "fatima") -> None:
    """From the address of the desk by the worklist to the list of open zaken."""
    visit.open("/werk/")
    visit.arrives_at("Inloggen op de werkplek")
    visit.look()
    visit.hands.write("Gebruikersnaam", name)
    visit.hands.write("Wachtwoord", WACHTWOORD)
    visit.hands.press("button", "Inloggen")
    visit.arrives_at("Werkvoorraad")
    visit.look()
    visit.hands.press("link", "Zaken")
    visit.arrives_at("Open zaken")
    visit.look()


def filter_the_list(visit: Visit) -> None:
    """Only what is late of one zaaktype, and back to everything."""
    rows = visit.page.locator("tbody tr")
    everything = rows.count()
    visit.hands.choose("Zaaktype", "Omgevingsvergunning kappen boom")
    visit.hands.choose("Termijn", "Te laat")
    visit.hands.press("button", "Filter")
    visit.page.wait_for_url(re.compile("zaaktype=KAPPEN.*term=te-laat"))
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Kappen van een scheve den, Kerkstraat 4")
    visit.look()
    visit.hands.press("link", "Wis filters")
    expect(rows).to_have_count(everything)


def register(visit: Visit, request: Request) -> Dossier:
    """A new zaak with its applicant; ends on its dossier."""
    visit.hands.press("link", "Nieuwe zaak")
    visit.arrives_at("Nieuwe zaak")
    visit.look()
    start(visit, request)
    visit.hands.write("Omschrijving", request.omschrijving)
    visit.look()
    visit.hands.press("button", "Maak zaak aan")
    visit.arrives_at(request.omschrijving)
    visit.reads("De zaak is aangemaakt:", request.naam)
    path = visit.page.url.removeprefix(visit.address).partition("#")[0]
    return Dossier(UUID(path.rstrip("/").rpartition("/")[2]), path)


def start(visit: Visit, request: Request) -> None:
    """The first two steps of a new zaak: its type, and somebody the source does not know."""
    visit.hands.press("button", re.compile(f"^{re.escape(request.zaaktype)}"))
    visit.hands.write("Burgerservicenummer, KVK-nummer of naam", request.bsn)
    visit.look()
    visit.hands.press("button", "Zoek aanvrager")
    visit.reads("kent niemand met dit nummer")
    visit.hands.write("Naam van de aanvrager", request.naam)
    visit.look()
    visit.hands.press("button", "Ga verder met dit nummer")


def prepare(visit: Visit, needs: Needs) -> None:
    """Gives the next step of the dossier on screen what it asks, where it is asked."""
    for label, text in needs.texts.items():
        visit.hands.write(label, text)
    for label, option in needs.choices.items():
        visit.hands.choose(label, option)
    if needs.texts or needs.choices:
        visit.hands.press("button", "Bewaar gegevens")
        visit.reads("bewaard.")
    for question in needs.questions:
        visit.hands.answer(question, "Ja")
    if needs.questions:
        visit.hands.press("button", "Bewaar antwoorden")
        visit.reads("bewaard.")


def add_document(visit: Visit, soort: str, titel: str, file: Path, *, definitief: bool) -> UUID:
    """A document in the dossier on screen; ends on its overview."""
    visit.hands.press("link", DOCUMENTS)
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
    visit.reads("definitief" if definitief else "in bewerking")
    link = visit.page.get_by_role("link", name=re.compile(rf"^{re.escape(titel)} \("))
    found = UUID(str(link.get_attribute("href")).rpartition("/")[2])
    visit.hands.press("link", "Overzicht")
    return found


def set_status(visit: Visit, step: str, toelichting: str = "") -> None:
    """The next status of the dossier on screen, which the desk itself proposes."""
    visit.hands.press("link", f"Zet op {step}")
    visit.arrives_at("Wat is de volgende stap?")
    visit.look()
    visit.hands.pick(step)
    visit.hands.write("Toelichting", toelichting)
    visit.hands.press("button", "Zet status")
    visit.reads(f"De status is gezet: {step}.")


def cannot_close(visit: Visit, dossier: Dossier, reason: str) -> None:
    """The page for closing says why it cannot be done, and its button is off."""
    visit.open(f"{dossier.path}afhandelen")
    visit.reads("Afhandelen kan nog niet: 1 punt ontbreekt", reason)
    visit.look()
    closing = visit.page.get_by_role("button", name="Handel de zaak af")
    expect(closing).to_have_attribute("aria-disabled", "true")
    expect(closing).to_have_accessible_description("Eerst de punten bovenaan oplossen.")
    visit.open(dossier.path)


def close(visit: Visit, resultaat: str, toelichting: str) -> None:
    """Closes the dossier on screen with an outcome."""
    visit.hands.press("link", "Handel de zaak af")
    choose_outcome(visit, resultaat, toelichting)


def choose_outcome(visit: Visit, resultaat: str, toelichting: str) -> None:
    """On the page for closing: the outcome, and done."""
    visit.arrives_at("Zaak afhandelen")
    visit.look()
    visit.hands.pick(resultaat)
    visit.hands.write("Toelichting", toelichting)
    visit.hands.press("button", "Handel de zaak af")
    visit.reads(f"De zaak is afgehandeld: {resultaat}.")
