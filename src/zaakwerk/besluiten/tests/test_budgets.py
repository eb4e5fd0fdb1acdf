"""Budgets: how many statements an operation takes, whatever the size of the page or the dossier."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection

from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld

pytestmark = pytest.mark.django_db
Most = Callable[[int], AbstractContextManager[Any]]
LIST, LINKS = f"{BESLUITEN}/besluiten", f"{BESLUITEN}/besluitinformatieobjecten"


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


@pytest.fixture
def wake() -> int:
    """PostgreSQL wakes the worker with a statement of its own."""
    return int(connection.vendor == "postgresql")


@pytest.mark.parametrize("size", [2, 12])
def test_lists_take_as_many_statements_for_many_as_for_few(
    world: BesluitWorld, size: int, django_assert_max_num_queries: Most
) -> None:
    besluit = world.besluit(world.zaak())
    for _ in range(size):
        world.besluit(world.zaak())
        world.lay_down(besluit)
    with django_assert_max_num_queries(5):
        page = world.api.get(LIST, {"expand": "zaak.zaaktype,besluittype"})
    with django_assert_max_num_queries(5):
        links = world.api.get(LINKS, {"expand": "besluit.zaak,informatieobject"})
    assert (len(page.json()["results"]), len(links.json())) == (size + 1, size)


def test_a_limited_client_pays_no_more(world: BesluitWorld, django_assert_max_num_queries: Most) -> None:
    for _ in range(3):
        world.besluit()
    clerk = world.decider()
    with django_assert_max_num_queries(3):
        assert clerk.get(LIST, {"pageSize": "2"}).json()["count"] == 3


def test_a_detail_takes_at_most_2_statements(
    world: BesluitWorld, django_assert_max_num_queries: Most
) -> None:
    besluit = world.besluit()
    link = world.lay_down(besluit).json()
    for address in (besluit["url"], link["url"]):
        with django_assert_max_num_queries(2):
            assert world.api.get(address).status_code == 200


def test_writes_take_few_statements(
    world: BesluitWorld, wake: int, django_assert_max_num_queries: Most
) -> None:
    zaak, document = world.zaak(), world.written()
    with django_assert_max_num_queries(10 + wake):
        loose = world.besluit()
    with django_assert_max_num_queries(15 + wake):
        besluit = world.besluit(zaak)
    with django_assert_max_num_queries(11 + wake):
        world.api.patch(besluit["url"], {"vervaldatum": "2027-01-01"})
    with django_assert_max_num_queries(14 + wake):
        link = world.lay_down(loose, document).json()
    with django_assert_max_num_queries(14 + wake):
        assert world.api.delete(link["url"]).status_code == 204


@pytest.mark.parametrize("size", [1, 8])
def test_a_besluit_goes_with_few_statements_however_many_documents(
    world: BesluitWorld, wake: int, size: int, django_assert_max_num_queries: Most
) -> None:
    besluit = world.besluit(world.zaak())
    for _ in range(size):
        world.lay_down(besluit)
    with django_assert_max_num_queries(18 + wake):
        assert world.api.delete(besluit["url"]).status_code == 204
