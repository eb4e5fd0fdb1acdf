"""Do something to the chosen zaken: at once for a few, by the worker for many; follow, stop and undo it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from zaakwerk.werkplek.opdracht import (
    OpdrachtForm,
    remember_undo,
    share_of,
    title_of,
    uuids_in,
    way_back,
    words_for,
)
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.werkplek.views.werkvoorraad import vrager_of
from zaakwerk.werkvoorraad import jobs, opdrachten
from zaakwerk.werkvoorraad.models import Opdracht, OpdrachtRegel
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor

# So few are done before the answer; with more a person wants to see how far it is.
AT_ONCE = 10


@require_POST
@medewerker_view
def begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Makes the job of the pressed button and does it, or leaves it to the worker."""
    vrager, back = vrager_of(request, actor), way_back(request)
    soort, form = request.POST.get("actie", ""), OpdrachtForm(vrager_of(request, actor), request.POST)
    zaken = opdrachten.selected(actor, uuids_in(request.POST))
    asked = form.input_of(soort) if form.is_valid() else None
    if soort not in opdrachten.ACTS or not zaken or asked is None:
        messages.warning(request, what_is_missing(form, soort, bool(zaken)))
        return redirect(back)
    made = opdrachten.make(vrager.medewerker, soort, zaken, asked)
    return carry_out(request, made, back)


def what_is_missing(form: OpdrachtForm, soort: str, has_zaken: bool) -> str:
    """What to do first, in words."""
    if not has_zaken:
        return gettext("Kies eerst een of meer zaken met het vakje voor de regel.")
    if soort == opdrachten.SLUIMEREN:
        return gettext("Vul in tot welke dag de zaken sluimeren.")
    return gettext("Kies wat er met de zaken moet gebeuren, en voor wie.")


def carry_out(request: HttpRequest, made: Opdracht, back: str) -> HttpResponse:
    """A few at once, and back to the list when all went well; else to the page of the job."""
    if made.regels.count() > AT_ONCE:
        jobs.do_opdracht.enqueue(str(made.uuid))
        return redirect("werkplek:opdracht", made.uuid)
    opdrachten.run(made.uuid)
    state = opdrachten.progress(made, clock.now())
    if state.geweigerd:
        return redirect("werkplek:opdracht", made.uuid)
    remember_undo(request, made, words_for(made, state.gedaan))
    return redirect(back)


def own(request: HttpRequest, uuid: UUID) -> Opdracht:
    """A job of the employee's own."""
    user: Any = request.user
    found = Opdracht.objects.filter(uuid=uuid, medewerker=user).select_related("herstelt").first()
    if found is None:
        raise Http404
    return found


@require_safe
@medewerker_view
def opdracht(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """How far a job is, and what came of it."""
    made = own(request, uuid)
    state = opdrachten.progress(made, clock.now())
    lines = made.regels.select_related("zaak").order_by("volgnummer")
    refused = list(lines.filter(staat=OpdrachtRegel.GEWEIGERD))
    done = list(lines.filter(staat=OpdrachtRegel.GEDAAN)[:200])
    context = {
        "titel": title_of(made),
        "opdracht": made,
        "voortgang": state,
        "deel": share_of(state),
        "geweigerd": refused,
        "gedaan": done,
        "overgeslagen": state.totaal - state.behandeld - state.wacht,
        "kan_ongedaan": state.is_klaar and state.gedaan > 0 and not hasattr(made, "hersteld_door"),
    }
    return render(request, "werkplek/opdracht.html", context)


@require_POST
@medewerker_view
def stoppen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Leaves the rest alone."""
    opdrachten.stop(own(request, uuid))
    return redirect("werkplek:opdracht", uuid)


@require_POST
@medewerker_view
def verder(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Gives a job that stands still to the worker once more."""
    made = own(request, uuid)
    if made.klaar_op is None:
        jobs.do_opdracht.enqueue(str(made.uuid))
    return redirect("werkplek:opdracht", uuid)


@require_POST
@medewerker_view
def ongedaan(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Puts back what a job did."""
    made = own(request, uuid)
    return carry_out(request, opdrachten.undoing(made, made.medewerker), way_back(request))
