"""Reach: what a list shows and what a detail allows are the same thing, for random rights and zaken."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zaakwerk.zaken import queries, scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw.actors import Actor, Grant, Target
from zaakwerk.zgw.problems import Forbidden
from zaakwerk.zgw.reach import Reach

pytestmark = pytest.mark.django_db


def random_grant(zaaktypen: list[Any], dice: random.Random) -> Grant:
    """A grant by version, by identificatie or for every type, with a random level."""
    zaaktype = dice.choice(zaaktypen)
    by = dice.choice(["uuid", "identificatie", "alle"])
    return Grant(
        "zrc",
        frozenset({"zaken.lezen"}),
        zaaktype.uuid if by == "uuid" else None,
        zaaktype.identificatie if by == "identificatie" else "",
        dice.randint(1, 8),
    )


def test_the_predicate_and_its_twin_agree_for_random_rights() -> None:
    dice, world = random.Random(7), World()
    zaaktypen = [world.zaaktype, *(zaaktype_row() for _ in range(3))]
    for zaaktype in zaaktypen:
        for level in ("openbaar", "intern", "vertrouwelijk", "zeer_geheim"):
            world.zaak(zaaktype=url(zaaktype), vertrouwelijkheidaanduiding=level)
    zaken = list(Zaak.objects.select_related("zaaktype"))
    for _ in range(60):
        actor = Actor(grants=tuple(random_grant(zaaktypen, dice) for _ in range(dice.randint(1, 3))))
        seen = set(queries.visible_to(actor).values_list("pk", flat=True))
        allowed = {zaak.pk for zaak in zaken if actor.may(scopes.LEZEN, queries.target_of(zaak))}
        assert seen == allowed


def test_without_any_grant_a_list_is_refused() -> None:
    with pytest.raises(Forbidden):
        queries.visible_to(Actor())


def test_who_sees_only_what_is_published_is_narrowed_in_lists_and_one_by_one() -> None:
    reach, lezen = Reach("drc", "soort", "niveau", published_path="is_open").below("stuk"), scopes.LEZEN
    actor = Actor(all_rights=True, sees_only_published=True)
    assert reach.columns == (
        "stuk__soort__uuid",
        "stuk__soort__identificatie",
        "stuk__niveau",
        "stuk__is_open",
    )
    assert str(reach.visible_to(actor, lezen)) == "(AND: ('stuk__is_open', True))"
    assert reach.visible_to(Actor(all_rights=True), lezen) is None
    reach.require(actor, lezen, Target("drc", is_published=True))
    with pytest.raises(Forbidden, match="publicatie"):
        reach.require(actor, lezen, Target("drc", is_published=False))
    assert queries.visible_to(actor).query.where.children == []  # what has no such column is not narrowed


def test_a_limited_client_sees_the_same_on_list_detail_expand_and_audit() -> None:
    world = World()
    mine = world.zaak()
    hidden = world.zaak(zaaktype=url(zaaktype_row()), hoofdzaak=mine["url"])
    secret = world.zaak(vertrouwelijkheidaanduiding="geheim")
    clerk = world.limited(["zaken.lezen", "audittrails.lezen"], maxVertrouwelijkheidaanduiding="intern")
    listed = clerk.get(f"{ZAKEN}/zaken", {"expand": "deelzaken"}).json()
    assert [found["url"] for found in listed["results"]] == [mine["url"]]
    assert listed["count"] == 1
    assert listed["results"][0]["_expand"]["deelzaken"] == []
    for zaak in (hidden, secret):
        assert clerk.get(zaak["url"]).status_code == 403
        assert clerk.head(zaak["url"]).status_code == 403
        assert clerk.get(f"{zaak['url']}/audittrail").status_code == 403
        assert clerk.get(f"{zaak['url']}/zaakeigenschappen").status_code == 403
    assert clerk.get(mine["url"]).status_code == 200
    assert clerk.get(f"{mine['url']}/audittrail").status_code == 200


def test_an_etag_reveals_nothing_to_who_may_not_read() -> None:
    world = World()
    zaak = world.zaak(vertrouwelijkheidaanduiding="geheim")
    tag = world.api.get(zaak["url"]).headers["ETag"]
    clerk = world.limited(["zaken.lezen"], maxVertrouwelijkheidaanduiding="intern")
    assert clerk.get(zaak["url"], HTTP_IF_NONE_MATCH=tag).status_code == 403


def test_writing_needs_the_right_for_the_type_before_and_the_level_after() -> None:
    world = World()
    zaak = world.zaak()
    clerk = world.limited(["zaken.lezen", "zaken.bijwerken"], maxVertrouwelijkheidaanduiding="intern")
    assert clerk.patch(zaak["url"], {"omschrijving": "x"}).status_code == 200
    assert clerk.patch(zaak["url"], {"vertrouwelijkheidaanduiding": "geheim"}).status_code == 403
    assert clerk.post(f"{ZAKEN}/zaken", world.body()).status_code == 403


def test_an_outsider_learns_nothing_from_validation() -> None:
    world = World()
    clerk = world.limited(["zaken.lezen"])
    assert clerk.post(f"{ZAKEN}/zaken", {}).json()["code"] == "permission_denied"


def test_statement_budgets_do_not_grow_with_the_page() -> None:
    world = World()

    def statements(call: Callable[[], Any]) -> int:
        with CaptureQueriesContext(connection) as captured:
            call()
        return len([q for q in captured if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))])

    def fill(number: int) -> dict[str, Any]:
        made = [world.zaak() for _ in range(number)]
        for zaak in made:
            world.add_rol(zaak)
            world.set_status(zaak, 0)
        return made[0]

    query = {"expand": "status.statustype,rollen"}
    zaak = fill(2)
    small = statements(lambda: world.api.get(f"{ZAKEN}/zaken", query))
    fill(10)
    assert statements(lambda: world.api.get(f"{ZAKEN}/zaken", query)) == small <= 10
    assert statements(lambda: world.api.get(f"{ZAKEN}/zaken", {"pageSize": "5"})) <= 4
    assert statements(lambda: world.api.get(zaak["url"])) <= 3
    assert statements(lambda: world.zaak()) <= 15
    world.set_resultaat(zaak)
    assert statements(lambda: world.set_status(zaak, 2, "2026-02-01T00:00:00Z")) <= 20
