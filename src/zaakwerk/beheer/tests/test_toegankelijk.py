"""The operators' screens in the browser: no axe fault and no sideways scrolling, desk and phone."""

import base64
import re
import time
from typing import Any

import pytest
from django_otp.oath import hotp
from playwright.sync_api import Page, ViewportSize

from tests.browsers import accessibility_faults
from zaakwerk.autorisaties import tweede_factor
from zaakwerk.beheer.tests.people import employee, make_applicatie, make_types

pytestmark = pytest.mark.django_db(transaction=True)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZES = (ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844))


def check(page: Page) -> None:
    """The page as it stands, in both sizes."""
    for size in SIZES:
        page.set_viewport_size(size)
        assert accessibility_faults(page) == []
        assert page.evaluate(SIDEWAYS) <= 0, page.url


def sign_in(page: Page, address: str) -> None:
    """To a page as somebody who manages rights: the first time with setting up the second factor."""
    page.goto(address)
    check(page)
    page.get_by_label("Gebruikersnaam").fill("beheer")
    page.get_by_label("Wachtwoord").fill("een-lang-wachtwoord")
    page.get_by_role("button", name="Inloggen").click()
    check(page)
    assert page.locator(".zw-instel__qr").evaluate("picture => picture.naturalWidth") > 0
    secret = "".join(page.locator(".zw-instel__sleutel").inner_text().split())
    step = int(time.time()) // tweede_factor.STEP
    page.get_by_label("Code uit de app").fill(f"{hotp(base64.b32decode(secret), step):06d}")
    page.get_by_role("button", name="Stel in").click()
    check(page)
    page.get_by_role("link", name="Ik heb de codes bewaard").click()
    assert page.url == address


def test_people_teams_and_roles_are_managed_by_keyboard_and_phone(page: Page, live_server: Any) -> None:
    make_types()
    employee(name="beheer")
    sign_in(page, f"{live_server.url}/beheer/")
    check(page)
    page.get_by_role("link", name="Groepen").click()
    check(page)
    page.get_by_role("link", name="Nieuwe groep").click()
    page.get_by_label("Naam", exact=True).fill("Vergunningen")
    check(page)
    page.get_by_role("button", name="Sla op").click()
    check(page)
    page.goto(f"{live_server.url}/beheer/medewerkers/nieuw")
    page.get_by_label("Gebruikersnaam").fill("noor")
    page.get_by_label("Voornaam").fill("Noor")
    page.get_by_label("Achternaam").fill("Haddad")
    page.get_by_label("Vergunningen").check()
    check(page)
    page.get_by_role("button", name="Voeg medewerker toe").press("Enter")
    check(page)
    page.get_by_role("link", name="Geef een rol").click()
    page.get_by_label("Welke rol?").select_option("behandelaar")
    check(page)
    page.get_by_role("button", name="Geef de rol").click()
    check(page)
    page.get_by_role("link", name="Waarom mag deze medewerker").click()
    page.get_by_label("Met welke zaak?").fill("ZAAK-9")
    page.get_by_role("button", name="Vraag het na").click()
    check(page)
    page.goto(f"{live_server.url}/beheer/medewerkers/")
    check(page)
    page.goto(f"{live_server.url}/werk/account/")
    check(page)
    page.get_by_role("link", name="Wijzig wachtwoord").click()
    check(page)


def test_an_operator_goes_through_every_screen(page: Page, live_server: Any) -> None:
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    make_types()
    make_applicatie()
    employee(name="beheer")
    sign_in(page, f"{live_server.url}/beheer/applicaties/")
    check(page)
    page.get_by_role("link", name="Nieuwe applicatie").click()
    check(page)
    page.get_by_label("Naam").fill("Open formulieren")
    page.get_by_label("Client-id").fill("open-formulieren")
    page.get_by_role("button", name="Maak applicatie").click()
    check(page)
    page.get_by_role("link", name="Ik heb het geheim opgeslagen").click()
    check(page)
    address = page.url
    page.get_by_role("link", name="Recht toevoegen").click()
    check(page)
    page.get_by_role("link", name="Zaken API").click()
    page.get_by_role("button", name="Sla op").click()
    check(page)
    page.get_by_label("Zaken lezen, met alles wat erbij hoort").check()
    page.get_by_label("Waarvoor?").select_option(index=1)
    page.get_by_label("Tot en met welke vertrouwelijkheid?").select_option("intern")
    page.get_by_role("button", name="Sla op").click()
    check(page)
    page.get_by_role("link", name=re.compile("Wat mag deze client")).click()
    check(page)
    page.get_by_label("Wat wil de client doen?").select_option("zrc:zaken.lezen")
    page.get_by_label("Met welk type?").select_option(index=1)
    page.get_by_role("button", name="Vraag het na").click()
    assert page.get_by_text("Ja, dit mag").is_visible()
    check(page)
    for part in ("wijzigen", "verwijderen", "clients/nieuw"):
        page.goto(f"{address}{part}")
        check(page)
    assert [said for said in complaints if "400" not in said] == []
