"""The check of frames on screen: for who designs zaaktypen, in words, for few statements, for everybody."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page, ViewportSize

from tests.browsers import accessibility_faults
from zaakwerk.beheer.tests.people import browser, employee
from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.tests import builders
from zaakwerk.kader.models import Overgang, Poort

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def make_frame(identificatie: str = "MOR-1") -> ZaakType:
    """A zaaktype whose frame has a fault of its own."""
    zaaktype = builders.make_zaaktype(identificatie=identificatie)
    first, second, *_, last = builders.STATUSTYPEN
    Overgang.objects.create(zaaktype=zaaktype, van=second, naar="Weg", soort="volgend")
    Overgang.objects.create(zaaktype=zaaktype, van=first, naar=last, soort="afbreken", rol="behandelaar")
    Poort.objects.create(zaaktype=zaaktype, stap=second, soort="deelzaak")
    return zaaktype


@pytest.mark.django_db
def test_the_list_names_what_is_wrong_and_leads_to_the_frame() -> None:
    zaaktype, client = make_frame(), browser("zaaktypebeheerder")
    listed = client.get("/beheer/kaders/").content.decode()
    assert "noemt de stap ‘Weg’, en die is er niet." in listed
    assert f"/beheer/kaders/{zaaktype.uuid}/" in listed
    shown = client.get(f"/beheer/kaders/{zaaktype.uuid}/").content.decode()
    for words in (
        "Eigenschap: Locatie",
        "Deelzaak: alle",
        "Wie in deze zaak behandelaar is.",
        "Nergens heen.",
    ):
        assert words in shown, words


@pytest.mark.django_db
def test_who_does_not_design_zaaktypen_hears_why_not() -> None:
    for rol in ("behandelaar", "auditor"):
        answer = browser(rol).get("/beheer/kaders/")
        assert answer.status_code == 403
        assert "catalogi" in answer.content.decode()
    assert browser().get("/beheer/kaders/6ba7b810-9dad-41d1-80b4-00c04fd430c8/").status_code == 404


@pytest.mark.django_db
def test_many_zaaktypen_cost_as_many_statements_as_one() -> None:
    client = browser("zaaktypebeheerder")

    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/beheer/kaders/").status_code == 200
        return len(captured)

    make_frame()
    few = statements()
    for number in range(6):
        make_frame(f"MOR-{number + 2}")
    assert statements() == few <= 20


@pytest.mark.django_db(transaction=True)
def test_the_pages_have_no_axe_fault_and_fit_a_phone(page: Page, live_server: Any) -> None:
    zaaktype = make_frame()
    employee("zaaktypebeheerder", "ontwerper")
    page.goto(f"{live_server.url}/beheer/kaders/")
    page.get_by_label("Gebruikersnaam").fill("ontwerper")
    page.get_by_label("Wachtwoord").fill("een-lang-wachtwoord")
    page.get_by_role("button", name="Inloggen").click()
    for address in ("/beheer/kaders/", f"/beheer/kaders/{zaaktype.uuid}/"):
        for size in (ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)):
            page.set_viewport_size(size)
            page.goto(f"{live_server.url}{address}")
            assert accessibility_faults(page) == []
            assert page.evaluate(SIDEWAYS) <= 0
