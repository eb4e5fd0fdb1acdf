"""Our own namespace: the dossier, the change feed, statistics and bulk, all within reach."""

from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any

import pytest
from django.db import connection, transaction

from zaakwerk.zaken import wijzigingen
from zaakwerk.zaken.models import Zaak, ZaakWijziging
from zaakwerk.zaken.tests.test_concurrency import at_once
from zaakwerk.zaken.tests.world import ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.tests.api import BASE, codes

EIGEN = f"{BASE}/zaakwerk/api/v1"
FEED = f"{EIGEN}/zaken/wijzigingen"
BULK = f"{EIGEN}/zaken/bulk"
STATS = f"{EIGEN}/zaken/statistieken"


def fill(world: World, documents: int = 1) -> dict[str, Any]:
    """A zaak with something of every kind."""
    zaak = world.zaak(hoofdzaak=world.zaak()["url"])
    world.set_status(zaak, 0)
    world.set_status(zaak, 1, "2026-01-07T10:00:00Z")
    world.add_rol(zaak)
    world.set_resultaat(zaak)
    world.api.post(f"{zaak['url']}/zaakeigenschappen", {"eigenschap": url(world.eigenschap), "waarde": "1"})
    for _ in range(documents):
        world.link(zaak, world.document())
    return zaak


def dossier_of(zaak: dict[str, Any]) -> str:
    return f"{EIGEN}/zaken/{zaak['uuid']}/dossier"


@pytest.mark.django_db
def test_the_dossier_holds_everything_of_the_zaak() -> None:
    world = World()
    zaak = fill(world)
    answer = world.api.get(dossier_of(zaak))
    assert answer.headers["API-version"] == "1.0.0"
    body = answer.json()
    assert body["zaak"]["_expand"].keys() == {"zaaktype", "hoofdzaak", "deelzaken"}
    assert [len(body[key]) for key in ("statussen", "rollen", "resultaten", "zaakeigenschappen")] == [
        2,
        1,
        1,
        1,
    ]
    assert body["statussen"][0]["_expand"]["statustype"]["omschrijving"] == "In behandeling"
    document = body["zaakinformatieobjecten"][0]["_expand"]["informatieobject"]
    assert (document["identificatie"], document["_expand"].keys()) == ("DOC-1", {"informatieobjecttype"})
    assert body["onvolledig"] == []
    assert {"zaakobjecten", "klantcontacten", "zaaknotities"} <= body.keys()


