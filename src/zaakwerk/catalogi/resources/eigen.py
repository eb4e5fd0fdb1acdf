"""Our own namespace for types: what the standard has no operation for (C-47), clearly apart."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from zaakwerk.catalogi import queries, scopes
from zaakwerk.catalogi.commands import NewVersion, Publish
from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.resources.besluittype import BESLUITTYPEN
from zaakwerk.catalogi.resources.informatieobjecttype import INFORMATIEOBJECTTYPEN
from zaakwerk.catalogi.resources.zaaktype import ZAAKTYPEN
from zaakwerk.zgw import operations
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import Group, ListOf, normalise, read_fields
from zaakwerk.zgw.kinds import Boolean, Date, Field, Text
from zaakwerk.zgw.operations import Call, View, api_view, only_known, start
from zaakwerk.zgw.problems import Invalid
from zaakwerk.zgw.representation import wire_of
from zaakwerk.zgw.resource import Component, Extra, Resource

VERSIONED = (ZAAKTYPEN, BESLUITTYPEN, INFORMATIEOBJECTTYPEN)
EINDIG = Boolean("beeindig_vorige", default=False)
NEW_VERSION: tuple[Field, ...] = (Date("begin_geldigheid"), EINDIG)
PUBLISH: tuple[Field, ...] = (EINDIG,)
WARNING = Group("waarschuwing", (Text("code"), Text("reden")), nullable=False)
WARNINGS: tuple[Field, ...] = (ListOf("waarschuwingen", WARNING, read_only=True),)

EIGEN = Component("zaakwerk", "ztc", "1.0.0", "Zaakwerk: wat de standaard niet heeft", resources=())


def new_version_view(resource: Resource) -> View:
    """POST …/nieuwe-versie: 201 with the concept, in the form of the Catalogi API."""

    def respond(request: HttpRequest, uuid: UUID) -> HttpResponse:
        call = start(resource, request)
        values = read_body(call, NEW_VERSION)
        command: NewVersion[Any] = NewVersion(
            actor=call.actor,
            instance=operations.load(call, uuid),
            begin_geldigheid=values["begin_geldigheid"],
            end_previous=values["beeindig_vorige"],
        )
        instance, journal = command.execute()
        location = call.origin.base + resource.url_for(instance)[1:]
        made = journal.wire(instance) or wire_of(resource, instance.pk)
        return call.json(made, 201, {"Location": location})

    return api_view(EIGEN, {"POST": respond})


def publish_view(resource: Resource) -> View:
    """POST …/publiceren: 200 with what is missing for good use; the version before may end on the way."""

    def respond(request: HttpRequest, uuid: UUID) -> HttpResponse:
        call = start(resource, request)
        values = read_body(call, PUBLISH)
        instance = operations.load(call, uuid)
        Publish(actor=call.actor, instance=instance, end_previous=values["beeindig_vorige"]).run()
        return call.json(warnings(instance))

    return api_view(EIGEN, {"POST": respond})


def warnings_view(resource: Resource) -> View:
    """GET …/waarschuwingen: what is missing for good use, before or after publishing."""

    def respond(request: HttpRequest, uuid: UUID) -> HttpResponse:
        call = start(resource, request)
        only_known(request, set())
        operations.find(call, uuid)
        return call.json(warnings(operations.load(call, uuid)))

    return api_view(EIGEN, {"GET": respond, "HEAD": respond})


def warnings(version: Any) -> dict[str, Any]:
    """What a version lacks, in wire form; only a zaaktype can lack something."""
    missing = queries.missing_for_use(version) if isinstance(version, ZaakType) else []
    return {"waarschuwingen": [{"code": code, "reden": reden} for code, reden in missing]}


def read_body(call: Call, fields: tuple[Field, ...]) -> dict[str, Any]:
    """The typed values of a body; the right comes before the faults."""
    call.actor.require(scopes.SCHRIJVEN, Target("ztc"))
    only_known(call.request, set())
    values, faults = read_fields(fields, normalise(read_json(call.request), fields), call.origin)
    if faults:
        raise Invalid(faults)
    return values


def described(kind: Resource, verb: str, needed: Scopes, **more: Any) -> Extra:
    """One of the operations as OpenAPI shows it."""
    method = more.pop("method", "post")
    path, operation = f"{kind.path}/{{uuid}}/{verb}", f"{kind.name}_{verb.replace('-', '_')}"
    return Extra(method, path, operation, needed, **more)


EIGEN.extra = {
    f"{kind.path}/<uuid:uuid>/{verb}": make(kind)
    for kind in VERSIONED
    for verb, make in (
        ("nieuwe-versie", new_version_view),
        ("publiceren", publish_view),
        ("waarschuwingen", warnings_view),
    )
}
EIGEN.extras = tuple(
    extra
    for kind in VERSIONED
    for extra in (
        described(kind, "nieuwe-versie", scopes.SCHRIJVEN, status=201, body=NEW_VERSION, answer=kind.fields),
        described(kind, "publiceren", scopes.SCHRIJVEN, body=PUBLISH, answer=WARNINGS),
        described(kind, "waarschuwingen", kind.read, method="get", answer=WARNINGS),
    )
)
