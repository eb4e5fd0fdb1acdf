"""Journey of a behandelaar by keyboard alone: everything is reached with Tab and shows its focus."""

from pathlib import Path

from tests.journeys import desk
from tests.journeys.conftest import NewVisit
from tests.journeys.hands import Keyboard
from tests.journeys.municipality import BSN, in_words, in_years
from zaakwerk.zgw import clock

REQUEST = desk.Request("Parkeervergunning bewoners", "Parkeren zonder muis", BSN, "Toetsen")


def test_a_zaak_goes_from_request_to_archive_date_by_keyboard(new_visit: NewVisit, tmp_path: Path) -> None:
    visit = new_visit(inspects=False)
    visit.hands = Keyboard(visit.page)
    letter = tmp_path / "brief.txt"
    letter.write_text("Graag een vergunning.")
    desk.sign_in(visit)
    desk.filter_the_list(visit)
    desk.register(visit, REQUEST)
    desk.add_document(visit, "Aanvraagformulier", "Aanvraag met de hand", letter, definitief=True)
    desk.prepare(visit, desk.PARKEREN["Controle"])
    desk.set_status(visit, "Controle", "Alles klopt.")
    desk.add_document(visit, "Besluit", "Besluit", letter, definitief=True)
    desk.prepare(visit, desk.PARKEREN["Afgehandeld"])
    desk.close(visit, "Geweigerd", "Er is geen plaats meer.")
    visit.reads(f"De zaak wordt bewaard tot {in_words(in_years(clock.today(), 5))} en daarna vernietigd.")


def test_the_first_tab_offers_to_skip_to_the_content(new_visit: NewVisit) -> None:
    visit = new_visit(inspects=False)
    desk.sign_in(visit)
    visit.open("/werk/zaken/")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.textContent.trim()") == "Naar de inhoud"
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "inhoud"
