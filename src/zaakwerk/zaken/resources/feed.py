"""Feed: zaken that changed or vanished since a client last asked, within its reach."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from zaakwerk.zaken import wijzigingen
from zaakwerk.zaken.resources.zaken import ZAAK
from zaakwerk.zaken.wijzigingen import Change
from zaakwerk.zgw import expand, paging
from zaakwerk.zgw.filters import exact, select
from zaakwerk.zgw.kinds import Integer, Text, Timestamp
from zaakwerk.zgw.operations import Call, only_known, start
from zaakwerk.zgw.representation import Wire

SINDS = exact("sinds", Timestamp("sinds"))
NA = exact("na", Integer("na", minimum=0, maximum=2**62))
SIZE = exact("pageSize", Integer("pageSize", minimum=1, maximum=paging.MAX_SIZE))
EXPAND = exact("expand", Text("expand", choices=("zaak",)))
PARAMETERS = (SINDS, NA, SIZE, EXPAND)


def read_changes(request: HttpRequest) -> HttpResponse:
    """GET: changes in order of position, each zaak once at its latest; `volgende` is where to ask on."""
    call = start(ZAAK, request, needs_crs=False)
    only_known(request, {found.key for found in PARAMETERS})
    asked = {
        found.key: value for found, value in select((SINDS, NA, EXPAND), request.GET, call.origin).chosen
    }
    size = paging.number(request.GET, "pageSize", paging.DEFAULT_SIZE, paging.MAX_SIZE)
    na = asked.get("na", 0)
    if "sinds" in asked and "na" not in asked:
        na = wijzigingen.start_of(asked["sinds"])
    found, on = wijzigingen.changes(call.actor, na, size)
    results = [wire_of_change(change) for change in found]
    if "expand" in request.GET:
        embed_zaken(call, results)
    query = {"na": on, **{key: request.GET[key] for key in ("pageSize", "expand") if key in request.GET}}
    address = f"{call.origin.base}{request.path}?{urlencode(query)}"
    return call.json({"volgende": address, "meer": len(found) == size, "results": results})


def wire_of_change(change: Change) -> Wire:
    """One change as JSON."""
    return {
        "zaak": ZAAK.url_of(change.zaak),
        "uuid": str(change.zaak),
        "wijziging": "verwijderd" if change.is_verwijderd else "bijgewerkt",
        "gewijzigdOp": change.gewijzigd_op,
        "positie": change.positie,
    }


def embed_zaken(call: Call, results: list[Wire]) -> None:
    """The zaken as they are now; {} for one that is gone."""
    urls = [result["zaak"] for result in results]
    objects: dict[str, Any] = expand.fetch(ZAAK, call.actor, urls)
    for result in results:
        result["_expand"] = {"zaak": objects.get(result["zaak"], {})}
