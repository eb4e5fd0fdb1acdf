"""Many writers at once: every number is given out once, and no besluit slips into a zaak that closes."""

from typing import Any

import pytest

from zaakwerk.besluiten.models import Besluit, BesluitInformatieObject
from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld
from zaakwerk.documenten.models import ObjectInformatieObject
from zaakwerk.zaken.models import ZaakBesluit
from zaakwerk.zaken.tests.test_concurrency import at_once
from zaakwerk.zaken.tests.world import url

pytestmark = pytest.mark.django_db(transaction=True)


def test_brc_002_parallel_creates_give_as_many_numbers() -> None:
    world = BesluitWorld()
    zaak = world.zaak()
    made = at_once(lambda _: world.post(zaak), 20)
    assert [response.status_code for response in made] == [201] * 20
    assert len({response.json()["identificatie"] for response in made}) == 20
    assert ZaakBesluit.objects.count() == 20


def test_brc_002_one_of_many_writers_gets_a_chosen_number_and_the_others_hear_why() -> None:
    world = BesluitWorld()
    made = at_once(lambda _: world.post(identificatie="EEN-1"), 8)
    assert sorted(response.status_code for response in made) == [201] + [400] * 7
    refused = next(response for response in made if response.status_code == 400)
    assert refused.json()["invalidParams"][0]["code"] == "identificatie-niet-uniek"
    assert Besluit.objects.count() == 1


def test_brc_005_one_of_many_writers_links_a_document() -> None:
    world = BesluitWorld()
    besluit, document = world.besluit(), world.written()
    made = at_once(lambda _: world.lay_down(besluit, document), 8)
    assert sorted(response.status_code for response in made) == [201] + [400] * 7
    assert BesluitInformatieObject.objects.count() == ObjectInformatieObject.objects.count() == 1


def test_drc_008_a_document_that_is_destroyed_meanwhile_is_not_linked() -> None:
    world = BesluitWorld()
    besluiten, document = [world.besluit() for _ in range(7)], world.written()
    address = url(document)

    def write(number: int) -> Any:
        if number == 3:
            return world.api.delete(address)
        return world.lay_down(besluiten[number % 7], document)

    made = at_once(write, 7)
    linked = sum(response.status_code == 201 for response in made)
    assert {response.status_code for response in made} <= {201, 204, 400, 404}
    assert BesluitInformatieObject.objects.count() == ObjectInformatieObject.objects.count() == linked
    assert (made[3].status_code == 204) is (linked == 0)


def test_zrc_007_a_besluit_that_meets_the_closing_is_refused_or_comes_first() -> None:
    world = BesluitWorld()
    zaak = world.zaak()
    world.set_resultaat(zaak)
    clerk = world.decider(also=[world.on_zaken("zaken.lezen", "zaken.bijwerken")])

    def write(number: int) -> Any:
        if number == 3:
            return world.set_status(zaak, 2, "2026-02-01T10:00:00Z")
        return clerk.post(f"{BESLUITEN}/besluiten", world.new(zaak))

    made = at_once(write, 8)
    assert made[3].status_code == 201
    assert {response.status_code for response in made} <= {201, 403}
    written = sum(response.status_code == 201 for response in made) - 1
    assert Besluit.objects.count() == ZaakBesluit.objects.count() == written
    assert clerk.post(f"{BESLUITEN}/besluiten", world.new(zaak)).status_code == 403
