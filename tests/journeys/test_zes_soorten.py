"""Journeys of the six kinds of work: each zaak goes from first step to end without leaving the desk."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.desk import Needs
from tests.journeys.municipality import BSN
from tests.journeys.visits import Visit
from zaakwerk.zgw import clock


@dataclass(frozen=True)
class Stap:
    """A step: what it asks, and the kinds of documents that must be there before it."""

    naam: str
    needs: Needs = field(default_factory=Needs)
    stukken: tuple[str, ...] = ()


@dataclass(frozen=True)
class Soort:
    """A kind of work: by whom, as which zaaktype, along which steps, and how it ends."""

    wie: str
    zaaktype: str
    omschrijving: str
    stappen: tuple[Stap, ...]
    resultaat: str
    voor_het_einde: tuple[str, ...] = ()
    gegevens_voor_het_einde: Mapping[str, str] = field(default_factory=dict)
    besluittype: str = ""


SOORTEN = (
    Soort(
        "fatima",
        "Omgevingsvergunning kappen boom",
        "Kappen van een es, Molenweg 9",
        (
            Stap("Volledigheid", desk.KAPPEN["Volledigheid"], ("Tekening",)),
            Stap("Onderzoek ter plaatse", desk.KAPPEN["Onderzoek ter plaatse"]),
            Stap("Besluit voorbereiden", stukken=("Advies",)),
        ),
        "Verleend",
        ("Besluit",),
        besluittype="Besluit op een aanvraag om te kappen",
    ),
    Soort(
        "noor",
        "Subsidie buurtinitiatief",
        "Een buurtmoestuin op het Molenplein",
        (
            Stap(
                "Beoordelen",
                Needs(
                    {"Bedrag in euro": "900", "Buurt": "Molenkwartier"},
                    questions=("Doet de buurt zelf mee?", "Klopt de begroting?"),
                ),
                ("Plan", "Begroting"),
            ),
            Stap("Besluit voorbereiden", Needs({"Plan klaar op": "2027-06-01"})),
        ),
        "Verstrekt",
        ("Besluit",),
        besluittype="Besluit op een aanvraag om subsidie",
    ),
    Soort(
        "iris",
        "Bezwaar tegen een besluit",
        "Bezwaar tegen een geweigerde dakkapel",
        (
            Stap(
                "Ontvankelijkheid",
                Needs(
                    {"Datum besluit": "2026-11-02", "Reden van bezwaar": "De buren kregen hem wel."},
                    questions=(
                        "Is het bezwaar op tijd ingediend?",
                        "Staat erin waarom de bezwaarmaker het niet eens is met het besluit?",
                        "Is de bezwaarmaker belanghebbende?",
                    ),
                ),
            ),
            Stap("Hoorzitting", Needs(choices={"Wil gehoord worden": "ja"})),
            Stap("Besluit voorbereiden", stukken=("Verslag", "Advies")),
        ),
        "Ongegrond",
        ("Besluit",),
        besluittype="Beslissing op bezwaar",
    ),
    Soort(
        "joris",
        "Melding openbare ruimte",
        "Kapotte lamp bij de Havenkade",
        (Stap("Ingepland", Needs(choices={"Soort": "verlichting"})), Stap("In uitvoering")),
        "Opgelost",
    ),
    Soort(
        "noor",
        "Geheimhouding persoonsgegevens",
        "Geheimhouding voor een gezin",
        (
            Stap(
                "Controle",
                Needs(
                    choices={"Geldt voor": "verzoeker en kinderen"},
                    questions=(
                        "Is vastgesteld wie het verzoek doet?",
                        "Gelden er kinderen onder de zestien mee?",
                    ),
                ),
            ),
        ),
        "Ingewilligd",
        ("Brief",),
        {"Ingangsdatum": "2026-12-01"},
    ),
    Soort(
        "bram",
        "Hulp bij het huishouden",
        "Hulp na een nieuwe heup",
        (
            Stap(
                "Gesprek",
                Needs(
                    {"Datum gesprek": "2026-11-20"},
                    {"Woonsituatie": "alleen"},
                    ("Is een onafhankelijke cliëntondersteuner aangeboden?",),
                ),
            ),
            Stap(
                "Onderzoek",
                Needs(
                    questions=(
                        "Wat kan de aanvrager zelf, met het gezin en met mensen in de buurt?",
                        "Is het verslag toegestuurd?",
                    )
                ),
                ("Verslag",),
            ),
            Stap("Besluit voorbereiden", Needs({"Uren per week": "3"})),
        ),
        "Toegekend",
        ("Besluit",),
        besluittype="Besluit over hulp bij het huishouden",
    ),
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A file to add."""
    path = tmp_path / "stuk.txt"
    path.write_text("Wat er in dit stuk staat.")
    return path


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.zaaktype)
def test_a_zaak_goes_from_its_first_step_to_its_end_without_leaving_the_desk(
    new_visit: NewVisit, paper: Path, soort: Soort
) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit, soort.wie)
    desk.register(visit, desk.Request(soort.zaaktype, soort.omschrijving, BSN, "Testpersoon"))
    for stap in soort.stappen:
        for stuk in stap.stukken:
            add(visit, stuk, paper)
            visit.hands.press("link", "Overzicht")
        desk.prepare(visit, stap.needs)
        desk.set_status(visit, stap.naam)
    desk.prepare(visit, Needs(soort.gegevens_voor_het_einde))
    for stuk in soort.voor_het_einde:
        add(visit, stuk, paper)
    if soort.besluittype:
        decide(visit, soort.besluittype)
    desk.close(visit, soort.resultaat, "Zo is het.")
    visit.reads(f": {soort.resultaat}.")


def add(visit: Visit, stuk: str, paper: Path) -> None:
    """Adds a document by the way that what is needed shows; ends on the list of documents."""
    visit.hands.press("link", re.compile(f"^Voeg toe ?: Document {stuk} is toegevoegd"))
    visit.arrives_at("Document toevoegen")
    visit.hands.hand_over("Bestand", paper)
    visit.hands.choose("Soort document", stuk)
    visit.hands.write("Titel", f"{stuk} van vandaag")
    visit.hands.tick("Dit document is definitief")
    visit.hands.press("button", "Voeg toe")
    visit.reads(f"Het document is toegevoegd: {stuk} van vandaag.")


def decide(visit: Visit, besluittype: str) -> None:
    """Records the besluit from its tab; ends there."""
    visit.hands.press("link", "Besluiten 0")
    visit.hands.press("link", "Leg besluit vast")
    visit.arrives_at("Besluit vastleggen")
    visit.hands.choose("Document met het besluit", "Besluit van vandaag (Besluit)")
    visit.hands.write("Verzonden op", str(clock.today()))
    visit.hands.press("button", "Leg het besluit vast")
    visit.reads(
        f"Het besluit is vastgelegd: {besluittype}.", "Reageren kan tot en met", "Besluit van vandaag"
    )
    expect(visit.page.get_by_role("button", name="Leg besluit vast")).to_have_count(0)
