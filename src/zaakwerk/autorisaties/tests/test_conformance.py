"""Every operation of the Autorisaties API answers as the standard says; each rule has function and test."""

import ast
from pathlib import Path
from typing import Any

import pytest

from tests.conformance import standards
from tests.conformance.comparison import assert_conforms, problem_differences
from zaakwerk.autorisaties.register import SCOPES
from zaakwerk.autorisaties.resources import APPLICATIES
from zaakwerk.zgw import openapi, rules
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db

URL = "http://localhost/autorisaties/api/v1/applicaties"
TYPE = "http://localhost/catalogi/api/v1/zaaktypen/5d4a4b4e-8f3b-4f0c-9d3e-0a8f4c4f2a11"
# One autorisatie per component, with everything its variant has.
AUTORISATIES: list[dict[str, Any]] = [
    {"component": "ac", "scopes": ["autorisaties.lezen"]},
    {"component": "nrc", "scopes": ["notificaties.consumeren"]},
    {
        "component": "zrc",
        "scopes": ["zaken.lezen"],
        "zaaktype": TYPE,
        "maxVertrouwelijkheidaanduiding": "zeer_geheim",
    },
    {"component": "ztc", "scopes": ["catalogi.lezen"]},
    {
        "component": "drc",
        "scopes": ["documenten.lezen"],
        "informatieobjecttype": TYPE,
        "maxVertrouwelijkheidaanduiding": "openbaar",
    },
    {"component": "brc", "scopes": ["besluiten.lezen"], "besluittype": TYPE},
]
CALLED = {
    "applicatie_list",
    "applicatie_create",
    "applicatie_consumer",
    "applicatie_read",
    "applicatie_update",
    "applicatie_partial_update",
    "applicatie_delete",
}


def body(**changes: Any) -> dict[str, Any]:
    """An applicatie as a client sends it."""
    return {"clientIds": ["a", "b"], "label": "Alles van alles", "autorisaties": AUTORISATIES, **changes}


@pytest.fixture
def api() -> ApiClient:
    return api_client("beheer")


@pytest.fixture
def made(api: ApiClient) -> dict[str, Any]:
    """An applicatie with every kind of autorisatie."""
    found: dict[str, Any] = assert_conforms("autorisaties", "applicatie_create", api.post(URL, body()))
    return found


def test_the_tests_here_call_every_operation_of_the_standard() -> None:
    assert set(standards.operations("autorisaties")) == CALLED
    assert len(CALLED) == 7


def test_create_answers_every_variant_with_its_own_fields(made: dict[str, Any]) -> None:
    shown = [
        {key: value for key, value in item.items() if key != "componentWeergave"}
        for item in made["autorisaties"]
    ]
    assert shown == AUTORISATIES
    assert all(item["componentWeergave"] for item in made["autorisaties"])


def test_the_list_conforms_and_takes_every_parameter(api: ApiClient, made: dict[str, Any]) -> None:
    declared = {
        parameter.name for parameter in standards.operations("autorisaties")["applicatie_list"].parameters
    }
    assert declared == {"clientIds", "page"}
    page = assert_conforms("autorisaties", "applicatie_list", api.get(URL, {"clientIds": "b", "page": "1"}))
    assert page["results"] == [made]
    assert api.get(URL, {"page": "2"}).status_code == 404
    assert api.get(URL, {"kleur": "rood"}).status_code == 400


def test_read_and_consumer_conform(api: ApiClient, made: dict[str, Any]) -> None:
    assert assert_conforms("autorisaties", "applicatie_read", api.get(made["url"])) == made
    found = api.get(f"{URL}/consumer", {"clientId": "a"})
    assert assert_conforms("autorisaties", "applicatie_consumer", found) == made


def test_update_conforms_whole_and_in_part(api: ApiClient, made: dict[str, Any]) -> None:
    put = api.put(made["url"], made)
    assert assert_conforms("autorisaties", "applicatie_update", put) == made
    patch = api.patch(made["url"], {"label": "Anders"})
    found = assert_conforms("autorisaties", "applicatie_partial_update", patch)
    assert found == {**made, "label": "Anders"}


