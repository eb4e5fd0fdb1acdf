"""The comparison sees what is wrong: each test damages a good answer and expects that difference."""

from copy import deepcopy
from typing import Any

import pytest

from tests.conformance import standards
from tests.conformance.comparison import differences, is_of_type, object_differences, problem_differences
from tests.conformance.documents import document_differences

HOST = "https://zaken.voorbeeld.test/zaken/api/v1"
UUID = "6e9b2b0e-3d1c-4f5a-9a53-0d5f3f1f6c11"
HEADERS = {"API-version": "1.7.0", "Location": f"{HOST}/rollen/{UUID}"}
DETAIL_HEADERS = {"API-version": "1.7.0", "ETag": '"abc"'}
STATUS: dict[str, Any] = {
    "url": f"{HOST}/statussen/{UUID}",
    "uuid": UUID,
    "zaak": f"{HOST}/zaken/{UUID}",
    "statustype": f"{HOST}/statustypen/{UUID}",
    "datumStatusGezet": "2024-03-04T08:00:00Z",
    "statustoelichting": "",
    "indicatieLaatstGezetteStatus": True,
    "gezetdoor": "",
    "zaakinformatieobjecten": [],
}
ROL: dict[str, Any] = {
    "url": f"{HOST}/rollen/{UUID}",
    "uuid": UUID,
    "zaak": f"{HOST}/zaken/{UUID}",
    "betrokkene": "",
    "betrokkeneType": "medewerker",
    "afwijkendeNaamBetrokkene": "",
    "roltype": f"{HOST}/roltypen/{UUID}",
    "omschrijving": "Behandelaar",
    "omschrijvingGeneriek": "behandelaar",
    "roltoelichting": "Behandelt",
    "registratiedatum": "2024-03-04T08:00:00Z",
    "indicatieMachtiging": "",
    "contactpersoonRol": None,
    "statussen": [],
    "betrokkeneIdentificatie": {
        "identificatie": "med-1",
        "achternaam": "Jansen",
        "voorletters": "J",
        "voorvoegselAchternaam": "",
    },
}


def rol(**changes: Any) -> dict[str, Any]:
    """A good rol with changes; the value ... leaves a key out."""
    made = {**deepcopy(ROL), **changes}
    return {key: value for key, value in made.items() if value is not ...}


def of_rol(**changes: Any) -> list[str]:
    """The differences of a rol answered to a create."""
    return differences(standards.operations("zaken")["rol_create"], 201, HEADERS, rol(**changes))


def test_a_good_answer_has_no_differences() -> None:
    assert of_rol() == []
    statussen = {"count": 1, "next": None, "previous": None, "results": [STATUS]}
    operation = standards.operations("zaken")["status_list"]
    assert differences(operation, 200, {"api-version": "1.7.0"}, statussen) == []


@pytest.mark.parametrize(
    ("changes", "difference"),
    [
        ({"uuid": ...}, "uuid is missing"),
        ({"kleur": "rood"}, "kleur is not in the standard"),
        ({"uuid": "geen"}, "uuid is 'geen', no string uuid"),
        ({"zaak": "/zaken/1"}, "zaak is '/zaken/1', no string uri"),
        ({"zaak": None}, "zaak is null"),
        (
            {"registratiedatum": "2024-03-04T08:00:00"},
            "registratiedatum is '2024-03-04T08:00:00', no string date-time",
        ),
        ({"betrokkeneType": "baas"}, "betrokkeneType is 'baas', not one of "),
        ({"roltoelichting": "x" * 1001}, "roltoelichting is longer than 1000"),
        ({"statussen": None}, "statussen is null"),
        ({"statussen": ["x"]}, "statussen.0 is 'x', no string uri"),
        ({"statussen": "x"}, "statussen is no list"),
        ({"betrokkeneIdentificatie": {}}, "betrokkeneIdentificatie.achternaam is missing"),
        ({"betrokkeneType": "vestiging"}, "betrokkeneIdentificatie.achternaam is not in the standard"),
        ({"contactpersoonRol": {}}, "contactpersoonRol.emailadres is missing"),
        ({"contactpersoonRol": "x"}, "contactpersoonRol is no object"),
        ({"_expand": {}}, "_expand is not in the standard"),
    ],
)
def test_each_fault_in_a_body_is_named(changes: dict[str, Any], difference: str) -> None:
    found = of_rol(**changes)
    assert any(text.startswith(difference) for text in found), found


