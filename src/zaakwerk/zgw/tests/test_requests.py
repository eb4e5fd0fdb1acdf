"""What any request may do wrong, and what every answer carries."""

from typing import Any

import pytest

from zaakwerk.zaken.tests.world import CATALOGI, ZAKEN, World
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (b"", "application/json", 400, "parse_error"),
        (b"   ", "application/json", 400, "parse_error"),
        (b"{kapot", "application/json", 400, "parse_error"),
        (b'{"a": "\xff"}', "application/json", 400, "parse_error"),
        (b"[" * 100_000, "application/json", 400, "parse_error"),
        (b"[]", "application/json", 400, "invalid"),
        (b"{}", "text/plain", 415, "unsupported_media_type"),
        (b"{}", "", 415, "unsupported_media_type"),
        (b" " * (10 * 1024 * 1024 + 1), "application/json", 413, "payload_too_large"),
    ],
)
def test_a_wrong_body_gets_a_clear_answer(
    world: World, body: bytes, content_type: str, status: int, code: str
) -> None:
    headers = world.api.headers({"CONTENT_TYPE": content_type})
    response = world.api.client.generic("POST", "/zaken/api/v1/zaken", body, content_type, **headers)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.json()["instance"].startswith("urn:uuid:")


@pytest.mark.parametrize("value", ["tekst\x00nul", "\ue000/zaken/api/v1/zaken/x"])
def test_characters_that_cannot_be_kept_are_refused(world: World, value: str) -> None:
    assert codes(world.api.post(f"{ZAKEN}/zaken", world.body(omschrijving=value))) == {
        "omschrijving": "invalid"
    }


@pytest.mark.parametrize(
    "value", [{"type": "Point"}, {"type": "Nergens"}, {"type": "Point", "coordinates": [500, 1]}]
)
def test_geometry_is_checked(world: World, value: object) -> None:
    assert codes(world.api.post(f"{ZAKEN}/zaken", world.body(zaakgeometrie=value))) == {
        "zaakgeometrie": "invalid"
    }


def test_geometry_comes_back_as_it_was_sent(world: World) -> None:
    point = {"type": "Point", "coordinates": [5.1, 52.1]}
    assert world.zaak(zaakgeometrie=point)["zaakgeometrie"] == point


def test_unknown_query_parameters_are_refused_by_name(world: World) -> None:
    response = world.api.get(f"{ZAKEN}/zaken", {"onbekend": "1", "startdatum": "morgen"})
    assert codes(response) == {"nonFieldErrors": "unknown-parameters", "startdatum": "invalid"}


def test_unknown_body_fields_are_ignored(world: World) -> None:
    assert world.api.post(f"{ZAKEN}/zaken", world.body(onbekend=1)).status_code == 201


@pytest.mark.parametrize(("page", "status"), [("0", 400), ("x", 400), ("2", 404), ("9" * 30, 400)])
def test_pages_that_do_not_exist(world: World, page: str, status: int) -> None:
    world.zaak()
    assert world.api.get(f"{ZAKEN}/zaken", {"page": page}).status_code == status


def test_paging_keeps_the_query_and_counts_everything(world: World) -> None:
    zaken = [world.zaak()["url"] for _ in range(5)]
    query = {"pageSize": "2", "ordering": "identificatie", "zaaktype": world.body()["zaaktype"]}
    seen, address = [], f"{ZAKEN}/zaken"
    page = world.api.get(address, query).json()
    while True:
        assert page["count"] == 5
        seen += [found["url"] for found in page["results"]]
        if page["next"] is None:
            break
        page = world.api.get(page["next"]).json()
    assert seen == zaken
    assert page["previous"].endswith("page=2")


def test_unknown_ordering_is_refused(world: World) -> None:
    assert codes(world.api.get(f"{ZAKEN}/zaken", {"ordering": "kleur"})) == {"ordering": "invalid_choice"}


def test_a_url_of_something_unknown_filters_to_nothing(world: World) -> None:
    query = {"zaak": f"{ZAKEN}/zaken/6ba7b810-9dad-41d1-80b4-00c04fd430c8"}
    answer = world.api.get(f"{ZAKEN}/statussen", query)
    assert (answer.status_code, answer.json()["count"]) == (200, 0)


