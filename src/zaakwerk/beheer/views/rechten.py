"""Rights of an applicatie: choosing a component, adding a right, changing one, taking one away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zaakwerk.autorisaties.commands import UpdateApplicatie
from zaakwerk.autorisaties.models import Applicatie
from zaakwerk.autorisaties.register import SCOPES
from zaakwerk.autorisaties.shapes import COMPONENTS
from zaakwerk.beheer import rechten, typen
from zaakwerk.beheer.forms import RechtForm, show_problem
from zaakwerk.beheer.toegang import find_applicatie, operator_view
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_safe
@operator_view
def kies(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Which component the new right is about; the next page has its scopes."""
    components = [
        {"code": code, "naam": COMPONENTS[code], "woorden": list(SCOPES[code].values())} for code in SCOPES
    ]
    context = {"applicatie": find_applicatie(uuid), "components": components}
    return render(request, "beheer/recht_kies.html", context)


@require_http_methods(["GET", "POST"])
@operator_view
def toevoegen(request: HttpRequest, actor: Actor, uuid: UUID, component: str) -> HttpResponse:
    """Adds a right on a component."""
    if component not in SCOPES:
        raise Http404
    applicatie = find_applicatie(uuid)
    form = RechtForm(component, request.POST if request.method == "POST" else None)
    return edit(request, actor, applicatie, component, form, None)


@require_http_methods(["GET", "POST"])
@operator_view
def wijzigen(request: HttpRequest, actor: Actor, uuid: UUID, merk: str) -> HttpResponse:
    """Changes a right in its place."""
    applicatie = find_applicatie(uuid)
    old = find(applicatie, merk)
    initial = {
        "scopes": list(old.inhoud["scopes"]),
        "waarvoor": old.keuze,
        "level": old.inhoud.get(rechten.LEVEL_KEY, ""),
    }
    known = typen.flat(typen.choices_for(old.component)) if old.component in typen.KINDS else {}
    extra = (old.keuze, old.waarvoor(known)) if old.keuze and old.keuze not in known else None
    data = request.POST if request.method == "POST" else None
    form = RechtForm(old.component, data, initial=initial, extra=extra)
    return edit(request, actor, applicatie, old.component, form, old)


def find(applicatie: Applicatie, merk: str) -> rechten.Recht:
    """The right with this mark; 404 when it was changed or removed meanwhile."""
    found = next((recht for recht in rechten.of(applicatie) if recht.merk == merk), None)
    if found is None:
        raise Http404
    return found


def edit(
    request: HttpRequest,
    actor: Actor,
    applicatie: Applicatie,
    component: str,
    form: RechtForm,
    old: rechten.Recht | None,
) -> HttpResponse:
    """The page of one right; when it is right, both lists as they become."""
    if form.is_valid():
        data: dict[str, Any] = form.cleaned_data
        new = rechten.make(component, data["scopes"], data.get("waarvoor", ""), data.get("level", ""))
        changes = rechten.changes(applicatie, old, new)
        try:
            UpdateApplicatie(
                actor=actor, instance=applicatie, changes={**changes, "heeft_alle_autorisaties": False}
            ).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, gettext("Het recht is opgeslagen."))
            return redirect("beheer:applicatie", applicatie.uuid)
    context = {"form": form, "applicatie": applicatie, "api": COMPONENTS[component], "is_nieuw": old is None}
    return render(request, "beheer/recht.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@operator_view
def verwijderen(request: HttpRequest, actor: Actor, uuid: UUID, merk: str) -> HttpResponse:
    """Takes a right away after a question."""
    applicatie = find_applicatie(uuid)
    old = find(applicatie, merk)
    if request.method == "POST":
        try:
            changes = rechten.changes(applicatie, old, None)
            UpdateApplicatie(actor=actor, instance=applicatie, changes=changes).run()
        except Problem as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, gettext("Het recht is weggehaald."))
        return redirect("beheer:applicatie", uuid)
    context = {
        "face": "beheer",
        "titel": gettext("Recht op de %(api)s weghalen?") % {"api": old.api},
        "tekst": ", ".join(old.woorden),
        "gevolgen": [gettext("De applicatie mag dit meteen niet meer.")],
        "knop": gettext("Haal weg"),
        "gevaarlijk": True,
        "terug_url": "../../",
    }
    return render(request, "design/confirm.html", context)
