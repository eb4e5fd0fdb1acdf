"""Expand: any depth and across systems, within reach, within a budget, for a fixed number of statements."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from zaakwerk.selectielijst import queries as selectielijst
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.tests.world import ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw import expand
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.tests.api import ApiClient
from zaakwerk.zgw.tests.listeners import Listener, Received, listening

pytestmark = pytest.mark.django_db
DEEP = (
    "zaaktype.catalogus,status.statustype.zaaktype,resultaat.resultaattype,"
    "rollen.roltype.zaaktype,rollen.zaak"
)
UNKNOWN = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def elsewhere(settings: Any) -> Iterator[Listener]:
    """Another system: /bestaat gives an object, anything else a 404."""

    def answer(got: Received) -> int:
        listener.body = json.dumps({"url": f"http://{listener.entry}/bestaat", "naam": "Balie"}).encode()
        return 200 if got.path == "/bestaat" else 404

    with listening(answer) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        settings.ALLOWED_HOSTS = ["localhost"]  # what else is on this machine is another system
        yield listener


def expanded(api: ApiClient, zaak: dict[str, Any], paths: str) -> Any:
    """What stands under _expand."""
    response = api.get(zaak["url"], {"expand": paths})
    assert response.status_code == 200, response.content
    return response.json()["_expand"]


def full(world: World, **overrides: Any) -> dict[str, Any]:
    zaak = world.zaak(**overrides)
    world.set_status(zaak, 0)
    world.set_resultaat(zaak)
    world.add_rol(zaak)
    world.add_rol(zaak, world.behandelaar)
    return zaak


def test_zrc_026_expand_goes_to_any_depth_and_merges_prefixes(world: World) -> None:
    found = expanded(world.api, full(world), DEEP)
    assert found["status"]["_expand"]["statustype"]["_expand"]["zaaktype"]["url"] == url(world.zaaktype)
    assert found["zaaktype"]["_expand"]["catalogus"]["domein"] == world.zaaktype.catalogus.domein
    assert [rol["_expand"].keys() for rol in found["rollen"]] == [{"roltype", "zaak"}] * 2


@pytest.mark.parametrize(
    "path", ["kleur", "zaaktype.kleur", "omschrijving", "status.zaak.kleur", "a." * 11 + "b"]
)
def test_zrc_027_an_unknown_attribute_is_a_404(world: World, path: str) -> None:
    zaak = full(world)
    for address in (zaak["url"], f"{ZAKEN}/zaken"):
        response = world.api.get(address, {"expand": path})
        assert (response.status_code, response.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("size", [2, 8])
def test_expand_takes_the_same_statements_for_any_page(
    world: World, size: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(8):
        full(world)
    levels = 11  # relations in DEEP, each one statement
    with django_assert_max_num_queries(3 + levels):
        answer = world.api.get(f"{ZAKEN}/zaken", {"expand": DEEP, "pageSize": str(size)})
    assert len(answer.json()["results"]) == size


def test_c_05_what_is_out_of_reach_is_left_out_at_every_level(world: World) -> None:
    other = zaaktype_row()
    hidden = world.zaak(zaaktype=url(other))
    mine = full(
        world,
        hoofdzaak=hidden["url"],
        relevanteAndereZaken=[{"url": hidden["url"], "aardRelatie": "vervolg"}],
    )
    child = world.zaak(zaaktype=url(other), hoofdzaak=world.zaak()["url"])
    clerk = world.limited(["zaken.lezen"])
    found = expanded(clerk, mine, "hoofdzaak,relevanteAndereZaken,rollen.zaak.hoofdzaak")
    assert (found["hoofdzaak"], found["relevanteAndereZaken"]) == ({}, [])
    assert found["rollen"][0]["_expand"]["zaak"]["_expand"]["hoofdzaak"] == {}
    parent = {"url": child["hoofdzaak"]}
    assert expanded(clerk, parent, "deelzaken")["deelzaken"] == []
    assert len(expanded(world.api, parent, "deelzaken")["deelzaken"]) == 1


def test_relevante_andere_zaken_are_embedded_and_go_deeper(world: World) -> None:
    related = full(world)
    zaak = world.zaak(relevanteAndereZaken=[{"url": related["url"], "aardRelatie": "onderwerp"}])
    found = expanded(world.api, zaak, "relevanteAndereZaken.zaaktype")["relevanteAndereZaken"]
    assert [one["url"] for one in found] == [related["url"]]
    assert found[0]["_expand"]["zaaktype"]["url"] == url(world.zaaktype)


def test_zrc_028_a_relevante_andere_zaak_that_is_gone_is_a_404(world: World) -> None:
    zaak = world.zaak()
    gone = f"{BASE}/zaken/api/v1/zaken/{UNKNOWN}"
    Zaak.objects.filter(uuid=zaak["uuid"]).update(
        relevante_andere_zaken=[{"url": gone, "aardRelatie": "vervolg"}]
    )
    assert world.api.get(zaak["url"], {"expand": "relevanteAndereZaken"}).status_code == 404
    assert world.api.get(zaak["url"]).status_code == 200


def test_objects_of_another_system_are_embedded_and_asked_once(world: World, elsewhere: Listener) -> None:
    there = f"http://{elsewhere.entry}/bestaat"
    one, two = world.zaak(), world.zaak()
    Zaak.objects.update(communicatiekanaal=there, producten_of_diensten=[there, there])
    answer = world.api.get(f"{ZAKEN}/zaken", {"expand": "communicatiekanaal,productenOfDiensten"}).json()
    for found in answer["results"]:
        assert found["_expand"]["communicatiekanaal"]["naam"] == "Balie"
        assert [product["naam"] for product in found["_expand"]["productenOfDiensten"]] == ["Balie"] * 2
    assert (len(answer["results"]), len(elsewhere.received)) == (2, 1)
    Zaak.objects.filter(uuid=one["uuid"]).update(communicatiekanaal="", producten_of_diensten=[])
    assert expanded(world.api, one, "communicatiekanaal,productenOfDiensten") == {
        "communicatiekanaal": {},
        "productenOfDiensten": [],
    }
    assert expanded(world.api, two, "communicatiekanaal")["communicatiekanaal"]["naam"] == "Balie"


def test_a_betrokkene_and_a_related_zaak_of_another_system(world: World, elsewhere: Listener) -> None:
    there = f"http://{elsewhere.entry}/bestaat"
    zaak = full(world)
    Rol.objects.update(betrokkene=there)
    Zaak.objects.update(relevante_andere_zaken=[{"url": there, "aardRelatie": "vervolg"}])
    found = expanded(world.api, zaak, "rollen.betrokkene,relevanteAndereZaken")
    assert found["rollen"][0]["_expand"]["betrokkene"]["naam"] == "Balie"
    assert found["relevanteAndereZaken"] == [{"url": there, "naam": "Balie"}]
    assert world.api.get(zaak["url"], {"expand": "relevanteAndereZaken.zaaktype"}).status_code == 404


@pytest.mark.parametrize("path", ["/weg", None])
def test_zrc_028_an_object_elsewhere_that_does_not_answer_is_a_404(
    world: World, elsewhere: Listener, path: str | None
) -> None:
    zaak = world.zaak()
    address = f"http://{elsewhere.entry}{path}" if path else "https://niet-geregistreerd.example.org/1"
    Zaak.objects.update(communicatiekanaal=address)
    response = world.api.get(zaak["url"], {"expand": "communicatiekanaal"})
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert world.api.get(zaak["url"], {"expand": "communicatiekanaal.x"}).status_code == 404


def test_a_selectielijstklasse_resolves_without_the_network(world: World) -> None:
    zaak, record = world.zaak(), next(iter(selectielijst.resultaten().values()))
    Zaak.objects.update(selectielijstklasse=f"{BASE}/selectielijst/api/v1/resultaten/{record.uuid}")
    found = expanded(world.api, zaak, "selectielijstklasse")["selectielijstklasse"]
    assert found["naam"] == record.naam
    assert found["url"].startswith("http://localhost/selectielijst/")


def test_the_budget_counts_what_is_written_out_and_not_what_is_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hoofdzaak = world.zaak()
    for _ in range(4):
        world.zaak(hoofdzaak=hoofdzaak["url"])
    circle = "deelzaken.hoofdzaak.deelzaken.hoofdzaak"  # 4 + 4 + 16 + 16 objects
    monkeypatch.setattr(expand, "MAX_OBJECTS", 40)
    assert world.api.get(hoofdzaak["url"], {"expand": circle}).status_code == 200
    monkeypatch.setattr(expand, "MAX_OBJECTS", 39)
    refused = world.api.get(hoofdzaak["url"], {"expand": circle})
    assert (refused.status_code, "te veel" in refused.json()["detail"]) == (404, True)


def test_head_and_etag_go_with_expand(world: World) -> None:
    zaak = full(world)
    query = {"expand": "rollen,zaaktype"}
    plain, answer = world.api.get(zaak["url"]), world.api.get(zaak["url"], query)
    head = world.api.client.head(f"/zaken/api/v1/zaken/{zaak['uuid']}", query, **world.api.headers({}))
    assert (head.headers["ETag"], head.content) == (answer.headers["ETag"], b"")
    assert head.headers["Content-Length"] == answer.headers["Content-Length"]
    assert plain.headers["ETag"] != answer.headers["ETag"]
    again = world.api.get(zaak["url"], query, HTTP_IF_NONE_MATCH=answer.headers["ETag"])
    assert again.status_code == 304
    world.zaaktype.doel = "Anders"
    world.zaaktype.save()
    assert world.api.get(zaak["url"], query).headers["ETag"] != answer.headers["ETag"]
    assert world.api.get(zaak["url"]).headers["ETag"] == plain.headers["ETag"]


@pytest.mark.parametrize(
    ("path", "expand"),
    [
        ("statussen", "zaak.zaaktype,statustype,gezetdoor,zaakinformatieobjecten"),
        ("resultaten", "zaak.rollen,resultaattype"),
        ("rollen", "zaak,roltype,statussen.statustype,betrokkene"),
        ("zaakinformatieobjecten", "zaak,informatieobject.informatieobjecttype,status"),
        ("zaken", "eigenschappen.eigenschap,zaakinformatieobjecten.informatieobject,zaakobjecten,deelzaken"),
    ],
)
def test_zrc_025_every_resource_expands_on_list_and_detail(world: World, path: str, expand: str) -> None:
    zaak = full(world)
    world.link(zaak, world.document())
    listed = world.api.get(f"{ZAKEN}/{path}", {"expand": expand})
    assert listed.status_code == 200, listed.content
    body = listed.json()
    one = (body if isinstance(body, list) else body["results"])[0]
    assert one["_expand"].keys() == {part.partition(".")[0] for part in expand.split(",")}
    assert world.api.get(one["url"], {"expand": expand}).json() == one


def test_c_03_zaakeigenschappen_expand_as_well(world: World) -> None:
    zaak = world.zaak()
    address = f"{zaak['url']}/zaakeigenschappen"
    world.api.post(address, {"eigenschap": url(world.eigenschap), "waarde": "1"})
    found = world.api.get(address, {"expand": "zaak,eigenschap"}).json()
    assert found[0]["_expand"]["eigenschap"]["naam"] == "bouwkosten"
