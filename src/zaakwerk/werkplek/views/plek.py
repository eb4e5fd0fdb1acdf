"""Say where a zaak is about, change that, or take it away."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zaakwerk.werkplek import concepten, herstel, kaart, plek, versies, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.zaken import commands
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.problems import Invalid, Problem, Violation


class PlekForm(forms.Form):
    """The place as text."""

    plek = forms.CharField(
        label=_("Waar gaat de zaak over?"),
        required=False,
        max_length=plek.MOST_CHARACTERS,
        help_text=_(
            "Schrijf de coördinaten van een punt, eerst noorderbreedte, dan oosterlengte: 52.5504, 5.2181. "
            "Of plak GeoJSON van een vorm. Laat leeg om de plek weg te halen."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false", "autocomplete": "off"}),
    )
    versie = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_plek(self) -> dict[str, Any] | None:
        """The geometry."""
        try:
            return plek.read(self.cleaned_data["plek"])
        except plek.GeenPlek as wrong:
            raise forms.ValidationError(str(wrong)) from None


@require_http_methods(["GET", "POST"])
@concepten.form_view
def wijzigen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """The place of a zaak, as two numbers or a shape."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    blad = concepten.of(request, f"plek/{uuid}")
    now = plek.written(bezoek.zaak.zaakgeometrie)
    form = PlekForm(request.POST or None, initial={"plek": now, "versie": versies.stamp({"plek": now})})
    if request.method == "POST" and form.is_valid():
        try:
            change(bezoek, form)
        except Problem as problem:
            show_problem(form, problem)
            versies.renew(form, versies.stamp({"plek": plek.written(bezoek.zaak.zaakgeometrie)}))
        else:
            blad.done()
            return told(bezoek, form)
    blad.fill(form, but={"versie"})
    context = {
        "zaak": weergave.zaak_head(bezoek.zaak),
        "form": form,
        "concept": blad,
        "kaart": kaart.draw(bezoek.zaak.zaakgeometrie),
        "reden": bezoek.why_not_write,
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/plek.html", context, status=status)


def change(bezoek: Bezoek, form: PlekForm) -> None:
    """Writes the place, unless a colleague changed it since the page was read."""
    stamp = versies.read(form.cleaned_data["versie"])
    with transaction.atomic():
        lock_row(bezoek.zaak, "zaaktype")
        now = versies.digest(plek.written(bezoek.zaak.zaakgeometrie))
        if stamp.get("plek", now) != now:
            words = gettext("Een collega heeft de plek intussen gewijzigd. Op de kaart staat wat er nu is.")
            raise Invalid([Violation("conflict", words, "plek")])
        changes = {"zaakgeometrie": form.cleaned_data["plek"]}
        commands.UpdateZaak(actor=bezoek.actor, instance=bezoek.zaak, changes=changes).run()


def told(bezoek: Bezoek, form: PlekForm) -> HttpResponseBase:
    """Back to the place, with the offer to take it back."""
    is_there = form.cleaned_data["plek"] is not None
    words = gettext("De plek is bewaard.") if is_there else gettext("De plek is weggehaald.")
    herstel.offer(bezoek.request, bezoek.actor, bezoek.zaak, words)
    messages.success(bezoek.request, words)
    return redirect(reverse("werkplek:zaak", args=[bezoek.zaak.uuid]) + "?tab=relaties")
