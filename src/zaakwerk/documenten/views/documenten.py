"""Views: what the API does with documents that no declaration says: content, versions and locks.

Ordinary views beside the resource: a document streams in and out, has versions under one address, and needs a
lock. They are made of the same parts as the kernel's operations.
"""

from datetime import datetime
from functools import partial as bind
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from zaakwerk.documenten import downloads, queries
from zaakwerk.documenten.bodies.reading import Sent, read_document
from zaakwerk.documenten.commands import LockDocument, RegisterDocument, UnlockDocument, UpdateDocument
from zaakwerk.documenten.content.incoming import incoming
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import normalise, read_fields
from zaakwerk.zgw.kinds import Faulty, Integer, Text, to_moment
from zaakwerk.zgw.operations import (
    Call,
    View,
    answer_one,
    api_view,
    destroy_view,
    find,
    if_match,
    list_view,
    load,
    only_known,
    start,
)
from zaakwerk.zgw.problems import Invalid, NotFound, Violation
from zaakwerk.zgw.representation import Found, encode, read_one
from zaakwerk.zgw.resource import Component, Resource

LOCK = Text("lock", 100, nullable=True)
VERSIE = Integer("versie", minimum=1)
CHOICE = {"versie", "registratieOp"}


def routes(component: Component, documents: Resource, versions: Resource) -> dict[str, View]:
    """The addresses of documents, by path below the component's."""
    stem = documents.path
    one = f"{stem}/<uuid:uuid>"
    read = bind(read_document_version, documents, versions)
    writes: dict[str, View] = {
        "PUT": bind(update, documents, False),
        "PATCH": bind(update, documents, True),
        "DELETE": destroy_view(documents),
    }
    return {
        stem: api_view(component, {"GET": list_view(documents), "POST": bind(create, documents)}),
        one: api_view(component, {"GET": read, "HEAD": read, **writes}),
        f"{one}/download": api_view(component, {"GET": bind(download, documents)}, is_json=False),
        f"{one}/lock": api_view(component, {"POST": bind(lock, documents)}),
        f"{one}/unlock": api_view(component, {"POST": bind(unlock, documents)}),
    }


def create(resource: Resource, request: HttpRequest) -> HttpResponse:
    """POST: registers a document; 201 with the lock, which is empty while content comes in one piece."""
    call = start(resource, request)
    only_known(request, set())
    refuse_outsider(call, RegisterDocument)
    with incoming() as place:
        sent = read_document(request, place)
        values, _ = typed(call, sent, partial=False)
        document, journal = RegisterDocument(actor=call.actor, **values).execute()
    location = call.origin.base + resource.url_for(document)[1:]
    body = journal.wire(document)[:-1] + b',"lock":' + encode(document.lock) + b"}"
    return call.json(body, 201, {"Location": location})


def update(resource: Resource, partial: bool, request: HttpRequest, uuid: Any) -> HttpResponse:
    """PUT and PATCH: a new version of a locked document."""
    call = start(resource, request)
    only_known(request, set())
    document = load(call, uuid)
    refuse_outsider(call, UpdateDocument)
    with incoming() as place:
        sent = read_document(request, place)
        changes, lock_id = typed(call, sent, partial)
        command = UpdateDocument(
            actor=call.actor, instance=document, changes=changes, partial=partial, lock_id=lock_id
        )
        document, journal = command.execute(if_match(call, document))
    return call.json(journal.wire(document))


def refuse_outsider(call: Call, command: Any) -> None:
    """403 before a single byte of content is taken in from who may not write any document."""
    component = call.resource.reach.component
    if not call.actor.may_any(component, command.scopes):
        call.actor.require(command.scopes, Target(component))


def typed(call: Call, sent: Sent, partial: bool) -> tuple[dict[str, Any], str]:
    """The typed fields with the content among them, and the lock id; raises Invalid with every fault."""
    body = normalise(sent.body, (*call.resource.fields, LOCK))
    values, faults = read_fields((*call.resource.fields, LOCK), body, call.origin, partial)
    if faults or sent.faults:
        raise Invalid([*faults, *sent.faults])
    lock_id = values.pop("lock", None) or ""
    if sent.has_inhoud or not partial:
        values["inhoud"] = sent.inhoud
    return values, lock_id


def read_document_version(
    resource: Resource, versions: Resource, request: HttpRequest, uuid: Any
) -> HttpResponse:
    """GET and HEAD: the latest version, or the one asked for."""
    call = start(resource, request)
    only_known(request, {"expand", *CHOICE})
    found = find(call, uuid)
    choice = choice_of(request)
    return answer_one(call, earlier(call, found, versions, choice) if any(choice) else found)


def earlier(
    call: Call, found: Found, versions: Resource, choice: tuple[int | None, datetime | None]
) -> Found:
    """A version in wire form; its own type and confidentiality count as well as the document's."""
    version = queries.version_of(found.pk, *choice)
    wire = read_one(versions, "pk", version.pk) if version else None
    if wire is None:
        raise NotFound("Het document heeft deze versie niet.")
    call.actor.require(call.resource.read, wire.target)
    return wire


def choice_of(request: HttpRequest) -> tuple[int | None, datetime | None]:
    """The version and moment asked for in the query."""
    versie, moment = request.GET.get("versie", ""), request.GET.get("registratieOp", "")
    try:
        number = VERSIE.convert(versie, {}, None) if versie else None  # type: ignore[arg-type]
    except Faulty as problem:
        raise Invalid([Violation(v.code, v.reason, "versie") for v in problem.violations]) from None
    # A plus that was not escaped in the address arrives as a space.
    found = to_moment(moment) or to_moment(moment.replace(" ", "+"))
    if moment and found is None:
        raise Invalid([Violation("invalid", "Dit is geen geldig tijdstip (ISO 8601).", "registratieOp")])
    return number, found


def download(resource: Resource, request: HttpRequest, uuid: Any) -> HttpResponseBase:
    """GET …/download: the content of the latest version, or of the one asked for."""
    call = start(resource, request)
    only_known(request, CHOICE)
    found = find(call, uuid)
    version = queries.version_of(found.pk, *choice_of(request))
    if version is None:
        raise NotFound("Het document heeft deze versie niet.")
    call.actor.require(resource.read, queries.target_of(version))
    return downloads.respond(request, version)


def lock(resource: Resource, request: HttpRequest, uuid: Any) -> HttpResponse:
    """POST …/lock: the id that the next write must carry."""
    call = start(resource, request)
    document = LockDocument(actor=call.actor, instance=load(call, uuid)).run()
    return call.json({"lock": document.lock})


def unlock(resource: Resource, request: HttpRequest, uuid: Any) -> HttpResponse:
    """POST …/unlock: with the id, or without a body by who may force it."""
    call = start(resource, request)
    document = load(call, uuid)
    has_body = request.META.get("CONTENT_LENGTH") not in (None, "", "0")
    values, faults = read_fields((LOCK,), read_json(request) if has_body else {}, call.origin)
    if faults:
        raise Invalid(faults)
    UnlockDocument(actor=call.actor, instance=document, lock_id=values["lock"] or "").run()
    return HttpResponse(status=204)