def test_booleans_in_every_form_clients_send(world: World) -> None:
    world.close(world.zaak())
    for value, count in (("true", 0), ("True", 0), ("1", 0), ("false", 1), ("False", 1), ("0", 1)):
        assert world.api.get(f"{ZAKEN}/zaken", {"einddatum__isnull": value}).json()["count"] == count


def test_crs_headers_are_asked_for_where_geometry_is(world: World) -> None:
    token: dict[str, Any] = {"HTTP_AUTHORIZATION": f"Bearer {world.api.token()}"}
    missing = world.api.client.get("/zaken/api/v1/zaken", **token)
    wrong = world.api.get(f"{ZAKEN}/zaken", HTTP_ACCEPT_CRS="EPSG:28992")
    elsewhere = world.api.client.get("/zaken/api/v1/statussen", **token)
    assert (missing.status_code, wrong.status_code, elsewhere.status_code) == (412, 406, 200)


def test_an_accept_header_we_cannot_meet_is_406(world: World) -> None:
    assert world.api.get(f"{ZAKEN}/zaken", HTTP_ACCEPT="text/html").status_code == 406


def test_methods_that_do_not_exist_name_those_that_do(world: World) -> None:
    response = world.api.delete(f"{ZAKEN}/zaken")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, POST, OPTIONS")


def test_an_unknown_path_below_an_api_is_problem_json(world: World) -> None:
    response = world.api.get(f"{ZAKEN}/bestaatniet")
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert world.api.get(f"{ZAKEN}/zaken/geen-uuid").status_code == 404


def test_etag_is_the_same_for_get_and_head_and_spares_the_body(world: World) -> None:
    zaak = world.zaak()
    tag = world.api.get(zaak["url"]).headers["ETag"]
    head = world.api.head(zaak["url"])
    spared = world.api.get(zaak["url"], HTTP_IF_NONE_MATCH=f'"anders", {tag}')
    assert (head.headers["ETag"], head.content) == (tag, b"")
    assert (spared.status_code, spared.content) == (304, b"")


def test_etag_follows_derived_arrays(world: World) -> None:
    zaak = world.zaak()
    tag = world.api.get(zaak["url"]).headers["ETag"]
    world.add_rol(zaak)
    assert world.api.get(zaak["url"], HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_if_match_refuses_a_write_on_an_older_representation(world: World) -> None:
    zaak = world.zaak()
    tag = world.api.get(zaak["url"]).headers["ETag"]
    first = world.api.patch(zaak["url"], {"omschrijving": "eerst"}, HTTP_IF_MATCH=tag)
    second = world.api.patch(zaak["url"], {"omschrijving": "laat"}, HTTP_IF_MATCH=tag)
    assert (first.status_code, second.status_code) == (200, 412)
    assert world.api.get(zaak["url"]).json()["omschrijving"] == "eerst"


def test_expand_embeds_to_any_depth_and_marks_what_is_absent(world: World) -> None:
    zaak = world.zaak()
    world.add_rol(zaak)
    world.set_status(zaak, 0)
    query = {"expand": "rollen.roltype,status.statustype,hoofdzaak,deelzaken"}
    expanded = world.api.get(zaak["url"], query).json()["_expand"]
    assert expanded["rollen"][0]["_expand"]["roltype"]["url"].startswith(CATALOGI)
    assert expanded["status"]["_expand"]["statustype"]["url"].startswith(CATALOGI)
    assert (expanded["hoofdzaak"], expanded["deelzaken"]) == ({}, [])
    assert "_expand" not in world.api.get(zaak["url"]).json()


@pytest.mark.parametrize("path", ["kleur", "omschrijving", "rollen.kleur", "zaaktype" + ".zaaktype" * 11])
def test_zrc_027_expand_of_no_relation_is_404(world: World, path: str) -> None:
    zaak = world.zaak()
    world.add_rol(zaak)
    assert world.api.get(zaak["url"], {"expand": path}).status_code == 404


def test_openapi_document_names_rules_and_scopes(world: World) -> None:
    document = world.api.client.get("/zaken/api/v1/openapi.json").json()
    operation = document["paths"]["/statussen"]["post"]
    assert document["info"]["version"] == "1.7.0"
    assert "zrc-007" in operation["description"]
    assert "zaken.statussen.toevoegen" in operation["security"][0]["JWT-Claims"]
