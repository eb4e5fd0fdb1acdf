"""Set the next status."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader.frame import Frame
from zaakwerk.werkplek import weergave
from zaakwerk.werkplek.forms import StatusForm, show_problem
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zaken import commands
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_http_methods(["GET", "POST"])
@medewerker_view
def zet_status(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Shows the likely next steps and sets the chosen one."""
    zaak = find_zaak(actor, uuid)
    frame = Frame(zaak)
    steps = catalogi.statustypen_of(zaak.zaaktype)
    likely = frame.following[:2]
    initial = {"statustype": str(likely[0].uuid)} if likely else {}
    form = StatusForm(steps, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            status = commands.SetStatus(
                actor=actor,
                zaak=zaak,
                statustype=form.cleaned_data["statustype"],
                datum_status_gezet=clock.now(),
                statustoelichting=form.cleaned_data["toelichting"],
            ).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(
                request, gettext("De status is gezet: %(status)s.") % {"status": status.statustype}
            )
            return redirect("werkplek:zaak", uuid)
    likely_ids = {step.pk for step in likely}
    context = {
        "zaak": weergave.zaak_head(zaak),
        "steps": weergave.steps(frame),
        "form": form,
        "volgende": [option(frame, step, step is likely[0]) for step in likely],
        "overige": [option(frame, step, False) for step in frame.steps if step.pk not in likely_ids],
        "afhandelen_url": reverse("werkplek:afhandelen", args=[uuid]) if not zaak.is_closed else "",
    }
    return render(
        request, "werkplek/status.html", context, status=200 if form.is_valid() or not form.is_bound else 400
    )


def option(frame: Frame, step: StatusType, is_next: bool) -> dict[str, Any]:
    """A step as a choice; the last one asks for a resultaat first."""
    lacks_resultaat = frame.ends_with(step) and not hasattr(frame.zaak, "resultaat")
    return {
        "waarde": str(step.uuid),
        "titel": step.omschrijving,
        "tekst": step.toelichting,
        "kenmerk": gettext("volgende stap") if is_next else "",
        "reden": gettext("De zaak heeft nog geen resultaat. Kies ‘Handel de zaak af’.")
        if lacks_resultaat
        else "",
    }
