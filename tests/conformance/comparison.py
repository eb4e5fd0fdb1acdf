"""Holds an answer against the standard: status, headers, and the body's keys and values, group by group.

Differences come as text, each with its path in the body; none means that the answer conforms.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from tests.conformance import standards
from tests.conformance.standards import Operation, Property, Schema, Variant

PAGE_KEYS = ["count", "next", "previous", "results"]
FAULT_KEYS = {"type", "code", "title", "status", "detail", "instance"}
EXPAND = "_expand"
SOMETIMES = ("X-Warning",)
MAY_BE_BLANK = ("", "uri", "email")
GEOMETRIES = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)
DURATION = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?")

Differences = Iterator[str]


class Answer(Protocol):
    """What a Django test client gives: status, headers and bytes."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes


def assert_conforms(api: str, operation_id: str, answer: Answer, expand: Collection[str] = ()) -> Any:
    """Fail with every difference between an answer and the standard; gives the decoded body.

    `expand` names the attributes that were asked to be expanded, so that `_expand` holds exactly these.
    """
    operation = standards.operations(api)[operation_id]
    body = json.loads(answer.content) if _has_json(answer) else None
    found = differences(operation, answer.status_code, answer.headers, body, expand)
    assert not found, f"{operation.method} {operation.path}: " + "; ".join(found)
    return body


def differences(
    operation: Operation, status: int, headers: Mapping[str, str], body: Any, expand: Collection[str] = ()
) -> list[str]:
    """Everything in which a successful answer differs from what the standard says of the operation."""
    if status != operation.status:
        return [f"status {status} instead of {operation.status}"]
    return [*_header_differences(operation, headers), *_body_differences(operation, body, expand)]


def problem_differences(status: int, headers: Mapping[str, str], body: Any) -> list[str]:
    """Everything in which a refusal differs from Fout, or from ValidatieFout (code invalid, 1.6)."""
    found = []
    if not headers.get("Content-Type", "").startswith("application/problem+json"):
        found.append(f"Content-Type is {headers.get('Content-Type')!r}")
    if not isinstance(body, dict):
        return [*found, "body is no object"]
    keys = FAULT_KEYS | ({"invalidParams"} if body.get("code") == "invalid" else set())
    found += _key_differences(body, keys, keys, "problem")
    if body.get("status") != status:
        found.append(f"problem.status is {body.get('status')!r} in an answer with status {status}")
    if not str(body.get("instance", "")).startswith("urn:uuid:"):
        found.append(f"problem.instance is {body.get('instance')!r}")
    for index, fault in enumerate(body.get("invalidParams") or []):
        place = f"problem.invalidParams.{index}"
        found += object_differences(standards.schemas("zaken")["FieldValidationError"], fault, place)
    return found


def _has_json(answer: Answer) -> bool:
    return bool(answer.content) and "json" in answer.headers.get("Content-Type", "")


def _header_differences(operation: Operation, headers: Mapping[str, str]) -> Differences:
    lower = {name.lower(): value for name, value in headers.items()}
    forms = {
        "API-version": re.escape(standards.apis()[operation.api].version),
        "ETag": r'"[^"]+"',
        "Location": r"https?://\S+",
        "Content-Crs": "EPSG:4326",
        "X-Warning": ".+",
    }
    for name in operation.response_headers:
        value = lower.get(name.lower())
        if value is None:
            if name not in SOMETIMES:
                yield f"header {name} is missing"
        elif not re.fullmatch(forms[name], value):
            yield f"header {name} is {value!r}"


def _body_differences(operation: Operation, body: Any, expand: Collection[str]) -> Differences:
    form, _, name = operation.response.rpartition(" ")
    if not operation.response or operation.method == "HEAD":
        if body is not None:
            yield "body is not empty"
        return
    if "/" in name or name == "object":
        return
    schema = standards.schemas(operation.api)[name]
    if form == "page":
        yield from _page_differences(schema, body, expand)
    elif form == "list" or (form == "some" and isinstance(body, list)):
        yield from _list_differences(schema, body, "", expand)
    else:
        yield from object_differences(schema, body, "", expand)


def _page_differences(schema: Schema, body: Any, expand: Collection[str]) -> Differences:
    if not isinstance(body, dict):
        yield "body is no page"
        return
    yield from _key_differences(body, set(PAGE_KEYS), set(PAGE_KEYS), "")
    if type(body.get("count")) is not int:
        yield f"count is {body.get('count')!r}"
    for name in ("next", "previous"):
        if body.get(name) is not None and not _is_absolute(body[name]):
            yield f"{name} is {body[name]!r}"
    yield from _list_differences(schema, body.get("results"), "results", expand)


def _list_differences(schema: Schema, body: Any, place: str, expand: Collection[str]) -> Differences:
    if not isinstance(body, list):
        yield f"{place or 'body'} is no list"
        return
    for index, item in enumerate(body):
        yield from object_differences(schema, item, _join(place, str(index)), expand)


def object_differences(
    schema: Schema, body: Any, place: str = "", expand: Collection[str] = ()
) -> Iterator[str]:
    """Everything in which an object differs from a schema: keys missing or too many, wrong values."""
    if not isinstance(body, dict):
        yield f"{place or 'body'} is no object"
        return
    properties, optional = _properties_of(schema, body)
    required = {
        name for name, found in properties.items() if not found.is_write_only and name not in optional
    }
    expected = set(properties) | ({EXPAND} if expand else set())
    yield from _key_differences(body, required | ({EXPAND} if expand else set()), expected, place)
    for name, found in properties.items():
        if name in body:
            is_optional = name in optional and body[name] is None
            if not is_optional:
                yield from _value_differences(schema.api, found, body[name], _join(place, name))
    if expand and isinstance(body.get(EXPAND), dict):
        yield from _expand_differences(schema, body[EXPAND], expand, _join(place, EXPAND))


