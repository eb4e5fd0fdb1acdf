"""Receiving the parts of content, in any order and as often as needed (5.5)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from zaakwerk.documenten import queries
from zaakwerk.documenten.bodies.delen import read_part
from zaakwerk.documenten.commands import ReceivePart
from zaakwerk.documenten.content.incoming import incoming
from zaakwerk.documenten.models import BestandsDeel
from zaakwerk.zgw.instances import find
from zaakwerk.zgw.operations import only_known, start
from zaakwerk.zgw.problems import NotFound
from zaakwerk.zgw.resource import Resource


def receive(
    documents: Resource, part_wire: Callable[..., dict[str, Any]], request: HttpRequest, uuid: UUID
) -> HttpResponse:
    """PUT on one part: its content and the lock id of its document."""
    call = start(documents, request)
    only_known(request, set())
    part = find(BestandsDeel, "uuid", uuid, ("document__informatieobjecttype",))
    if part is None:
        raise NotFound()
    # 403 before a single byte of content is taken in.
    call.actor.require(ReceivePart.scopes, queries.target_of(part.document))
    with incoming() as place:
        sent = read_part(request, place, part.omvang)
        command = ReceivePart(actor=call.actor, instance=part, lock_id=sent.lock_id, inhoud=sent.inhoud)
        part = command.run()
    wire = part_wire(part.uuid, part.volgnummer, part.omvang, part.is_complete, part.document.lock)
    # Deprecated since 1.7.1, and still in the schema: a part has no address to download it from.
    return call.json({**wire, "inhoud": ""})
