"""The tables in `standards/` are whole: counts as published, every name that is referred to exists."""

import re
from collections import Counter

import pytest

from tests.conformance import standards

COUNTS = {
    "zaken": (69, 115),
    "catalogi": (72, 82),
    "documenten": (33, 34),
    "besluiten": (12, 11),
    "autorisaties": (7, 3),
    "notificaties": (10, 1),
    "notificaties-consumer": (1, 0),
}
APIS = sorted(COUNTS)
JSON_TYPES = re.compile(
    r"(string( (uri|uuid|date|date-time|duration|email|byte|binary))?"
    r"|integer( int64)?|boolean|object|GeoJSONGeometry|)"
)


def schema_in(text: str) -> str:
    """The schema a request or response names; '' for a media type, a bare object or nothing."""
    name = text.rpartition(" ")[2]
    return "" if "/" in name or name == "object" else name


def test_there_are_the_six_apis_and_the_consumer() -> None:
    assert set(standards.apis()) == set(COUNTS)
    assert {(api.code, api.version) for api in standards.apis().values()} == {
        ("zrc", "1.7.0"),
        ("ztc", "1.3.3"),
        ("drc", "1.7.1"),
        ("brc", "1.1.0"),
        ("ac", "1.1.0"),
        ("nrc", "1.0.1"),
        ("nrc-consumer", "1.0.0-rc1"),
    }


@pytest.mark.parametrize("api", APIS)
def test_every_published_operation_and_query_parameter_is_there(api: str) -> None:
    operations = standards.operations(api).values()
    assert (len(operations), sum(len(found.parameters) for found in operations)) == COUNTS[api]
    assert len({(found.method, found.path) for found in operations}) == len(operations)


@pytest.mark.parametrize("api", APIS)
def test_every_schema_that_an_operation_or_property_names_exists(api: str) -> None:
    schemas = standards.schemas(api)
    for operation in standards.operations(api).values():
        for name in filter(None, (schema_in(operation.request), schema_in(operation.response))):
            assert name in schemas, f"{operation.id}: {name}"
    for schema in schemas.values():
        for found in schema.properties.values():
            single = found.type.strip("[]")
            assert single in schemas or JSON_TYPES.fullmatch(single), (
                f"{schema.name}.{found.name}: {found.type}"
            )
        for variant in schema.variants:
            assert variant.discriminator in schema.properties
            assert not variant.group or variant.group in schemas


@pytest.mark.parametrize("api", APIS)
def test_every_expansion_leads_to_a_schema_or_outside(api: str) -> None:
    for schema in standards.schemas(api):
        for found in standards.expansions(api, schema).values():
            target_api, _, target = found.target.partition(" ")
            assert found.target == "external" or target in standards.schemas(target_api)


def test_every_expansion_belongs_to_a_schema() -> None:
    for row in standards.rows("expand"):
        assert row["schema"] in standards.schemas(row["api"])


def test_every_resolution_names_an_operation_and_is_applied() -> None:
    resolutions = list(standards.rows("resolutions"))
    assert resolutions
    for row in resolutions:
        operation = standards.operations(row["api"])[row["operation"]]
        assert str(getattr(operation, row["column"])) == row["ours"]


def test_every_scope_of_an_operation_is_registered() -> None:
    for api in APIS:
        for operation in standards.operations(api).values():
            foreign = {"zaken.lezen", "documenten.lezen"} if api == "catalogi" else set()
            assert operation.scopes <= standards.scopes(api) | foreign, operation.id


def test_rules_have_unique_keys_although_their_ids_are_not_unique() -> None:
    keys = Counter(rule.key for rule in standards.rules())
    ids = Counter(rule.id for rule in standards.rules())
    assert len(standards.rules()) == 70
    assert max(keys.values()) == 1
    assert {found for found, count in ids.items() if count > 1} == {"zrc-025", "zrc-026"}
    assert all(rule.title.endswith(".") and rule.slug == rule.slug.lower() for rule in standards.rules())


def test_the_suite_has_seven_channels() -> None:
    assert set(standards.channels()) == {
        "zaken",
        "zaaktypen",
        "besluittypen",
        "informatieobjecttypen",
        "documenten",
        "besluiten",
        "autorisaties",
    }
    zaken = standards.channels()["zaken"]
    assert zaken.kenmerken == ("bronorganisatie", "zaaktype", "vertrouwelijkheidaanduiding")
    assert zaken.acties["status"] == ("create",)


def test_a_property_carries_its_marks_and_limits() -> None:
    zaak = standards.schemas("zaken")["Zaak"].properties
    assert (zaak["uuid"].type, zaak["uuid"].is_read_only, zaak["uuid"].is_required) == (
        "string uuid",
        True,
        True,
    )
    assert (zaak["identificatie"].max_length, zaak["identificatie"].is_required) == (40, False)
    assert zaak["betalingsindicatie"].values == ("nvt", "nog_niet", "gedeeltelijk", "geheel", "")
    assert (zaak["verlenging"].type, zaak["verlenging"].is_nullable) == ("Verlenging", True)
    volgnummer = standards.schemas("catalogi")["StatusType"].properties["volgnummer"]
    assert (volgnummer.minimum, volgnummer.maximum) == (1, 9999)


def test_an_operation_carries_headers_scopes_and_parameters() -> None:
    zaak_list = standards.operations("zaken")["zaak_list"]
    assert zaak_list.request_headers == {"Accept-Crs": True, "Content-Crs": True}
    assert (zaak_list.response, zaak_list.scopes) == ("page Zaak", frozenset({"zaken.lezen"}))
    by_name = {found.name: found for found in zaak_list.parameters}
    assert by_name["archiefnominatie"].values == ("blijvend_bewaren", "vernietigen")
    assert by_name["archiefnominatie__in"].type == "[string]"
    consumer = standards.operations("autorisaties")["applicatie_consumer"]
    assert [found.is_required for found in consumer.parameters] == [True]