@pytest.mark.parametrize("group", [None, ...])
def test_a_betrokkene_by_url_needs_no_identification(group: Any) -> None:
    assert of_rol(betrokkeneIdentificatie=group, betrokkene=f"{HOST}/personen/1") == []


@pytest.mark.parametrize(
    ("headers", "difference"),
    [
        ({"ETag": '"abc"'}, "header API-version is missing"),
        ({"API-version": "1.6.0", "ETag": '"abc"'}, "header API-version is '1.6.0'"),
        ({"API-version": "1.7.0"}, "header ETag is missing"),
        ({"API-version": "1.7.0", "ETag": "abc"}, "header ETag is 'abc'"),
    ],
)
def test_each_fault_in_the_headers_is_named(headers: dict[str, str], difference: str) -> None:
    assert differences(standards.operations("zaken")["status_retrieve"], 200, headers, STATUS) == [difference]


def test_another_status_is_named_and_the_rest_left_alone() -> None:
    operation = standards.operations("zaken")["status_retrieve"]
    assert differences(operation, 403, {}, {}) == ["status 403 instead of 200"]


def test_a_body_where_none_belongs_is_named() -> None:
    headers = {"API-version": "1.7.0"}
    operation = standards.operations("zaken")["rol_destroy"]
    assert differences(operation, 204, headers, None) == []
    assert differences(operation, 204, headers, {}) == ["body is not empty"]


def test_a_page_and_a_bare_list_are_told_apart() -> None:
    page: dict[str, Any] = {"count": 0, "next": None, "previous": None, "results": []}
    headers = {"API-version": "1.7.0"}
    paged, bare = (
        standards.operations("zaken")[name] for name in ("status_list", "zaakinformatieobject_list")
    )
    assert differences(paged, 200, headers, []) == ["body is no page"]
    assert differences(bare, 200, headers, page) == ["body is no list"]
    assert differences(paged, 200, headers, {**page, "count": "0"}) == ["count is '0'"]
    assert differences(paged, 200, headers, {**page, "next": "?page=2"}) == ["next is '?page=2'"]


def test_expand_holds_exactly_what_was_asked() -> None:
    operation = standards.operations("zaken")["status_retrieve"]
    good = {**STATUS, "_expand": {"gezetdoor": rol(), "zaakinformatieobjecten": []}}
    asked = ["gezetdoor", "zaakinformatieobjecten"]
    assert differences(operation, 200, DETAIL_HEADERS, good, asked) == []
    assert (
        differences(operation, 200, DETAIL_HEADERS, {**STATUS, "_expand": {"gezetdoor": {}}}, ["gezetdoor"])
        == []
    )
    assert differences(operation, 200, DETAIL_HEADERS, STATUS, asked) == ["_expand is missing"]
    assert differences(operation, 200, DETAIL_HEADERS, good, ["gezetdoor"]) == [
        "_expand.zaakinformatieobjecten is not in the standard"
    ]
    damaged = {**STATUS, "_expand": {"gezetdoor": rol(uuid=...)}}
    assert differences(operation, 200, DETAIL_HEADERS, damaged, ["gezetdoor"]) == [
        "_expand.gezetdoor.uuid is missing"
    ]
    nested = {**STATUS, "_expand": {"gezetdoor": rol()}}
    assert differences(operation, 200, DETAIL_HEADERS, nested, ["gezetdoor", "gezetdoor.roltype"]) == [
        "_expand.gezetdoor._expand is missing"
    ]


