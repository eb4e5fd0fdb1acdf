"""OpenAPI: the document of an API, derived from the declarations alone."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from zaakwerk.zgw import audittrail, vertrouwelijkheid
from zaakwerk.zgw.filters import Filter
from zaakwerk.zgw.groups import object_schema
from zaakwerk.zgw.resource import Component, Extra, Resource

ERROR = {"$ref": "#/components/schemas/Fout"}
VALIDATION_ERROR = {"$ref": "#/components/schemas/ValidatieFout"}
CONTACT = {"name": "Zaakwerk", "url": "https://example.org/zaakwerk"}


@cache
def described(component: Component) -> dict[str, Any]:
    """Everything of the document that does not depend on the host."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = shared_schemas()
    for resource in component.resources:
        name = schema_name(resource)
        schemas[name] = {"type": "object", **object_schema(resource.fields)}
        address = "/" + resource.path.replace("{parent}", "{" + f"{resource.parent_field}_uuid" + "}")
        paths[address] = dict(collection_operations(resource, name))
        paths[f"{address}/{{uuid}}"] = dict(item_operations(resource, name))
        if resource.audited and not resource.main:
            paths.update(audit_paths(resource, address))
    for extra in component.extras:
        methods = paths.setdefault(f"/{extra.path}", {})
        methods[extra.method] = with_extra(extra, methods.get(extra.method))
    security = {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    return {
        "openapi": "3.0.3",
        "info": {"title": component.title, "version": component.version, "contact": CONTACT},
        "security": [{"JWT-Claims": []}],
        "paths": paths,
        "components": {"schemas": schemas, "securitySchemes": {"JWT-Claims": security}},
    }


def document(component: Component, address: str) -> dict[str, Any]:
    """The OpenAPI 3 document of a component as served under an address."""
    return {**described(component), "servers": [{"url": address}]}


def schema_name(resource: Resource) -> str:
    """The schema's name: the model's, as in the standard."""
    return resource.model.__name__


def collection_operations(resource: Resource, name: str) -> Iterator[tuple[str, Any]]:
    """GET and POST of a collection."""
    reference = {"$ref": f"#/components/schemas/{name}"}
    listed: dict[str, Any] = {"type": "array", "items": reference}
    if resource.paginated:
        listed = {"type": "object", "required": ["count", "results"], "properties": page_properties(listed)}
    yield (
        "get",
        operation(f"{resource.name}_list", resource, resource.read, 200, listed, list(parameters(resource))),
    )
    if resource.create:
        scopes = resource.create.scopes
        yield (
            "post",
            operation(f"{resource.name}_create", resource, scopes, 201, reference, [], resource.create),
        )


def item_operations(resource: Resource, name: str) -> Iterator[tuple[str, Any]]:
    """GET, HEAD, PUT, PATCH and DELETE of one object."""
    reference = {"$ref": f"#/components/schemas/{name}"}
    expand = [query("expand", {"type": "string"})]
    yield "get", operation(f"{resource.name}_retrieve", resource, resource.read, 200, reference, expand)
    if resource.has_etag:
        yield "head", operation(f"{resource.name}_headers", resource, resource.read, 200, None, [])
    if resource.update:
        scopes = resource.update.scopes
        for method, suffix in (("put", "update"), ("patch", "partial_update")):
            command = resource.update
            yield (
                method,
                operation(f"{resource.name}_{suffix}", resource, scopes, 200, reference, [], command),
            )
    if resource.destroy:
        yield (
            "delete",
            operation(f"{resource.name}_destroy", resource, resource.destroy.scopes, 204, None, []),
        )


def operation(
    operation_id: str,
    resource: Resource,
    scopes: frozenset[str],
    status: int,
    schema: Any,
    query_parameters: list[Any],
    command: Any = None,
) -> dict[str, Any]:
    """One operation; the rules of its command are published as its description."""
    made: dict[str, Any] = {
        "operationId": operation_id,
        "tags": [resource.path.split("/")[-1]],
        "parameters": [*path_parameters(resource, operation_id), *query_parameters],
        "security": [{"JWT-Claims": sorted(scopes)}],
        "responses": {str(status): success(schema), **error_answers()},
    }
    if command is not None:
        reference = {"$ref": f"#/components/schemas/{schema_name(resource)}"}
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": reference}}}
        made["description"] = "\n".join(f"* **{rule.id}** {rule.text}" for rule in command.rules)
    return made


def audit_paths(resource: Resource, address: str) -> dict[str, Any]:
    """The audit trail of a main object: a bare list and one line (1.12)."""
    line = {"$ref": "#/components/schemas/AuditTrail"}
    owner = f"{resource.name}_uuid"
    stem = f"{address}/{{{owner}}}/audittrail"
    many = Extra("get", stem, "audittrail_list", audittrail.SCOPES)
    one = Extra("get", f"{stem}/{{uuid}}", "audittrail_retrieve", audittrail.SCOPES)
    return {
        extra.path: {"get": answered(extra, schema)}
        for extra, schema in ((many, {"type": "array", "items": line}), (one, line))
    }


def answered(extra: Extra, schema: Any) -> dict[str, Any]:
    """A bare operation with its answer."""
    made = bare_operation(extra)
    responses = made["responses"] | {str(extra.status): success(schema)}
    return {"operationId": extra.operation_id, **made, "responses": responses}


def with_extra(extra: Extra, declared: dict[str, Any] | None) -> dict[str, Any]:
    """An operation beside those of the resources, or the declared one with what it has more."""
    made = declared or bare_operation(extra)
    parameters = [*made["parameters"], *(query(found.key, filter_schema(found)) for found in extra.query)]
    responses = made["responses"] | {
        str(extra.status): file(extra) if extra.gives else success(answer_of(extra))
    }
    return {**made, "operationId": extra.operation_id, "parameters": parameters, "responses": responses}


def bare_operation(extra: Extra) -> dict[str, Any]:
    """The parts of an operation that come from its declaration as an extra alone."""
    uuid = {"type": "string", "format": "uuid"}
    names = re.findall(r"{(\w+)}", extra.path)
    made: dict[str, Any] = {
        "tags": [extra.path.split("/")[0]],
        "summary": extra.summary,
        "parameters": [{"name": name, "in": "path", "required": True, "schema": uuid} for name in names],
        "security": [{"JWT-Claims": sorted(extra.scopes)}],
        "responses": error_answers(),
    }
    if extra.body:
        schema = {"type": "object", **object_schema(extra.body)}
        made["requestBody"] = {"required": True, "content": {extra.takes: {"schema": schema}}}
    return made


def file(extra: Extra) -> dict[str, Any]:
    """The description of an answer that is a file."""
    content = {extra.gives: {"schema": {"type": "string", "format": "binary"}}}
    return {**success(None), "content": content}


def answer_of(extra: Extra) -> Any:
    """The schema of what an extra operation answers; None for nothing."""
    if extra.answer:
        return {"type": "object", **object_schema(extra.answer)}
    if extra.resource is None or extra.method == "head":
        return None
    return {"$ref": f"#/components/schemas/{schema_name(extra.resource)}"}


def success(schema: Any) -> dict[str, Any]:
    """The description of a successful answer; without a schema it has no body."""
    answer: dict[str, Any] = {
        "description": "Gelukt",
        "headers": {"API-version": {"schema": {"type": "string"}}},
    }
    if schema:
        answer["content"] = {"application/json": {"schema": schema}}
    return answer


def path_parameters(resource: Resource, operation_id: str) -> list[dict[str, Any]]:
    """The uuids in the address."""
    names = [f"{resource.parent_field}_uuid"] if resource.parent_field else []
    if not re.search("_(list|create)$", operation_id):
        names.append("uuid")
    uuid = {"type": "string", "format": "uuid"}
    return [{"name": name, "in": "path", "required": True, "schema": uuid} for name in names]


def query(name: str, schema: Any) -> dict[str, Any]:
    """One query parameter."""
    return {"name": name, "in": "query", "required": False, "schema": schema}


def parameters(resource: Resource) -> Iterator[dict[str, Any]]:
    """Filters, paging, ordering and expand of a collection."""
    for found in resource.filters:
        yield query(found.key, filter_schema(found))
    if resource.orderings:
        names = [sign + name for name in resource.orderings for sign in ("", "-")]
        yield query("ordering", {"type": "array", "items": {"type": "string", "enum": names}})
    if resource.paginated:
        yield query("page", {"type": "integer", "minimum": 1})
        yield query("pageSize", {"type": "integer", "minimum": 1, "maximum": 500})
    yield query("expand", {"type": "string"})


def filter_schema(found: Filter) -> dict[str, Any]:
    """The type of a filter's value."""
    if found.op == "isnull":
        return {"type": "boolean"}
    if found.kind is None:
        return {"type": "string", "format": "uri"}
    single = {key: value for key, value in found.kind.schema().items() if key not in ("nullable", "readOnly")}
    return {"type": "array", "items": single} if found.op == "in" else single


def page_properties(results: dict[str, Any]) -> dict[str, Any]:
    """The envelope of a paged collection."""
    address = {"type": "string", "format": "uri", "nullable": True}
    return {"count": {"type": "integer"}, "next": address, "previous": address, "results": results}


def error_answers() -> dict[str, Any]:
    """The refusals every operation may give."""

    def answer(schema: Any) -> dict[str, Any]:
        return {"description": "Geweigerd", "content": {"application/problem+json": {"schema": schema}}}

    return {
        "400": answer(VALIDATION_ERROR),
        **{code: answer(ERROR) for code in ("401", "403", "404", "406", "415")},
    }


def shared_schemas() -> dict[str, Any]:
    """Fout and ValidatieFout (1.6), and the audit line every audited API shares (1.12)."""
    text = {"type": "string"}
    fout = dict.fromkeys(("type", "code", "title", "detail", "instance"), text) | {
        "status": {"type": "integer"}
    }
    fault = {"type": "object", "properties": {"name": text, "code": text, "reason": text}}
    return {
        "AuditTrail": {"type": "object", **object_schema(audittrail.FIELDS)},
        "Fout": {"type": "object", "properties": fout},
        "ValidatieFout": {
            "type": "object",
            "properties": {**fout, "invalidParams": {"type": "array", "items": fault}},
        },
        "Vertrouwelijkheidaanduiding": {"type": "string", "enum": list(vertrouwelijkheid.LEVELS)},
    }
