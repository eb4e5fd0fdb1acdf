"""Holds an OpenAPI document of ours against the standard: operations, query parameters, properties."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.conformance import standards
from tests.conformance.standards import Operation

# C-12 and C-03: what Zaakwerk accepts beyond the standard, on every list and every read.
OWN_PARAMETERS = frozenset({"pageSize", "expand"})


def document_differences(api: str, document: Mapping[str, Any]) -> list[str]:
    """Operations and parameters missing or too many, and properties that differ, as 'GET /zaken: …'."""
    ours = {
        (method.upper(), nameless(path)): declared
        for path, methods in document["paths"].items()
        for method, declared in methods.items()
    }
    theirs = {(found.method, nameless(found.path)): found for found in standards.operations(api).values()}
    found = [f"{method} {path}: missing" for method, path in sorted(set(theirs) - set(ours))]
    found += [f"{method} {path}: not in the standard" for method, path in sorted(set(ours) - set(theirs))]
    for key in sorted(set(ours) & set(theirs)):
        for difference in operation_differences(theirs[key], ours[key], document):
            found.append(f"{key[0]} {key[1]}: {difference}")
    return found


def operation_differences(
    operation: Operation, declared: Mapping[str, Any], document: Mapping[str, Any]
) -> Iterator[str]:
    """In what one declared operation differs: status, query parameters, properties of the answer."""
    if str(operation.status) not in declared["responses"]:
        yield f"no answer {operation.status}"
    ours = {found["name"] for found in declared.get("parameters", ()) if found["in"] == "query"}
    theirs = {found.name for found in operation.parameters}
    yield from (f"parameter {name} is missing" for name in sorted(theirs - ours))
    yield from (f"parameter {name} is not in the standard" for name in sorted(ours - theirs - OWN_PARAMETERS))
    yield from _property_differences(operation, declared, document)


def nameless(path: str) -> str:
    """A path in which the names of its variables do not count."""
    return re.sub(r"\{\w+\}", "{}", path)


def _property_differences(
    operation: Operation, declared: Mapping[str, Any], document: Mapping[str, Any]
) -> Iterator[str]:
    name = operation.response.rpartition(" ")[2]
    schema = standards.schemas(operation.api).get(name)
    content = declared["responses"].get(str(operation.status), {}).get("content", {})
    if schema is None or "application/json" not in content:
        return
    shape = _resolve(content["application/json"]["schema"], document)
    if operation.response.startswith("page "):
        shape = _resolve(shape["properties"]["results"], document)
    if shape.get("type") == "array":
        shape = _resolve(shape["items"], document)
    ours = set(shape.get("properties", ()))
    theirs = set(schema.properties) | {variant.property for variant in schema.variants} - {""}
    yield from (f"property {key} is missing" for key in sorted(theirs - ours))
    yield from (f"property {key} is not in the standard" for key in sorted(ours - theirs))


def _resolve(shape: Mapping[str, Any], document: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in shape:
        shape = document["components"]["schemas"][shape["$ref"].rpartition("/")[2]]
    return shape
