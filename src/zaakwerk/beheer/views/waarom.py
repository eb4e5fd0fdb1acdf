"""Waarom (niet)? The decision for a medewerker, an action and a zaak, again and with every reason."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from zaakwerk.autorisaties.mag import REGELS
from zaakwerk.autorisaties.uitleg_mensen import leg_uit_medewerker
from zaakwerk.beheer.mensenforms import WaaromForm
from zaakwerk.beheer.toegang import operator_view
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor


@require_safe
@operator_view
def waarom(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The question as a form in the address, so that an answer can be shared and asked again."""
    is_asked = "zaak" in request.GET
    form = WaaromForm(request.GET) if is_asked else WaaromForm(initial=request.GET.dict())
    answer = explain(form) if is_asked and form.is_valid() else None
    return render(request, "beheer/waarom.html", {"form": form, "antwoord": answer})


def explain(form: WaaromForm) -> dict[str, Any] | None:
    """The decision and what led to it; None when there is no such zaak. Tells of the zaak its number only."""
    asked = form.cleaned_data
    zaak = Zaak.objects.select_related("zaaktype").filter(identificatie=asked["zaak"].strip()).first()
    if zaak is None:
        form.add_error("zaak", gettext("Er is geen zaak met dit nummer."))
        return None
    target = queries.target_of(zaak)
    besluit, oordelen = leg_uit_medewerker(asked["wie"], asked["actie"], target, zaak.is_closed)
    regel = REGELS.get(besluit.regel, "")
    return {
        "besluit": besluit,
        "regel": gettext(regel) if regel else "",
        "oordelen": oordelen,
        "zaaktype": zaak.zaaktype.omschrijving,
        "is_gesloten": zaak.is_closed,
    }
