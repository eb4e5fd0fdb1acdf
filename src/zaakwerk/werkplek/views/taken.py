"""Give somebody a task in a zaak, and finish one."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.catalogi import queries as catalogi
from zaakwerk.kader.commands import CompleteTaak, CreateTaak
from zaakwerk.kader.models import Taak
from zaakwerk.werkplek import concepten, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


class TaakForm(forms.Form):
    """A task."""

    naam = forms.CharField(label=_("Wat moet er gebeuren?"), max_length=200)
    toelichting = forms.CharField(
        label=_("Toelichting"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    medewerker = forms.ModelChoiceField(
        Medewerker.objects.none(), label=_("Voor wie"), required=False, empty_label=_("Nog niemand")
    )
    groep = forms.ModelChoiceField(
        Groep.objects.none(), label=_("Voor welk team"), required=False, empty_label=_("Geen team")
    )
    uiterlijk = forms.DateField(
        label=_("Uiterlijk klaar op"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    verplicht_voor = forms.ChoiceField(label=_("Klaar vóór de stap"), required=False)

    def __init__(self, zaak: Zaak, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people, teams, steps = (self.fields[name] for name in ("medewerker", "groep", "verplicht_voor"))
        people.queryset = Medewerker.objects.filter(is_active=True).order_by("first_name", "last_name")  # type: ignore[attr-defined]
        teams.queryset = Groep.objects.order_by("naam")  # type: ignore[attr-defined]
        names = [step.omschrijving for step in catalogi.statustypen_of(zaak.zaaktype)]
        steps.choices = [("", _("Niet nodig voor een stap")), *((name, name) for name in names)]  # type: ignore[attr-defined]


class AfrondForm(forms.Form):
    """What came of a task."""

    uitkomst = forms.CharField(
        label=_("Wat is eruit gekomen?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "POST"])
@concepten.form_view
def nieuw(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """A new task."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    form = TaakForm(bezoek.zaak, request.POST or None)
    blad = concepten.of(request, f"taak/{uuid}")
    if request.method == "POST" and form.is_valid():
        try:
            CreateTaak(actor=actor, zaak=bezoek.zaak, **form.cleaned_data).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            return done(bezoek, blad, gettext("De taak is uitgezet."))
    blad.fill(form)
    return shown(bezoek, form, blad, gettext("Taak uitzetten"), gettext("Zet de taak uit"))


@require_http_methods(["GET", "POST"])
@concepten.form_view
def afronden(request: HttpRequest, actor: Actor, uuid: UUID, taak: UUID) -> HttpResponseBase:
    """Finishes a task with what came of it."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    found = Taak.objects.select_related("zaak__zaaktype").filter(zaak=bezoek.zaak, uuid=taak).first()
    if found is None:
        raise Http404
    form = AfrondForm(request.POST or None)
    blad = concepten.of(request, f"taak/{uuid}/{taak}")
    if request.method == "POST" and form.is_valid():
        try:
            CompleteTaak(actor=actor, instance=found, uitkomst=form.cleaned_data["uitkomst"]).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            return done(bezoek, blad, gettext("De taak is afgerond."))
    blad.fill(form)
    return shown(bezoek, form, blad, found.naam, gettext("Rond de taak af"))


def done(bezoek: Bezoek, blad: concepten.Blad, words: str) -> HttpResponseBase:
    """Back to the tasks."""
    blad.done()
    messages.success(bezoek.request, words)
    return redirect(reverse("werkplek:zaak", args=[bezoek.zaak.uuid]) + "?tab=taken")


def shown(bezoek: Bezoek, form: forms.Form, blad: concepten.Blad, titel: str, knop: str) -> HttpResponseBase:
    """The page of one task."""
    context = {
        "zaak": weergave.zaak_head(bezoek.zaak),
        "form": form,
        "concept": blad,
        "titel": titel,
        "knop": knop,
        "reden": bezoek.why_not_write,
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(bezoek.request, "werkplek/taak.html", context, status=status)
