"""Record a besluit in a zaak."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from zaakwerk.werkplek import besluitform, concepten, weergave
from zaakwerk.werkplek.besluitform import BesluitForm
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_http_methods(["GET", "POST"])
@concepten.form_view
def vastleggen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """A new besluit, with the document of the dossier that lays it down."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    blad = concepten.of(request, f"besluit/{uuid}")
    form = form_of(bezoek)
    if request.method == "POST" and form.is_valid():
        try:
            besluit = besluitform.record(bezoek, form.cleaned_data)
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            messages.success(request, besluitform.told(besluit))
            return redirect(reverse("werkplek:zaak", args=[uuid]) + "?tab=besluiten")
    blad.fill(form)
    kinds, papers = form.fields["besluittype"].queryset, form.fields["document"].queryset  # type: ignore[attr-defined]
    sent = (form.is_bound and getattr(form, "cleaned_data", {}).get("verzenddatum")) or clock.today()
    context = {
        "zaak": weergave.zaak_head(bezoek.zaak),
        "form": form,
        "concept": blad,
        "reden": besluitform.why_not(bezoek),
        "termijnen": besluitform.terms_of(kinds, sent),
        "verzonden": date_format(sent, "j F Y"),
        "soorten": sorted({name for kind in kinds for name in kind.informatieobjecttypen}),
        "heeft_stukken": papers.exists(),
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/besluit.html", context, status=status)


def form_of(bezoek: Bezoek) -> BesluitForm:
    """The form; what is known already is filled in: today, and a choice of one."""
    kinds, today = besluitform.kinds_of(bezoek.zaak), clock.today()
    papers = besluitform.papers_for(bezoek, list(kinds))
    initial: dict[str, Any] = {"datum": today, "ingangsdatum": today}
    initial |= {
        name: rows[0].uuid for name, rows in (("besluittype", kinds), ("document", papers)) if len(rows) == 1
    }
    return BesluitForm(kinds, papers, bezoek.request.POST or None, initial=initial)
