"""The operators' pages in the browser: no axe fault, no sideways scrolling; they work without a script."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page, ViewportSize
from pytest_playwright.pytest_playwright import CreateContextCallback

from tests.browsers import accessibility_faults
from zaakwerk.autorisaties.commands import add_user
from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.heartbeat import Heartbeat
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.tests.outbox import publish, subscribe
from zaakwerk.zgw.clock import now

pytestmark = pytest.mark.django_db(transaction=True)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZES = {"desk": ViewportSize(width=1280, height=900), "phone": ViewportSize(width=390, height=844)}
ANSWER = "HTTP 503 <html><body><h1>Service Unavailable</h1>De applicatie is in onderhoud.</body></html>"


@pytest.fixture
def zieke() -> Abonnement:
    """A subscriber in pause, with messages given up and waiting, beside two that are well."""
    subscribe("https://zaken.voorbeeldgemeente.nl/api/notificaties", "documenten")
    subscribe("https://mijn.voorbeeldgemeente.nl/meldingen", "zaken", vertrouwelijkheidaanduiding="openbaar")
    made = subscribe("https://formulieren.voorbeeldgemeente.nl/webhooks/zgw/notificaties/inkomend", "zaken")
    for number in range(28):
        publish(
            f"6f1c2d30-0000-4000-8000-0000000000{number:02}", number, vertrouwelijkheidaanduiding="openbaar"
        )
    distribute()
    rows = Aflevering.objects.filter(abonnement=made).order_by("id")
    keys = list(rows.values_list("pk", flat=True))
    rows.filter(pk__in=keys[:26]).update(opgegeven_op=now(), pogingen=34, laatste_antwoord=ANSWER)
    rows.filter(pk=keys[26]).update(pogingen=3, volgende_poging=now(), laatste_antwoord=ANSWER)
    Abonnement.objects.update(aantal_gelukt=1204, laatst_gelukt_op=now())
    values = {"mislukkingen": 12, "rust_tot": now() + timedelta(minutes=1), "laatst_mislukt_op": now()}
    Abonnement.objects.filter(pk=made.pk).update(**values, laatste_antwoord=ANSWER, client_id="formulieren")
    Heartbeat(now()).beat(now())
    return made


def sign_in(page: Page, address: str) -> None:
    """As a functioneel beheerder."""
    add_user("beheer", "functioneel_beheerder")
    client = Client()
    client.force_login(Medewerker.objects.get())
    cookie: Any = {"name": "zaakwerk", "value": client.cookies["zaakwerk"].value, "url": address}
    page.context.add_cookies([cookie])


def keep(page: Page, name: str) -> None:
    """A picture for people, only when they ask for it."""
    folder = os.environ.get("ZAAKWERK_TEST_SCREENSHOTS")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_the_pages_are_accessible_at_the_desk_and_on_a_phone(
    page: Page, live_server: Any, zieke: Abonnement
) -> None:
    sign_in(page, live_server.url)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    for name, path in (("overzicht", ""), ("abonnee", f"{zieke.uuid}/"), ("blad-2", f"{zieke.uuid}/?page=2")):
        page.goto(f"{live_server.url}/beheer/berichten/{path}")
        for size_name, size in SIZES.items():
            page.set_viewport_size(size)
            assert accessibility_faults(page) == []
            assert page.evaluate(SIDEWAYS) <= 0, name
            keep(page, f"{name}-{size_name}")
    assert complaints == []


def test_what_was_given_up_is_sent_again_without_a_script(
    new_context: CreateContextCallback, live_server: Any, zieke: Abonnement
) -> None:
    tab = new_context(java_script_enabled=False).new_page()
    sign_in(tab, live_server.url)
    tab.goto(f"{live_server.url}/beheer/berichten/")
    tab.get_by_role("link", name="formulieren.voorbeeldgemeente.nl").click()
    boxes = tab.get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(2).check()
    tab.get_by_role("button", name="Verzend de gekozen berichten opnieuw").click()
    tab.get_by_text("2 berichten worden opnieuw verzonden.").wait_for()
    tab.get_by_role("button", name="Verzend alle 24 opnieuw").click()
    tab.get_by_text("Er is niets opgegeven").wait_for()
    tab.get_by_role("button", name="Stuur een testbericht").click()
    tab.get_by_text("Het testbericht is niet aangenomen").wait_for()
    tab.get_by_role("button", name="Probeer nu opnieuw").click()
    tab.get_by_text("De wachtende berichten worden nu geprobeerd.").wait_for()
