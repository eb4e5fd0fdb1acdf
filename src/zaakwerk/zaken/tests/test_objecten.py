"""The objects of a zaak: what identifies them, and what may be said of them."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from zaakwerk.catalogi.models import ZaakObjectType
from zaakwerk.zaken import jsonschemas, paden
from zaakwerk.zaken.tests.voorbeelden import OBJECTEN
from zaakwerk.zaken.tests.world import CATALOGI, ZAKEN, World, url, zaaktype_row
from zaakwerk.zgw.tests.api import codes
from zaakwerk.zgw.tests.listeners import Listener, listening

pytestmark = pytest.mark.django_db
BOOM = {"boom": {"soort": "linde", "hoogte": 12}}
SCHEMA = {"type": "object", "properties": {"boom": {"type": "object", "required": ["soort"]}}}


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def elsewhere(settings: Any) -> Iterator[Listener]:
    """A listed host with one document: the type under jsonSchema, an object under record.data."""
    with listening(lambda got: 404 if got.path == "/weg" else 200) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        listener.body = msgspec.json.encode({"jsonSchema": SCHEMA, "record": {"data": BOOM}})
        yield listener


def add(world: World, zaak: dict[str, Any] | None = None, **body: Any) -> Any:
    """The answer to adding an object, a pand unless told otherwise."""
    new = {"zaak": (zaak or world.zaak())["url"], "objectType": "pand", **body}
    return world.api.post(f"{ZAKEN}/zaakobjecten", new)


def overig(world: World, listener: Listener, schema: str = ".jsonSchema", **body: Any) -> Any:
    """The answer to adding an object of another register with the definition of its type."""
    definitie = {"url": listener.url, "schema": schema, "objectData": ".record.data"}
    new = {"objectType": "overige", "object": listener.url, "objectTypeOverigeDefinitie": definitie}
    return add(world, **{**new, **body})


def test_gangbaar_object_or_identification(world: World) -> None:
    pand = OBJECTEN["pand"]
    both = add(world, object="https://elders.example.org/1", objectIdentificatie=pand)
    assert codes(both) == codes(add(world)) == {"nonFieldErrors": "invalid-zaakobject"}
    document = add(world, objectType="enkelvoudig_document", objectIdentificatie={"x": "y"})
    assert codes(document) == {"nonFieldErrors": "invalid-zaakobject"}


def test_gangbaar_identification_has_the_shape_of_its_type(world: World) -> None:
    assert codes(add(world, objectIdentificatie={})) == {"nonFieldErrors": "invalid-zaakobject"}
    other = add(world, objectIdentificatie={"wijkCode": "1"})
    assert codes(other) == {"objectIdentificatie.identificatie": "required"}
    deep = {"nummer": "1", "isGehuisvestIn": {"identificatie": "1", "adresAanduidingGrp": {}}}
    found = codes(add(world, objectType="huishouden", objectIdentificatie=deep))
    assert found["objectIdentificatie.isGehuisvestIn.adresAanduidingGrp.aoaHuisnummer"] == "required"
    free = add(world, objectType="overige", objectTypeOverige="boom", objectIdentificatie={"overigeData": []})
    assert codes(free) == {"objectIdentificatie.overigeData": "invalid"}
    unknown = add(world, objectType="kasteel", objectIdentificatie={"naam": "x"})
    assert codes(unknown) == {"objectType": "invalid_choice"}


def test_gangbaar_overige_is_named(world: World) -> None:
    data = {"objectIdentificatie": {"overigeData": {"a": 1}}}
    bare = add(world, objectType="overige", **data)
    assert codes(bare) == {"objectTypeOverige": "missing-object-type-overige"}
    assert add(world, objectType="overige", objectTypeOverige="boom", **data).status_code == 201
    form = add(world, objectType="overige", objectTypeOverige="Boom 1", **data)
    assert codes(form) == {"objectTypeOverige": "invalid"}
    wrong = add(world, objectTypeOverige="boom", objectIdentificatie=OBJECTEN["pand"])
    assert codes(wrong) == {"objectTypeOverige": "invalid-object-type-overige-usage"}


def test_gangbaar_object_exists(world: World, elsewhere: Listener) -> None:
    zaak = world.zaak()
    assert add(world, objectType="status", object=world.set_status(zaak, 0).json()["url"]).status_code == 201
    gone = f"{ZAKEN}/statussen/6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    assert codes(add(world, objectType="status", object=gone)) == {"object": "bad-url"}
    assert add(world, object=elsewhere.url).status_code == 201
    assert codes(add(world, object=elsewhere.url.replace("meldingen", "weg"))) == {"object": "bad-url"}
    assert add(world, object="https://niet-toegestaan.example.org/1").status_code == 201


def test_gangbaar_object_fits_its_definition(world: World, elsewhere: Listener) -> None:
    made = overig(world, elsewhere)
    assert made.status_code == 201
    assert made.json()["objectTypeOverigeDefinitie"]["objectData"] == ".record.data"
    elsewhere.body = msgspec.json.encode({"jsonSchema": SCHEMA, "record": {"data": {"boom": {}}}})
    assert codes(overig(world, elsewhere)) == {"nonFieldErrors": "invalid-schema"}


@pytest.mark.parametrize("schema", ["env", "$ENV", "[range(1e9)]", ".jsonSchema | .", "", "..", ".record["])
def test_gangbaar_a_definition_holds_paths_and_no_programs(
    world: World, elsewhere: Listener, schema: str
) -> None:
    code = "blank" if not schema else "invalid"
    assert codes(overig(world, elsewhere, schema)) == {"objectTypeOverigeDefinitie.schema": code}


@pytest.mark.parametrize(
    "broken", [{"type": "boom"}, {"$ref": "http://127.0.0.1/x"}, {"pattern": "("}, [1], "x"]
)
def test_gangbaar_a_definition_without_a_usable_schema(
    world: World, elsewhere: Listener, broken: Any
) -> None:
    elsewhere.body = msgspec.json.encode({"jsonSchema": broken, "record": {"data": "tekst"}})
    assert codes(overig(world, elsewhere)) == {"objectTypeOverigeDefinitie.schema": "invalid"}


def test_gangbaar_a_definition_needs_hosts_that_are_listed(world: World, elsewhere: Listener) -> None:
    other = {"url": "https://elders.example.org/1", "schema": ".a", "objectData": ".b"}
    unlisted = overig(world, elsewhere, objectTypeOverigeDefinitie=other)
    assert codes(unlisted) == {"objectTypeOverigeDefinitie.url": "bad-url"}
    data = {"overigeData": {"a": 1}}
    without = overig(world, elsewhere, object="", objectIdentificatie=data)
    assert codes(without) == {"object": "required"}


def test_gangbaar_zaakobjecttype_exists(world: World) -> None:
    pand = OBJECTEN["pand"]
    unknown = f"{CATALOGI}/zaakobjecttypen/6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    assert codes(add(world, objectIdentificatie=pand, zaakobjecttype=unknown)) == {
        "zaakobjecttype": "bad-url"
    }
    other = add(world, objectIdentificatie=pand, zaakobjecttype=url(world.roltype))
    assert codes(other) == {"zaakobjecttype": "invalid-resource"}


def test_gangbaar_object_and_its_type_never_change(world: World) -> None:
    made = add(world, objectIdentificatie=OBJECTEN["pand"]).json()
    for name, value in (
        ("zaak", world.zaak()["url"]),
        ("object", "https://elders.example.org/1"),
        ("objectType", "wijk"),
    ):
        assert codes(world.api.patch(made["url"], {name: value})) == {name: "wijzigen-niet-toegelaten"}


def test_gangbaar_identification_changes_alone(world: World) -> None:
    made = add(world, objectIdentificatie={"identificatie": "1"}).json()
    changed = world.api.patch(made["url"], {"objectIdentificatie": {"identificatie": "2"}})
    assert changed.json()["objectIdentificatie"] == {"identificatie": "2"}
    emptied = world.api.patch(made["url"], {"objectIdentificatie": None})
    assert codes(emptied) == {"nonFieldErrors": "invalid-zaakobject"}
    wrong = world.api.patch(made["url"], {"objectIdentificatie": {"wijkCode": "1"}})
    assert codes(wrong) == {"objectIdentificatie.identificatie": "required"}


def test_the_zaak_names_its_objects_and_lists_find_them(world: World) -> None:
    zaak = world.zaak()
    made = add(world, zaak, objectIdentificatie=OBJECTEN["pand"]).json()
    by_url = add(world, zaak, objectType="besluit", object="https://elders.example.org/1").json()
    assert world.api.get(zaak["url"]).json()["zaakobjecten"] == [made["url"], by_url["url"]]
    add(world, objectIdentificatie=OBJECTEN["pand"])
    queries = ({"zaak": zaak["url"], "objectType": "pand"}, {"object": "https://elders.example.org/1"})
    found = [world.api.get(f"{ZAKEN}/zaakobjecten", query).json()["results"] for query in queries]
    assert [[one["url"] for one in page] for page in found] == [[made["url"]], [by_url["url"]]]
    expanded = world.api.get(zaak["url"], {"expand": "zaakobjecten"}).json()
    assert [one["url"] for one in expanded["_expand"]["zaakobjecten"]] == [made["url"], by_url["url"]]


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        (".", {"a": [{"b-c": 1}]}),
        (".a[0]", {"b-c": 1}),
        ('.a[0]["b-c"]', 1),
        ('.a[0]."b-c"', 1),
        (".a.x.y", None),
    ],
)
def test_a_path_selects_as_jq_does(expression: str, found: Any) -> None:
    assert paden.select(expression, {"a": [{"b-c": 1}]}) == found


def test_a_schema_says_where_data_do_not_fit() -> None:
    schema = {"properties": {"a": {"items": {"type": "integer"}}}}
    assert jsonschemas.why_not_fitting({"a": [1, 2]}, schema) == ""
    assert jsonschemas.why_not_fitting({"a": [1, "x"]}, schema) == "$.a[1]: type"


def objecttype(zaaktype: Any, *, ander: bool) -> str:
    """The URL of a zaakobjecttype."""
    made = ZaakObjectType.objects.create(
        zaaktype=zaaktype,
        ander_objecttype=ander,
        objecttype="https://example.org/objecttypen/pand",
        relatie_omschrijving="staat op",
    )
    return url(made)


def test_gangbaar_zaakobjecttype_of_zaaktype(world: World) -> None:
    pand = {"identificatie": "0363100012061222"}
    own = objecttype(world.zaaktype, ander=False)
    assert add(world, objectIdentificatie=pand, zaakobjecttype=own).status_code == 201
    elsewhere = objecttype(zaaktype_row(), ander=False)
    assert codes(add(world, objectIdentificatie=pand, zaakobjecttype=elsewhere)) == {
        "nonFieldErrors": "zaaktype-mismatch"
    }
    other = objecttype(world.zaaktype, ander=True)
    assert codes(add(world, objectIdentificatie=pand, zaakobjecttype=other)) == {
        "objectType": "objecttype-mismatch"
    }
