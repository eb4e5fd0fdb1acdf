"""Teams and roles: the list, one of them, making and changing one; giving and taking away a role."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zaakwerk.autorisaties.commands import DestroyGroep, GiveToekenning, SaveGroep, TakeToekenning
from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning
from zaakwerk.beheer.mensenforms import GroepForm, ToekenningForm, show_problem
from zaakwerk.beheer.rollen import roles_of
from zaakwerk.beheer.toegang import operator_view
from zaakwerk.beheer.views.medewerkers import find, page_of_form
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Problem

LINES = 20


@require_safe
@operator_view
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every team with how many are in it."""
    found = Groep.objects.annotate(
        aantal_leden=Count("leden", distinct=True), aantal_rollen=Count("toekenningen", distinct=True)
    )
    return render(request, "beheer/groepen.html", {"groepen": found.order_by("naam")})


@require_safe
@operator_view
def detail(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """One team: its members, what they may by it, and what changed."""
    groep = get_object_or_404(Groep, uuid=uuid)
    found = groep.toekenningen.select_related("groep", "medewerker").order_by("id")
    context = {
        "groep": groep,
        "leden": groep.leden.order_by("last_name", "first_name", "username"),
        "rollen": roles_of(found),
        "logboek": AuditRegel.objects.filter(hoofd_uuid=uuid).order_by("-id")[:LINES],
    }
    return render(request, "beheer/groep.html", context)


@require_http_methods(["GET", "POST"])
@operator_view
def nieuw(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Makes a team."""
    return edit(request, actor, None)


@require_http_methods(["GET", "POST"])
@operator_view
def wijzigen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Name and members."""
    return edit(request, actor, get_object_or_404(Groep, uuid=uuid))


def edit(request: HttpRequest, actor: Actor, groep: Groep | None) -> HttpResponse:
    """The page of a team as it becomes."""
    known = {"naam": groep.naam, "claim": groep.claim, "leden": groep.leden.all()} if groep else {}
    form = GroepForm(request.POST if request.method == "POST" else None, initial=known)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        leden = [*data["leden"], *(groep.leden.filter(is_active=False) if groep else ())]
        try:
            saved = SaveGroep(
                actor=actor, instance=groep, naam=data["naam"], claim=data["claim"], leden=leden
            ).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, gettext("De groep is opgeslagen."))
            return redirect("beheer:groep", saved.uuid)
    titel = gettext("%(naam)s wijzigen") % {"naam": groep} if groep else gettext("Nieuwe groep")
    context = {"form": form, "titel": titel, "knop": gettext("Sla op")}
    return page_of_form(request, context, "groep" if groep else "groepen", *([groep.uuid] if groep else []))


@require_http_methods(["GET", "POST"])
@operator_view
def verwijderen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Removes a team after a question."""
    groep = get_object_or_404(Groep, uuid=uuid)
    if request.method == "POST":
        try:
            DestroyGroep(actor=actor, instance=groep).run()
        except Problem as problem:
            messages.error(request, str(problem))
            return redirect("beheer:groep", uuid)
        messages.success(request, gettext("Groep %(naam)s is verwijderd.") % {"naam": groep})
        return redirect("beheer:groepen")
    context = {
        "face": "beheer",
        "titel": gettext("Groep %(naam)s verwijderen?") % {"naam": groep},
        "gevolgen": [gettext("De leden blijven medewerker; alleen het team verdwijnt.")],
        "knop": gettext("Verwijder groep"),
        "gevaarlijk": True,
        "terug_url": "./",
    }
    return render(request, "design/confirm.html", context)


@require_http_methods(["GET", "POST"])
@operator_view
def rol_voor_medewerker(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Gives a person a role."""
    return give(request, actor, find(uuid), "medewerker")


@require_http_methods(["GET", "POST"])
@operator_view
def rol_voor_groep(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Gives a team a role."""
    return give(request, actor, get_object_or_404(Groep, uuid=uuid), "groep")


def give(request: HttpRequest, actor: Actor, subject: Medewerker | Groep, kind: str) -> HttpResponse:
    """The page of a role to give."""
    form = ToekenningForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        whose: dict[str, Any] = {kind: subject}
        try:
            GiveToekenning(actor=actor, **whose, **form.values()).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, gettext("De rol is gegeven en geldt meteen."))
            return redirect(f"beheer:{kind}", subject.uuid)
    titel = gettext("Rol geven aan %(naam)s") % {"naam": subject}
    context = {"form": form, "titel": titel, "knop": gettext("Geef de rol")}
    return page_of_form(request, context, kind, subject.uuid)


@require_http_methods(["GET", "POST"])
@operator_view
def rol_weg(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Takes a role away after a question."""
    related = Toekenning.objects.select_related("medewerker", "groep")
    toekenning = get_object_or_404(related, uuid=uuid)
    kind = "medewerker" if toekenning.medewerker else "groep"
    subject: Any = toekenning.medewerker or toekenning.groep
    if request.method == "POST":
        try:
            TakeToekenning(actor=actor, instance=toekenning).run()
        except Problem as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, gettext("De rol is weggehaald."))
        return redirect(f"beheer:{kind}", subject.uuid)
    words = {"rol": toekenning.get_rol_display(), "naam": subject}
    context = {
        "face": "beheer",
        "titel": gettext("Rol %(rol)s van %(naam)s weghalen?") % words,
        "gevolgen": [gettext("Wat alleen door deze rol mocht, mag meteen niet meer.")],
        "knop": gettext("Haal weg"),
        "gevaarlijk": True,
        "terug_url": reverse(f"beheer:{kind}", args=[subject.uuid]),
    }
    return render(request, "design/confirm.html", context)
