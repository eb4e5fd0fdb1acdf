"""Mijn zaken: a person sees their own zaken, and nothing shows that others exist."""

from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import BSN, World

pytestmark = pytest.mark.django_db
OTHER_BSN = "999990019"


@pytest.fixture
def world() -> World:
    return World()


def person(number: str = BSN) -> Client:
    """A browser in which a test person is signed in."""
    client = Client(SERVER_NAME="localhost")
    answer = client.post("/mijn/inloggen", {"nummer": number})
    assert answer.headers["Location"] == "/mijn/zaken/"
    return client


def mine(world: World, **overrides: Any) -> dict[str, Any]:
    """A zaak of the test person that has a status."""
    zaak = world.zaak(**{"omschrijving": "Mijn dakkapel", **overrides})
    world.add_rol(zaak)
    world.set_status(zaak, 0)
    return zaak


def test_without_signing_in_every_page_asks_for_it(world: World) -> None:
    zaak = mine(world)
    for address in ("/mijn/zaken/", reverse("mijn:zaak", args=[zaak["uuid"]])):
        answer = Client(SERVER_NAME="localhost").get(address)
        assert answer.headers["Location"].startswith("/mijn/inloggen?next=")


def test_a_person_sees_their_zaak_in_plain_words(world: World) -> None:
    world.steps[0].statustekst = "Wij hebben uw aanvraag ontvangen"
    world.steps[0].save()
    zaak = mine(world)
    client = person()
    overview = client.get("/mijn/zaken/").content.decode()
    detail = client.get(reverse("mijn:zaak", args=[zaak["uuid"]])).content.decode()
    assert "Mijn dakkapel" in overview
    assert "Wij hebben uw aanvraag ontvangen" in detail
    assert "2 maart 2026" in detail


@pytest.mark.parametrize(
    "why", ["somebody else's", "confidential", "internal type", "no status", "wrong role"]
)
def test_what_a_person_may_not_see_looks_like_nothing(world: World, why: str) -> None:
    zaak = mine(world, vertrouwelijkheidaanduiding="geheim" if why == "confidential" else "openbaar")
    row = Zaak.objects.get()
    if why == "internal type":
        type(world.zaaktype).objects.update(indicatie_intern_of_extern="intern")
    elif why == "no status":
        row.statussen.all().delete()
    elif why == "wrong role":
        row.rollen.update(omschrijving_generiek="behandelaar")
    client = person(OTHER_BSN if why == "somebody else's" else BSN)
    assert "Mijn dakkapel" not in client.get("/mijn/zaken/").content.decode()
    hidden = client.get(reverse("mijn:zaak", args=[zaak["uuid"]]))
    unknown = client.get(reverse("mijn:zaak", args=["6ba7b810-9dad-41d1-80b4-00c04fd430c8"]))
    assert hidden.status_code == unknown.status_code == 404


def test_a_company_is_found_by_its_kvk_number(world: World) -> None:
    zaak = world.zaak(omschrijving="Terras uitbreiden")
    identificatie = {"vestigingsNummer": "000012345678", "kvkNummer": "90001354"}
    world.add_rol(zaak, betrokkeneType="vestiging", betrokkeneIdentificatie=identificatie)
    world.set_status(zaak, 0)
    assert "Terras uitbreiden" in person("90001354").get("/mijn/zaken/").content.decode()


def test_a_finished_zaak_tells_how_long_it_is_kept(world: World) -> None:
    zaak = mine(world)
    world.close(zaak)
    detail = person().get(reverse("mijn:zaak", args=[zaak["uuid"]])).content.decode()
    assert "Wij bewaren deze zaak tot 2 februari 2031." in detail


def test_the_simulated_digid_is_refused_on_a_public_address(world: World) -> None:
    with override_settings(PUBLIC_URL="https://zaken.voorbeeld.nl"):
        assert Client(SERVER_NAME="localhost").get("/mijn/inloggen").status_code == 403
    with override_settings(ALLOWED_HOSTS=["zaken.voorbeeld.nl"]):
        assert (
            Client(SERVER_NAME="zaken.voorbeeld.nl").post("/mijn/inloggen", {"nummer": BSN}).status_code
            == 403
        )


def test_a_session_from_loopback_is_worth_nothing_on_a_public_address(world: World) -> None:
    client = person()
    with override_settings(PUBLIC_URL="https://zaken.voorbeeld.nl"):
        assert client.get("/mijn/zaken/").status_code == 302


@pytest.mark.parametrize("number", ["123456789", "abc", "", "9999936530"])
def test_a_wrong_number_is_explained(world: World, number: str) -> None:
    answer = Client(SERVER_NAME="localhost").post("/mijn/inloggen", {"nummer": number})
    assert answer.status_code == 400


def test_portal_and_desk_have_their_own_cookie(world: World) -> None:
    client = person()
    assert "zaakwerk_mijn" in client.cookies
    assert "zaakwerk" not in client.cookies
    client.post("/mijn/uitloggen")
    assert client.get("/mijn/zaken/").status_code == 302
