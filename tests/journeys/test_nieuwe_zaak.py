"""Journey of a phone call: from a known person to a dossier, with scripts, by keys, and without scripts."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.hands import Keyboard
from tests.journeys.municipality import Municipality

TYPE = re.compile("^Melding openbare ruimte")
SANNE = "999993653"


def call(visit: Any, omschrijving: str) -> None:
    """What is typed while somebody is on the phone."""
    visit.hands.press("link", "Nieuwe zaak")
    visit.hands.press("button", TYPE)
    visit.hands.write("Burgerservicenummer, KVK-nummer of naam", SANNE)
    visit.hands.press("button", "Zoek aanvrager")
    visit.look()
    visit.hands.press("button", "Kies S. de Wit")
    visit.reads("Open zaken van deze aanvrager", "Loopt deze zaak al?")
    visit.look()
    visit.hands.write("Omschrijving", omschrijving)
    visit.hands.press("button", "Maak zaak aan")
    visit.arrives_at(omschrijving)


@pytest.mark.parametrize("way", ["scripts", "keyboard", "bare"])
def test_a_call_becomes_a_zaak_with_the_next_action_in_focus(
    new_visit: NewVisit, municipality: Municipality, way: str
) -> None:
    visit = new_visit(inspects=way == "scripts", java_script_enabled=way != "bare")
    if way == "keyboard":
        visit.hands = Keyboard(visit.page)
    omschrijving = f"Losse stoeptegel ({way})"
    desk.sign_in(visit, "joris")
    call(visit, omschrijving)
    visit.reads("De zaak is aangemaakt:", "S. de Wit", "BSN •••••3653")
    assert SANNE not in visit.page.url
    if way != "bare":
        expect(visit.page.locator("#volgende-actie")).to_be_focused()
    visit.look()


def test_a_type_is_found_by_a_word_and_a_registration_left_half_way_waits(new_visit: NewVisit) -> None:
    visit = new_visit()
    desk.sign_in(visit, "joris")
    visit.hands.press("link", "Nieuwe zaak")
    visit.hands.write("Zoek op naam of trefwoord", "bestaat niet")
    visit.hands.press("button", "Zoek zaaktype")
    visit.reads("Geen zaaktype met ‘bestaat niet’")
    visit.look()
    visit.hands.press("link", "Toon alle zaaktypen")
    visit.hands.press("button", TYPE)
    visit.hands.press("button", "Ga verder zonder aanvrager")
    visit.hands.press("link", "Nieuwe zaak")
    visit.reads("Nog niet af", "Melding openbare ruimte")
    visit.look()


def test_a_zaak_with_its_document_in_one_go(new_visit: NewVisit, tmp_path: Any) -> None:
    letter = tmp_path / "foto.txt"
    letter.write_text("Een foto van de tegel")
    visit = new_visit()
    desk.sign_in(visit, "joris")
    visit.hands.press("link", "Nieuwe zaak")
    visit.hands.press("button", TYPE)
    visit.hands.press("button", "Ga verder zonder aanvrager")
    visit.hands.write("Omschrijving", "Tegel met foto")
    visit.hands.press("button", "Eerst een document toevoegen")
    visit.look()
    visit.hands.hand_over("Bestand", letter)
    visit.hands.choose("Soort document", "Foto")
    visit.hands.write("Titel", "Foto van de tegel")
    visit.hands.press("button", "Maak zaak aan met dit document")
    visit.arrives_at("Tegel met foto")
    visit.hands.press("link", desk.DOCUMENTS)
    visit.reads("Foto van de tegel")
