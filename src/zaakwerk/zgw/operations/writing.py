"""Writing: a body becomes a command, and the command's journal the answer."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from zaakwerk.zgw import etag
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import Variant, normalise, read_fields
from zaakwerk.zgw.kinds import camel
from zaakwerk.zgw.operations.calls import Call, View, crs_header, only_known, start
from zaakwerk.zgw.problems import Invalid, NotFound, Violation
from zaakwerk.zgw.registry import for_model
from zaakwerk.zgw.representation import wire_of
from zaakwerk.zgw.resource import Resource


def create_view(resource: Resource) -> View:
    """POST on a collection: the create command, 201 with Location."""

    def respond(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        call = start(resource, request, str(kwargs.get("parent", "")))
        only_known(request, set())
        body = normalise(read_json(request), resource.fields)
        if call.parent:
            body.setdefault(resource.parent_field, parent_url(call))
        values = read_or_refuse(call, body, resource.create, partial=False)
        if call.parent and resource.field_for(camel(resource.parent_field)) is None:
            values[resource.parent_field] = load_parent(call)
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


def load_parent(call: Call) -> Any:
    """The parent that the address names, for a resource whose shape does not."""
    parent_model: Any = call.resource.model._meta.get_field(call.resource.parent_field).related_model
    found = for_model(parent_model).queryset().filter(uuid=call.parent).first()
    if found is None:
        raise NotFound()
    return found


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
        if partial:
            with_discriminators(resource, instance, body)
        values = read_or_refuse(call, body, resource.update, partial)
        refuse_immutable(resource, instance, values, body)
        command = resource.update(actor=call.actor, instance=instance, changes=values, partial=partial)
        instance, journal = command.execute(if_match(call, instance))
        wire = journal.wire(instance) or wire_of(resource, instance.pk)
        return call.json(wire, headers={**extra_headers(journal), **crs_header(resource)})

    return respond


def with_discriminators(resource: Resource, instance: Any, body: dict[str, Any]) -> None:
    """A variant that is changed alone keeps the kind it has."""
    for field in resource.fields:
        if isinstance(field, Variant) and field.name in body:
            body.setdefault(field.by, getattr(instance, field.by))


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


def if_match(call: Call, instance: Any) -> Callable[[], None] | None:
    """If-Match against what is there once the object is locked; costs a read only when asked for."""
    if "HTTP_IF_MATCH" not in call.request.META:
        return None

    def check() -> None:
        body = call.origin.render(wire_of(call.resource, instance.pk))
        etag.require_match(call.request, etag.tag_of(body))

    return check


def refuse_immutable(resource: Resource, instance: Any, values: dict[str, Any], body: dict[str, Any]) -> None:
    """400 for a changed immutable field; leaving it out or sending the same value is fine (C-14)."""
    faults = []
    for field in resource.fields:
        if field.immutable and field.name in values:
            value = values.pop(field.name)
            if field.name in body and value != field.held_by(instance):
                words = "Dit veld mag niet worden gewijzigd."
                faults.append(Violation("wijzigen-niet-toegelaten", words, field.key))
    if faults:
        raise Invalid(faults)


def destroy_view(resource: Resource) -> View:
    """DELETE on one object: the destroy command, 204."""

    def respond(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        call = start(resource, request, str(kwargs.get("parent", "")))
        instance = load(call, kwargs["uuid"])
        resource.destroy(actor=call.actor, instance=instance).execute(if_match(call, instance))
        return HttpResponse(status=204)

    return respond
