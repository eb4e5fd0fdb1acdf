"""Views: the queues and subscribers, one subscriber with what it never got, and the actions on it."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.sessies import signed_in
from zaakwerk.beheer.berichten import weergave
from zaakwerk.notificaties import queries, scopes, standing
from zaakwerk.notificaties.commands import SendAgain, SendTrial, TryNow
from zaakwerk.notificaties.models import Abonnement
from zaakwerk.zgw.actors import Actor, Target
from zaakwerk.zgw.clock import now

PAGE_SIZE, WAITING_SHOWN = 25, 10
View = Callable[..., HttpResponseBase]


def operator_view(view: View) -> View:
    """A view for signed-in employees who may manage subscriptions; it gets the actor as second argument."""

    @wraps(view)
    def with_actor(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user: Any = request.user
        actor = accounts.actor_of(user)
        reason = actor.why_not(scopes.CONSUMEREN, Target("nrc"))
        if reason:
            raise PermissionDenied(reason)
        return view(request, actor, *args, **kwargs)

    guarded: View = signed_in(with_actor)
    return guarded


@require_safe
@operator_view
def overzicht(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Queues, lag, and how each subscriber is doing."""
    moment = now()
    found = standing.subscribers(moment)
    outbox = standing.outbox(found)
    context = {
        "cijfers": weergave.tallies(outbox, moment),
        "abonnees": [weergave.row(subscriber, moment) for subscriber in found],
        "zonder_worker": not outbox.has_worker(moment),
    }
    return render(request, "beheer/berichten/overzicht.html", context)


@require_safe
@operator_view
def abonnee(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """One subscriber: its state, what it never got with the answers received, and what waits."""
    get_object_or_404(Abonnement, uuid=uuid)
    moment = now()
    (found,) = standing.subscribers(moment, Abonnement.objects.filter(uuid=uuid))
    given_up = queries.given_up(found.abonnement.pk).select_related("bericht").order_by("-id")
    waiting = queries.open_rows(found.abonnement.pk).select_related("bericht").order_by("id")
    page = Paginator(given_up, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "abonnement": found.abonnement,
        "naam": weergave.name_of(found.abonnement),
        "stand": weergave.words_of(found.stand),
        "icoon": weergave.ICONS[found.stand],
        "rust_tot": weergave.moment_of(found.abonnement.rust_tot) if found.stand == standing.RESTS else "",
        "feiten": weergave.facts(found, moment),
        "page": page,
        "opgegeven": weergave.letters(list(page.object_list)),
        "wachtend": weergave.letters(list(waiting[:WAITING_SHOWN])),
        "aantal_wachtend": found.wachtend,
        "kruimels": [
            (gettext("Berichten"), reverse("berichten:overzicht")),
            (weergave.name_of(found.abonnement), ""),
        ],
    }
    return render(request, "beheer/berichten/abonnee.html", context)


@require_POST
@operator_view
def opnieuw(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Sends again what was chosen, or all."""
    abonnement = get_object_or_404(Abonnement, uuid=uuid)
    command = SendAgain(actor=actor, instance=abonnement, keys=chosen(request))
    count = command.rows().count()
    if count:
        command.run()
        words = ngettext(
            "%(n)s bericht wordt opnieuw verzonden.", "%(n)s berichten worden opnieuw verzonden.", count
        )
        messages.success(request, words % {"n": count})
    else:
        messages.warning(request, gettext("Kies eerst welke berichten opnieuw verzonden worden."))
    return back(abonnement)


def chosen(request: HttpRequest) -> list[int] | None:
    """The keys that were ticked; None for all."""
    if "alles" in request.POST:
        return None
    keys = request.POST.getlist("bericht")
    return [int(key) for key in keys if re.fullmatch("[0-9]{1,18}", key)]


@require_POST
@operator_view
def nu(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Tries at once what waits."""
    abonnement = get_object_or_404(Abonnement, uuid=uuid)
    TryNow(actor=actor, instance=abonnement).run()
    messages.success(request, gettext("De wachtende berichten worden nu geprobeerd."))
    return back(abonnement)


@require_POST
@operator_view
def proef(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Sends a test message and shows the answer."""
    abonnement = get_object_or_404(Abonnement.objects.select_related("aanmelding"), uuid=uuid)
    command = SendTrial(actor=actor, instance=abonnement)
    answer = command.run().laatste_antwoord
    if abonnement.mislukkingen:
        words = gettext("Het testbericht is niet aangenomen: %(antwoord)s")
        messages.error(request, words % {"antwoord": answer})
    else:
        words = gettext("Het testbericht is aangenomen: %(antwoord)s")
        messages.success(request, words % {"antwoord": answer})
    return back(abonnement)


def back(abonnement: Abonnement) -> HttpResponse:
    """To the page of the subscriber."""
    return redirect("berichten:abonnee", uuid=abonnement.uuid)
