"""Searching zaken: every filter in the body, geometry, paging, expand and fields."""

from typing import Any

import pytest

from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import BSN, ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw import search
from zaakwerk.zgw.filters import MAX_VALUES
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db
ZOEK = f"{ZAKEN}/zaken/_zoek"
AREA = {"type": "Polygon", "coordinates": [[[5, 52], [6, 52], [6, 53], [5, 53], [5, 52]]]}
HOLED = {
    "type": "Polygon",
    "coordinates": [
        [[5, 52], [6, 52], [6, 53], [5, 53], [5, 52]],
        [[5.4, 52.4], [5.6, 52.4], [5.6, 52.6], [5.4, 52.6], [5.4, 52.4]],
    ],
}


@pytest.fixture
def world() -> World:
    return World()


def point(x: float, y: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [x, y]}


def within(area: Any, **more: Any) -> dict[str, Any]:
    return {"zaakgeometrie": {"within": area}, **more}


def found(response: Any) -> set[str]:
    assert response.status_code == 200, response.content
    return {zaak["url"] for zaak in response.json()["results"]}


def test_filters_in_the_body_find_what_the_list_finds(world: World) -> None:
    first, second = world.zaak(startdatum="2026-01-05"), world.zaak(startdatum="2026-02-05")
    world.add_rol(second)
    bsn = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
    assert found(world.api.post(ZOEK, {"startdatum__lt": "2026-02-01"})) == {first["url"]}
    assert found(world.api.post(ZOEK, {bsn: BSN})) == {second["url"]}
    assert found(world.api.post(ZOEK, {"einddatum__isnull": True})) == {first["url"], second["url"]}
    assert found(world.api.post(ZOEK, {"archiefstatus__in": ["gearchiveerd"]})) == set()
    assert found(
        world.api.post(ZOEK, {"zaaktype": url(world.zaaktype), "startdatum__gte": "2026-02-01"})
    ) == {second["url"]}


def test_lists_of_values_in_the_body(world: World) -> None:
    other = zaaktype_row()
    first, second = world.zaak(), world.zaak(zaaktype=url(other))
    uuids = [zaak["uuid"] for zaak in (first, second)]
    assert found(world.api.post(ZOEK, {"uuid__in": uuids})) == {first["url"], second["url"]}
    assert found(world.api.post(ZOEK, {"zaaktype__in": [url(other)]})) == {second["url"]}
    assert found(world.api.post(ZOEK, {"zaaktype__in": [url(other), url(world.zaaktype)]})) == {
        first["url"],
        second["url"],
    }
    assert found(world.api.post(ZOEK, {"bronorganisatie__in": ["517439943"], "uuid__in": uuids[:1]})) == {
        first["url"]
    }


def test_an_empty_list_of_values_finds_nothing(world: World) -> None:
    world.zaak()
    answer = world.api.post(ZOEK, {"uuid__in": []})
    assert answer.json() == {"count": 0, "next": None, "previous": None, "results": []}
    assert world.api.post(f"{ZOEK}?page=2", {"uuid__in": []}).status_code == 404


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ({}, {"nonFieldErrors": "empty_search_body"}),
        ({"kleur": "rood"}, {"nonFieldErrors": "unknown-parameters"}),
        ({"page": 1, "startdatum": "2026-01-01"}, {"nonFieldErrors": "unknown-parameters"}),
        ({"uuid__in": "geen lijst"}, {"uuid__in": "not_a_list"}),
        ({"uuid__in": ["x"]}, {"uuid__in.0": "invalid"}),
        ({"uuid__in": [None]}, {"uuid__in.0": "invalid"}),
        (
            {"uuid__in": ["6ba7b810-9dad-41d1-80b4-00c04fd430c8"] * (MAX_VALUES + 1)},
            {"uuid__in": "max_length"},
        ),
        ({"zaaktype__in": ["geen url"]}, {"zaaktype__in.0": "invalid"}),
        ({"bronorganisatie__in": ["123"]}, {"bronorganisatie__in.0": "invalid"}),
        ({"startdatum": None}, {"startdatum": "invalid"}),
        ({"startdatum": {}}, {"startdatum": "invalid"}),
        ({"einddatum__isnull": "misschien"}, {"einddatum__isnull": "invalid"}),
        ({"identificatie": ["x"]}, {"identificatie": "invalid"}),
        ({"ordering": 3}, {"ordering": "invalid"}),
        ({"ordering": "kleur"}, {"ordering": "invalid_choice"}),
        ({"zaakgeometrie": AREA}, {"zaakgeometrie": "invalid"}),
        ({"zaakgeometrie": {"within": None}}, {"zaakgeometrie.within": "null"}),
        (within({"type": "Polygon"}), {"zaakgeometrie.within": "invalid"}),
        (within({"type": "Point", "coordinates": []}), {"zaakgeometrie.within": "invalid"}),
        (
            within({"type": "Polygon", "coordinates": [[[5, 52], [6, 53], [6, 52], [5, 53], [5, 52]]]}),
            {"zaakgeometrie.within": "invalid"},
        ),
        (
            within({"type": "MultiPoint", "coordinates": [[5, 52]] * 10_001}),
            {"zaakgeometrie.within": "max_length"},
        ),
        ({"fields": "url"}, {"fields": "not_a_list"}),
        ({"fields": [1]}, {"fields": "invalid"}),
        ({"fields": [{"status": "x"}]}, {"fields": "not_a_list"}),
        ({"fields": ["x"] * 1001}, {"fields": "max_length"}),
        ({"fields": ["url"], "expand": "zaaktype"}, {"fields": "invalid"}),
    ],
)
def test_a_wrong_body_is_refused_by_name(world: World, body: Any, faults: dict[str, str]) -> None:
    response = world.api.post(ZOEK, body)
    assert (response.status_code, codes(response)) == (400, faults)


