"""Close a zaak: choose the outcome, see what it means for the archive, done."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.werkplek import weergave
from zaakwerk.werkplek.forms import AfhandelForm, show_problem
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.werkplek.woorden import bewaring_in_words
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_http_methods(["GET", "POST"])
@medewerker_view
def afhandelen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Shows why the zaak cannot be closed yet, or closes it with the chosen outcome."""
    zaak = find_zaak(actor, uuid)
    if zaak.is_closed:
        messages.info(request, gettext("De zaak is al afgehandeld."))
        return redirect("werkplek:zaak", uuid)
    chosen = getattr(zaak, "resultaat", None)
    initial = {"resultaattype": str(chosen.resultaattype.uuid)} if chosen else {}
    form = AfhandelForm(zaak.zaaktype, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            toelichting = form.cleaned_data["toelichting"]
            kind = form.cleaned_data["resultaattype"]
            commands.close_zaak(actor, zaak, kind, clock.now(), toelichting)
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, gettext("De zaak is afgehandeld: %(resultaat)s.") % {"resultaat": kind})
            return redirect("werkplek:zaak", uuid)
    context = {
        "zaak": weergave.zaak_head(zaak),
        "form": form,
        "resultaten": outcomes(zaak, chosen),
        "belemmeringen": blocks(actor, zaak),
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/afhandelen.html", context, status=status)


def outcomes(zaak: Zaak, chosen: Any) -> list[dict[str, Any]]:
    """The outcomes as choices; once a resultaat is registered the others say why they cannot be chosen."""
    found = ResultaatType.objects.filter(zaaktype=zaak.zaaktype).order_by("omschrijving")
    taken = gettext("De zaak heeft al een ander resultaat.")
    return [
        {
            "waarde": str(kind.uuid),
            "titel": kind.omschrijving,
            "tekst": kind.toelichting,
            "gevolg": bewaring_in_words(kind),
            "reden": taken if chosen and chosen.resultaattype_id != kind.pk else "",
        }
        for kind in found
    ]


def blocks(actor: Actor, zaak: Zaak) -> list[dict[str, Any]]:
    """Why closing is not possible yet, in sentences."""
    found = commands.why_not_close(actor, zaak, clock.now())
    return [{"tekst": violation.reason, "code": violation.code} for violation in found]
