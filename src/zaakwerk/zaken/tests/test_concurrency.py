"""Many writers at once: every number is given out once, and no update is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from zaakwerk.zaken.models import Resultaat, Status, Zaak
from zaakwerk.zaken.tests.world import ZAKEN, World, url

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(work: Callable[[int], Any], count: int, workers: int = 8) -> list[Any]:
    """The answers of `count` calls by threads that each have their own connection."""

    def closing(number: int) -> Any:
        try:
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(closing, range(count)))


def test_zrc_002_fifty_parallel_creates_give_fifty_numbers() -> None:
    world = World()
    made = at_once(lambda _: world.api.post(f"{ZAKEN}/zaken", world.body()), 50)
    assert [response.status_code for response in made] == [201] * 50
    assert len({response.json()["identificatie"] for response in made}) == 50


def test_zrc_002_one_of_many_writers_gets_a_chosen_number_and_the_others_hear_why() -> None:
    world = World()
    made = at_once(lambda _: world.api.post(f"{ZAKEN}/zaken", world.body(identificatie="EEN-1")), 8)
    statuses = sorted(response.status_code for response in made)
    assert statuses == [201] + [400] * 7
    refused = next(response for response in made if response.status_code == 400)
    assert refused.json()["invalidParams"][0]["code"] == "identificatie-niet-uniek"
    assert Zaak.objects.count() == 1


def test_zrc_020_one_of_many_writers_registers_the_resultaat() -> None:
    world = World()
    zaak = world.zaak()
    made = at_once(lambda _: world.set_resultaat(zaak), 8)
    assert sorted(response.status_code for response in made) == [201] + [400] * 7
    assert Resultaat.objects.count() == 1


def test_zrc_007_a_write_that_meets_the_closing_is_refused_or_comes_first() -> None:
    world = World()
    zaak = world.zaak()
    world.set_resultaat(zaak)
    clerk = world.limited(["zaken.lezen", "zaken.bijwerken"])

    def write(number: int) -> Any:
        if number == 3:
            return world.set_status(zaak, 2, "2026-02-01T10:00:00Z")
        body = {"eigenschap": url(world.eigenschap), "waarde": str(number)}
        return clerk.post(f"{zaak['url']}/zaakeigenschappen", body)

    made = at_once(write, 8)
    assert {response.status_code for response in made} <= {201, 403}
    assert made[3].status_code == 201
    assert Status.objects.count() == 1
    after = clerk.post(
        f"{zaak['url']}/zaakeigenschappen", {"eigenschap": url(world.eigenschap), "waarde": "1"}
    )
    assert after.status_code == 403


def test_two_writers_with_the_same_etag_never_overwrite_each_other() -> None:
    world = World()
    zaak = world.zaak()
    tag = world.api.get(zaak["url"]).headers["ETag"]
    made = at_once(lambda n: world.api.patch(zaak["url"], {"omschrijving": f"{n}"}, HTTP_IF_MATCH=tag), 8)
    assert sorted(response.status_code for response in made) == [200] + [412] * 7