def test_no_body_at_all_is_an_empty_search(world: World) -> None:
    response = world.api.client.generic("POST", "/zaken/api/v1/zaken/_zoek", **world.api.headers({}))
    assert codes(response) == {"nonFieldErrors": "empty_search_body"}


def test_the_read_scope_and_the_crs_headers_are_needed(world: World) -> None:
    writer = world.limited(["zaken.aanmaken"])
    assert writer.post(ZOEK, {"startdatum": "2026-01-01"}).status_code == 403
    headers: dict[str, Any] = {"HTTP_AUTHORIZATION": f"Bearer {world.api.token()}"}
    bare = world.api.client.post(
        "/zaken/api/v1/zaken/_zoek", {"startdatum": "2026-01-01"}, content_type="application/json", **headers
    )
    wrong = world.api.post(ZOEK, {"startdatum": "2026-01-01"}, HTTP_ACCEPT_CRS="EPSG:28992")
    assert (bare.status_code, wrong.status_code) == (412, 406)
    assert world.api.post(ZOEK, {"startdatum": "2026-01-01"}).headers["Content-Crs"] == "EPSG:4326"
    assert world.api.get(ZOEK).status_code == 405


def test_a_limited_client_finds_only_what_it_may_read(world: World) -> None:
    mine = world.zaak(zaakgeometrie=point(5.5, 52.5))
    world.zaak(zaakgeometrie=point(5.5, 52.5), vertrouwelijkheidaanduiding="geheim")
    clerk = world.limited(["zaken.lezen"], maxVertrouwelijkheidaanduiding="intern")
    answer = clerk.post(ZOEK, within(AREA))
    assert (found(answer), answer.json()["count"]) == ({mine["url"]}, 1)


@pytest.mark.parametrize(
    ("geometry", "is_within"),
    [
        (point(5.5, 52.5), True),
        (point(5, 52), False),
        (point(4.99, 52.5), False),
        ({"type": "LineString", "coordinates": [[5.1, 52.1], [5.9, 52.9]]}, True),
        ({"type": "LineString", "coordinates": [[5.1, 52.1], [6.1, 52.9]]}, False),
        ({"type": "MultiPoint", "coordinates": [[5.1, 52.1], [5.2, 52.2]]}, True),
        ({"type": "GeometryCollection", "geometries": [point(5.1, 52.1), point(5.9, 52.9)]}, True),
        ({"type": "GeometryCollection", "geometries": [point(5.1, 52.1), point(4, 52.9)]}, False),
        ({"type": "Polygon", "coordinates": [[[5.1, 52.1], [5.2, 52.1], [5.2, 52.2], [5.1, 52.1]]]}, True),
        (
            {
                "type": "Polygon",
                "coordinates": [[[5.1, 52.1], [5.2, 52.2], [5.2, 52.1], [5.1, 52.2], [5.1, 52.1]]],
            },
            True,
        ),
        (None, False),
    ],
)
def test_zaakgeometrie_within(world: World, geometry: Any, is_within: bool) -> None:
    zaak = world.zaak(zaakgeometrie=geometry)
    assert found(world.api.post(ZOEK, within(AREA))) == ({zaak["url"]} if is_within else set())


def test_the_exact_shape_decides_and_not_its_box(world: World) -> None:
    inside, hole = world.zaak(zaakgeometrie=point(5.25, 52.25)), world.zaak(zaakgeometrie=point(5.5, 52.5))
    line = world.zaak(zaakgeometrie={"type": "LineString", "coordinates": [[5.125, 52.25], [5.5, 52.25]]})
    assert found(world.api.post(ZOEK, within(HOLED))) == {inside["url"], line["url"]}
    collection = {"type": "GeometryCollection", "geometries": [HOLED, point(5.5, 52.5)]}
    assert found(world.api.post(ZOEK, within(collection))) == {inside["url"], line["url"], hole["url"]}
    street = {"type": "LineString", "coordinates": [[5.0, 52.25], [6.0, 52.25]]}
    assert found(world.api.post(ZOEK, within(street))) == {line["url"], inside["url"]}
    through_the_hole = {"type": "LineString", "coordinates": [[5.25, 52.5], [5.75, 52.5]]}
    world.api.patch(line["url"], {"zaakgeometrie": through_the_hole})
    assert found(world.api.post(ZOEK, within(HOLED))) == {inside["url"]}


