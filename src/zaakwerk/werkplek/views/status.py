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
from zaakwerk.werkplek import concepten, herstel, versies, weergave
from zaakwerk.werkplek.forms import StatusForm, show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Status, Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Invalid, Problem, Violation


@require_http_methods(["GET", "POST"])
@concepten.form_view
def zet_status(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Shows the likely next steps and sets the chosen one."""
    zaak = find_zaak(actor, uuid)
    frame = Frame(zaak)
    steps = catalogi.statustypen_of(zaak.zaaktype)
    likely = frame.following[:2]
    initial = {"statustype": str(likely[0].uuid)} if likely else {}
    initial["versie"] = versies.stamp(current(zaak))
    form = StatusForm(steps, request.POST or None, initial=initial)
    blad = concepten.of(request, f"status/{uuid}")
    if request.method == "POST" and form.is_valid():
        try:
            status = set_status(actor, zaak, form)
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            words = gettext("De status is gezet: %(status)s.") % {"status": status.statustype}
            herstel.offer(request, actor, zaak, words)
            messages.success(request, words)
            return redirect("werkplek:zaak", uuid)
    blad.fill(form)
    likely_ids = {step.pk for step in likely}
    context = {
        "zaak": weergave.zaak_head(zaak),
        "steps": weergave.steps(frame),
        "form": form,
        "concept": blad,
        "volgende": [option(frame, step, step is likely[0]) for step in likely],
        "overige": [option(frame, step, False) for step in frame.steps if step.pk not in likely_ids],
        "afhandelen_url": reverse("werkplek:afhandelen", args=[uuid]) if not zaak.is_closed else "",
    }
    return render(
        request, "werkplek/status.html", context, status=200 if form.is_valid() or not form.is_bound else 400
    )


def current(zaak: Zaak) -> dict[str, str]:
    """What a status is set upon: the status the page showed."""
    return {"status": str(zaak.status_id or "")}


def set_status(actor: Actor, zaak: Zaak, form: StatusForm) -> Status:
    """Sets it, unless a colleague set another one since the page was read."""
    stamp = versies.read(form.cleaned_data["versie"])

    def still_the_same() -> None:
        now = versies.digest(current(zaak)["status"])
        if stamp.get("status", now) != now:
            words = gettext(
                "Een collega heeft intussen de status ‘%(status)s’ gezet. Kijk of uw stap nog past."
            )
            shown = zaak.status.statustype.omschrijving if zaak.status else ""
            raise Invalid([Violation("conflict", words % {"status": shown}, "statustype")])

    command = commands.SetStatus(
        actor=actor,
        zaak=zaak,
        statustype=form.cleaned_data["statustype"],
        datum_status_gezet=clock.now(),
        statustoelichting=form.cleaned_data["toelichting"],
    )
    return command.execute(still_the_same)[0]


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
