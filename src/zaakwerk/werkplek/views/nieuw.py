"""Register a zaak at the desk."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.catalogi.models import RolType, ZaakType
from zaakwerk.werkplek.forms import NieuweZaakForm, show_problem
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.zaken import commands, scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor, Target
from zaakwerk.zgw.problems import Problem


@require_http_methods(["GET", "POST"])
@medewerker_view
def nieuwe_zaak(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Registers a zaak with its initiator and first status."""
    form = NieuweZaakForm(startable(actor), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            zaak = register(actor, form.cleaned_data)
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, gettext("De zaak is aangemaakt: %(zaak)s.") % {"zaak": zaak})
            return redirect("werkplek:zaak", zaak.uuid)
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/nieuwe_zaak.html", {"form": form}, status=status)


def startable(actor: Actor) -> QuerySet[ZaakType]:
    """The published zaaktypen, valid today, of which the actor may start a zaak."""
    valid = ZaakType.objects.filter(catalogi.valid_on(clock.today()), concept=False)
    mine = [
        zaaktype.pk
        for zaaktype in valid
        if actor.may(scopes.AANMAKEN, Target("zrc", zaaktype.uuid, zaaktype.identificatie))
    ]
    return valid.filter(pk__in=mine).select_related("catalogus").order_by("omschrijving")


def register(actor: Actor, data: dict[str, Any]) -> Zaak:
    """The zaak, whoever asked for it, and the first step; all or nothing."""
    zaaktype = data["zaaktype"]
    with transaction.atomic():
        zaak = commands.CreateZaak(
            actor=actor,
            zaaktype=zaaktype,
            bronorganisatie=zaaktype.catalogus.rsin,
            verantwoordelijke_organisatie=zaaktype.catalogus.rsin,
            startdatum=clock.today(),
            omschrijving=data["omschrijving"],
            toelichting=data["toelichting"],
        ).run()
        add_people(actor, zaak, data)
        first = catalogi.statustypen_of(zaaktype).first()
        if first is not None:
            commands.SetStatus(actor=actor, zaak=zaak, statustype=first, datum_status_gezet=clock.now()).run()
    return zaak


def add_people(actor: Actor, zaak: Zaak, data: dict[str, Any]) -> None:
    """The initiator when known, and the employee as behandelaar."""
    if data["bsn"] or data["naam"]:
        person = {"inpBsn": data["bsn"], "geslachtsnaam": data["naam"]}
        add_rol(actor, zaak, "initiator", "natuurlijk_persoon", person, gettext("Aanvrager"))
    employee = {"identificatie": actor.gebruiker_id, "achternaam": actor.gebruiker_weergave}
    add_rol(actor, zaak, "behandelaar", "medewerker", employee, gettext("Registreerde de zaak"))


def add_rol(actor: Actor, zaak: Zaak, generiek: str, kind: str, who: dict[str, str], why: str) -> None:
    """A rol of the first roltype with this generic description; a zaaktype without one gets none."""
    roltype = (
        RolType.objects.filter(zaaktype=zaak.zaaktype, omschrijving_generiek=generiek).order_by("id").first()
    )
    if roltype is None:
        return
    commands.CreateRol(
        actor=actor,
        zaak=zaak,
        roltype=roltype,
        betrokkene_type=kind,
        betrokkene_identificatie=who,
        roltoelichting=why,
    ).run()
