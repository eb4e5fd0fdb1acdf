"""Journey of somebody who comes by: the front door, what lies behind it, and the door of the operators."""

import pytest
import urllib3
from playwright.sync_api import expect

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.visits import Visit
from tests.servers import Server
from zaakwerk.demo.people import MEDEWERKERS, WACHTWOORD

# Django's own pages of the admin have no heading of the first level, and name no icon.
THEIRS = ("page-has-heading-one",)


def test_the_front_door_leads_to_both_faces_and_names_the_accounts(visit: Visit) -> None:
    visit.open("/")
    visit.arrives_at("Elke zaak van aanvraag tot archief")
    visit.reads(*(found.naam for found in MEDEWERKERS), WACHTWOORD)
    visit.look()
    visit.hands.press("link", "Werkplek")
    visit.arrives_at("Inloggen op de werkplek")
    visit.reads("Wachtwoord voor iedereen:")
    visit.open("/")
    visit.hands.press("link", "Mijn zaken")
    visit.arrives_at("Inloggen bij Mijn zaken")


def test_every_openapi_document_the_front_door_names_is_there(visit: Visit, demo_server: Server) -> None:
    visit.open("/")
    links = [str(link.get_attribute("href")) for link in visit.page.get_by_role("link", name="openapi").all()]
    assert len(links) >= 5
    with urllib3.PoolManager(retries=False, timeout=10) as pool:
        answers = {link: pool.request("GET", f"{demo_server.address}{link}") for link in links}
    assert {link: answer.status for link, answer in answers.items()} == dict.fromkeys(links, 200)
    assert {str(answer.json()["openapi"])[:2] for answer in answers.values()} == {"3."}


def test_a_page_that_is_not_there_says_so(new_visit: NewVisit) -> None:
    visit = new_visit()
    assert visit.open("/deze/pagina/is/er/niet/") == 404
    visit.arrives_at("Deze pagina bestaat niet")
    visit.look()


@pytest.mark.parametrize(("name", "enters"), [("ravi", True), ("fatima", False)])
def test_the_admin_lets_in_operators_and_nobody_else(new_visit: NewVisit, name: str, enters: bool) -> None:
    visit = new_visit()
    visit.open("/admin/")
    visit.arrives_at("Inloggen op de werkplek")
    visit.hands.write("Gebruikersnaam", name)
    visit.hands.write("Wachtwoord", WACHTWOORD)
    visit.hands.press("button", "Inloggen")
    if enters:
        expect(visit.page.locator("#header")).to_contain_text("Zaakwerk")
        expect(visit.page.get_by_role("link", name="Statussen")).to_be_visible()
        visit.look(ignore=THEIRS)
    else:
        visit.arrives_at("U hebt hier geen toegang toe")
        visit.reads("Deze pagina's zijn voor beheerders.")
        visit.look()


def test_signing_out_closes_the_desk(new_visit: NewVisit) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    visit.page.get_by_text("Fatima el Amrani").first.click()
    visit.hands.press("button", "Uitloggen")
    visit.arrives_at("Inloggen op de werkplek")
    visit.open("/werk/zaken/")
    visit.arrives_at("Inloggen op de werkplek")
