"""The dossier of one zaak, a section at a time; and who else has it open."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zaakwerk.autorisaties import accounts
from zaakwerk.werkplek import aanwezig, herstel, onderdelen, tijdlijn, volgende, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zaken import inzage
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor

# What htmx takes as: do not ask again.
STOP_POLLING = 286


@require_safe
@medewerker_view
def dossier(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Head, status strip, term, the one next action, and the section asked for."""
    zaak = find_zaak(actor, uuid)
    inzage.note(request, actor, zaak.uuid, "werkplek")
    return render(request, "werkplek/dossier.html", page(Bezoek(request, actor, zaak)))


def page(bezoek: Bezoek) -> dict[str, Any]:
    """What the page shows."""
    section = onderdelen.named(bezoek.request.GET.get("tab", ""))
    user: Any = bezoek.request.user
    return {
        "zaak": weergave.zaak_head(bezoek.zaak, bezoek.people),
        "uuid": bezoek.zaak.uuid,
        "steps": weergave.steps(bezoek.frame),
        "term": weergave.term(bezoek.zaak, clock.today()),
        "actie": volgende.primary_action(bezoek),
        "meer_acties": volgende.more_actions(bezoek),
        "collegas": aanwezig.note(bezoek.zaak.uuid, user),
        "herstel": herstel.offered(bezoek.request, bezoek.zaak),
        "tab": section.naam,
        "onderdeel": section.template,
        "tabs": onderdelen.tabs(bezoek, section),
        **section.show(bezoek),
    }


@require_safe
def aanwezigen(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The heartbeat of an open dossier: who else has it open. Without a session or right it just stops."""
    user: Any = request.user
    if not user.is_authenticated:
        return HttpResponse(status=STOP_POLLING)
    try:
        zaak = find_zaak(accounts.actor_of(user), uuid)
    except (Http404, PermissionDenied):
        return HttpResponse(status=STOP_POLLING)
    found = aanwezig.note(zaak.uuid, user)
    return render(request, "werkplek/dossier/aanwezigen.html", {"uuid": uuid, "collegas": found})


@require_safe
@medewerker_view
def verschil(request: HttpRequest, actor: Actor, uuid: UUID, regel: int) -> HttpResponse:
    """What one event changed, as a piece of the timeline; the event's own address shows it as a page."""
    zaak = find_zaak(actor, uuid)
    context = {"verschillen": tijdlijn.differences(zaak, regel)}
    return render(request, "werkplek/dossier/verschil.html", context)
