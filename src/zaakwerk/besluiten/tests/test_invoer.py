"""Bad input: every fault is named in the form of the standard, and nothing is half-written."""

from typing import Any

import pytest

from zaakwerk.besluiten.models import Besluit, BesluitInformatieObject
from zaakwerk.besluiten.tests.world import BESLUITEN, BesluitWorld
from zaakwerk.zaken.tests.world import url
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.tests.api import codes

pytestmark = pytest.mark.django_db
LIST, LINKS = f"{BESLUITEN}/besluiten", f"{BESLUITEN}/besluitinformatieobjecten"
REQUIRED = ("verantwoordelijkeOrganisatie", "besluittype", "datum", "ingangsdatum")
# What no field of a besluit takes, each with the code of the refusal per kind of field.
WRONG: dict[str, list[Any]] = {
    "identificatie": [None, [], {}, True, "x" * 51, "a\x00b", "\ue000/x"],
    "verantwoordelijkeOrganisatie": [None, "", [], {}, 1, "12345678x", "123456789", "0" * 9, "1" * 10],
    "besluittype": [None, "", [], {}, 1, True, "x", "ftp://x/1", "http://", "http://[", "http://localhost/"],
    "zaak": [None, [], {}, 1, True, "x", "http://localhost/zaken/api/v1/zaken"],
    "datum": [None, "", [], {}, True, "gisteren", "2026-02-30", "20260101T", "-0001-01-01", "10000-01-01"],
    "toelichting": [None, [], {}, True],
    "bestuursorgaan": [None, [], {}, True, "x" * 51],
    "ingangsdatum": [None, "", [], {}, "2026-13-01"],
    "vervaldatum": [[], {}, True, "x"],
    "vervalreden": [None, [], {}, True, "verlopen", "Tijdelijk"],
    "publicatiedatum": [[], {}, "x"],
    "verzenddatum": [[], {}, "x"],
    "uiterlijkeReactiedatum": [[], {}, "x"],
}


@pytest.fixture
def world() -> BesluitWorld:
    return BesluitWorld()


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_named(world: BesluitWorld, name: str) -> None:
    made = world.besluit()
    for value in WRONG[name]:
        refused = world.post(**{name: value})
        assert (refused.status_code, set(codes(refused))) == (400, {name}), value
        changed = world.api.patch(made["url"], {name: value})
        assert (changed.status_code, set(codes(changed))) == (400, {name}), value
    assert world.api.get(made["url"]).json() == made
    assert (Besluit.objects.count(), AuditRegel.objects.count(), Bericht.objects.count()) == (1, 1, 1)


def test_all_faults_come_in_one_answer(world: BesluitWorld) -> None:
    assert codes(world.api.post(LIST, {})) == dict.fromkeys(REQUIRED, "required")
    wrong = world.post(datum="x", vervalreden="x", zaak="x", bestuursorgaan="x" * 51)
    assert codes(wrong) == {
        "datum": "invalid",
        "vervalreden": "invalid_choice",
        "zaak": "bad-url",
        "bestuursorgaan": "max_length",
    }
    world.besluit(identificatie="B-1")
    concept = world.loose_besluittype("Concept", concept=True)
    both = world.post(world.zaak(), identificatie="B-1", datum="2999-01-01", besluittype=url(concept))
    assert codes(both) == {
        "identificatie": "identificatie-niet-uniek",
        "datum": "future_not_allowed",
        "besluittype": "not-published",
        "nonFieldErrors": "zaaktype-mismatch",
    }


def test_a_put_needs_what_is_required(world: BesluitWorld) -> None:
    made = world.besluit()
    assert codes(world.api.put(made["url"], {})) == dict.fromkeys(REQUIRED, "required")
    assert world.api.patch(made["url"], {}).json() == made


@pytest.mark.parametrize("address", [LIST, LINKS])
@pytest.mark.parametrize("body", ["x", "[]", "null", "1", '"x"', "{", '{"datum": }', "\ue000"])
def test_a_body_that_is_no_object_is_refused(world: BesluitWorld, address: str, body: str) -> None:
    answer = world.api.post(address, body)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert not Besluit.objects.exists()


@pytest.mark.parametrize("value", [None, "", [], {}, 1, True, "x", "http://localhost/", "http://["])
def test_a_link_names_two_objects(world: BesluitWorld, value: Any) -> None:
    besluit, document = world.besluit()["url"], url(world.written())
    one = world.api.post(LINKS, {"besluit": value, "informatieobject": document})
    other = world.api.post(LINKS, {"besluit": besluit, "informatieobject": value})
    assert (one.status_code, set(codes(one))) == (400, {"besluit"})
    assert (other.status_code, set(codes(other))) == (400, {"informatieobject"})
    assert not BesluitInformatieObject.objects.exists()


def test_unknown_keys_and_read_only_ones_are_ignored(world: BesluitWorld) -> None:
    made = world.besluit(url="https://x.example/1", vervalredenWeergave="x", kleur="rood")
    assert made["url"].startswith(LIST) and made["vervalredenWeergave"] == "" and "kleur" not in made


def test_what_is_not_there_is_not_found_and_what_is_not_offered_not_allowed(world: BesluitWorld) -> None:
    nowhere = f"{LIST}/6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    answers = [world.api.get(nowhere), world.api.patch(nowhere, {}), world.api.delete(nowhere)]
    answers += [world.api.get(f"{nowhere}/audittrail"), world.api.get(f"{LINKS}{nowhere[-37:]}")]
    assert {answer.status_code for answer in answers} == {404}
    made = world.lay_down(world.besluit()).json()
    for answer in (world.api.delete(LIST), world.api.put(made["url"], made), world.api.patch(LINKS, {})):
        assert answer.status_code == 405
    assert world.api.post(LIST, world.new(), HTTP_ACCEPT="text/html").status_code == 406
    plain = world.api.client.post(
        LIST.removeprefix("http://localhost"), "x", content_type="text/plain", **world.api.headers({})
    )
    assert plain.status_code == 415
