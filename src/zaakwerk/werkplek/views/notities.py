"""Write, change, finish and remove notes about a zaak."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zaakwerk.werkplek import concepten, herstel, versies, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.onderdelen import notities
from zaakwerk.werkplek.onderdelen.notities import NotitieForm
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Zaak, ZaakNotitie
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem

FIELDS = ("onderwerp", "tekst")


@require_http_methods(["GET", "POST"])
@concepten.form_view
def schrijven(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """A new note; it can be changed until it is made definitief."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    blad = concepten.of(request, notities.sleutel(bezoek))
    form = NotitieForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.CreateNotitie(
                actor=actor,
                zaak=bezoek.zaak,
                aangemaakt_door=actor.gebruiker_weergave,
                **{name: form.cleaned_data[name] for name in FIELDS},
            ).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            return told(request, actor, bezoek.zaak, gettext("De notitie is bewaard."))
    blad.fill(form)
    return shown(bezoek, form, blad, gettext("Notitie schrijven"))


@require_http_methods(["GET", "POST"])
@concepten.form_view
def wijzigen(request: HttpRequest, actor: Actor, uuid: UUID, notitie: UUID) -> HttpResponseBase:
    """Changes an own note, makes it definitief, or removes it."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    found = own_note(bezoek, notitie)
    blad = concepten.of(request, f"notitie/{uuid}/{notitie}")
    if request.POST.get("doe") == "verwijder":
        commands.DestroyNotitie(actor=actor, instance=found).run()
        blad.done()
        return told(request, actor, bezoek.zaak, gettext("De notitie is verwijderd."))
    initial = {name: getattr(found, name) for name in FIELDS}
    form = NotitieForm(request.POST or None, initial={**initial, "versie": versies.stamp(initial)})
    context: dict[str, Any] = {"notitie": found}
    if request.method == "POST" and form.is_valid():
        try:
            change(actor, found, form, definitief=request.POST.get("doe") == "definitief")
        except versies.Conflict as conflict:
            context["botsingen"] = conflict.botsingen
            form.add_error(None, str(conflict))
            versies.renew(form, versies.stamp({name: getattr(found, name) for name in FIELDS}))
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            return told(request, actor, bezoek.zaak, gettext("De notitie is bewaard."))
    blad.fill(form)
    return shown(bezoek, form, blad, gettext("Notitie wijzigen"), **context)


def own_note(bezoek: Bezoek, uuid: UUID) -> ZaakNotitie:
    """A note of the zaak that the actor may change; 403 with the reason when not."""
    found = ZaakNotitie.objects.select_related("zaak__zaaktype").filter(zaak=bezoek.zaak, uuid=uuid).first()
    if found is None:
        raise Http404
    if not notities.is_mine(bezoek, found, notities.written_by(bezoek)):
        raise PermissionDenied(
            gettext("Een notitie wijzigt alleen wie haar schreef, en alleen zolang zij niet definitief is.")
        )
    return found


def change(actor: Actor, notitie: ZaakNotitie, form: NotitieForm, *, definitief: bool) -> None:
    """Saves what was changed; the text that a second tab changed meanwhile is not overwritten."""
    sent = {name: form.cleaned_data[name] for name in FIELDS}
    labels = {name: str(form.fields[name].label) for name in FIELDS}
    stamp = versies.read(form.cleaned_data["versie"])

    def still_the_same() -> None:
        notitie.refresh_from_db(fields=FIELDS)
        now = {name: getattr(notitie, name) for name in FIELDS}
        versies.Vergelijking(stamp, sent, now).refuse(labels.__getitem__, lambda _name, text: text)

    changes = {**sent, **({"status": "definitief"} if definitief else {})}
    commands.UpdateNotitie(actor=actor, instance=notitie, changes=changes).execute(still_the_same)


def told(request: HttpRequest, actor: Actor, zaak: Zaak, words: str) -> HttpResponseBase:
    """Back to the notes, with the offer to take it back."""
    herstel.offer(request, actor, zaak, words)
    messages.success(request, words)
    return redirect(reverse("werkplek:zaak", args=[zaak.uuid]) + "?tab=notities")


def shown(
    bezoek: Bezoek, form: NotitieForm, blad: concepten.Blad, titel: str, **more: Any
) -> HttpResponseBase:
    """The page of one note."""
    context = {
        "zaak": weergave.zaak_head(bezoek.zaak),
        "form": form,
        "concept": blad,
        "titel": titel,
        "reden": bezoek.why_not_note,
        **more,
    }
    status = 409 if "botsingen" in more else 400 if form.is_bound and not form.is_valid() else 200
    return render(bezoek.request, "werkplek/notitie.html", context, status=status)
