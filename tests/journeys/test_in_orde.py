"""Journeys to what stands in the way of closing: by eye, by keyboard, and without scripts."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.hands import Keyboard
from tests.journeys.municipality import Municipality
from zaakwerk.zgw import clock

MEND = re.compile("^Status en rechten")
SQUARE = (
    '{"type": "Polygon", "coordinates": '
    "[[[5.2171, 52.5486], [5.2179, 52.5486], [5.2179, 52.5491], [5.2171, 52.5491], [5.2171, 52.5486]]]}"
)


@pytest.fixture
def zaak(municipality: Municipality) -> Any:
    """A zaak in its second step, with a besluit of which the rights of use are not known."""
    zaaktype = municipality.zaaktype("KAPPEN")
    made = municipality.register(zaaktype, "Kappen van een wilg")
    municipality.add_initiator(made, zaaktype, "999990019")
    municipality.set_status(made, municipality.part("statustypen", zaaktype, "Besluit voorbereiden"))
    made["stuk"] = municipality.add_document(
        made, "Besluit", "Besluit over de wilg", b"Mag weg.", "in_bewerking", indicatieGebruiksrecht=None
    )
    return made


def test_what_blocks_closing_is_shown_with_its_reason_and_its_way_out(
    new_visit: NewVisit, municipality: Municipality, zaak: Any
) -> None:
    visit, address = new_visit(), f"/werk/zaken/{zaak['uuid']}/"
    document = zaak["stuk"]["url"].rpartition("/")[2]
    desk.sign_in(visit)
    with municipality.checked_out(document):
        visit.open(f"{address}?tab=documenten")
        visit.reads("gebruiksrechten onbekend", "op slot")
        visit.look()
        visit.hands.press("link", MEND)
        visit.arrives_at("Besluit over de wilg")
        visit.reads("Alleen wie het slot zette, of een coördinator, haalt het eraf.")
        expect(visit.page.get_by_role("button", name="Haal van het slot")).to_have_attribute(
            "aria-disabled", "true"
        )
        visit.look()
    visit.open(f"{address}besluiten/nieuw")
    visit.look()
    visit.hands.write("Genomen op", f"{clock.today().year + 1}-01-01")
    visit.hands.press("button", "Leg het besluit vast")
    visit.reads("De datum van het besluit ligt in de toekomst.")
    visit.look()
    visit.open(f"{address}plek")
    visit.look()
    visit.hands.write("Waar gaat de zaak over?", "5.2181, 52.5504")
    visit.hands.press("button", "Bewaar de plek")
    visit.reads("De getallen lijken omgedraaid")
    visit.hands.write("Waar gaat de zaak over?", SQUARE)
    visit.hands.press("button", "Bewaar de plek")
    visit.reads("De plek is bewaard.", "Een vlak van ongeveer")
    visit.look()
    visit.hands.press("link", "Wijzig de plek")
    visit.arrives_at("Plek wijzigen")
    visit.look()


def test_a_document_is_mended_and_a_besluit_recorded_by_keyboard(new_visit: NewVisit, zaak: Any) -> None:
    visit, address = new_visit(inspects=False), f"/werk/zaken/{zaak['uuid']}/"
    desk.sign_in(visit)
    visit.hands = Keyboard(visit.page)
    visit.open(f"{address}?tab=documenten")
    visit.hands.press("link", MEND)
    visit.arrives_at("Besluit over de wilg")
    visit.hands.pick("Nee")
    visit.hands.press("button", "Leg gebruiksrechten vast")
    visit.reads("De gebruiksrechten van Besluit over de wilg zijn vastgelegd.")
    visit.misses("gebruiksrechten onbekend")
    visit.open(f"{address}besluiten/nieuw")
    visit.hands.write("Verzonden op", str(clock.today()))
    visit.hands.press("button", "Leg het besluit vast")
    visit.reads("Reageren kan tot en met", "Besluit over de wilg")


def test_a_document_is_mended_and_a_place_set_without_scripts(
    new_visit: NewVisit, municipality: Municipality, zaak: Any
) -> None:
    visit, address = new_visit(inspects=False, java_script_enabled=False), f"/werk/zaken/{zaak['uuid']}/"
    desk.sign_in(visit)
    visit.open(f"{address}?tab=documenten")
    visit.hands.press("link", MEND)
    visit.hands.press("button", "Maak definitief")
    visit.reads("Besluit over de wilg is nu definitief.")
    visit.open(f"{address}?tab=relaties")
    visit.hands.press("link", "Zet de plek")
    visit.hands.write("Waar gaat de zaak over?", "52,5504; 5,2181")
    visit.hands.press("button", "Bewaar de plek")
    visit.reads("De plek is bewaard.", "Eén punt.")
    visit.hands.press("button", "Ongedaan maken")
    assert municipality.zaak(zaak["uuid"])["zaakgeometrie"] is None
