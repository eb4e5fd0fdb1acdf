"""Zoeken and inzien: the list, `_zoek`, and the zaak itself, of which every reading is noted."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from zaakwerk.zaken import inzage, tellingen
from zaakwerk.zaken.resources.zaken import ZAAK, ZOEK_FILTERS
from zaakwerk.zgw.filters import select
from zaakwerk.zgw.operations import (
    View,
    answer_list,
    answer_one,
    api_view,
    create_view,
    destroy_view,
    find,
    only_known,
    search_view,
    searching,
    start,
    update_view,
)
from zaakwerk.zgw.resource import Component


def addresses(component: Component) -> dict[str, View]:
    """The addresses that no declaration makes, by path below the component's."""
    writes = {
        "PUT": update_view(ZAAK, partial=False),
        "PATCH": update_view(ZAAK, partial=True),
        "DELETE": destroy_view(ZAAK),
    }
    return {
        # As every list and create, but for a list that is counted already.
        "zaken": api_view(component, {"GET": list_zaken, "POST": create_view(ZAAK)}),
        "zaken/_zoek": search_view(ZAAK, ZOEK_FILTERS),
        # An ordinary view beside the resource: who reads a zaak is noted.
        "zaken/<uuid:uuid>": api_view(component, {"GET": read_zaak, "HEAD": read_zaak, **writes}),
    }


def list_zaken(request: HttpRequest) -> HttpResponse:
    """GET on the collection."""
    call = start(ZAAK, request)
    selection = select(ZAAK.filters, request.GET, call.origin)
    return answer_list(call, selection, total=tellingen.total(call.actor, selection))


def read_zaak(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """GET and HEAD on one zaak; HEAD shows nothing of it and is not noted."""
    call = start(ZAAK, request)
    only_known(request, {"expand"})
    response = answer_one(call, find(call, uuid))
    if request.method == "GET":
        inzage.note(request, call.actor, uuid, "api")
    return response


EXTRAS = (searching.described(ZAAK, ZOEK_FILTERS, "zaak__zoek"),)
