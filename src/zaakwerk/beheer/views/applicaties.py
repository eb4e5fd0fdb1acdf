"""Applicaties: the list, one of them, and making, changing and removing it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zaakwerk.autorisaties.commands import CreateApplicatie, DestroyApplicatie, UpdateApplicatie
from zaakwerk.autorisaties.models import Applicatie
from zaakwerk.beheer import rechten, typen
from zaakwerk.beheer.forms import ApplicatieForm, NieuweApplicatieForm, ZoekForm, show_problem
from zaakwerk.beheer.toegang import find_applicatie, operator_view
from zaakwerk.beheer.views.clients import give_secret, refuse_odd_name, show_secret
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem

PAGE = 50


@require_safe
@operator_view
def start(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What there is to manage."""
    return render(request, "beheer/start.html")


@require_safe
@operator_view
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every applicatie by name."""
    asked = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    wanted = Q(label__icontains=asked) | Q(clients__client_id__icontains=asked) if asked else Q()
    found = Applicatie.objects.filter(wanted).distinct().order_by("label", "id")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    rows = [{"applicatie": found, "aantal": len(rechten.of(found))} for found in page.object_list]
    context = {"page": page, "regels": rows, "form": ZoekForm({"q": asked}), "gefilterd": bool(asked)}
    return render(request, "beheer/applicaties.html", context)


@require_safe
@operator_view
def detail(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """One applicatie: its client ids and its rights."""
    applicatie = find_applicatie(uuid)
    found = rechten.of(applicatie)
    known = labels([recht.component for recht in found])
    rows = [{"recht": recht, "waarvoor": recht.waarvoor(known.get(recht.component, {}))} for recht in found]
    clients = list(applicatie.clients.order_by("client_id"))
    context = {"applicatie": applicatie, "rechten": rows, "clients": clients, "een_client": len(clients) == 1}
    return render(request, "beheer/applicatie.html", context)


def labels(components: list[str]) -> dict[str, dict[str, str]]:
    """What rights on these components can be about, in words."""
    return {code: typen.flat(typen.choices_for(code)) for code in set(components) if code in typen.KINDS}


@require_http_methods(["GET", "POST"])
@operator_view
def nieuw(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Makes an applicatie with one client id, and shows its secret once."""
    form = NieuweApplicatieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            applicatie, secret = make(actor, form.cleaned_data)
        except Problem as problem:
            show_problem(form, problem)
        else:
            return show_secret(request, applicatie, form.cleaned_data["client_id"], secret)
    status = 400 if form.errors else 200
    return render(request, "beheer/applicatie_nieuw.html", {"form": form}, status=status)


def make(actor: Actor, data: dict[str, Any]) -> tuple[Applicatie, str]:
    """The applicatie, and the secret of its client id; both or neither."""
    refuse_odd_name(data["client_id"])
    is_all = data["rechten"] == "alles"
    first = [] if is_all else [rechten.make("ztc", ["catalogi.lezen"], "", "").inhoud]
    with transaction.atomic():
        applicatie = CreateApplicatie(
            actor=actor,
            label=data["label"],
            client_ids=[data["client_id"]],
            heeft_alle_autorisaties=is_all,
            autorisaties=first,
        ).run()
        return applicatie, give_secret(actor, applicatie.clients.get())


@require_http_methods(["GET", "POST"])
@operator_view
def wijzigen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Name, and whether it may everything."""
    applicatie = find_applicatie(uuid)
    names = ("label", "heeft_alle_autorisaties", "alleen_is_gereed_voor_publicatie")
    form = ApplicatieForm(request.POST or None, initial={name: getattr(applicatie, name) for name in names})
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        if changes["heeft_alle_autorisaties"]:
            changes |= {rechten.GEWOON: [], rechten.RUIM: []}
        elif applicatie.heeft_alle_autorisaties:
            changes |= {rechten.GEWOON: [rechten.make("ztc", ["catalogi.lezen"], "", "").inhoud]}
        try:
            UpdateApplicatie(actor=actor, instance=applicatie, changes=changes).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, gettext("De applicatie is gewijzigd."))
            return redirect("beheer:applicatie", uuid)
    context = {"form": form, "applicatie": applicatie}
    return render(request, "beheer/applicatie_wijzigen.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@operator_view
def verwijderen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Removes an applicatie after a question."""
    applicatie = find_applicatie(uuid)
    if request.method == "POST":
        DestroyApplicatie(actor=actor, instance=applicatie).run()
        messages.success(request, gettext("De applicatie %(naam)s is verwijderd.") % {"naam": applicatie})
        return redirect("beheer:applicaties")
    context = {
        "face": "beheer",
        "titel": gettext("Applicatie %(naam)s verwijderen?") % {"naam": applicatie},
        "gevolgen": [
            gettext("De client-id's van de applicatie mogen meteen niets meer."),
            gettext("De rechten van de applicatie zijn weg en komen niet terug."),
        ],
        "knop": gettext("Verwijder applicatie"),
        "gevaarlijk": True,
        "terug_url": "./",
    }
    return render(request, "design/confirm.html", context)
