"""Journeys that end at a closed door: each says plainly what is wrong and what to do."""

import re

import pytest

from tests.journeys import desk, portal
from tests.journeys.conftest import NewVisit
from tests.journeys.municipality import Municipality
from tests.journeys.visits import Visit
from tests.servers import Server
from zaakwerk.demo.people import WACHTWOORD

CITIZEN, OTHER = "999990263", "999990275"
LOWER = """
from zaakwerk.autorisaties.models import Toekenning
Toekenning.objects.filter(medewerker__username="berend").update(max_vertrouwelijkheid=4)
"""


@pytest.fixture(scope="module")
def raadpleger(demo_server: Server) -> str:
    """The name of an employee who may look and do nothing."""
    name = "rosa"
    demo_server.site.zaakwerk("user", "add", name, "--role", "raadpleger", "--password", WACHTWOORD)
    return name


@pytest.fixture(scope="module")
def restricted(demo_server: Server) -> str:
    """The name of a behandelaar for zaken up to zaakvertrouwelijk."""
    name = "berend"
    demo_server.site.zaakwerk("user", "add", name, "--role", "behandelaar", "--password", WACHTWOORD)
    demo_server.site.zaakwerk("manage", "shell", "-v", "0", "-c", LOWER)
    return name


def test_a_wrong_password_says_that_name_and_password_do_not_match(visit: Visit) -> None:
    visit.open("/werk/zaken/")
    visit.hands.write("Gebruikersnaam", "fatima")
    visit.hands.write("Wachtwoord", "verkeerd")
    visit.hands.press("button", "Inloggen")
    visit.reads("Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Let op hoofdletters.")
    assert visit.page.url.startswith(f"{visit.address}/werk/inloggen")
    visit.look()


def test_a_raadpleger_sees_everything_and_reads_why_nothing_can_be_done(
    new_visit: NewVisit, municipality: Municipality, raadpleger: str
) -> None:
    zaaktype = municipality.zaaktype("KAPPEN")
    zaak = municipality.register(zaaktype, "Alleen om te bekijken")
    municipality.set_status(zaak, municipality.part("statustypen", zaaktype, "Ontvangen"))
    visit = new_visit(inspects=False)
    desk.sign_in(visit, raadpleger)
    visit.open(f"/werk/zaken/{zaak['uuid']}/")
    visit.reads("Alleen om te bekijken", "Uw rol mag deze zaak niet wijzigen.")
    visit.inspects = True
    visit.look()
    visit.open(f"/werk/zaken/{zaak['uuid']}/status")
    visit.hands.press("button", "Zet status")
    visit.reads("Hiervoor is het recht", "nodig.")
    visit.look()
    assert municipality.zaak(zaak["uuid"])["status"].endswith(
        municipality.first("/zaken/api/v1/statussen", zaak=zaak["url"])["uuid"]
    )


def test_a_zaak_above_ones_confidentiality_is_refused_with_the_reason(
    new_visit: NewVisit, municipality: Municipality, restricted: str
) -> None:
    zaaktype = municipality.zaaktype("KAPPEN")
    zaak = municipality.register(zaaktype, "Zeer geheim", vertrouwelijkheidaanduiding="zeer_geheim")
    visit = new_visit(inspects=False)
    desk.sign_in(visit, restricted)
    visit.misses("Zeer geheim")
    assert visit.open(f"/werk/zaken/{zaak['uuid']}/") == 403
    visit.arrives_at("U hebt hier geen toegang toe")
    visit.reads("U mag deze zaak niet zien.", "Vraag dan toegang aan uw teamleider")
    visit.misses("Zeer geheim")
    visit.inspects = True
    visit.look()


def test_the_zaak_of_somebody_else_does_not_exist_in_the_portal(
    new_visit: NewVisit, municipality: Municipality
) -> None:
    zaaktype = municipality.zaaktype("KAPPEN")
    zaak = municipality.register(zaaktype, "Van een ander")
    municipality.add_initiator(zaak, zaaktype, OTHER)
    municipality.set_status(zaak, municipality.part("statustypen", zaaktype, "Ontvangen"))
    visit = new_visit(inspects=False)
    portal.sign_in(visit, CITIZEN)
    visit.misses("Van een ander")
    assert visit.open(f"/mijn/zaken/{zaak['uuid']}/") == 404
    visit.arrives_at("Deze pagina bestaat niet")
    visit.reads("Wat u zoekt is er niet, of u mag het niet zien.")
    visit.inspects = True
    visit.look()


def test_an_expired_form_changes_nothing_and_says_what_to_do(new_visit: NewVisit) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    visit.open("/werk/zaken/nieuw")
    visit.hands.press("button", re.compile("^Melding openbare ruimte"))
    visit.hands.press("button", "Ga verder zonder aanvrager")
    visit.hands.write("Omschrijving", "Te lang gewacht")
    visit.page.context.clear_cookies(name="csrftoken")
    visit.hands.press("button", "Maak zaak aan")
    visit.arrives_at("De pagina was verlopen")
    visit.reads("Ga terug, ververs de pagina en verstuur het formulier opnieuw.")
    visit.inspects = True
    visit.look()
    visit.open("/werk/zaken/?q=Te+lang+gewacht")
    visit.reads("0 zaken")


def test_faults_in_a_form_stand_beside_their_fields(new_visit: NewVisit) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    visit.open("/werk/zaken/nieuw")
    visit.hands.press("button", re.compile("^Melding openbare ruimte"))
    visit.hands.write("Burgerservicenummer, KVK-nummer of naam", "123456789")
    visit.hands.press("button", "Zoek aanvrager")
    visit.reads("Dit is geen geldig burgerservicenummer")
    visit.inspects = True
    visit.look()


def test_a_session_of_the_desk_opens_nothing_in_the_portal(new_visit: NewVisit) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    visit.open("/mijn/zaken/")
    visit.arrives_at("Inloggen bij Mijn zaken")