def test_within_and_other_filters_go_together_and_the_box_follows_the_geometry(world: World) -> None:
    zaak = world.zaak(zaakgeometrie=point(5.5, 52.5))
    assert found(world.api.post(ZOEK, within(AREA, startdatum="2025-01-01"))) == set()
    world.api.patch(zaak["url"], {"zaakgeometrie": point(1, 1)})
    row = Zaak.objects.get(uuid=zaak["uuid"])
    assert (row.west, row.south, row.east, row.north) == (1, 1, 1, 1)
    assert found(world.api.post(ZOEK, within(AREA))) == set()
    world.api.patch(zaak["url"], {"zaakgeometrie": None})
    assert Zaak.objects.filter(west=None).count() == 1


def test_pages_of_an_area_are_exact_and_in_order(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "CHUNK", 3)
    inside = [world.zaak(zaakgeometrie=point(5.1 + n / 100, 52.1)) for n in range(7)]
    for n in range(4):
        world.zaak(zaakgeometrie=point(5.5, 52.5 + n / 100))
    body = within(HOLED, ordering="-identificatie")
    seen, page = [], 1
    while True:
        answer = world.api.post(f"{ZOEK}?page={page}&pageSize=2", body).json()
        assert answer["count"] == 7
        seen += [zaak["url"] for zaak in answer["results"]]
        if answer["next"] is None:
            break
        assert answer["next"] == f"{ZOEK}?pageSize=2&page={page + 1}"
        page += 1
    assert seen == [zaak["url"] for zaak in reversed(inside)]
    assert world.api.post(f"{ZOEK}?page=9&pageSize=2", body).status_code == 404


@pytest.mark.parametrize("size", [2, 12])
def test_a_search_takes_the_same_few_statements_for_any_page(
    world: World, size: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(12):
        world.zaak(zaakgeometrie=point(5.1 + n / 100, 52.1))
    with django_assert_max_num_queries(5):
        answer = world.api.post(f"{ZOEK}?pageSize={size}", within(AREA, expand="zaaktype"))
    assert len(answer.json()["results"]) == size


def test_expand_in_query_and_body_are_added(world: World) -> None:
    zaak = world.zaak()
    world.set_status(zaak, 0)
    answer = world.api.post(
        f"{ZOEK}?expand=zaaktype", {"uuid__in": [zaak["uuid"]], "expand": "status.statustype"}
    )
    embedded = answer.json()["results"][0]["_expand"]
    assert embedded.keys() == {"zaaktype", "status"}
    assert embedded["status"]["_expand"]["statustype"]["omschrijving"] == "Ontvangen"
    assert world.api.post(ZOEK, {"uuid__in": [], "expand": "kleur"}).status_code == 404


def test_zrc_029_fields_gives_only_what_is_asked_for(world: World) -> None:
    processobject = {"datumkenmerk": "d", "identificatie": "i", "objecttype": "o", "registratie": "r"}
    kenmerken = [{"kenmerk": "K1", "bron": "b"}]
    zaak = world.zaak(processobject=processobject, kenmerken=kenmerken, hoofdzaak=world.zaak()["url"])
    world.set_status(zaak, 0)
    rol = world.add_rol(zaak).json()
    fields = [
        "url",
        "startdatum",
        "bestaatniet",
        {
            "status": ["statustype", "volgnummer", {"statustype": ["omschrijving"]}],
            "rollen": ["*"],
            "zaaktype": ["omschrijving", {"catalogus": ["domein"]}],
            "processobject": ["identificatie"],
            "kenmerken": ["kenmerk"],
            "hoofdzaak": ["identificatie"],
            "resultaat": ["url"],
        },
    ]
    answer = world.api.post(ZOEK, {"uuid__in": [zaak["uuid"]], "fields": fields})
    assert answer.status_code == 200, answer.content
    one = answer.json()["results"][0]
    embedded = one.pop("_expand")
    assert one == {
        "url": zaak["url"],
        "startdatum": "2026-01-05",
        "processobject": {"identificatie": "i"},
        "kenmerken": [{"kenmerk": "K1"}],
    }
    assert embedded["rollen"] == [rol]
    assert embedded["resultaat"] == {}
    assert embedded["zaaktype"] == {
        "omschrijving": "Boom kappen",
        "_expand": {"catalogus": {"domein": world.zaaktype.catalogus.domein}},
    }
    assert embedded["status"]["_expand"] == {"statustype": {"omschrijving": "Ontvangen"}}
    assert embedded["status"].keys() == {"statustype", "_expand"}
    assert embedded["hoofdzaak"].keys() == {"identificatie"}


def test_zrc_029_a_star_gives_every_field(world: World) -> None:
    zaak = world.zaak()
    answer = world.api.post(ZOEK, {"uuid__in": [zaak["uuid"]], "fields": ["*"]})
    assert answer.json()["results"] == [zaak]
    both = world.api.post(f"{ZOEK}?expand=zaaktype", {"uuid__in": [zaak["uuid"]], "fields": ["*"]})
    assert codes(both) == {"fields": "invalid"}
