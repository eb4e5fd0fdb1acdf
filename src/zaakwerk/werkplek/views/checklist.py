"""Answer the checklist of the next step."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from zaakwerk.werkplek import checklist, concepten, herstel, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.werkplek.versies import Conflict
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_http_methods(["GET", "POST"])
@concepten.form_view
def beantwoorden(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """The questions as a page of their own, and where the form in the dossier is sent to."""
    zaak = find_zaak(actor, uuid)
    bezoek = Bezoek(request, actor, zaak)
    step = bezoek.frame.next
    if step is None or not checklist.items_of(step):
        messages.info(request, gettext("De volgende stap heeft geen checklist."))
        return redirect("werkplek:zaak", uuid)
    blad = concepten.of(request, checklist.sleutel(zaak, step))
    form = checklist.ChecklistForm(step, checklist.answers_of(zaak, step), request.POST or None)
    context: dict[str, Any] = {"zaak": weergave.zaak_head(zaak), "form": form, "concept": blad}
    if request.method == "POST" and form.is_valid():
        try:
            changed = checklist.save(actor, zaak, step, form)
        except Conflict as conflict:
            context["botsingen"] = conflict.botsingen
            form = checklist.ChecklistForm(step, checklist.answers_of(zaak, step))
            context["form"] = form
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            words = ngettext("%(n)s antwoord is bewaard.", "%(n)s antwoorden zijn bewaard.", changed)
            messages.success(request, words % {"n": changed})
            if changed == 1:
                herstel.offer(request, actor, zaak, words % {"n": changed})
            return redirect("werkplek:zaak", uuid)
    blad.fill(form)
    context |= {"reden": bezoek.why_not_write, "stap": step.omschrijving}
    status = 409 if "botsingen" in context else 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/checklist.html", context, status=status)
