"""Searching: the filters of a list, and more, in the body of a POST that creates nothing (1.7)."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from zaakwerk.zgw import expand, openapi, paging, sparse
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.filters import Filter, exact, select_from
from zaakwerk.zgw.kinds import Described, Faulty, Integer, Text
from zaakwerk.zgw.operations.calls import Call, View, api_view, only_known, start
from zaakwerk.zgw.operations.reading import Form, answer_list, ordering
from zaakwerk.zgw.problems import Invalid, Violation
from zaakwerk.zgw.representation import Wire
from zaakwerk.zgw.resource import Extra, Resource

# What the body says beside filters; the expand key is deprecated and accepted.
OWN = ("fields", "expand", "ordering")
PAGE = exact("page", Integer("page", minimum=1))
PAGE_SIZE = exact("pageSize", Integer("pageSize", minimum=1, maximum=paging.MAX_SIZE))
EXPAND = exact("expand", Text("expand", default=""))


def search_view(resource: Resource, filters: Sequence[Filter]) -> View:
    """POST {path}/_zoek: 200 with a page; needs the read scope."""

    def respond(request: HttpRequest) -> HttpResponse:
        call = start(resource, request)
        only_known(request, {"page", "pageSize", "expand"})
        body = read_body(request)
        order = ordering(resource, texts(body, "ordering"))
        form = form_of(call, body)
        criteria = {key: value for key, value in body.items() if key not in OWN and value != ""}
        return answer_list(call, select_from(filters, criteria, call.origin), order, form)

    return api_view(resource.component, {"POST": respond})


def read_body(request: HttpRequest) -> dict[str, Any]:
    """The JSON object of a search; one without anything in it is refused."""
    is_empty = request.META.get("CONTENT_LENGTH") in ("", "0", None)
    body = {} if is_empty else read_json(request)
    if not body:
        words = "Geef minstens een zoekcriterium."
        raise Invalid([Violation("empty_search_body", words)])
    return body


def texts(body: dict[str, Any], key: str) -> str:
    """A comma-separated text, or a list of texts, as the first."""
    raw = body.get(key) or ""
    parts = raw if isinstance(raw, list) else [raw]
    if not all(isinstance(part, str) for part in parts):
        raise Invalid([Violation("invalid", "Dit moet een tekst zijn.", key)])
    return ",".join(parts)


def form_of(call: Call, body: dict[str, Any]) -> Form:
    """How each object is shown: with expand from query and body, or with only some fields (zrc-029)."""
    paths = ",".join(filter(None, (call.request.GET.get("expand", ""), texts(body, "expand"))))
    if not body.get("fields"):
        return lambda wires: with_expand(call, wires, expand.parse(paths))
    if paths:
        raise Invalid([Violation("invalid", "fields en expand kunnen niet samen.", "fields")])
    try:
        names = sparse.parse(body["fields"])
    except Faulty as problem:
        raise Invalid(Violation(v.code, v.reason, "fields") for v in problem.violations) from None
    return lambda wires: with_fields(call, wires, names)


def with_expand(call: Call, wires: list[Wire], tree: expand.Tree) -> list[Wire]:
    """The objects with related ones embedded."""
    expand.apply(call.resource, call.actor, wires, tree)
    return wires


def with_fields(call: Call, wires: list[Wire], names: sparse.Names) -> list[Wire]:
    """The objects with only the fields asked for."""
    expand.apply(call.resource, call.actor, wires, sparse.relations_in(call.resource, names))
    return [sparse.pruned(call.resource, wire, names) for wire in wires]


def described(resource: Resource, filters: Sequence[Filter], operation_id: str) -> Extra:
    """The operation in OpenAPI terms."""
    criteria = [Described(found.key, openapi.filter_schema(found)) for found in filters]
    orderings = [sign + name for name in resource.orderings for sign in ("", "-")]
    ordering = {"type": "string", "enum": orderings}
    own = [Described("fields", {"type": "array", "items": {}}), Described("ordering", ordering)]
    results = {"type": "array", "items": {"$ref": f"#/components/schemas/{openapi.schema_name(resource)}"}}
    return Extra(
        "post",
        f"{resource.path}/_zoek",
        operation_id,
        resource.read,
        query=(PAGE, PAGE_SIZE, EXPAND),
        body=(*criteria, *own, Described("expand", {"type": "string", "deprecated": True})),
        answer=tuple(Described(key, schema) for key, schema in openapi.page_properties(results).items()),
    )
