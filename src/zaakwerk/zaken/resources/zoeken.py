"""Zoeken: the list, which is counted already, and `_zoek`."""

from django.http import HttpRequest, HttpResponse

from zaakwerk.zaken import tellingen
from zaakwerk.zaken.resources.zaken import ZAAK, ZOEK_FILTERS
from zaakwerk.zgw.filters import select
from zaakwerk.zgw.operations import View, answer_list, api_view, create_view, search_view, searching, start
from zaakwerk.zgw.resource import Component


def addresses(component: Component) -> dict[str, View]:
    """The addresses that no declaration makes, by path below the component's."""
    return {
        # As every list and create, but for a list that is counted already.
        "zaken": api_view(component, {"GET": list_zaken, "POST": create_view(ZAAK)}),
        "zaken/_zoek": search_view(ZAAK, ZOEK_FILTERS),
    }


def list_zaken(request: HttpRequest) -> HttpResponse:
    """GET on the collection."""
    call = start(ZAAK, request)
    selection = select(ZAAK.filters, request.GET, call.origin)
    return answer_list(call, selection, total=tellingen.total(call.actor, selection))


EXTRAS = (searching.described(ZAAK, ZOEK_FILTERS, "zaak__zoek"),)
