"""Drafts: nothing typed is lost, and nobody else reads it."""

from datetime import timedelta

import pytest
from django.test import Client

from zaakwerk.werkplek.models import Concept
from zaakwerk.werkplek.tests.balie import eigenschap, employee, form_of, name, page, values
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def test_what_is_typed_when_the_session_ended_is_there_after_signing_in_again(world: World) -> None:
    zaak, client = world.zaak(), employee()
    address = page("notitie_nieuw", zaak)
    typed = form_of(client, address, onderwerp="Gebeld", tekst="Mevrouw wil wachten")
    client.logout()
    lost = client.post(address, typed)
    assert lost.headers["Location"].startswith("/werk/inloggen")
    assert "Mevrouw wil wachten" not in Concept.objects.get().inhoud
    client.login(username="fatima", password="een-lang-wachtwoord")
    back = client.get(address)
    assert back.context["form"]["tekst"].value() == "Mevrouw wil wachten"
    assert "is teruggezet" in back.content.decode()
    assert client.post(address, typed).status_code == 302
    assert not Concept.objects.exists()


def test_a_draft_is_nobody_elses(world: World) -> None:
    zaak, fatima, joris = world.zaak(), employee("fatima"), employee("joris")
    address = page("notitie_nieuw", zaak)
    typed = form_of(fatima, address, onderwerp="Geheim", tekst="Voor mij")
    assert joris.post(page("concept_bewaren"), typed).status_code == 403
    assert Client().post(page("concept_bewaren"), {**typed, "concept": "x"}).status_code == 403
    assert fatima.post(page("concept_bewaren"), typed).status_code == 204
    assert joris.get(address).context["form"]["tekst"].value() in (None, "")
    assert fatima.get(address).context["form"]["tekst"].value() == "Voor mij"
    assert fatima.post(page("concept_weg"), {**typed, "terug": address}).headers["Location"] == address
    assert not Concept.objects.exists()


def test_a_restored_draft_still_knows_what_it_was_read_at(world: World) -> None:
    zaak, fatima, joris = world.zaak(), employee("fatima"), employee("joris")
    field, address = name(world.eigenschap), page("gegevens", zaak)
    typed = form_of(fatima, address, **{field: "1"})
    fatima.post(page("concept_bewaren"), typed)
    joris.post(address, form_of(joris, address, **{field: "2"}))
    assert fatima.post(address, form_of(fatima, address)).status_code == 409


def test_a_draft_of_the_whole_form_empties_nothing_when_it_returns_in_a_part_of_it(world: World) -> None:
    world.eigenschap.statustype = world.steps[1]
    world.eigenschap.save()
    other = eigenschap(world, "ander")
    zaak, client = world.zaak(), employee()
    world.set_status(zaak, 0)
    address = page("gegevens", zaak)
    client.post(address, form_of(client, address, **{name(other): "blijft"}))
    client.post(page("concept_bewaren"), form_of(client, address, **{name(world.eigenschap): "5"}))
    part = form_of(client, page("zaak", zaak), "gegevens_form")
    assert part[name(world.eigenschap)] == "5" and name(other) not in part
    assert client.post(address, part).status_code == 302
    assert (values(other), values(world.eigenschap)) == (["blijft"], ["5"])


def test_old_drafts_are_cleared_away(world: World) -> None:
    zaak, client = world.zaak(), employee()
    typed = form_of(client, page("notitie_nieuw", zaak), onderwerp="Oud", tekst="x")
    with clock.at(clock.now() - timedelta(days=31)):
        client.post(page("concept_bewaren"), typed)
    other = form_of(client, page("gegevens", zaak))
    client.post(page("concept_bewaren"), other)
    assert [found.sleutel.partition("/")[0] for found in Concept.objects.all()] == ["gegevens"]
