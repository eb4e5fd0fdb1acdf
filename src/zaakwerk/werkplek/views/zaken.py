"""The list of open zaken."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from zaakwerk.werkplek import lijst
from zaakwerk.werkplek.forms import FilterForm
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor


@require_safe
@medewerker_view
def open_zaken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every open zaak the employee sees, most urgent first."""
    return render(request, "werkplek/zaken.html", table(request, actor, read(request)))


def read(request: HttpRequest) -> lijst.Vraag:
    """The question in the address; what it does not know it ignores."""
    asked = {
        name: request.GET.get(name, "").replace("\x00", "").strip()[:100]
        for name in ("q", "zaaktype", "term")
    }
    sorteer = request.GET.get("sorteer", "termijn")
    return lijst.Vraag(**asked, sorteer=sorteer if sorteer in lijst.ORDERINGS else "termijn")


def table(request: HttpRequest, actor: Actor, vraag: lijst.Vraag) -> dict[str, Any]:
    """What the page shows."""
    states = [(name, word) for name, (word, _) in lijst.term_filters(clock.today()).items()]

    def address(term: str) -> str:
        kept = {"q": vraag.q, "zaaktype": vraag.zaaktype, "term": term, "sorteer": vraag.sorteer}
        return "?" + urlencode({name: value for name, value in kept.items() if value})

    return {
        "titel": gettext("Open zaken"),
        "page": lijst.page_of(actor, vraag, request.GET.get("page")),
        "form": FilterForm(request.GET, lijst.zaaktypen(actor), states),
        "termen": lijst.tally(actor, vraag, address),
        "sorteer": vraag.sorteer,
        "gefilterd": bool(vraag.q or vraag.zaaktype or vraag.term),
        "zoekterm": vraag.q,
    }