def test_an_autorisatie_has_the_fields_of_its_component() -> None:
    schema = standards.schemas("autorisaties")["AutorisatieBase"]
    base = {"component": "ac", "componentWeergave": "Autorisaties", "scopes": ["autorisaties.lezen"]}
    assert list(object_differences(schema, base)) == []
    assert list(object_differences(schema, {**base, "component": "brc"})) == ["besluittype is missing"]


def test_a_problem_is_checked_as_well() -> None:
    fault = {"name": "zaaktype", "code": "required", "reason": "Dit veld is verplicht."}
    problem = {
        "type": "",
        "code": "invalid",
        "title": "Invalid input.",
        "status": 400,
        "detail": "",
        "instance": f"urn:uuid:{UUID}",
        "invalidParams": [fault],
    }
    headers = {"Content-Type": "application/problem+json"}
    assert problem_differences(400, headers, problem) == []
    assert problem_differences(400, {"Content-Type": "text/html"}, problem) == ["Content-Type is 'text/html'"]
    assert problem_differences(403, headers, problem) == [
        "problem.status is 400 in an answer with status 403"
    ]
    without = {key: value for key, value in problem.items() if key != "invalidParams"}
    assert problem_differences(400, headers, without) == ["problem.invalidParams is missing"]
    assert problem_differences(400, headers, {**problem, "instance": ""}) == ["problem.instance is ''"]
    nameless = {**problem, "invalidParams": [{"code": "required", "reason": ""}]}
    assert problem_differences(400, headers, nameless) == ["problem.invalidParams.0.name is missing"]


@pytest.mark.parametrize(
    ("type_name", "good", "bad"),
    [
        ("string date", "2024-02-29", "2024-02-30"),
        ("string date", "2024-02-29", "20240229"),
        ("string date", "2024-02-29", ""),
        ("string date-time", "2024-02-29T10:00:00+01:00", "2024-02-29"),
        ("string duration", "P1Y6M", "P"),
        ("string duration", "PT1H", "1 jaar"),
        ("string uuid", UUID, UUID.upper()),
        ("string email", "a@b.test", "a"),
        ("integer", 1, True),
        ("integer", 1, 1.5),
        ("boolean", False, 0),
        ("object", {}, []),
        ("GeoJSONGeometry", {"type": "Point", "coordinates": [4.9, 52.3]}, {"type": "Punt"}),
    ],
)
def test_a_type_takes_the_good_value_and_refuses_the_bad_one(type_name: str, good: Any, bad: Any) -> None:
    assert is_of_type(type_name, good)
    assert not is_of_type(type_name, bad)


def test_a_document_is_compared_on_operations_parameters_and_properties() -> None:
    rollen = {
        "parameters": [{"in": "query", "name": "zaak"}, {"in": "query", "name": "kleur"}],
        "responses": {
            "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Rol"}}}},
        },
    }
    document = {
        "paths": {"/rollen": {"post": rollen}, "/kleuren": {"get": {}}},
        "components": {"schemas": {"Rol": {"properties": {**dict.fromkeys(ROL, {}), "kleur": {}}}}},
    }
    found = document_differences("zaken", document)
    assert "GET /kleuren: not in the standard" in found
    assert "DELETE /zaken/{}: missing" in found
    assert [text for text in found if text.startswith("POST /rollen")] == [
        "POST /rollen: parameter kleur is not in the standard",
        "POST /rollen: parameter zaak is not in the standard",
        "POST /rollen: property kleur is not in the standard",
    ]


@pytest.mark.parametrize(("value", "is_fine"), [("", True), ("tijdelijk", True), ("verlopen", False)])
def test_a_choice_that_need_not_be_made_may_be_empty(value: str, is_fine: bool) -> None:
    schema = standards.schemas("besluiten")["Besluit"]
    found = [line for line in object_differences(schema, {"vervalreden": value}) if "vervalreden is" in line]
    assert (found == []) is is_fine
