"""Fill in and change the fields of a zaak."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from zaakwerk.werkplek import concepten, gegevens, herstel, versies, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.werkplek.versies import Conflict
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_http_methods(["GET", "POST"])
@concepten.form_view
def wijzigen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """Shows every field; saves those that were sent and changed."""
    zaak = find_zaak(actor, uuid)
    blad = concepten.of(request, f"gegevens/{uuid}")
    form = form_of(zaak, request)
    context: dict[str, Any] = {"zaak": weergave.zaak_head(zaak), "form": form, "concept": blad}
    if request.method == "POST" and form.is_valid():
        try:
            changed = gegevens.save(actor, zaak, form)
        except Conflict as conflict:
            context["botsingen"] = conflict.botsingen
            form.add_error(None, str(conflict))
            versies.renew(form, gegevens.Gegevens(zaak).stamp(form.fields))
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            tell(request, actor, zaak, changed)
            return redirect("werkplek:zaak", uuid)
    if not form.is_bound:
        gegevens.restore(form, blad)
    context["reden"] = Bezoek(request, actor, zaak).why_not_write
    return render(request, "werkplek/gegevens.html", context, status=status_of(form, context))


def status_of(form: gegevens.GegevensForm, context: dict[str, Any]) -> int:
    """409 for a conflict, 400 for what is wrong."""
    if "botsingen" in context:
        return 409
    return 400 if form.is_bound and not form.is_valid() else 200


def form_of(zaak: Zaak, request: HttpRequest) -> gegevens.GegevensForm:
    """Everything to look at; of what was sent only the fields that were on the form."""
    found = gegevens.Gegevens(zaak)
    if request.method != "POST":
        return gegevens.GegevensForm(found, found.eigenschappen, own=True)
    sent = gegevens.fields_in(found, request.POST)
    return gegevens.GegevensForm(found, sent, request.POST, own="omschrijving" in request.POST)


def tell(request: HttpRequest, actor: Actor, zaak: Zaak, changed: int) -> None:
    """Says what was saved; a single change can be taken back."""
    if not changed:
        messages.info(request, gettext("Er was niets gewijzigd."))
        return
    words = ngettext("%(n)s gegeven is bewaard.", "%(n)s gegevens zijn bewaard.", changed) % {"n": changed}
    if changed == 1:
        herstel.offer(request, actor, zaak, words)
    else:
        herstel.withdraw(request)
    messages.success(request, words)
