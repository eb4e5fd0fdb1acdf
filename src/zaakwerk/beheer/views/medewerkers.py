"""People: the list, one of them, and adding, changing and deactivating them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from zaakwerk.autorisaties import tweede_factor
from zaakwerk.autorisaties.accounts import toekenningen_of
from zaakwerk.autorisaties.commands import (
    CreateMedewerker,
    EndSessions,
    ResetSecondFactor,
    SetActive,
    SetPassword,
    UpdateMedewerker,
)
from zaakwerk.autorisaties.models import Medewerker, TweedeFactor
from zaakwerk.beheer.mensenforms import (
    MedewerkerForm,
    NieuweMedewerkerForm,
    WachtwoordForm,
    ZoekForm,
    show_problem,
)
from zaakwerk.beheer.rollen import roles_of
from zaakwerk.beheer.toegang import operator_view
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Problem

PAGE, LINES = 50, 20
STATES = {"": Q(is_active=True), "uit": Q(is_active=False), "alle": Q()}


def find(uuid: UUID) -> Medewerker:
    """The employee; 404 when unknown."""
    return get_object_or_404(Medewerker, uuid=uuid)


@require_safe
@operator_view
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everybody by name, with their teams, second factor and last sign-in."""
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    staat = request.GET.get("staat", "")
    named = Q(username__icontains=asked) | Q(first_name__icontains=asked) | Q(last_name__icontains=asked)
    found = Medewerker.objects.filter(STATES.get(staat, STATES[""]), named if asked else Q())
    ordered = found.order_by("last_name", "first_name", "username").prefetch_related("groepen")
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    people = list(page.object_list)
    factors = TweedeFactor.objects.filter(medewerker__in=people).values_list("medewerker_id", flat=True)
    context = {
        "page": page,
        "mensen": people,
        "met_factor": set(factors),
        "form": ZoekForm({"q": asked, "staat": staat}),
        "gefilterd": bool(asked or staat),
    }
    return render(request, "beheer/medewerkers.html", context)


