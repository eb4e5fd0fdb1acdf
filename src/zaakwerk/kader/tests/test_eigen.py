"""Our own operations: the stand of a zaak, and taking a step; within reach, described, in Dutch."""

from typing import Any

import pytest
from django.utils import translation

from zaakwerk.kader import commands
from zaakwerk.kader.resources.vorm import KADER_VELDEN
from zaakwerk.kader.tests.wereld import KaderWereld
from zaakwerk.zaken.models import Inzage, Zaak
from zaakwerk.zaken.tests.world import World, url
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.tests.api import BASE, codes

pytestmark = pytest.mark.django_db
EIGEN = f"{BASE}/zaakwerk/api/v1"


def kader_of(world: World, zaak: Any) -> Any:
    return world.api.get(f"{EIGEN}/zaken/{zaak['uuid']}/kader")


def take(world: World, zaak: Any, **body: Any) -> Any:
    return world.api.post(f"{EIGEN}/zaken/{zaak['uuid']}/stappen", body)


def test_the_kader_says_what_the_next_step_asks_and_why_not_yet() -> None:
    world = KaderWereld()
    zaak = world.zaak()
    world.set_status(zaak, 0)
    with translation.override("en"):
        body = kader_of(world, zaak).json()
    assert body.keys() == {field.key for field in KADER_VELDEN}
    assert (body["zaak"], body["huidige"]["statustype"]) == (zaak["url"], url(world.steps[0]))
    first = body["overgangen"][0]
    assert (first["sleutel"], first["isToegestaan"], first["sluit"]) == ("volgend:2", False, False)
    assert first["redenen"][0] == {
        "soort": "eigenschap",
        "over": "bouwkosten",
        "zin": "Eigenschap ‘bouwkosten’ is nog niet ingevuld.",
        "herstel": "eigenschap_invullen",
    }
    assert first["wie"] == "Wie de status van deze zaak mag zetten."
    assert (body["primair"]["soort"], body["primair"]["overgang"]) == ("eigenschap_invullen", "volgend:2")
    assert [stap["isBereikt"] for stap in body["stappen"]] == [True, False, False]
    assert body["resultaten"][0]["resultaattype"] == url(world.resultaattype)
    assert [line.via for line in Inzage.objects.all()] == ["kader"]


def test_a_step_is_taken_and_answered_with_its_address() -> None:
    world = World()
    zaak = world.zaak()
    world.set_status(zaak, 0)
    made = take(world, zaak, soort="volgend", naar=url(world.steps[1]), toelichting="Begonnen")
    assert made.status_code == 201, made.content
    body = made.json()
    assert made.headers["Location"] == body["url"] == f"{EIGEN}/gezette-stappen/{body['uuid']}"
    assert (body["van"], body["naar"], body["zaak"]) == ("Ontvangen", "In behandeling", zaak["url"])
    assert world.api.get(body["url"]).json() == body
    assert world.api.get(zaak["url"]).json()["status"] == body["status"]
    closing = take(
        world, zaak, soort="volgend", naar=url(world.steps[2]), resultaattype=url(world.resultaattype)
    )
    assert closing.status_code == 201, closing.content
    assert kader_of(world, zaak).json()["primair"] is None


def test_kader_a_step_that_is_refused_names_all_that_is_missing() -> None:
    world = KaderWereld()
    zaak = world.zaak()
    world.set_status(zaak, 0)
    refused = take(world, zaak, soort="volgend", naar=url(world.steps[1]))
    assert refused.status_code == 400
    assert len(refused.json()["invalidParams"]) == 5
    assert Zaak.objects.get().status_id is not None


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ({}, {"soort": "required", "naar": "required"}),
        ({"soort": "vooruit", "naar": "nergens"}, {"soort": "invalid_choice", "naar": "bad-url"}),
        ({"soort": "volgend", "naar": None}, {"naar": "null"}),
    ],
)
def test_bad_input_is_named_field_by_field(body: dict[str, Any], faults: dict[str, str]) -> None:
    world = World()
    assert codes(take(world, world.zaak(), **body)) == faults


def test_a_step_of_another_zaaktype_does_not_exist() -> None:
    world = World()
    zaak = world.zaak()
    other = World(api=world.api)
    assert codes(take(world, zaak, soort="volgend", naar=url(other.steps[0]))) == {
        "naar": "overgang-bestaat-niet"
    }


def test_what_is_out_of_reach_is_refused_and_what_is_unknown_not_found() -> None:
    world = World()
    other = World(api=world.api)
    zaak = world.zaak()
    world.set_status(zaak, 0)
    world.api = other.limited(["zaken.lezen", "zaken.statussen.toevoegen"], "elders")
    assert kader_of(world, zaak).status_code == 403
    assert take(world, zaak, soort="volgend", naar=url(world.steps[1])).status_code == 403
    unknown = {"uuid": "6ba7b810-9dad-41d1-80b4-00c04fd430c8"}
    assert kader_of(world, unknown).status_code == 404


def test_who_may_only_read_sees_why_they_may_not_and_takes_no_step() -> None:
    world = World()
    zaak = world.zaak()
    world.set_status(zaak, 0)
    world.api = world.limited(["zaken.lezen"], "lezer")
    body = kader_of(world, zaak).json()
    assert body["overgangen"][0]["redenen"][0]["soort"] == "recht"
    assert body["primair"]["isToegestaan"] is False
    assert take(world, zaak, soort="volgend", naar=url(world.steps[1])).status_code == 403


def test_tasks_are_listed_within_reach() -> None:
    world = World()
    other = World(api=world.api)
    for one in (world, other):
        made = one.zaak()
        commands.CreateTaak(actor=SYSTEM, zaak=Zaak.objects.get(uuid=made["uuid"]), naam="Bellen").run()
    limited = world.limited(["zaken.lezen"], "beperkt")
    assert world.api.get(f"{EIGEN}/taken").json()["count"] == 2
    assert limited.get(f"{EIGEN}/taken").json()["count"] == 1
    assert world.api.get(f"{EIGEN}/taken", {"zaak": made["url"]}).json()["count"] == 1
    assert world.api.post(f"{EIGEN}/taken", {}).status_code == 405


def test_the_operations_are_described() -> None:
    paths = World().api.get(f"{EIGEN}/openapi.json").json()["paths"]
    assert paths["/zaken/{uuid}/kader"]["get"]["operationId"] == "zaak_kader"
    body = paths["/zaken/{uuid}/stappen"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["properties"].keys() == {"soort", "naar", "toelichting", "reden", "resultaattype"}
