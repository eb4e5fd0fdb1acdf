"""Audit trail: the lines of one main object, for who may read it and its trail (1.12)."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.groups import Group
from zaakwerk.zgw.journal import WEERGAVE
from zaakwerk.zgw.kinds import Field, Integer, Text, Timestamp, Uri
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.operations import Call, View, api_view, start
from zaakwerk.zgw.problems import NotFound
from zaakwerk.zgw.relations import Uuid
from zaakwerk.zgw.representation import read_one
from zaakwerk.zgw.resource import Resource

SCOPES: Scopes = frozenset({"audittrails.lezen"})
SNAPSHOTS = (Group("oud", ()), Group("nieuw", ()))
FIELDS: tuple[Field, ...] = (
    Uuid(),
    Text("bron", 10),
    Text("applicatie_id", 100, default=""),
    Text("applicatie_weergave", 200, default=""),
    Text("gebruikers_id", 255, default=""),
    Text("gebruikers_weergave", 255, default=""),
    Text("actie", 50),
    Text("actie_weergave", 200, default=""),
    Integer("resultaat", minimum=100, maximum=599),
    Uri("hoofd_object", 1000),
    Text("resource", 50),
    Uri("resource_url", 1000),
    Text("toelichting", default=""),
    Text("resource_weergave", 200),
    Timestamp("aanmaakdatum", read_only=True),
    Group("wijzigingen", SNAPSHOTS, nullable=False),
)


def collection(resource: Resource) -> View:
    """GET …/audittrail: a bare array, oldest first."""

    def respond(request: HttpRequest, uuid: Any) -> HttpResponse:
        call = call_on(resource, request, uuid)
        return call.json([wire(line) for line in AuditRegel.objects.filter(hoofd_uuid=uuid).order_by("id")])

    return api_view(resource.component, {"GET": respond})


def item(resource: Resource) -> View:
    """GET …/audittrail/{uuid}: one line."""

    def respond(request: HttpRequest, uuid: Any, line: Any) -> HttpResponse:
        call = call_on(resource, request, uuid)
        found = AuditRegel.objects.filter(hoofd_uuid=uuid, uuid=line).first()
        if found is None:
            raise NotFound()
        return call.json(wire(found))

    return api_view(resource.component, {"GET": respond})


def call_on(resource: Resource, request: HttpRequest, uuid: Any) -> Call:
    """The call, when the main object exists, is in reach and the actor may read audit trails."""
    call = start(resource, request, needs_crs=False)
    # audittrails.lezen counts on the component as a whole, whatever type the grant names.
    if not call.actor.may_any(resource.reach.component, SCOPES):
        call.actor.require(SCOPES, Target(resource.reach.component))
    found = read_one(resource, "uuid", uuid)
    if found is None:
        raise NotFound()
    resource.reach.require(call.actor, resource.read, found.target)
    return call


def wire(line: AuditRegel) -> dict[str, Any]:
    """One line in the standard's form; links get their base on the way out."""
    return {
        "uuid": line.uuid,
        "bron": line.bron,
        "applicatieId": line.applicatie_id,
        "applicatieWeergave": line.applicatie_weergave,
        "gebruikersId": line.gebruiker_id,
        "gebruikersWeergave": line.gebruiker_weergave,
        "actie": line.actie,
        "actieWeergave": WEERGAVE.get(line.actie, ""),
        "resultaat": line.resultaat,
        "hoofdObject": line.hoofd_object,
        "resource": line.resource,
        "resourceUrl": line.resource_url,
        "toelichting": line.toelichting,
        "resourceWeergave": line.resource_weergave,
        "aanmaakdatum": line.aanmaakdatum,
        "wijzigingen": {"oud": snapshot(line.oud), "nieuw": snapshot(line.nieuw)},
    }


def snapshot(text: str) -> Any:
    """A stored representation, passed through unparsed; null when there is none."""
    return msgspec.Raw(text.encode()) if text else None