@require_safe
@operator_view
def detail(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """One employee: what they may and through what, how they sign in, and what changed."""
    medewerker = find(uuid)
    found = toekenningen_of(medewerker).select_related("medewerker", "groep").order_by("id")
    context = {
        "medewerker": medewerker,
        "groepen": list(medewerker.groepen.order_by("naam")),
        "rollen": roles_of(found),
        "factor": tweede_factor.of(medewerker),
        "logboek": AuditRegel.objects.filter(hoofd_uuid=uuid).order_by("-id")[:LINES],
        "is_zelf": medewerker.username == actor.gebruiker_id,
    }
    return render(request, "beheer/medewerker.html", context)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@operator_view
def nieuw(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Adds an employee; a role follows on their page."""
    form = NieuweMedewerkerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        groepen = list(data.pop("groepen"))
        try:
            with transaction.atomic():
                made = CreateMedewerker(actor=actor, **data).run()
                UpdateMedewerker(actor=actor, instance=made, groepen=groepen).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            words = gettext("%(naam)s is toegevoegd. Geef nu een rol, als die niet van een team komt.")
            messages.success(request, words % {"naam": made})
            return redirect("beheer:medewerker", made.uuid)
    context = {"form": form, "titel": gettext("Nieuwe medewerker"), "knop": gettext("Voeg medewerker toe")}
    return page_of_form(request, context, "medewerkers")


def page_of_form(request: HttpRequest, context: dict[str, Any], back: str, *args: Any) -> HttpResponse:
    """A page with one form; what is wrong makes it a 400."""
    status = 400 if context["form"].errors else 200
    shown = {**context, "terug": f"beheer:{back}", "terug_arg": args[0] if args else None}
    return render(request, "beheer/formulier.html", shown, status=status)


@require_http_methods(["GET", "POST"])
@operator_view
def wijzigen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Name, address and teams."""
    medewerker = find(uuid)
    names = ("first_name", "last_name", "email")
    initial = {name: getattr(medewerker, name) for name in names} | {"groepen": medewerker.groepen.all()}
    form = MedewerkerForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        groepen = list(data.pop("groepen"))
        UpdateMedewerker(actor=actor, instance=medewerker, changes=data, groepen=groepen).run()
        messages.success(request, gettext("De medewerker is gewijzigd."))
        return redirect("beheer:medewerker", uuid)
    titel = gettext("%(naam)s wijzigen") % {"naam": medewerker}
    return page_of_form(
        request, {"form": form, "titel": titel, "knop": gettext("Sla op")}, "medewerker", uuid
    )


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@operator_view
def wachtwoord(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """A new password for somebody."""
    medewerker = find(uuid)
    form = WachtwoordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            SetPassword(actor=actor, instance=medewerker, **form.cleaned_data).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, gettext("Het wachtwoord is vervangen."))
            return redirect("beheer:medewerker", uuid)
    titel = gettext("Wachtwoord van %(naam)s vervangen") % {"naam": medewerker}
    return page_of_form(
        request, {"form": form, "titel": titel, "knop": gettext("Vervang wachtwoord")}, "medewerker", uuid
    )


def confirmed(
    name: str, make: Callable[[Actor, Medewerker], Any], describe: Callable[[Medewerker], dict[str, Any]]
) -> Callable[..., Any]:
    """A view that asks first and then runs a command on an employee."""

    @require_http_methods(["GET", "POST"])
    @operator_view
    def view(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
        medewerker = find(uuid)
        words = describe(medewerker)
        if request.method == "POST":
            try:
                make(actor, medewerker).run()
            except Problem as problem:
                messages.error(request, str(problem))
            else:
                messages.success(request, words["klaar"])
            return redirect("beheer:medewerker", uuid)
        return render(request, "design/confirm.html", {"face": "beheer", "terug_url": "./", **words})

    view.__name__ = name
    return view


def deactivating(medewerker: Medewerker) -> dict[str, Any]:
    """The question before somebody may no longer sign in."""
    return {
        "titel": gettext("%(naam)s uitzetten?") % {"naam": medewerker},
        "gevolgen": [
            gettext("Inloggen kan meteen niet meer, ook niet via de organisatie."),
            gettext("Lopende sessies eindigen nu."),
            gettext("Wat deze medewerker deed, blijft in de dossiers staan."),
        ],
        "knop": gettext("Zet uit"),
        "gevaarlijk": True,
        "klaar": gettext("%(naam)s kan niet meer inloggen.") % {"naam": medewerker},
    }


def activating(medewerker: Medewerker) -> dict[str, Any]:
    """The question before somebody may sign in again."""
    return {
        "titel": gettext("%(naam)s weer aanzetten?") % {"naam": medewerker},
        "gevolgen": [gettext("De rollen en teams gelden dan weer zoals ze nu zijn. Controleer ze.")],
        "knop": gettext("Zet aan"),
        "klaar": gettext("%(naam)s kan weer inloggen.") % {"naam": medewerker},
    }


def resetting(medewerker: Medewerker) -> dict[str, Any]:
    """The question before a second factor goes."""
    return {
        "titel": gettext("Tweede stap van %(naam)s weghalen?") % {"naam": medewerker},
        "tekst": gettext("Controleer eerst dat u echt met deze collega spreekt."),
        "gevolgen": [
            gettext("De app en de herstelcodes van deze medewerker werken niet meer."),
            gettext("Lopende sessies eindigen nu."),
            gettext("Wie rechten beheert, stelt bij het inloggen een nieuwe tweede stap in."),
        ],
        "knop": gettext("Haal weg"),
        "gevaarlijk": True,
        "klaar": gettext("De tweede stap is weggehaald."),
    }


def signing_out(medewerker: Medewerker) -> dict[str, Any]:
    """The question before every session of somebody ends."""
    return {
        "titel": gettext("%(naam)s overal uitloggen?") % {"naam": medewerker},
        "gevolgen": [gettext("Wat nog niet is opgeslagen, kan verloren gaan.")],
        "knop": gettext("Log overal uit"),
        "klaar": gettext("%(naam)s is overal uitgelogd.") % {"naam": medewerker},
    }


uitzetten = confirmed("uitzetten", lambda a, m: SetActive(actor=a, instance=m, is_active=False), deactivating)
aanzetten = confirmed("aanzetten", lambda a, m: SetActive(actor=a, instance=m, is_active=True), activating)
factor_weg = confirmed("factor_weg", lambda a, m: ResetSecondFactor(actor=a, instance=m), resetting)
uitloggen = confirmed("uitloggen", lambda a, m: EndSessions(actor=a, instance=m), signing_out)
