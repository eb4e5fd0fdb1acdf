"""The count of a list comes from lines that the database keeps, and is always what counting would give."""

import random
from typing import Any

import pytest

from zaakwerk.zaken import tellingen
from zaakwerk.zaken.models import Zaak, ZaakTelling
from zaakwerk.zaken.resources.zaken import ZAAK
from zaakwerk.zaken.tests.test_concurrency import at_once
from zaakwerk.zaken.tests.world import ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw.actors import Actor, Grant
from zaakwerk.zgw.filters import Selection
from zaakwerk.zgw.representation import count

EVERYTHING = Actor(all_rights=True)


def agrees(actor: Actor = EVERYTHING) -> bool:
    """Whether the lines tell what counting gives."""
    return tellingen.total(actor, Selection()) == count(ZAAK, actor, Selection())


@pytest.mark.django_db
def test_the_lines_follow_whatever_happens_to_zaken() -> None:
    dice, world, other = random.Random(11), World(), zaaktype_row()
    for _ in range(60):
        rows = list(Zaak.objects.all())
        action = dice.choice(["create", "create", "destroy", "level", "raw", "update"])
        if action == "create" or not rows:
            world.zaak(zaaktype=url(dice.choice([world.zaaktype, other])))
        elif action == "destroy":
            world.api.delete(url(dice.choice(rows)))
        elif action == "level":
            world.api.patch(url(dice.choice(rows)), {"vertrouwelijkheidaanduiding": "geheim"})
        elif action == "raw":
            Zaak.objects.filter(pk=rows[0].pk).update(zaaktype=other, vertrouwelijkheidaanduiding=5)
        else:
            world.api.patch(url(rows[0]), {"omschrijving": "x"})
        grant = Grant("zrc", frozenset({"zaken.lezen"}), None, other.identificatie, dice.randint(1, 8))
        assert agrees() and agrees(Actor(grants=(grant,)))


@pytest.mark.django_db
def test_folding_changes_no_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    made = [world.zaak() for _ in range(6)]
    world.api.delete(made[0]["url"])
    monkeypatch.setattr(tellingen, "MOST_LINES", 3)
    assert agrees() and agrees()
    assert [line.aantal for line in ZaakTelling.objects.all()] == [5]
    tellingen.recount()
    assert [line.aantal for line in ZaakTelling.objects.all()] == [5]


@pytest.mark.django_db
def test_the_list_and_its_filters_on_type_and_level_count_without_counting() -> None:
    world, other = World(), zaaktype_row()
    for level in ("openbaar", "intern", "geheim"):
        world.zaak(vertrouwelijkheidaanduiding=level)
    world.zaak(zaaktype=url(other))
    clerk = world.limited(["zaken.lezen"], maxVertrouwelijkheidaanduiding="intern")
    asked: list[tuple[dict[str, str], int, int]] = [
        ({}, 4, 2),
        ({"zaaktype": url(world.zaaktype)}, 3, 2),
        ({"zaaktype": url(other)}, 1, 0),
        ({"maximaleVertrouwelijkheidaanduiding": "openbaar"}, 1, 1),
        ({"startdatum__gte": "2020-01-01"}, 4, 2),
    ]
    for query, everything, mine in asked:
        for client, wanted in ((world.api, everything), (clerk, mine)):
            page = client.get(f"{ZAKEN}/zaken", {**query, "pageSize": "1"}).json()
            assert page["count"] == wanted
    assert clerk.get(f"{ZAKEN}/zaken", {"page": "3", "pageSize": "1"}).status_code == 404


@pytest.mark.django_db
def test_pages_past_the_middle_are_the_same_pages(django_assert_max_num_queries: Any) -> None:
    world = World()
    urls = [world.zaak()["url"] for _ in range(11)]
    for size in (1, 2, 3, 4, 5, 10, 11):
        seen: list[str] = []
        for page in range(1, -(-11 // size) + 1):
            with django_assert_max_num_queries(5):
                answer = world.api.get(f"{ZAKEN}/zaken", {"pageSize": str(size), "page": str(page)})
            seen += [zaak["url"] for zaak in answer.json()["results"]]
        assert seen == urls[::-1]
        beyond = world.api.get(f"{ZAKEN}/zaken", {"pageSize": str(size), "page": str(-(-11 // size) + 1)})
        assert beyond.status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_lines_are_exact_while_many_write_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tellingen, "MOST_LINES", 5)
    world = World()

    def work(number: int) -> int:
        zaak = world.zaak()
        tellingen.total(EVERYTHING, Selection())
        if number % 3 == 0:
            world.api.delete(zaak["url"])
        return int(world.api.get(f"{ZAKEN}/zaken", {"pageSize": "1"}).status_code)

    at_once(work, 30)
    assert Zaak.objects.count() == 20
    assert agrees()