def _properties_of(schema: Schema, body: Mapping[str, Any]) -> tuple[dict[str, Property], set[str]]:
    """The properties for the variant that the body is, and which of them may be absent or null.

    The object behind a variant is given by its own fields or by URL, so its group may be absent.
    """
    properties, optional = dict(schema.properties), set()
    for variant in schema.variants:
        if variant.property:
            optional.add(variant.property)
        if body.get(variant.discriminator) == variant.value:
            properties |= _variant_properties(schema, variant)
    return properties, optional


def _variant_properties(schema: Schema, variant: Variant) -> Mapping[str, Property]:
    if variant.group and not variant.property:
        return standards.schemas(schema.api)[variant.group].properties
    if not variant.property:
        return {}
    return {variant.property: Property(variant.property, variant.group)}


def _key_differences(body: Mapping[str, Any], required: set[str], known: set[str], place: str) -> Differences:
    for name in sorted(required - set(body)):
        yield f"{_join(place, name)} is missing"
    for name in sorted(set(body) - known):
        yield f"{_join(place, name)} is not in the standard"


def _value_differences(api: str, found: Property, value: Any, place: str) -> Differences:
    if value is None:
        if not found.is_nullable:
            yield f"{place} is null"
    elif found.type.startswith("["):
        yield from _array_differences(api, found, value, place)
    elif found.type in standards.schemas(api):
        yield from object_differences(standards.schemas(api)[found.type], value, place)
    elif found.values:
        # A choice that need not be made is answered empty, also where a table forgets to list that (6.2).
        if value not in found.values and (value != "" or found.is_required):
            yield f"{place} is {value!r}, not one of {'|'.join(found.values)}"
    elif not is_of_type(found.type, value, may_be_blank=not found.is_required or found.is_read_only):
        yield f"{place} is {value!r}, no {found.type}"
    else:
        yield from _limit_differences(found, value, place)


def _array_differences(api: str, found: Property, value: Any, place: str) -> Differences:
    if not isinstance(value, list):
        yield f"{place} is no list"
        return
    item_type = found.type[1:-1]
    for index, item in enumerate(value):
        where = _join(place, str(index))
        if item_type in standards.schemas(api):
            yield from object_differences(standards.schemas(api)[item_type], item, where)
        elif found.values and item not in found.values:
            yield f"{where} is {item!r}, not one of {'|'.join(found.values)}"
        elif not is_of_type(item_type, item):
            yield f"{where} is {item!r}, no {item_type}"


def _limit_differences(found: Property, value: Any, place: str) -> Differences:
    if isinstance(value, str):
        if found.max_length is not None and len(value) > found.max_length:
            yield f"{place} is longer than {found.max_length}"
        if found.min_length is not None and value and len(value) < found.min_length:
            yield f"{place} is shorter than {found.min_length}"
    elif isinstance(value, int):
        if found.minimum is not None and value < found.minimum:
            yield f"{place} is less than {found.minimum}"
        if found.maximum is not None and value > found.maximum:
            yield f"{place} is more than {found.maximum}"


def _expand_differences(
    schema: Schema, body: Mapping[str, Any], expand: Collection[str], place: str
) -> Differences:
    known = standards.expansions(schema.api, schema.name)
    wanted = {path.partition(".")[0] for path in expand}
    yield from _key_differences(body, wanted, wanted, place)
    for name in sorted(wanted & set(body) & set(known)):
        api, _, target = known[name].target.partition(" ")
        items = body[name] if known[name].is_many else [body[name]]
        if not isinstance(items, list):
            yield f"{_join(place, name)} is no list"
            continue
        deeper = [path.partition(".")[2] for path in expand if path.startswith(f"{name}.")]
        for index, item in enumerate(items):
            where = _join(place, name) + (f".{index}" if known[name].is_many else "")
            if target and item != {}:
                yield from object_differences(standards.schemas(api)[target], item, where, deeper)


def is_of_type(type_name: str, value: Any, may_be_blank: bool = False) -> bool:
    """Whether a JSON value is of a type of the standard, for instance 'string date' or 'integer'."""
    kind, _, form = type_name.partition(" ")
    if kind == "string":
        is_blank = may_be_blank and value == "" and form in MAY_BE_BLANK
        return isinstance(value, str) and (is_blank or _has_form(form, value))
    if kind == "integer":
        return type(value) is int
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "number":
        return type(value) in (int, float)
    if kind == "GeoJSONGeometry":
        return isinstance(value, dict) and value.get("type") in GEOMETRIES
    return kind != "object" or isinstance(value, dict)


def _has_form(form: str, value: str) -> bool:
    try:
        if form == "date":
            return date.fromisoformat(value).isoformat() == value
        if form == "date-time":
            return datetime.fromisoformat(value).tzinfo is not None
        if form == "uuid":
            return str(UUID(value)) == value
    except ValueError:
        return False
    if form == "uri":
        return _is_absolute(value)
    if form == "duration":
        return DURATION.fullmatch(value) is not None
    return form != "email" or "@" in value


def _is_absolute(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