@pytest.mark.django_db
def test_the_dossier_takes_the_same_statements_however_much_is_in_it(
    django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    world = World()
    small, large = fill(world), fill(world, documents=20)
    world.api.get(dossier_of(small))
    with django_assert_max_num_queries(30) as captured:
        world.api.get(dossier_of(small))
    with django_assert_num_queries(len(captured)):
        assert len(world.api.get(dossier_of(large)).json()["zaakinformatieobjecten"]) == 20


@pytest.mark.django_db
def test_the_dossier_shows_a_limited_client_only_its_reach() -> None:
    world = World()
    zaak = fill(world)
    Zaak.objects.filter(hoofdzaak=None).update(vertrouwelijkheidaanduiding=7)
    clerk = world.limited(["zaken.lezen"], maxVertrouwelijkheidaanduiding="intern")
    body = clerk.get(dossier_of(zaak)).json()
    assert body["zaak"]["_expand"]["hoofdzaak"] == {}
    assert body["zaakinformatieobjecten"][0]["_expand"]["informatieobject"] == {}
    secret = world.zaak(vertrouwelijkheidaanduiding="geheim")
    assert clerk.get(dossier_of(secret)).status_code == 403
    assert clerk.get(f"{EIGEN}/zaken/6ba7b810-9dad-41d1-80b4-00c04fd430c8/dossier").status_code == 404
    assert codes(clerk.get(dossier_of(zaak), {"expand": "x"})) == {"nonFieldErrors": "unknown-parameters"}


@pytest.mark.django_db
def test_the_feed_gives_each_changed_zaak_once_and_then_only_what_is_new() -> None:
    world = World()
    first, second = world.zaak(), world.zaak()
    world.set_status(first, 0)
    body = world.api.get(FEED).json()
    assert {(found["zaak"], found["wijziging"]) for found in body["results"]} == {
        (first["url"], "bijgewerkt"),
        (second["url"], "bijgewerkt"),
    }
    assert (len(body["results"]), body["meer"]) == (2, False)
    again = world.api.get(body["volgende"]).json()
    assert again["results"] == []
    world.add_rol(second)
    world.api.delete(first["url"])
    later = world.api.get(again["volgende"]).json()
    assert [(found["zaak"], found["wijziging"]) for found in later["results"]] == [
        (second["url"], "bijgewerkt"),
        (first["url"], "verwijderd"),
    ]
    assert world.api.get(FEED).json()["results"] == later["results"]


@pytest.mark.django_db
def test_the_feed_tells_of_deelzaken_that_come_and_go_and_of_a_cascade() -> None:
    world = World()
    hoofdzaak, other = world.zaak(), world.zaak()
    mark = world.api.get(FEED).json()["volgende"]
    first, second = world.zaak(hoofdzaak=hoofdzaak["url"]), world.zaak(hoofdzaak=hoofdzaak["url"])
    body = world.api.get(mark).json()
    assert {found["zaak"] for found in body["results"]} == {first["url"], second["url"], hoofdzaak["url"]}
    world.api.delete(first["url"])
    body = world.api.get(body["volgende"]).json()
    assert {found["zaak"]: found["wijziging"] for found in body["results"]} == {
        first["url"]: "verwijderd",
        hoofdzaak["url"]: "bijgewerkt",
    }
    assert world.api.delete(hoofdzaak["url"]).status_code == 204
    body = world.api.get(body["volgende"]).json()
    assert {found["zaak"]: found["wijziging"] for found in body["results"]} == {
        second["url"]: "verwijderd",
        hoofdzaak["url"]: "verwijderd",
    }
    assert ZaakWijziging.objects.get(zaak=other["uuid"]).is_verwijderd is False


@pytest.mark.django_db
def test_the_feed_pages_by_position_and_embeds_the_zaken() -> None:
    world = World()
    made = [world.zaak()["url"] for _ in range(5)]
    seen, address, query = [], FEED, {"pageSize": "2", "expand": "zaak"}
    while True:
        body = world.api.get(address, query).json()
        seen += body["results"]
        if not body["meer"]:
            break
        address, query = body["volgende"], {}
    assert [found["zaak"] for found in seen] == made
    assert [found["_expand"]["zaak"]["url"] for found in seen] == made


@pytest.mark.django_db
def test_the_feed_starts_at_a_moment() -> None:
    world = World()
    old, new = world.zaak(), world.zaak()
    ZaakWijziging.objects.filter(zaak=old["uuid"]).update(gewijzigd_op=datetime(2020, 1, 1, tzinfo=UTC))
    body = world.api.get(FEED, {"sinds": "2024-01-01T00:00:00Z"}).json()
    assert [found["zaak"] for found in body["results"]] == [new["url"]]
    future = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    body = world.api.get(FEED, {"sinds": future}).json()
    assert body["results"] == []
    world.zaak()
    assert len(world.api.get(body["volgende"]).json()["results"]) == 1


@pytest.mark.django_db
def test_the_feed_stays_within_reach_also_for_what_is_gone() -> None:
    world = World()
    mine, secret = world.zaak(), world.zaak(vertrouwelijkheidaanduiding="geheim")
    world.api.delete(secret["url"])
    clerk = world.limited(["zaken.lezen"], maxVertrouwelijkheidaanduiding="intern")
    body = clerk.get(FEED).json()
    assert [found["zaak"] for found in body["results"]] == [mine["url"]]
    assert body["volgende"].endswith("na=2")
    world.api.delete(mine["url"])
    assert clerk.get(body["volgende"]).json()["results"][0]["wijziging"] == "verwijderd"
    assert world.limited(["zaken.aanmaken"], "schrijver").get(FEED).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [{"sinds": "gisteren"}, {"na": "-1"}, {"na": "x"}, {"na": "9" * 30}, {"pageSize": "501"}, {"x": "1"}],
)
def test_the_feed_refuses_wrong_parameters(query: dict[str, str]) -> None:
    response = World().api.get(FEED, {**query, "expand": "zaak"})
    assert response.status_code == 400, response.content


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_remembers_a_position_misses_no_change_of_many_writers() -> None:
    world = World()
    done, seen, addresses = Event(), [], [f"{FEED}?pageSize=3"]

    def read() -> None:
        try:
            while True:
                is_last = done.is_set()
                body = world.api.get(addresses[-1]).json()
                seen.extend(body["results"])
                addresses.append(body["volgende"])
                if is_last and not body["results"]:
                    return
        finally:
            connection.close()

    reader = Thread(target=read)
    reader.start()
    made = at_once(lambda _: world.api.post(f"{ZAKEN}/zaken", world.body()), 60)
    done.set()
    reader.join(60)
    assert [response.status_code for response in made] == [201] * 60
    assert {found["zaak"] for found in seen} == {response.json()["url"] for response in made}
    positions = [found["positie"] for found in seen]
    assert positions == sorted(positions)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite has one writer at a time")
