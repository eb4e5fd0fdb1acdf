"""Reading: lists and single objects."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from zaakwerk.zgw import etag, expand, paging, search
from zaakwerk.zgw.filters import Selection, link, select
from zaakwerk.zgw.operations.calls import Call, View, crs_header, only_known, start
from zaakwerk.zgw.problems import Invalid, NotFound, Violation
from zaakwerk.zgw.registry import for_model
from zaakwerk.zgw.representation import Found, Wire, count, read_one, read_page
from zaakwerk.zgw.resource import Resource

# How the wire objects of a list are shown.
Form = Callable[[list[Wire]], list[Wire]]


def list_view(resource: Resource) -> View:
    """GET on a collection."""

    def respond(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        call = start(resource, request, str(kwargs.get("parent", "")))
        require_known(request, resource)
        selection = select(resource.filters, request.GET, call.origin)
        return answer_list(call, with_parent(call, selection))

    return respond


def require_known(request: HttpRequest, resource: Resource) -> None:
    """400 for paging or ordering parameters a collection does not have."""
    absent = [key for key in ("page", "pageSize") if key in request.GET and not resource.paginated]
    absent += ["ordering"] if "ordering" in request.GET and not resource.orderings else []
    if absent:
        words = f"Onbekende parameters: {', '.join(absent)}."
        raise Invalid([Violation("unknown-parameters", words)])


def with_parent(call: Call, selection: Selection) -> Selection:
    """The selection within the parent of a nested collection; the parent must exist and be in reach."""
    if not call.parent:
        return selection
    parent_model: Any = call.resource.model._meta.get_field(call.resource.parent_field).related_model
    found = read_one(for_model(parent_model), "uuid", UUID(call.parent))
    if found is None:
        raise NotFound()
    call.resource.reach.require(call.actor, call.resource.read, found.target)
    selection.chosen.append((link("_parent", call.resource.parent_field), UUID(call.parent)))
    return selection


def answer_list(
    call: Call,
    selection: Selection,
    order: tuple[str, ...] = (),
    form: Form | None = None,
    total: int | None = None,
) -> HttpResponse:
    """One page or the bare array of a collection (1.7).

    `form` shows the objects, else `expand` does; `total` is how many there are, for who knows it already.
    """
    resource, query = call.resource, call.request.GET
    order = order or ordering(resource, ",".join(query.getlist("ordering")))
    show = form or (lambda wires: expanded(call, wires))
    if not resource.paginated:
        found = read_page(resource, call.actor, selection, order, None)
        return call.json(show([row.wire for row in found]), headers=crs_header(resource))
    page, size = paging.page_and_size(query)
    found, total = read_window(call, selection, order, ((page - 1) * size, page * size), total)
    results = show([row.wire for row in found])
    address = call.origin.base + call.request.path
    return call.json(
        paging.envelope(results, total, page, size, address, query), headers=crs_header(resource)
    )


def read_window(
    call: Call,
    selection: Selection,
    order: tuple[str, ...],
    window: tuple[int, int],
    total: int | None = None,
) -> tuple[list[Found], int]:
    """The rows of a page and the count of all; a first page that is not full needs no count."""
    resource, actor = call.resource, call.actor
    place = search.area_in(selection)
    if place is not None:
        return search.read_page_within(resource, actor, selection, order, window, place)
    if window[0] == 0:
        found = read_page(resource, actor, selection, order, window)
        if len(found) < window[1]:
            return found, len(found)
    if total is None:
        total = count(resource, actor, selection)
    if window[0] > 0:
        found = read_from_the_near_end(call, selection, order, window, total)
    return found, total


def read_from_the_near_end(
    call: Call, selection: Selection, order: tuple[str, ...], window: tuple[int, int], total: int
) -> list[Found]:
    """A page further on; past the middle in the opposite order, so that fewer rows are stepped over."""
    start, end = window[0], min(window[1], total)
    if start <= total // 2 or start >= end:
        return read_page(call.resource, call.actor, selection, order, window) if start < total else []
    turned = tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)
    found = read_page(call.resource, call.actor, selection, turned, (total - end, total - start))
    return found[::-1]


def ordering(resource: Resource, raw: str) -> tuple[str, ...]:
    """ORM ordering of the `ordering` parameter; a unique tie-breaker keeps pages stable.

    It runs the way of the last field, so that an index on (field, id) gives the order in either direction.
    """
    if not raw:
        return resource.order
    chosen = []
    for part in raw.split(",")[: len(resource.orderings) + 1]:
        name = part.strip()
        column = resource.orderings.get(name.removeprefix("-"))
        if column is None:
            raise Invalid(
                [Violation("invalid_choice", f'"{name[:40]}" is geen geldige sortering.', "ordering")]
            )
        chosen.append(("-" if name.startswith("-") else "") + column)
    return (*chosen, "-id" if chosen[-1].startswith("-") else "id")


def expanded(call: Call, wires: list[Wire]) -> list[Wire]:
    """The wire objects with what `expand` asks for."""
    expand.apply(call.resource, call.actor, wires, expand.parse(call.request.GET.get("expand", "")))
    return wires


def find(call: Call, uuid: Any) -> Found:
    """The object of a detail address; 404 when unknown, 403 when out of reach (1.4.4)."""
    found = read_one(call.resource, "uuid", uuid)
    if found is None or (call.parent and f"/{call.parent}/" not in found.wire["url"]):
        raise NotFound()
    call.resource.reach.require(call.actor, call.resource.read, found.target)
    return found


def read_view(resource: Resource) -> View:
    """GET and HEAD on one object, with ETag and 304."""

    def respond(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        call = start(resource, request, str(kwargs.get("parent", "")))
        only_known(request, {"expand"})
        return answer_one(call, find(call, kwargs["uuid"]))

    return respond


def answer_one(call: Call, found: Found) -> HttpResponse:
    """One object as JSON, with ETag; 304 when the client holds it already."""
    response = call.json(expanded(call, [found.wire])[0], headers=crs_header(call.resource))
    if call.resource.has_etag:
        response.headers["ETag"] = tag = etag.tag_of(response.content)
        if etag.is_unchanged(call.request, tag):
            return HttpResponse(status=304, headers={"ETag": tag})
    return response
