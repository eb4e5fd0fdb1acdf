"""Writing documents: registered, changed under a lock, with content that streams in."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from zaakwerk.documenten import queries
from zaakwerk.documenten.bodies.reading import Sent, read_document
from zaakwerk.documenten.commands import LockDocument, RegisterDocument, UnlockDocument, UpdateDocument
from zaakwerk.documenten.content.incoming import incoming
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import normalise, read_fields
from zaakwerk.zgw.instances import find
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.kinds import Text
from zaakwerk.zgw.operations import Call, if_match, only_known, start
from zaakwerk.zgw.problems import Invalid, NotFound
from zaakwerk.zgw.representation import encode
from zaakwerk.zgw.resource import Resource

LOCK = Text("lock", 100, nullable=True)
# What a PUT leaves out follows from the gebruiksrechten there are (drc-006).
FOLLOWS = "indicatie_gebruiksrecht"
NO_PARTS = b'"bestandsdelen":[]'


def create(resource: Resource, request: HttpRequest) -> HttpResponse:
    """POST: registers a document; 201 with the lock, which is empty while content comes in one piece."""
    call = start(resource, request)
    only_known(request, set())
    refuse_outsider(call)
    with incoming() as place:
        sent = read_document(request, place)
        values, _ = typed(call, sent, partial=False)
        document, journal = RegisterDocument(actor=call.actor, **values).execute()
    location = call.origin.base + resource.url_for(document)[1:]
    body = shown(journal, document)[:-1] + b',"lock":' + encode(document.lock) + b"}"
    return call.json(body, 201, {"Location": location})


def update(resource: Resource, partial: bool, request: HttpRequest, uuid: Any) -> HttpResponse:
    """PUT and PATCH: a new version of a locked document."""
    call = start(resource, request)
    only_known(request, set())
    document = document_at(uuid)
    # 403 before a single byte of content is taken in.
    call.actor.require(UpdateDocument.scopes, queries.target_of(document))
    with incoming() as place:
        sent = read_document(request, place)
        changes, lock_id = typed(call, sent, partial)
        command = UpdateDocument(
            actor=call.actor, instance=document, changes=changes, partial=partial, lock_id=lock_id
        )
        document, journal = command.execute(if_match(call, document))
    return call.json(shown(journal, document))


def document_at(uuid: Any) -> EnkelvoudigInformatieObject:
    """The document of an address, with its type and latest version."""
    found = find(EnkelvoudigInformatieObject, "uuid", uuid, ("informatieobjecttype", "laatste_versie"))
    if found is None:
        raise NotFound()
    return found


def shown(journal: Journal, document: EnkelvoudigInformatieObject) -> bytes:
    """The new representation, with the lock at every part: for the writer, who holds it."""
    wire = journal.wire(document)
    if NO_PARTS in wire:
        return wire
    body = msgspec.json.decode(wire)
    for part in body["bestandsdelen"]:
        part["lock"] = document.lock
    return encode(body)


def refuse_outsider(call: Call) -> None:
    """403 before a single byte of content is taken in from who may not register any document."""
    component = call.resource.reach.component
    if not call.actor.may_any(component, RegisterDocument.scopes):
        call.actor.require(RegisterDocument.scopes, Target(component))


def typed(call: Call, sent: Sent, partial: bool) -> tuple[dict[str, Any], str]:
    """The typed fields with the content among them, and the lock id; raises Invalid with every fault."""
    body = normalise(sent.body, (*call.resource.fields, LOCK))
    values, faults = read_fields((*call.resource.fields, LOCK), body, call.origin, partial)
    if faults or sent.faults:
        raise Invalid([*faults, *sent.faults])
    lock_id = values.pop("lock", None) or ""
    if not partial and FOLLOWS not in body:
        del values[FOLLOWS]
    if sent.has_inhoud or not partial:
        values["inhoud"] = sent.inhoud
    return values, lock_id


def lock(resource: Resource, request: HttpRequest, uuid: Any) -> HttpResponse:
    """POST …/lock: the id that the next write must carry."""
    call = start(resource, request)
    document = LockDocument(actor=call.actor, instance=document_at(uuid)).run()
    return call.json({"lock": document.lock})


def unlock(resource: Resource, request: HttpRequest, uuid: Any) -> HttpResponse:
    """POST …/unlock: with the id, or without a body by who may force it."""
    call = start(resource, request)
    document = document_at(uuid)
    has_body = request.META.get("CONTENT_LENGTH") not in (None, "", "0")
    values, faults = read_fields((LOCK,), read_json(request) if has_body else {}, call.origin)
    if faults:
        raise Invalid(faults)
    UnlockDocument(actor=call.actor, instance=document, lock_id=values["lock"] or "").run()
    return HttpResponse(status=204)
