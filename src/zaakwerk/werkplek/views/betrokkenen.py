"""Give somebody a role in a zaak, give the role to somebody else, and end it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from zaakwerk.basisregistraties import opzoeken
from zaakwerk.basisregistraties.port import OnjuisteVraag
from zaakwerk.catalogi.models import RolType
from zaakwerk.werkplek import concepten, herstel, personen, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.personen import Gekozen
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


class BetrokkeneForm(forms.Form):
    """A role, who gets it, and why."""

    roltype = forms.ModelChoiceField(
        RolType.objects.none(), label=_("Rol"), to_field_name="uuid", empty_label=_("Kies een rol")
    )
    vraag = forms.CharField(
        label=_("Burgerservicenummer, KVK-nummer of naam"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    roltoelichting = forms.CharField(label=_("Toelichting"), max_length=1000, required=False)

    def __init__(self, zaak: Zaak, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["roltype"]
        field.queryset = RolType.objects.filter(zaaktype=zaak.zaaktype_id).order_by("omschrijving")


@require_http_methods(["GET", "POST"])
@concepten.form_view
def toevoegen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """Looks somebody up and gives them a role."""
    return handle(Bezoek(request, actor, find_zaak(actor, uuid)), None)


@require_http_methods(["GET", "POST"])
@concepten.form_view
def vervangen(request: HttpRequest, actor: Actor, uuid: UUID, rol: UUID) -> HttpResponseBase:
    """Gives a role to somebody else: a rol is replaced, never changed; both stay in the history."""
    zaak = find_zaak(actor, uuid)
    return handle(Bezoek(request, actor, zaak), find_rol(zaak, rol))


def find_rol(zaak: Zaak, uuid: UUID) -> Rol:
    """A rol of the zaak."""
    found = Rol.objects.select_related("zaak__zaaktype", "roltype").filter(zaak=zaak, uuid=uuid).first()
    if found is None:
        raise Http404
    return found


def handle(bezoek: Bezoek, former: Rol | None) -> HttpResponseBase:
    """Shows the form, what the source found, and does it once somebody is chosen."""
    request, zaak = bezoek.request, bezoek.zaak
    initial = {"roltype": str(former.roltype.uuid), "roltoelichting": former.roltoelichting} if former else {}
    form = BetrokkeneForm(zaak, request.POST or None, initial=initial)
    context: dict[str, Any] = {"zaak": weergave.zaak_head(zaak), "form": form, "vorige": former}
    chosen = Gekozen.opened(request.POST["keuze"]) if request.POST.get("keuze") else None
    if request.method == "POST" and form.is_valid():
        try:
            if chosen is not None:
                return done(bezoek, give(bezoek, form, chosen, former), former)
            context |= look_up(bezoek, form)
        except OnjuisteVraag as wrong:
            form.add_error("vraag", str(wrong))
        except Problem as problem:
            show_problem(form, problem)
    context["reden"] = bezoek.why_not_write
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/betrokkene.html", context, status=status)


def purpose(zaak: Zaak) -> str:
    """Why a person is looked up."""
    return f"Zaak {zaak.identificatie} ({zaak.zaaktype.identificatie})"


def look_up(bezoek: Bezoek, form: BetrokkeneForm) -> dict[str, Any]:
    """What the source finds; and the choice to go on with what was typed."""
    text = form.cleaned_data["vraag"]
    found = opzoeken.zoek(bezoek.actor, purpose(bezoek.zaak), text)
    return {
        "gezocht": True,
        "gevonden": personen.as_choices(found),
        "zelf": personen.unknown(text) if not found else None,
        "bron": opzoeken.BRON,
    }


def give(bezoek: Bezoek, form: BetrokkeneForm, chosen: Gekozen, former: Rol | None) -> Rol:
    """The new rol; the one it replaces goes in the same transaction."""
    kind, identificatie = personen.identify(bezoek.actor, purpose(bezoek.zaak), chosen)
    roltype = form.cleaned_data["roltype"]
    with transaction.atomic():
        if former is not None:
            commands.DestroyRol(actor=bezoek.actor, instance=former).run()
        return commands.CreateRol(
            actor=bezoek.actor,
            zaak=bezoek.zaak,
            roltype=roltype,
            betrokkene_type=kind,
            betrokkene_identificatie=identificatie,
            roltoelichting=form.cleaned_data["roltoelichting"] or roltype.omschrijving,
        ).run()


def done(bezoek: Bezoek, rol: Rol, former: Rol | None) -> HttpResponseBase:
    """Back to the people; only what was added, not what replaced another, can be taken back."""
    words = gettext("%(naam)s is toegevoegd als %(rol)s.") % {
        "naam": weergave.betrokkene(rol)["naam"],
        "rol": rol.omschrijving,
    }
    if former is None:
        herstel.offer(bezoek.request, bezoek.actor, bezoek.zaak, words)
    else:
        herstel.withdraw(bezoek.request)
    messages.success(bezoek.request, words)
    return back(bezoek.zaak)


@require_http_methods(["GET", "POST"])
@medewerker_view
def beeindigen(request: HttpRequest, actor: Actor, uuid: UUID, rol: UUID) -> HttpResponseBase:
    """Asks first: a role that ended cannot be taken back, it can only be given again."""
    zaak = find_zaak(actor, uuid)
    found = find_rol(zaak, rol)
    bezoek = Bezoek(request, actor, zaak)
    if request.method == "POST":
        try:
            commands.DestroyRol(actor=actor, instance=found).run()
        except Problem as problem:
            messages.error(request, str(problem))
        else:
            herstel.withdraw(request)
            messages.success(request, gettext("De rol is beëindigd."))
        return back(zaak)
    context = {
        "zaak": weergave.zaak_head(zaak),
        "betrokkene": weergave.betrokkene(found),
        "reden": bezoek.why_not_write,
    }
    return render(request, "werkplek/betrokkene_beeindigen.html", context)


def back(zaak: Zaak) -> HttpResponseBase:
    """To the people of the zaak."""
    return redirect(reverse("werkplek:zaak", args=[zaak.uuid]) + "?tab=betrokkenen")
