"""Journeys in a dossier: two colleagues, a lost session, undo, keys, and every page by eye."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.municipality import Municipality
from zaakwerk.demo.people import WACHTWOORD

PLACE = {"type": "Point", "coordinates": [5.2181, 52.5504]}
PAGES = (
    "gegevens",
    "notities/nieuw",
    "betrokkenen/nieuw",
    "relaties/nieuw",
    "taken/nieuw",
    "status",
    "afhandelen",
)


@pytest.fixture
def zaak(municipality: Municipality) -> Any:
    """A zaak of today in its first step, with a place."""
    zaaktype = municipality.zaaktype("KAPPEN")
    made = municipality.register(zaaktype, "Kappen van een linde", zaakgeometrie=PLACE)
    municipality.add_initiator(made, zaaktype, "999990019")
    municipality.set_status(made, municipality.part("statustypen", zaaktype, "Ontvangen"))
    return made


def test_every_page_of_a_dossier_is_in_order_at_the_desk_and_on_a_phone(
    new_visit: NewVisit, zaak: Any
) -> None:
    visit = new_visit()
    desk.sign_in(visit)
    for name in PAGES:
        assert visit.open(f"/werk/zaken/{zaak['uuid']}/{name}") == 200
        visit.look()
    for tab in (
        "overzicht",
        "documenten",
        "taken",
        "betrokkenen",
        "besluiten",
        "relaties",
        "notities",
        "tijdlijn",
    ):
        assert visit.open(f"/werk/zaken/{zaak['uuid']}/?tab={tab}") == 200
        visit.look()


def test_two_colleagues_see_each_other_and_neither_overwrites_the_other(
    new_visit: NewVisit, zaak: Any
) -> None:
    address = f"/werk/zaken/{zaak['uuid']}/"
    fatima, lotte = new_visit(inspects=False), new_visit()
    desk.sign_in(fatima)
    desk.sign_in(lotte, "lotte")
    fatima.open(address)
    lotte.open(address)
    lotte.reads("Nu ook hier", "Fatima el Amrani")
    fatima.hands.write("Boomsoort", "Linde")
    lotte.hands.write("Boomsoort", "Beuk")
    fatima.hands.press("button", "Bewaar gegevens")
    fatima.reads("1 gegeven is bewaard.")
    lotte.hands.press("button", "Bewaar gegevens")
    lotte.reads("Een collega was u voor", "Linde", "Beuk")
    lotte.look()
    fatima.open(f"{address}?tab=tijdlijn")
    fatima.reads("Eigenschap toegevoegd: Boomsoort: Linde")


def test_what_is_typed_survives_a_lost_session(new_visit: NewVisit, zaak: Any) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    visit.open(f"/werk/zaken/{zaak['uuid']}/notities/nieuw")
    visit.hands.write("Onderwerp", "Gebeld")
    visit.hands.write("Notitie", "Mevrouw belt morgen terug")
    visit.page.context.clear_cookies(name="zaakwerk")
    visit.hands.press("button", "Bewaar notitie")
    visit.arrives_at("Inloggen op de werkplek")
    visit.hands.write("Gebruikersnaam", "fatima")
    visit.hands.write("Wachtwoord", WACHTWOORD)
    visit.hands.press("button", "Inloggen")
    visit.arrives_at("Notitie schrijven")
    visit.reads("Wat u eerder typte is teruggezet")
    visit.inspects = True
    visit.look()
    visit.hands.press("button", "Bewaar notitie")
    visit.reads("De notitie is bewaard.", "Mevrouw belt morgen terug")


def test_typing_is_kept_within_ten_seconds_without_sending(new_visit: NewVisit, zaak: Any) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    visit.open(f"/werk/zaken/{zaak['uuid']}/notities/nieuw")
    visit.hands.write("Notitie", "Nog niet af")
    expect(visit.page.get_by_text("Concept bewaard om")).to_be_visible(timeout=15_000)
    visit.open(f"/werk/zaken/{zaak['uuid']}/")
    visit.open(f"/werk/zaken/{zaak['uuid']}/notities/nieuw")
    expect(visit.page.get_by_role("textbox", name="Notitie")).to_have_value("Nog niet af")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_note_is_undone_without_being_asked_first(new_visit: NewVisit, zaak: Any, scripts: bool) -> None:
    visit = new_visit(inspects=scripts, java_script_enabled=scripts)
    desk.sign_in(visit)
    visit.open(f"/werk/zaken/{zaak['uuid']}/?tab=notities")
    visit.hands.write("Onderwerp", "Vergissing")
    visit.hands.write("Notitie", "Hoort bij een andere zaak")
    visit.hands.press("button", "Bewaar notitie")
    visit.reads("Hoort bij een andere zaak")
    visit.look()
    visit.hands.press("button", "Ongedaan maken")
    visit.reads("Ongedaan gemaakt.", "Nog geen notities")
    visit.misses("Hoort bij een andere zaak")


def test_single_keys_go_where_the_list_of_keys_says(new_visit: NewVisit, zaak: Any) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    address = f"/werk/zaken/{zaak['uuid']}/"
    visit.open(address)
    keys = visit.page.keyboard
    keys.press("?")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    keys.press("2")
    visit.page.wait_for_url("**/?tab=documenten")
    keys.press("h")
    visit.page.wait_for_url("**/?tab=tijdlijn")
    keys.press("j")
    assert visit.page.evaluate("Boolean(document.activeElement.closest('[data-rij]'))")
    keys.press("/")
    expect(visit.page.get_by_label("Zoek in zaken, personen en documenten")).to_be_focused()
    keys.type("2dh.")
    assert visit.page.url.endswith("?tab=tijdlijn")
    visit.open(address)
    keys.press("d")
    visit.arrives_at("Document toevoegen")
    visit.open(address)
    keys.press(".")
    visit.arrives_at("Gegevens wijzigen")
    visit.open("/werk/toetsen")
    visit.hands.press("button", "Zet losse toetsen uit")
    visit.open(address)
    keys.press("2")
    visit.page.wait_for_timeout(300)
    assert visit.page.url.endswith(address)


def test_the_difference_of_an_event_comes_on_demand_and_has_an_address(
    new_visit: NewVisit, zaak: Any
) -> None:
    visit = new_visit()
    desk.sign_in(visit)
    visit.open(f"/werk/zaken/{zaak['uuid']}/?tab=tijdlijn")
    visit.page.get_by_role("link", name="Wat veranderde?").first.click()
    expect(visit.page.get_by_role("table")).to_be_visible()
    visit.look()
    visit.page.locator(".zw-timeline__link").first.click()
    visit.reads("Eén gebeurtenis")
    visit.look()
