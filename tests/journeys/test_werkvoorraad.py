"""Journeys through the worklist and search: by mouse with scripts, by keyboard alone, and without scripts."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import NewVisit
from tests.journeys.hands import Keyboard
from tests.journeys.visits import Visit
from zaakwerk.demo.people import WACHTWOORD
from zaakwerk.zgw import clock

SANNE_BSN = "999993653"


def sign_in(visit: Visit, name: str) -> None:
    """From the address of the desk to the worklist."""
    visit.open("/werk/")
    visit.arrives_at("Inloggen op de werkplek")
    visit.hands.write("Gebruikersnaam", name)
    visit.hands.write("Wachtwoord", WACHTWOORD)
    visit.hands.press("button", "Inloggen")
    visit.arrives_at("Werkvoorraad")


def rows(visit: Visit) -> int:
    return visit.page.locator("tbody tr").count()


def open_tab(visit: Visit, name: str) -> None:
    """One of the tabs of the worklist, whatever its count."""
    visit.hands.press("link", re.compile(rf"^{name}( \d+)?$"))
    expect(visit.page.get_by_role("link", name=re.compile(rf"^{name}( \d+)?$"))).to_have_attribute(
        "aria-current", "page"
    )


def test_work_is_taken_passed_on_and_given_back(visit: Visit) -> None:
    sign_in(visit, "joris")
    visit.look()
    before = rows(visit)
    visit.page.get_by_role("checkbox").first.check()
    visit.look()
    visit.hands.choose("Toewijzen aan", "Noor Haddad")
    visit.hands.press("button", "Wijs toe")
    visit.reads("1 zaak toegewezen aan Noor Haddad.")
    visit.look()
    expect(visit.page.locator("tbody tr")).to_have_count(before - 1)
    visit.hands.press("button", "Ongedaan maken")
    visit.reads("1 zaak is terug zoals hij was.")
    expect(visit.page.locator("tbody tr")).to_have_count(before)
    for tab in ("Wacht", "Team vrij", "Team alles", "Klaar"):
        open_tab(visit, tab)
        visit.look()


def test_somebody_is_found_by_number_and_the_answer_kept_as_a_list(visit: Visit) -> None:
    sign_in(visit, "fatima")
    visit.hands.press("link", "Zoeken")
    visit.arrives_at("Zoeken")
    visit.look()
    visit.page.locator("#zoekveld").fill(SANNE_BSN)
    visit.page.locator("#zoekveld").press("Enter")
    visit.reads("Zaken met S. de Wit")
    assert SANNE_BSN not in visit.page.url
    visit.look()
    everything = rows(visit)
    visit.page.get_by_role("link", name=re.compile("^Afgehandeld \\d+$")).last.click()
    visit.reads("Open of afgehandeld: Afgehandeld")
    assert 0 < rows(visit) < everything
    visit.page.get_by_text("Bewaar als lijst").click()
    visit.hands.write("Naam van de lijst", "Klaar voor Sanne")
    visit.hands.press("button", "Bewaar lijst")
    visit.arrives_at("Klaar voor Sanne")
    visit.look()
    visit.open("/werk/lijsten/")
    visit.look()
    visit.hands.press("link", "Wijzig Klaar voor Sanne")
    visit.look()
    visit.hands.press("button", "Verwijder de lijst")
    visit.reads("De lijst is verwijderd: Klaar voor Sanne.")


def test_many_zaken_are_done_by_the_worker_while_one_looks_on(visit: Visit) -> None:
    sign_in(visit, "lotte")
    visit.open("/werk/zoeken?stand=open&stand=dicht")
    boxes = visit.page.get_by_role("checkbox", name=re.compile("^Kies "))
    shown = boxes.all()
    for box in (*shown[:12], *shown[-2:]):
        box.check()
    visit.hands.choose("Toewijzen aan", "mijzelf")
    visit.hands.press("button", "Wijs toe")
    visit.arrives_at("Toewijzen aan Lotte Visser")
    expect(visit.page.locator(".zw-opdracht__getal")).to_have_text(re.compile(r"\d+ van 14 gedaan"))
    undo = visit.page.get_by_role("button", name="Ongedaan maken")
    expect(undo).to_be_visible(timeout=30_000)
    visit.reads("Waarom", "De zaak is al afgehandeld.")
    visit.look()
    undo.click()
    visit.arrives_at("Ongedaan maken")
    back = visit.page.locator(".zw-opdracht__getal")
    expect(back).to_have_text(re.compile(r"(\d+) van \1 gedaan"), timeout=30_000)


@pytest.mark.parametrize("way", ["keyboard", "no-scripts"])
def test_a_zaak_sleeps_and_wakes_by_keyboard_and_without_scripts(new_visit: NewVisit, way: str) -> None:
    visit = new_visit(inspects=False, java_script_enabled=way == "keyboard")
    if way == "keyboard":
        visit.hands = Keyboard(visit.page)
    sign_in(visit, "noor")
    before = rows(visit)
    name = visit.page.get_by_role("checkbox").first.evaluate("box => box.labels[0].textContent.trim()")
    visit.hands.tick(str(name))
    visit.hands.write("Waarom wacht het?", "Belt volgende week terug")
    visit.page.get_by_label("Sluimer tot").fill(next_month())
    visit.hands.press("button", "Laat sluimeren")
    visit.reads("1 zaak sluimert.")
    assert rows(visit) == before - 1
    open_tab(visit, "Wacht")
    visit.reads("Belt volgende week terug")
    visit.page.get_by_role("row", name=re.compile("Belt volgende week")).get_by_role("checkbox").check()
    visit.hands.press("button", "Maak wakker")
    open_tab(visit, "Nu")
    assert rows(visit) == before
    visit.hands.press("link", "Zoeken")
    visit.page.locator("#zoekveld").fill("wit")
    visit.page.locator("#zoekveld").press("Enter")
    visit.reads("Personen en bedrijven", "S. de Wit")


def next_month() -> str:
    """A day that is later than today and within a year."""
    return str(clock.today() + timedelta(days=30))


def test_a_taak_stands_among_the_zaken_and_opens_where_it_is_finished(visit: Visit) -> None:
    sign_in(visit, "fatima")
    visit.page.locator("[data-open]").first.click()
    visit.open(f"{visit.page.url.removeprefix(visit.address).partition('?')[0]}?tab=taken")
    visit.hands.press("link", "Zet een taak uit")
    visit.hands.write("Wat moet er gebeuren?", "Vraag de constructeur om advies")
    visit.hands.choose("Voor wie", "Fatima el Amrani")
    visit.page.get_by_label("Uiterlijk klaar op").fill(str(clock.today() + timedelta(days=1)))
    visit.hands.press("button", "Zet de taak uit")
    visit.reads("De taak is uitgezet.")
    visit.open("/werk/")
    visit.reads("Vraag de constructeur om advies", "morgen")
    visit.look()
    visit.hands.press("link", re.compile(r"^Taken \d+$"))
    visit.reads("Vraag de constructeur om advies")
    assert visit.page.get_by_role("checkbox").count() <= visit.page.locator("input[name=kolom]").count()
    visit.look()
    visit.hands.press("link", re.compile("Vraag de constructeur"))
    assert "tab=taken" in visit.page.url
    visit.reads("Vraag de constructeur om advies")