def test_a_change_that_commits_late_still_comes_after_the_remembered_position() -> None:
    world = World()
    early, late = world.zaak(), world.zaak()
    mark = wijzigingen.changes(SYSTEM, 0, 100)[1]
    may_commit, has_written = Event(), Event()

    def write_slowly() -> None:
        try:
            with transaction.atomic():
                world.api.patch(late["url"], {"omschrijving": "laat"})
                has_written.set()
                may_commit.wait(30)
        finally:
            connection.close()

    writer = Thread(target=write_slowly)
    writer.start()
    assert has_written.wait(30)
    world.api.patch(early["url"], {"omschrijving": "vroeg"})
    first, mark = wijzigingen.changes(SYSTEM, mark, 100)
    may_commit.set()
    writer.join(30)
    second, _ = wijzigingen.changes(SYSTEM, mark, 100)
    assert [str(found.zaak) for found in first] == [early["uuid"]]
    assert [str(found.zaak) for found in second] == [late["uuid"]]


@pytest.mark.django_db
def test_a_create_notes_the_change_with_one_statement(django_assert_max_num_queries: Any) -> None:
    world = World()
    hoofdzaak = world.zaak()
    with django_assert_max_num_queries(15):
        assert world.api.post(f"{ZAKEN}/zaken", world.body(hoofdzaak=hoofdzaak["url"])).status_code == 201


@pytest.mark.django_db
def test_statistics_count_per_zaaktype_and_status(django_assert_max_num_queries: Any) -> None:
    world = World()
    fresh, busy, closed = world.zaak(), world.zaak(), world.zaak()
    world.set_status(busy, 1)
    world.close(closed)
    world.zaak(zaaktype=url(zaaktype_row()), vertrouwelijkheidaanduiding="geheim")
    Zaak.objects.filter(uuid=fresh["uuid"]).update(uiterlijke_einddatum_afdoening="2020-01-01")
    with django_assert_max_num_queries(4):
        body = world.api.get(STATS).json()
    assert (body["aantal"], len(body["results"])) == (4, 4)
    rows = {(row["zaaktype"], row["statusOmschrijving"]): row for row in body["results"]}
    mine = url(world.zaaktype)
    assert (rows[mine, None]["open"], rows[mine, None]["teLaat"]) == (1, 1)
    assert rows[mine, "In behandeling"]["statustype"] == url(world.steps[1])
    assert (rows[mine, "Afgehandeld"]["open"], rows[mine, "Afgehandeld"]["gesloten"]) == (0, 1)
    clerk = world.limited(["zaken.lezen"], maxVertrouwelijkheidaanduiding="intern")
    assert clerk.get(STATS).json()["aantal"] == 3
    assert clerk.get(STATS, {"einddatum__isnull": "true", "zaaktype": mine}).json()["aantal"] == 2
    assert codes(clerk.get(STATS, {"kleur": "x"})) == {"nonFieldErrors": "unknown-parameters"}


