"""Toegang to one zaak: asking for it, and deciding about what colleagues ask."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zaakwerk.autorisaties.commands import (
    AskToegang,
    DecideToegang,
    ShieldZaak,
    WithdrawZaakrecht,
    may_decide,
)
from zaakwerk.autorisaties.models import Medewerker, Zaakrecht
from zaakwerk.werkplek import verzoeken, weergave
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.inlogforms import AfschermForm, BesluitForm, ToegangForm
from zaakwerk.werkplek.toegang import behandelt, decide, find_zaak, medewerker_view, what_to_tell
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem

USUAL = timedelta(days=14)


@require_http_methods(["GET", "POST"])
@medewerker_view
def vragen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Asks to see a zaak until a day; who can see it already goes there."""
    zaak = Zaak.objects.select_related("zaaktype").filter(uuid=uuid).first()
    if zaak is None:
        raise Http404
    if decide(actor, "lezen", zaak).toegestaan:
        return redirect("werkplek:zaak", uuid)
    form = ToegangForm(request.POST or None, initial={"tot": clock.today() + USUAL})
    if request.method == "POST" and form.is_valid():
        user: Any = request.user
        try:
            target = queries.target_of(zaak)
            AskToegang(actor=actor, zaak=target, medewerker=user, **form.cleaned_data).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            words = gettext("Uw verzoek is verstuurd. Als het is toegekend, kunt u de zaak openen.")
            messages.success(request, words)
            return redirect("werkplek:start")
    is_shielded = actor.is_denied(queries.target_of(zaak))
    context = {"form": form, **({} if is_shielded else what_to_tell(zaak))}
    return render(request, "werkplek/toegang_vragen.html", context, status=400 if form.errors else 200)


@require_safe
@medewerker_view
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What colleagues ask of whom may decide it."""
    found = verzoeken.open_requests(actor)
    return render(request, "werkplek/toegangsverzoeken.html", {"verzoeken": found})


@require_http_methods(["GET", "POST"])
@medewerker_view
def beslissen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Gives the access or refuses it."""
    found = verzoeken.find(actor, uuid)
    form = BesluitForm(request.POST or None, initial={"tot": found.recht.tot})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            DecideToegang(
                actor=actor,
                instance=found.recht,
                zaak=queries.target_of(found.zaak),
                behandelt=found.behandelt,
                is_toegekend=data["besluit"] == "ja",
                tot=data["tot"],
                toelichting=data["toelichting"],
            ).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, outcome(found, data))
            return redirect("werkplek:toegangsverzoeken")
    context = {"verzoek": found, "form": form}
    return render(request, "werkplek/toegang_beslissen.html", context, status=400 if form.errors else 200)


def outcome(found: verzoeken.Verzoek, data: dict[str, Any]) -> str:
    """What was decided, in a sentence."""
    words = {"naam": str(found.recht.medewerker), "dag": date_format(data["tot"], "j F Y")}
    if data["besluit"] == "ja":
        return gettext("%(naam)s kan de zaak zien tot en met %(dag)s.") % words
    return gettext("%(naam)s krijgt geen toegang.") % words


@require_http_methods(["GET", "POST"])
@medewerker_view
def wie(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Who has an exception for this zaak, and shielding it from a colleague."""
    zaak = find_zaak(actor, uuid)
    reden = may_decide(actor, queries.target_of(zaak), behandelt(actor, zaak))
    form = AfschermForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            shield(actor, zaak, **form.cleaned_data)
        except Problem as problem:
            show_problem(form, problem)
        else:
            words = gettext("De zaak is afgeschermd voor %(naam)s.")
            messages.success(request, words % {"naam": form.cleaned_data["medewerker"]})
            return redirect("werkplek:toegang_zaak", uuid)
    rechten = Zaakrecht.objects.select_related("medewerker").filter(zaak=uuid, staat=Zaakrecht.GELDT)
    context = {
        "zaak": weergave.zaak_head(zaak),
        "rechten": rechten.order_by("id"),
        "form": form,
        "reden": reden,
    }
    return render(request, "werkplek/toegang_zaak.html", context, status=400 if form.errors else 200)


def shield(actor: Actor, zaak: Zaak, medewerker: Medewerker, reden: str) -> Zaakrecht:
    """Keeps a colleague out of a zaak."""
    handles = behandelt(actor, zaak)
    target = queries.target_of(zaak)
    return ShieldZaak(actor=actor, zaak=target, behandelt=handles, medewerker=medewerker, reden=reden).run()


@require_POST
@medewerker_view
def intrekken(request: HttpRequest, actor: Actor, uuid: UUID, recht: UUID) -> HttpResponse:
    """Ends an access or a shield."""
    zaak = find_zaak(actor, uuid)
    found = get_object_or_404(Zaakrecht, uuid=recht, zaak=uuid, staat=Zaakrecht.GELDT)
    handles, target = behandelt(actor, zaak), queries.target_of(zaak)
    WithdrawZaakrecht(actor=actor, zaak=target, behandelt=handles, instance=found).run()
    messages.success(request, gettext("Dit geldt niet meer."))
    return redirect("werkplek:toegang_zaak", uuid)
