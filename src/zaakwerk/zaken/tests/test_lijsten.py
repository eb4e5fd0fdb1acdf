"""Lists of zaken: every order pages stably, in either direction, and through values that are empty."""

from datetime import date
from typing import Any

import pytest

from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import ZAKEN, World
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db
FIELDS = (
    "startdatum",
    "einddatum",
    "publicatiedatum",
    "archiefactiedatum",
    "registratiedatum",
    "identificatie",
)


@pytest.fixture
def world() -> World:
    return World()


def paged(world: World, query: dict[str, Any]) -> list[str]:
    """The urls of every page, three at a time."""
    seen, address, asked = [], f"{ZAKEN}/zaken", {"pageSize": "3", **query}
    while address:
        page = world.api.get(address, asked).json()
        seen += [zaak["url"] for zaak in page["results"]]
        address, asked = page["next"], {}
    return seen


@pytest.mark.parametrize("field", FIELDS)
def test_every_order_pages_without_a_zaak_twice_or_missing(world: World, field: str) -> None:
    zaken = {world.zaak()["url"] for _ in range(8)}
    rows = list(Zaak.objects.order_by("id"))
    if field != "identificatie":
        for row in rows[:6]:
            Zaak.objects.filter(pk=row.pk).update(**{field: date(2026, 1, 1 + row.pk % 2)})
    up, down = paged(world, {"ordering": field}), paged(world, {"ordering": f"-{field}"})
    assert (set(up), set(down), len(up), len(down)) == (zaken, zaken, 8, 8)
    assert up == list(reversed(down))


def test_several_orders_and_a_repeated_parameter(world: World) -> None:
    made = [world.zaak(startdatum=day) for day in ("2026-01-02", "2026-01-01", "2026-01-02")]
    urls = [zaak["url"] for zaak in made]
    both = [urls[1], urls[2], urls[0]]
    assert paged(world, {"ordering": "startdatum,-identificatie"}) == both
    assert paged(world, {"ordering": ["startdatum", "-identificatie"]}) == both
    answer = world.api.get(f"{ZAKEN}/zaken", {"ordering": "startdatum,kleur"})
    assert codes(answer) == {"ordering": "invalid_choice"}


def test_a_list_of_values_in_the_query_has_a_limit_and_may_be_repeated(world: World) -> None:
    zaak = world.zaak()
    url = f"{ZAKEN}/zaken"
    for value in ("517439943,999990019", ["999990019", "517439943"]):
        answer = world.api.get(url, {"bronorganisatie__in": value})
        assert [found["url"] for found in answer.json()["results"]] == [zaak["url"]]
    many = world.api.get(url, {"bronorganisatie__in": ",".join(["517439943"] * 1001)})
    assert codes(many) == {"bronorganisatie__in": "max_length"}
    assert codes(world.api.get(url, {"bronorganisatie__in": "517439943,x"})) == {
        "bronorganisatie__in.1": "only-digits"
    }
    assert codes(world.api.get(url, {"uuid__in": zaak["uuid"]})) == {"nonFieldErrors": "unknown-parameters"}


@pytest.mark.parametrize(
    "path", ["zaken", "statussen", "resultaten", "rollen", "zaakobjecten", "klantcontacten"]
)
def test_c_12_page_size_is_accepted_on_every_paged_list(world: World, path: str) -> None:
    assert world.api.get(f"{ZAKEN}/{path}", {"pageSize": "500"}).status_code == 200
    assert codes(world.api.get(f"{ZAKEN}/{path}", {"pageSize": "501"})) == {"pageSize": "invalid"}