@pytest.mark.django_db
def test_bulk_registers_every_zaak(django_assert_max_num_queries: Any) -> None:
    world = World()
    with django_assert_max_num_queries(20 * 15):
        answer = world.api.post(BULK, {"zaken": [world.body(omschrijving=str(n)) for n in range(20)]})
    body = answer.json()
    assert (answer.status_code, body["aantal"]) == (201, 20)
    assert [found["zaak"]["omschrijving"] for found in body["results"]] == [str(n) for n in range(20)]
    assert world.api.get(body["results"][3]["zaak"]["url"]).json() == body["results"][3]["zaak"]


@pytest.mark.django_db
def test_bulk_is_all_or_nothing_and_says_everything_that_is_wrong() -> None:
    world = World()
    bodies = [world.body(identificatie="A"), world.body(startdatum="x"), world.body(bronorganisatie=""), 3]
    answer = world.api.post(BULK, {"zaken": bodies})
    assert (answer.status_code, codes(answer)) == (
        400,
        {"zaken.1.startdatum": "invalid", "zaken.2.bronorganisatie": "blank", "zaken.3": "invalid"},
    )
    twice = world.api.post(BULK, {"zaken": [world.body(identificatie="A"), world.body(identificatie="A")]})
    assert codes(twice) == {"zaken.1.identificatie": "identificatie-niet-uniek"}
    assert (Zaak.objects.count(), ZaakWijziging.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_bulk_per_zaak_gives_a_result_for_each() -> None:
    world = World()
    bodies = [world.body(identificatie="A"), world.body(identificatie="A"), {}, world.body()]
    answer = world.api.post(BULK, {"zaken": bodies, "allesOfNiets": False})
    body = answer.json()
    assert (answer.status_code, body["aantal"]) == (200, 2)
    assert [found["status"] for found in body["results"]] == [201, 400, 400, 201]
    assert body["results"][1]["fout"]["invalidParams"][0]["code"] == "identificatie-niet-uniek"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ({}, {"zaken": "not_a_list"}),
        ({"zaken": []}, {"zaken": "not_a_list"}),
        ({"zaken": [{}] * 501}, {"zaken": "max_length"}),
        ({"zaken": "x", "allesOfNiets": "soms"}, {"zaken": "not_a_list", "allesOfNiets": "invalid"}),
    ],
)
def test_bulk_refuses_a_wrong_body(body: Any, faults: dict[str, str]) -> None:
    assert codes(World().api.post(BULK, body)) == faults


@pytest.mark.django_db
def test_bulk_stays_within_the_rights_of_the_client() -> None:
    world = World()
    clerk = world.limited(["zaken.aanmaken"])
    foreign = world.body(zaaktype=url(zaaktype_row()))
    assert clerk.post(BULK, {"zaken": [world.body(), foreign]}).status_code == 403
    assert Zaak.objects.count() == 0
    each = clerk.post(BULK, {"zaken": [world.body(), foreign], "allesOfNiets": False}).json()
    assert [found["status"] for found in each["results"]] == [201, 403]
    assert world.limited(["zaken.lezen"], "lezer").post(BULK, {"zaken": [world.body()]}).status_code == 403


@pytest.mark.django_db
def test_our_own_operations_stand_in_their_openapi_document() -> None:
    paths = World().api.get(f"{EIGEN}/openapi.json").json()["paths"]
    assert paths["/zaken/wijzigingen"]["get"]["operationId"] == "zaak_wijzigingen"
    assert paths["/zaken/bulk"]["post"]["requestBody"]["required"] is True
    assert paths.keys() >= {"/zaken/{uuid}/dossier", "/zaken/statistieken"}
