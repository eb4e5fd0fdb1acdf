"""Operations: what a request on a resource does; views are made here from declarations."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from zaakwerk.zgw import crs, etag, expand, paging, problems
from zaakwerk.zgw.actors import Actor, Target
from zaakwerk.zgw.auth import authenticate
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.filters import Selection, link, select
from zaakwerk.zgw.groups import normalise, read_fields
from zaakwerk.zgw.links import Origin, origin_of
from zaakwerk.zgw.problems import Invalid, NotAllowed, NotFound, Violation
from zaakwerk.zgw.registry import for_model
from zaakwerk.zgw.representation import Found, Wire, count, encode, read_one, read_page, wire_of
from zaakwerk.zgw.resource import Component, Resource

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Call:
    """One authenticated request on a resource."""

    request: HttpRequest
    resource: Resource
    actor: Actor
    origin: Origin
    parent: str = ""

    def json(self, value: Any, status: int = 200, headers: dict[str, str] | None = None) -> HttpResponse:
        """A JSON answer with local links made absolute."""
        body = value if isinstance(value, bytes) else encode(value)
        return HttpResponse(
            self.origin.render(body), status=status, content_type="application/json", headers=headers
        )


def api_view(
    component: Component, methods: dict[str, Callable[..., HttpResponseBase]], is_json: bool = True
) -> View:
    """A view for the methods given: problems become problem+json, every answer carries API-version.

    One that answers with a file is not `is_json`: clients ask for those with any Accept.
    """
    allowed = [*methods, "OPTIONS"]

    def view(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        try:
            if request.method == "OPTIONS":
                response: HttpResponseBase = HttpResponse(status=204, headers={"Allow": ", ".join(allowed)})
            elif request.method not in methods:
                raise NotAllowed(request.method or "", allowed)
            else:
                if is_json:
                    check_accept(request)
                response = methods[request.method](request, **kwargs)
        except problems.Problem as problem:
            response = problems.respond(problem)
        response.headers["API-version"] = component.version
        return response

    return csrf_exempt(view)


def check_accept(request: HttpRequest) -> None:
    """406 for a client that takes no JSON."""
    accept = request.headers.get("Accept", "*/*")
    if not any(
        kind in accept for kind in ("*/*", "application/json", "application/*", "application/problem+json")
    ):
        raise problems.Problem(
            406, "not_acceptable", "Not acceptable.", "Zaakwerk antwoordt met application/json."
        )


def start(resource: Resource, request: HttpRequest, parent: str = "", needs_crs: bool = True) -> Call:
    """Authenticates and checks the headers of a call."""
    actor = authenticate(request)
    if resource.needs_crs and needs_crs:
        crs.check(request)
    return Call(request, resource, actor, origin_of(request), parent)


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
    call.actor.require(call.resource.read, found.target)
    selection.chosen.append((link("_parent", call.resource.parent_field), UUID(call.parent)))
    return selection


def answer_list(call: Call, selection: Selection, order: tuple[str, ...] = ()) -> HttpResponse:
    """One page or the bare array of a collection (1.7)."""
    resource, query = call.resource, call.request.GET
    order = order or ordering(resource, query.get("ordering", ""))
    if not resource.paginated:
        found = read_page(resource, call.actor, selection, order, None)
        return call.json(expanded(call, [row.wire for row in found]), headers=crs_header(resource))
    page, size = paging.page_and_size(query)
    found = read_page(resource, call.actor, selection, order, ((page - 1) * size, page * size))
    is_whole = page == 1 and len(found) < size
    total = len(found) if is_whole else count(resource, call.actor, selection)
    results = expanded(call, [row.wire for row in found])
    address = call.origin.base + call.request.path
    return call.json(
        paging.envelope(results, total, page, size, address, query), headers=crs_header(resource)
    )


def crs_header(resource: Resource) -> dict[str, str]:
    """Content-Crs on answers that may carry geometry."""
    return {"Content-Crs": crs.CRS} if resource.needs_crs else {}


def ordering(resource: Resource, raw: str) -> tuple[str, ...]:
    """ORM ordering of the `ordering` parameter; a unique tie-breaker keeps pages stable."""
    if not raw:
        return resource.order
    chosen = []
    for part in raw.split(","):
        name = part.strip()
        column = resource.orderings.get(name.removeprefix("-"))
        if column is None:
            raise Invalid(
                [Violation("invalid_choice", f'"{name[:40]}" is geen geldige sortering.', "ordering")]
            )
        chosen.append(("-" if name.startswith("-") else "") + column)
    return (*chosen, "-id")


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


def only_known(request: HttpRequest, known: set[str]) -> None:
    """400 for query parameters an operation does not have."""
    unknown = sorted(set(request.GET) - known)
    if unknown:
        words = f"Onbekende parameters: {', '.join(unknown)}."
        raise Invalid([Violation("unknown-parameters", words)])


def create_view(resource: Resource) -> View:
    """POST on a collection: the create command, 201 with Location."""

    def respond(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        call = start(resource, request, str(kwargs.get("parent", "")))
        only_known(request, set())
        body = normalise(read_json(request), resource.fields)
        if call.parent:
            body.setdefault(resource.parent_field, parent_url(call))
        values = read_or_refuse(call, body, resource.create, partial=False)
        instance, journal = resource.create(actor=call.actor, **values).execute()
        location = call.origin.base + resource.url_for(instance)[1:]
        headers = {"Location": location, **extra_headers(journal), **crs_header(resource)}
        return call.json(journal.wire(instance) or wire_of(resource, instance.pk), 201, headers)

    return respond


def extra_headers(journal: Any) -> dict[str, str]:
    """X-Warning of a write that is stored although something about it is odd (zrc-018)."""
    return {"X-Warning": " ".join(journal.warnings)} if journal.warnings else {}


def parent_url(call: Call) -> str:
    """The absolute URL of the parent of a nested collection."""
    stem = call.resource.prefix.split("{parent}")[0]
    return f"{call.origin.base}{stem}{call.parent}"


def read_or_refuse(call: Call, body: dict[str, Any], command: Any, partial: bool) -> dict[str, Any]:
    """Typed values; rights come before faults, so an outsider learns nothing from validation."""
    values, faults = read_fields(call.resource.fields, body, call.origin, partial)
    if faults:
        if not call.actor.may_any(call.resource.reach.component, command.scopes):
            call.actor.require(command.scopes, Target(call.resource.reach.component))
        raise Invalid(faults)
    return values


def update_view(resource: Resource, partial: bool) -> View:
    """PUT and PATCH on one object: the update command with the changes."""

    def respond(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        call = start(resource, request, str(kwargs.get("parent", "")))
        only_known(request, set())
        instance = load(call, kwargs["uuid"])
        body = normalise(read_json(request), resource.fields)
        if call.parent:
            body.setdefault(resource.parent_field, parent_url(call))
        check_if_match(call, instance)
        values = read_or_refuse(call, body, resource.update, partial)
        refuse_immutable(resource, instance, values, body)
        command = resource.update(actor=call.actor, instance=instance, changes=values, partial=partial)
        instance, journal = command.execute()
        wire = journal.wire(instance) or wire_of(resource, instance.pk)
        return call.json(wire, headers={**extra_headers(journal), **crs_header(resource)})

    return respond


def load(call: Call, uuid: Any) -> Any:
    """The model instance of a detail address, for a command to judge and change."""
    resource = call.resource
    related = [name for name in (resource.main, resource.parent_field) if name]
    instance = resource.queryset().select_related(*related).filter(uuid=uuid).first()
    if instance is None:
        raise NotFound()
    if call.parent and str(getattr(instance, resource.parent_field).uuid) != call.parent:
        raise NotFound()
    return instance


def check_if_match(call: Call, instance: Any) -> None:
    """If-Match against what the client could have read; costs a read only when asked for."""
    if "If-Match" in call.request.headers:
        body = call.origin.render(wire_of(call.resource, instance.pk))
        etag.require_match(call.request, etag.tag_of(body))


def refuse_immutable(resource: Resource, instance: Any, values: dict[str, Any], body: dict[str, Any]) -> None:
    """400 for a changed immutable field; leaving it out or sending the same value is fine (C-14)."""
    faults = []
    for field in resource.fields:
        if field.immutable and field.name in values:
            value = values.pop(field.name)
            if field.name in body and value != getattr(instance, field.name):
                words = "Dit veld mag niet worden gewijzigd."
                faults.append(Violation("wijzigen-niet-toegelaten", words, field.key))
    if faults:
        raise Invalid(faults)


def destroy_view(resource: Resource) -> View:
    """DELETE on one object: the destroy command, 204."""

    def respond(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        call = start(resource, request, str(kwargs.get("parent", "")))
        instance = load(call, kwargs["uuid"])
        check_if_match(call, instance)
        resource.destroy(actor=call.actor, instance=instance).run()
        return HttpResponse(status=204)

    return respond


def collection(resource: Resource) -> View:
    """The view of a collection."""
    methods: dict[str, View] = {"GET": list_view(resource)}
    if resource.create:
        methods["POST"] = create_view(resource)
    return api_view(resource.component, methods)


def item(resource: Resource) -> View:
    """The view of one object."""
    read = read_view(resource)
    methods: dict[str, View] = {"GET": read, "HEAD": read}
    if resource.update:
        methods |= {"PUT": update_view(resource, partial=False), "PATCH": update_view(resource, partial=True)}
    if resource.destroy:
        methods["DELETE"] = destroy_view(resource)
    return api_view(resource.component, methods)
