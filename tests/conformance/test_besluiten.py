"""Every operation of the Besluiten API answers as the standard says; so does the mirror at a zaak."""

import pytest

from tests.conformance import standards
from tests.conformance.comparison import assert_conforms, problem_differences
from zaakwerk.besluiten.resources import BESLUITEN as COMPONENT
from zaakwerk.besluiten.resources import VERVALREDENEN
from zaakwerk.besluiten.tests.test_besluiten import FULL
from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld
from zaakwerk.zaken.tests.world import url

pytestmark = pytest.mark.django_db
API = "besluiten"
LIST, LINKS = f"{BESLUITEN}/besluiten", f"{BESLUITEN}/besluitinformatieobjecten"


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


@pytest.mark.parametrize("values", [{}, FULL], ids=["smallest", "full"])
def test_besluit(world: BesluitWorld, values: dict[str, str]) -> None:
    new = world.new(world.zaak(), **values)
    body = assert_conforms(API, "besluit_create", world.api.post(LIST, new))
    assert_conforms(API, "besluit_read", world.api.get(body["url"]))
    assert_conforms(API, "besluit_list", world.api.get(LIST))
    assert_conforms(API, "besluit_partial_update", world.api.patch(body["url"], {"toelichting": "x"}))
    assert_conforms(API, "besluit_update", world.api.put(body["url"], new))
    assert_conforms(API, "besluit_delete", world.api.delete(body["url"]))


def test_besluit_expanded(world: BesluitWorld) -> None:
    besluit = world.besluit(world.zaak())
    relations = tuple(standards.expansions(API, "Besluit"))
    query = {"expand": ",".join(relations)}
    assert relations == ("besluittype", "zaak")
    assert_conforms(API, "besluit_read", world.api.get(besluit["url"], query), expand=relations)
    assert_conforms(API, "besluit_list", world.api.get(LIST, query), expand=relations)


def test_besluitinformatieobject(world: BesluitWorld) -> None:
    body = assert_conforms(API, "besluitinformatieobject_create", world.lay_down(world.besluit()))
    assert_conforms(API, "besluitinformatieobject_read", world.api.get(body["url"]))
    assert_conforms(API, "besluitinformatieobject_list", world.api.get(LINKS))
    relations = ("informatieobject", "besluit", "besluit.besluittype")
    query = {"expand": ",".join(relations)}
    assert {path for path in relations if "." not in path} == set(
        standards.expansions(API, "BesluitInformatieObject")
    )
    read = world.api.get(body["url"], query)
    assert_conforms(API, "besluitinformatieobject_read", read, expand=relations)
    assert_conforms(API, "besluitinformatieobject_list", world.api.get(LINKS, query), expand=relations)
    assert_conforms(API, "besluitinformatieobject_delete", world.api.delete(body["url"]))


def test_audittrail(world: BesluitWorld) -> None:
    trail = f"{world.besluit()['url']}/audittrail"
    lines = assert_conforms(API, "audittrail_list", world.api.get(trail))
    assert_conforms(API, "audittrail_read", world.api.get(f"{trail}/{lines[0]['uuid']}"))


def test_zaakbesluit(world: BesluitWorld) -> None:
    zaak = world.zaak()
    besluit = world.besluit(zaak)
    query = {"expand": "besluit"}
    address = f"{zaak['url']}/besluiten"
    [mirror] = assert_conforms("zaken", "zaakbesluit_list", world.api.get(address, query), expand=["besluit"])
    assert mirror["besluit"] == mirror["_expand"]["besluit"]["url"] == besluit["url"]
    found = world.api.get(mirror["url"], query)
    assert_conforms("zaken", "zaakbesluit_retrieve", found, expand=["besluit"])


def test_every_query_parameter_is_understood(world: BesluitWorld) -> None:
    besluit = world.besluit(world.zaak())
    link = world.lay_down(besluit).json()
    values = {**besluit, **link, "page": "1", "besluit": besluit["url"], "expand": "besluit"}
    for operation, address in (("besluit_list", LIST), ("besluitinformatieobject_list", LINKS)):
        asked = {p.name: values[p.name] for p in standards.operations(API)[operation].parameters}
        asked["expand"] = "besluittype" if address == LIST else "informatieobject"
        answer = assert_conforms(API, operation, world.api.get(address, asked), expand=[asked["expand"]])
        assert len(answer if isinstance(answer, list) else answer["results"]) == 1


def test_scopes_and_choices_are_those_of_the_table() -> None:
    scopes = {
        frozenset(scope)
        for resource in COMPONENT.resources
        for scope in (resource.read, *(c.scopes for c in (resource.create, resource.update) if c))
    }
    assert frozenset().union(*scopes) < standards.scopes(API)
    assert set(VERVALREDENEN) == set(standards.schemas(API)["Besluit"].properties["vervalreden"].values)
    for operation, command in (
        ("besluit_create", COMPONENT.resources[0].create),
        ("besluit_update", COMPONENT.resources[0].update),
        ("besluit_delete", COMPONENT.resources[0].destroy),
        ("besluitinformatieobject_create", COMPONENT.resources[1].create),
        ("besluitinformatieobject_delete", COMPONENT.resources[1].destroy),
    ):
        assert command.scopes == standards.operations(API)[operation].scopes


def test_refusals_have_the_standards_form(world: BesluitWorld) -> None:
    besluit = world.besluit(identificatie="B-1")
    answers = [
        world.api.post(LIST, {}),
        world.post(identificatie="B-1", datum="2999-01-01"),
        world.api.post(LINKS, {"besluit": besluit["url"], "informatieobject": url(world.written("Foto"))}),
        world.api.get(f"{LIST}/6ba7b810-9dad-41d1-80b4-00c04fd430c8"),
        world.api.client.get("/besluiten/api/v1/besluiten"),
        world.decider("besluiten.lezen").delete(besluit["url"]),
        world.api.delete(LIST),
    ]
    assert [answer.status_code for answer in answers] == [400, 400, 400, 404, 403, 403, 405]
    for answer in answers:
        assert problem_differences(answer.status_code, answer.headers, answer.json()) == []
        assert answer.headers["API-version"] == "1.1.0"


def test_the_root_is_a_health_check_with_a_token(world: BesluitWorld) -> None:
    answer = world.api.get("/besluiten/api/v1/")
    assert (answer.status_code, set(answer.json())) == (200, {"besluiten", "besluitinformatieobjecten"})