def test_delete_conforms(api: ApiClient, made: dict[str, Any]) -> None:
    assert_conforms("autorisaties", "applicatie_delete", api.delete(made["url"]))
    assert api.get(made["url"]).status_code == 404


@pytest.mark.parametrize("operation", sorted(CALLED))
def test_every_operation_asks_the_scope_of_the_standard(made: dict[str, Any], operation: str) -> None:
    known = standards.operations("autorisaties")[operation]
    other = {"autorisaties.lezen": "autorisaties.bijwerken", "autorisaties.bijwerken": "autorisaties.lezen"}
    (scope,) = known.scopes
    address = URL + known.path.removeprefix("/applicaties").replace("{uuid}", made["url"][-36:])
    for held, allowed in ((other[scope], False), (scope, True)):
        client = api_client(held, [{"component": "ac", "scopes": [held]}])
        query = {"clientId": "a"} if operation == "applicatie_consumer" else {}
        call = getattr(client, known.method.lower())
        sent = body(clientIds=["nieuw"]) if known.method in ("POST", "PUT") else {}
        answer = call(address, query or sent) if known.method != "DELETE" else call(address)
        assert answer.status_code == (known.status if allowed else 403), answer.content
        if not allowed:
            assert problem_differences(403, answer.headers, answer.json()) == []


def test_refusals_have_the_form_of_the_standard(api: ApiClient) -> None:
    for answer, status in (
        (api.post(URL, {}), 400),
        (api.get(f"{URL}/00000000-0000-4000-8000-000000000000"), 404),
        (api.patch(URL, {}), 405),
        (api.get(f"{URL}/consumer"), 400),
    ):
        assert answer.status_code == status
        assert answer.headers["API-version"] == standards.apis()["autorisaties"].version
        assert problem_differences(status, answer.headers, answer.json()) == []


def test_the_channel_is_that_of_the_standard(api: ApiClient, made: dict[str, Any]) -> None:
    channel = standards.channels()["autorisaties"]
    api.patch(made["url"], {"label": "Anders"})
    api.delete(made["url"])
    told = Bericht.objects.filter(kanaal=channel.name)
    assert set(channel.acties["applicatie"]) == {"create", "update", "destroy"}
    assert set(told.values_list("resource", flat=True)) == set(channel.acties)
    assert channel.kenmerken == ()
    assert list(told.order_by("id").values_list("actie", flat=True)) == [
        "create",
        "partial_update",
        "destroy",
    ]


def test_the_document_describes_every_operation() -> None:
    described = openapi.document(APPLICATIES.component, "http://localhost/autorisaties/api/v1")
    addresses = {operation.path for operation in standards.operations("autorisaties").values()}
    ours = {path.replace("{applicatie_uuid}", "{uuid}") for path in described["paths"]}
    assert addresses == ours


def test_the_register_of_scopes_is_that_of_the_standard() -> None:
    known = {scope for code in standards.apis() for scope in standards.scopes(code)}
    ours = {scope for scopes in SCOPES.values() for scope in scopes}
    assert ours == known


RULES = sorted({rule.id for rule in standards.rules() if rule.api == "autorisaties"})


def names_of_tests() -> list[str]:
    """Every test of this room."""
    return [
        node.name
        for path in Path(__file__).parent.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def test_the_rules_of_the_standard_are_ac_001_to_ac_003() -> None:
    assert RULES == ["ac-001", "ac-002", "ac-003"]


@pytest.mark.parametrize("official_id", RULES)
def test_a_rule_has_its_function_with_a_text_guards_the_writes_and_has_its_test(official_id: str) -> None:
    (found,) = [rule for rule in rules.registered() if rule.id == official_id]
    assert found.text
    assert found in APPLICATIES.create.rules and found in APPLICATIES.update.rules
    assert any(official_id.replace("-", "_") in name for name in names_of_tests())
