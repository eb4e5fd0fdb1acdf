"""Signing in and asking for a zaak in the browser: no axe fault, no sideways scrolling, desk and phone."""

import base64
import time
from typing import Any

import pytest
from django_otp.oath import hotp
from playwright.sync_api import Page, ViewportSize

from tests.browsers import accessibility_faults
from zaakwerk.autorisaties import tweede_factor
from zaakwerk.autorisaties.models import Medewerker, Toekenning
from zaakwerk.zaken.tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZES = (ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900))
PASSWORD = "een-lang-wachtwoord"


def check(page: Page) -> None:
    """The page as it stands, in both sizes."""
    for size in SIZES:
        page.set_viewport_size(size)
        assert accessibility_faults(page) == []
        assert page.evaluate(SIDEWAYS) <= 0, page.url


def person(name: str, first_name: str, rol: str = "") -> Medewerker:
    made = Medewerker.objects.create_user(name, password=PASSWORD, first_name=first_name)
    if rol:
        Toekenning.objects.create(medewerker=made, rol=rol)
    return made


def sign_in(page: Page, address: str, name: str) -> None:
    page.context.clear_cookies()
    page.goto(address)
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_label("Wachtwoord").press("Enter")


def test_a_second_step_by_keyboard_and_a_wrong_code_first(page: Page, live_server: Any) -> None:
    secret = tweede_factor.make_secret()
    tweede_factor.set_up(person("lotte", "Lotte"), secret, 0)
    sign_in(page, f"{live_server.url}/werk/account/", "lotte")
    page.get_by_label("Code", exact=True).fill("000000")
    page.keyboard.press("Enter")
    page.get_by_text("Deze code klopt niet").first.wait_for()
    check(page)
    step = int(time.time()) // tweede_factor.STEP
    page.get_by_label("Code", exact=True).fill(f"{hotp(base64.b32decode(secret), step):06d}")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Mijn account").wait_for()


def test_a_zaak_out_of_reach_is_asked_for_and_given(page: Page, live_server: Any) -> None:
    world = World()
    zaak = world.zaak(omschrijving="Eik kappen")
    person("gast", "Willem")
    person("lotte", "Lotte", "coordinator")
    address = f"{live_server.url}/werk/zaken/{zaak['uuid']}/"
    sign_in(page, address, "gast")
    page.get_by_role("heading", name="U hebt hier geen toegang toe").wait_for()
    check(page)
    page.get_by_role("link", name="Vraag toegang").click()
    page.get_by_label("Waarom hebt u deze zaak nodig?").fill("Nodig voor het bezwaar van de buren.")
    check(page)
    page.get_by_role("button", name="Vraag toegang").click()
    sign_in(page, f"{live_server.url}/werk/toegang/", "lotte")
    page.get_by_text("Nodig voor het bezwaar").wait_for()
    check(page)
    page.get_by_role("link", name="Beslis").click()
    page.get_by_label("Ja, deze collega mag de zaak lezen").check()
    check(page)
    page.get_by_role("button", name="Leg het besluit vast").click()
    page.get_by_text("Willem kan de zaak zien").wait_for()
    check(page)
    page.goto(f"{address}wie")
    check(page)
    sign_in(page, address, "gast")
    page.get_by_role("heading", name="Eik kappen").wait_for()
