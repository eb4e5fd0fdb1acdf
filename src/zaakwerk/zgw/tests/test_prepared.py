"""SQL that is compiled once: the same text for other values, and the text a database can plan well."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import BSN, CATALOGI, ZAKEN, World
from zaakwerk.zgw.filters import Selection, link
from zaakwerk.zgw.prepared import STATEMENTS, StatementCache, reader

pytestmark = pytest.mark.django_db
BSN_FILTER = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"


@pytest.fixture
def world() -> World:
    return World()


def page(world: World, **query: Any) -> list[str]:
    """The identificaties on a page."""
    response = world.api.get(f"{ZAKEN}/zaken", {"pageSize": "2", "ordering": "identificatie", **query})
    assert response.status_code == 200, response.content
    return [zaak["identificatie"] for zaak in response.json()["results"]]


def test_later_pages_share_one_statement_and_hold_what_they_should(world: World) -> None:
    made: list[str] = []
    compiled = []
    for _ in range(3):
        made = sorted([*made, *(world.zaak()["identificatie"] for _ in range(8))])
        last = len(made) // 2
        pages = [page(world, page=str(number)) for number in range(1, last + 1)]
        assert pages == [made[place : place + 2] for place in range(0, len(made), 2)]
        compiled.append(len(STATEMENTS.kept))
    assert compiled[1] == compiled[2]


def test_expand_uses_one_statement_for_any_number_of_objects(world: World) -> None:
    for _ in range(3):
        world.add_rol(world.zaak())
    sent = []
    for size in ("1", "3"):
        with CaptureQueriesContext(connection) as queries:
            response = world.api.get(f"{ZAKEN}/zaken", {"pageSize": size, "expand": "rollen"})
        embedded = [len(zaak["_expand"]["rollen"]) for zaak in response.json()["results"]]
        assert embedded == [1] * int(size)
        sent.append([query["sql"] for query in queries if "betrokkene_identificatie" in query["sql"]])
    assert [len(statements) for statements in sent] == [1, 1]


def test_a_link_is_found_by_a_subquery_that_leaves_the_order_to_an_index(world: World) -> None:
    zaak = world.zaak()
    asked = Selection([(link("zaaktype", "zaaktype"), world.zaaktype.uuid)])
    sql = str(asked.apply(Zaak.objects.order_by("-id")).values("pk").query)
    assert " JOIN " not in sql
    assert page(world, zaaktype=zaak["zaaktype"]) == [zaak["identificatie"]]
    assert page(world, zaaktype=f"{CATALOGI}/zaaktypen/00000000-0000-0000-0000-000000000000") == []


def test_a_filter_names_the_condition_of_its_partial_index(world: World) -> None:
    zaak = world.zaak()
    world.add_rol(zaak)
    with CaptureQueriesContext(connection) as sent:
        assert page(world, **{BSN_FILTER: BSN}) == [zaak["identificatie"]]
    assert any("\"bsn\" = (''))" in query["sql"] for query in sent)


def test_rows_hold_uuids_as_text_on_either_database(world: World) -> None:
    zaak = world.zaak()
    for _ in range(2):
        cursor = reader()
        cursor.execute("SELECT uuid FROM zaken_zaak")
        (found,) = cursor.fetchone()
        assert found.replace("-", "") == zaak["uuid"].replace("-", "")


@pytest.mark.django_db(transaction=True)
def test_statements_survive_a_lost_connection() -> None:
    world = World()
    zaak = world.zaak()
    connection.close()
    assert page(world) == [zaak["identificatie"]]


def test_threads_may_compile_the_same_statement_at_the_same_moment() -> None:
    cache, together = StatementCache(), Barrier(4)

    def build() -> QuerySet[Any, Any]:
        together.wait(5)
        return Zaak.objects.values_list("pk")

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: cache.get("key", build).sql, range(4)))
    assert len(set(found)) == 1


def test_the_oldest_statement_makes_room() -> None:
    cache = StatementCache(size=2)
    for key in "abc":
        cache.get(key, lambda: Zaak.objects.values_list("pk"))
    assert [key for _, key in cache.kept] == ["b", "c"]
