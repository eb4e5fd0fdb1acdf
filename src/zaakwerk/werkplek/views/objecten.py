"""Say what a zaak is about, and take that away again."""

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
from django.views.decorators.http import require_http_methods, require_POST

from zaakwerk.catalogi.models import ZaakObjectType
from zaakwerk.werkplek import concepten, herstel, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Zaak, ZaakObject
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


class ObjectForm(forms.Form):
    """A thing in words; one with an identification in a register comes through the API."""

    soort = forms.ChoiceField(label=_("Wat is het voor de zaak?"))
    naam = forms.CharField(
        label=_("Wat is het?"), max_length=100, help_text=_("Bijvoorbeeld: boom, adres, perceel.")
    )
    kenmerk = forms.CharField(
        label=_("Waaraan is het te herkennen?"),
        max_length=200,
        help_text=_("Bijvoorbeeld het adres of het nummer."),
    )

    def __init__(self, kinds: list[ZaakObjectType], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = {str(kind.uuid): kind for kind in kinds}
        field: Any = self.fields["soort"]
        known = [(uuid, kind.relatie_omschrijving) for uuid, kind in self.kinds.items()]
        field.choices = [*known, ("", _("Iets anders"))]
        field.required = False


@require_http_methods(["GET", "POST"])
@concepten.form_view
def koppelen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """A new object."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    kinds = list(ZaakObjectType.objects.filter(zaaktype=bezoek.zaak.zaaktype_id).order_by("id"))
    form = ObjectForm(kinds, request.POST or None)
    blad = concepten.of(request, f"object/{uuid}")
    if request.method == "POST" and form.is_valid():
        try:
            create(bezoek, form)
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            return told(bezoek, gettext("Het object is gekoppeld."))
    blad.fill(form)
    context = {
        "zaak": weergave.zaak_head(bezoek.zaak),
        "form": form,
        "concept": blad,
        "titel": gettext("Object koppelen"),
        "knop": gettext("Koppel het object"),
        "terug": "relaties",
        "reden": bezoek.why_not_write,
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/taak.html", context, status=status)


def create(bezoek: Bezoek, form: ObjectForm) -> None:
    """As an object of a kind of its own, with what identifies it in free data."""
    data = form.cleaned_data
    kind = form.kinds.get(data["soort"])
    commands.CreateObject(
        actor=bezoek.actor,
        zaak=bezoek.zaak,
        object_type="overige",
        object_type_overige=data["naam"],
        object_identificatie={"overigeData": {"kenmerk": data["kenmerk"]}},
        zaakobjecttype=registry.for_model(ZaakObjectType).url_for(kind) if kind else "",
        relatieomschrijving=kind.relatie_omschrijving if kind else data["naam"][:80],
    ).run()


@require_POST
@medewerker_view
def ontkoppelen(request: HttpRequest, actor: Actor, uuid: UUID, ding: UUID) -> HttpResponseBase:
    """Takes an object away."""
    zaak = find_zaak(actor, uuid)
    found = ZaakObject.objects.select_related("zaak__zaaktype").filter(zaak=zaak, uuid=ding).first()
    if found is None:
        raise Http404
    try:
        commands.DestroyObject(actor=actor, instance=found).run()
    except Problem as problem:
        messages.error(request, str(problem))
        return back(zaak)
    return told(Bezoek(request, actor, zaak), gettext("Het object is weggehaald."))


def told(bezoek: Bezoek, words: str) -> HttpResponseBase:
    """Back to the relations, with the offer to take it back."""
    herstel.offer(bezoek.request, bezoek.actor, bezoek.zaak, words)
    messages.success(bezoek.request, words)
    return back(bezoek.zaak)


def back(zaak: Zaak) -> HttpResponseBase:
    """To the relations of the zaak."""
    return redirect(reverse("werkplek:zaak", args=[zaak.uuid]) + "?tab=relaties")
