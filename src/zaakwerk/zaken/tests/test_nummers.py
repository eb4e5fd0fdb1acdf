"""Zaaknummers that are set aside: for one organisation, once, whoever else is writing."""

from typing import Any

import pytest

from zaakwerk.zaken.models import Zaak, ZaaknummerReservering
from zaakwerk.zaken.tests.test_concurrency import at_once
from zaakwerk.zaken.tests.world import RSIN, ZAKEN, World
from zaakwerk.zgw.tests.api import codes

RESERVEREN = f"{ZAKEN}/zaaknummer_reserveren"
OTHER_RSIN = "002220647"


@pytest.fixture
def world() -> World:
    return World()


def reserve(world: World, **body: Any) -> Any:
    """The answer to setting numbers aside."""
    return world.api.post(RESERVEREN, {"bronorganisatie": RSIN, **body})


@pytest.mark.django_db
def test_c_07_one_number_is_an_object_and_more_are_an_array(world: World) -> None:
    one, several = reserve(world).json(), reserve(world, aantal=3).json()
    numbers = [one["zaaknummer"], *(found["zaaknummer"] for found in several)]
    assert len(set(numbers)) == 4
    assert all(number.startswith("ZAAK-") for number in numbers)


@pytest.mark.django_db
def test_reserving_says_what_is_wrong(world: World) -> None:
    assert codes(reserve(world, aantal=0)) == {"aantal": "min_value"}
    assert codes(reserve(world, aantal=10_001)) == {"aantal": "max_value"}
    assert codes(reserve(world, bronorganisatie="123456789")) == {"bronorganisatie": "invalid"}
    assert codes(world.api.post(RESERVEREN, {})) == {"bronorganisatie": "required"}
    assert world.api.get(RESERVEREN).status_code == 405


@pytest.mark.django_db
def test_reserving_takes_the_right_to_register(world: World) -> None:
    world.api = world.limited(["zaken.lezen"])
    assert reserve(world).status_code == 403
    assert reserve(world, aantal=0).status_code == 403
    world.api = world.limited(["zaken.aanmaken"], "balie")
    assert reserve(world).status_code == 201


@pytest.mark.django_db
def test_zrc_002_a_reserved_number_is_used_once(world: World) -> None:
    number = reserve(world).json()["zaaknummer"]
    assert world.zaak()["identificatie"] != number
    zaak = world.zaak(identificatie=number)
    assert ZaaknummerReservering.objects.get().gebruikt_op is not None
    again = world.api.post(f"{ZAKEN}/zaken", world.body(identificatie=number))
    assert codes(again) == {"identificatie": "identificatie-niet-uniek"}
    world.api.delete(zaak["url"])
    after = world.api.post(f"{ZAKEN}/zaken", world.body(identificatie=number))
    assert codes(after) == {"identificatie": "identificatie-niet-uniek"}


@pytest.mark.django_db
def test_zrc_002_a_number_is_for_the_organisation_that_asked(world: World) -> None:
    number = reserve(world).json()["zaaknummer"]
    other = world.body(identificatie=number, bronorganisatie=OTHER_RSIN)
    refused = world.api.post(f"{ZAKEN}/zaken", other)
    assert codes(refused) == {"identificatie": "identificatie-niet-uniek"}
    assert reserve(world, bronorganisatie=OTHER_RSIN).json()["zaaknummer"] == number
    assert world.api.post(f"{ZAKEN}/zaken", other).status_code == 201


@pytest.mark.django_db
def test_zrc_002_reserving_skips_what_clients_chose(world: World) -> None:
    first = reserve(world).json()["zaaknummer"]
    stem, _, last = first.rpartition("-")
    chosen = f"{stem}-{int(last) + 2:010d}"
    world.zaak(identificatie=chosen)
    numbers = {found["zaaknummer"] for found in reserve(world, aantal=3).json()}
    assert len(numbers) == 3
    assert chosen not in numbers


@pytest.mark.django_db(transaction=True)
def test_zrc_002_parallel_reservations_and_creates_never_meet() -> None:
    world = World()

    def work(number: int) -> Any:
        if number % 3:
            return reserve(world, aantal=5)
        return world.api.post(f"{ZAKEN}/zaken", world.body())

    answers = [found.json() for found in at_once(work, 24)]
    given = [one["zaaknummer"] for found in answers if isinstance(found, list) for one in found]
    used = [found["identificatie"] for found in answers if isinstance(found, dict)]
    assert (len(given), len(used), len({*given, *used})) == (80, 8, 88)


@pytest.mark.django_db(transaction=True)
def test_zrc_002_of_many_writers_one_uses_a_reserved_number() -> None:
    world = World()
    number = reserve(world).json()["zaaknummer"]
    made = at_once(lambda _: world.api.post(f"{ZAKEN}/zaken", world.body(identificatie=number)), 8)
    assert sorted(found.status_code for found in made) == [201] + [400] * 7
    assert Zaak.objects.filter(identificatie=number).count() == 1
