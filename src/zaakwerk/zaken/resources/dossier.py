"""Dossier: a zaak with everything below it in one answer, for a number of statements that never grows."""

import contextlib
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from zaakwerk.zaken import inzage
from zaakwerk.zaken.resources.zaken import ZAAK
from zaakwerk.zgw import expand
from zaakwerk.zgw.filters import Selection, link
from zaakwerk.zgw.operations import Call, find, only_known, start
from zaakwerk.zgw.problems import Forbidden, NotFound
from zaakwerk.zgw.representation import Wire, read_page
from zaakwerk.zgw.resource import Resource

MOST = 1000
RELATIONS = expand.parse("zaaktype,hoofdzaak,deelzaken")
# What each part shows along, where its URL alone says little.
BELOW = {
    "statussen": "statustype",
    "resultaten": "resultaattype",
    "rollen": "roltype",
    "zaakeigenschappen": "eigenschap",
    "zaakinformatieobjecten": "informatieobject.informatieobjecttype",
}


def read_dossier(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """GET: the zaak, and under the name of every collection what of it belongs to the zaak."""
    call = start(ZAAK, request, needs_crs=False)
    only_known(request, set())
    zaak = find(call, uuid).wire
    with contextlib.suppress(NotFound):
        expand.apply(ZAAK, call.actor, [zaak], RELATIONS)
    found = {name_of(part): read_part(call, part, uuid) for part in parts()}
    incomplete = [name for name, wires in found.items() if len(wires) > MOST]
    inzage.note(request, call.actor, uuid, "dossier")
    shown = {name: wires[:MOST] for name, wires in found.items()}
    return call.json({"zaak": zaak, **shown, "onvolledig": incomplete})


def parts() -> list[Resource]:
    """Every collection below a zaak."""
    return [part for part in ZAAK.component.resources if part.main == "zaak"]


def name_of(part: Resource) -> str:
    """The last word of the collection's path."""
    return part.path.rpartition("/")[2]


def read_part(call: Call, part: Resource, uuid: UUID) -> list[Wire]:
    """One collection of the zaak, one more than is shown; empty without the right to read it."""
    selection = Selection([(link("_zaak", "zaak"), uuid)])
    try:
        found = read_page(part, call.actor, selection, part.order, (0, MOST + 1))
    except Forbidden:
        return []
    wires: list[Any] = [row.wire for row in found]
    # What another installation does not give now must not keep the rest of the dossier from a reader.
    with contextlib.suppress(NotFound):
        expand.apply(part, call.actor, wires, expand.parse(BELOW.get(name_of(part), "")))
    return wires
