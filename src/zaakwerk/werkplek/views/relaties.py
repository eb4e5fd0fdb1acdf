"""Link a zaak to another one, and take such a link away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from zaakwerk.werkplek import herstel, versies, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.onderdelen import relaties
from zaakwerk.werkplek.onderdelen.relaties import HOOFDZAAK, RelatieForm
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_http_methods(["GET", "POST"])
@medewerker_view
def koppelen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """Looks for a zaak by number; one that fits is linked at once, of several one is chosen."""
    bezoek = Bezoek(request, actor, find_zaak(actor, uuid))
    form = RelatieForm(request.POST or None)
    found: list[Zaak] = []
    if request.method == "POST" and form.is_valid():
        found = relaties.candidates(bezoek, form.cleaned_data["nummer"].strip())
        chosen = [other for other in found if len(found) == 1 or str(other.uuid) == request.POST.get("zaak")]
        if not found:
            form.add_error("nummer", gettext("Geen zaak met dit nummer die u mag zien."))
        elif chosen:
            try:
                link(actor, bezoek.zaak, chosen[0], form.cleaned_data["aard"])
            except Problem as problem:
                show_problem(form, problem)
            else:
                return told(request, actor, bezoek.zaak, gettext("Zaak %(zaak)s is gekoppeld."), chosen[0])
    context = {
        "zaak": weergave.zaak_head(bezoek.zaak),
        "form": form,
        "gevonden": [relaties.row(other) for other in found],
        "reden": bezoek.why_not_write,
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/relatie.html", context, status=status)


def link(actor: Actor, zaak: Zaak, other: Zaak, aard: str) -> None:
    """Makes the other the hoofdzaak, or one of the relevante andere zaken."""
    if aard == HOOFDZAAK:
        commands.UpdateZaak(actor=actor, instance=zaak, changes={"hoofdzaak": other}).run()
        return
    url = registry.for_model(Zaak).url_for(other)
    kept = [found for found in zaak.relevante_andere_zaken if found["url"] != url]
    changes: dict[str, Any] = {"relevante_andere_zaken": [*kept, {"url": url, "aardRelatie": aard}]}
    commands.UpdateZaak(actor=actor, instance=zaak, changes=changes).run()


@require_POST
@medewerker_view
def ontkoppelen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """Takes one link away: the hoofdzaak, or the related zaak with this mark."""
    zaak = find_zaak(actor, uuid)
    which = request.POST.get("welke", "")
    try:
        commands.UpdateZaak(actor=actor, instance=zaak, changes=without(zaak, which)).run()
    except Problem as problem:
        messages.error(request, str(problem))
        return back(zaak)
    return told(request, actor, zaak, gettext("De koppeling is weggehaald."))


def without(zaak: Zaak, which: str) -> dict[str, Any]:
    """The change that takes a link away; 404 for one that is not there."""
    if which == HOOFDZAAK:
        return {"hoofdzaak": None}
    links = list(zaak.relevante_andere_zaken)
    kept = [found for found in links if versies.digest(str(found["url"])) != which]
    if len(kept) == len(links):
        raise Http404
    return {"relevante_andere_zaken": kept}


def told(
    request: HttpRequest, actor: Actor, zaak: Zaak, words: str, other: Zaak | None = None
) -> HttpResponseBase:
    """Back to the relations, with the offer to take it back."""
    sentence = words % {"zaak": other} if other else words
    herstel.offer(request, actor, zaak, sentence)
    messages.success(request, sentence)
    return back(zaak)


def back(zaak: Zaak) -> HttpResponseBase:
    """To the relations of the zaak."""
    return redirect(reverse("werkplek:zaak", args=[zaak.uuid]) + "?tab=relaties")
