"""Close a zaak: choose the outcome, see what it means for the archive, done."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.werkplek import concepten, versies, weergave
from zaakwerk.werkplek.bewaren import Voorspelling
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import AfhandelForm, show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.problems import Invalid, Problem, Violation

# Where a reason not to close is mended: a section of the dossier.
PLACES = {
    "informatieobject-locked": "documenten",
    "indicatiegebruiksrecht-unset": "documenten",
    "deelzaken-not-closed": "relaties",
    "deelzaak-resultaat-does-not-exist": "relaties",
    "hoofdzaak-closed": "relaties",
}


@require_http_methods(["GET", "POST"])
@concepten.form_view
def afhandelen(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """Shows why the zaak cannot be closed yet, or closes it with the chosen outcome."""
    zaak = find_zaak(actor, uuid)
    if zaak.is_closed:
        messages.info(request, gettext("De zaak is al afgehandeld."))
        return redirect("werkplek:zaak", uuid)
    chosen = getattr(zaak, "resultaat", None)
    initial = {"versie": versies.stamp(current(zaak))}
    if chosen:
        initial["resultaattype"] = str(chosen.resultaattype.uuid)
    form = AfhandelForm(zaak.zaaktype, request.POST or None, initial=initial)
    blad = concepten.of(request, f"afhandelen/{uuid}")
    if request.method == "POST" and form.is_valid():
        try:
            close(actor, zaak, form)
        except Problem as problem:
            show_problem(form, problem)
        else:
            blad.done()
            kind = form.cleaned_data["resultaattype"]
            messages.success(request, gettext("De zaak is afgehandeld: %(resultaat)s.") % {"resultaat": kind})
            return redirect("werkplek:zaak", uuid)
    blad.fill(form)
    context = {
        "zaak": weergave.zaak_head(zaak),
        "form": form,
        "concept": blad,
        "resultaten": outcomes(zaak, chosen),
        "belemmeringen": blocks(Bezoek(request, actor, zaak)),
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/afhandelen.html", context, status=status)


def current(zaak: Zaak) -> dict[str, str]:
    """What is closed upon: the status and the resultaat the page showed."""
    chosen = getattr(zaak, "resultaat", None)
    return {"status": str(zaak.status_id or ""), "resultaat": str(chosen.pk if chosen else "")}


def close(actor: Actor, zaak: Zaak, form: AfhandelForm) -> None:
    """Closes it, unless a colleague moved it on since the page was read."""
    stamp = versies.read(form.cleaned_data["versie"])
    kind, toelichting = form.cleaned_data["resultaattype"], form.cleaned_data["toelichting"]
    with transaction.atomic():
        lock_row(zaak, "zaaktype")
        now = {name: versies.digest(value) for name, value in current(zaak).items()}
        if any(stamp.get(name, value) != value for name, value in now.items()):
            words = gettext("Een collega heeft de zaak intussen verder gezet. Kijk of uw keuze nog past.")
            raise Invalid([Violation("conflict", words)])
        commands.close_zaak(actor, zaak, kind, clock.now(), toelichting)


def outcomes(zaak: Zaak, chosen: Any) -> list[dict[str, Any]]:
    """The outcomes as choices; once a resultaat is registered the others say why they cannot be chosen."""
    found = ResultaatType.objects.filter(zaaktype=zaak.zaaktype).order_by("omschrijving")
    taken = gettext("De zaak heeft al een ander resultaat.")
    ahead = Voorspelling(zaak)
    return [
        {
            "waarde": str(kind.uuid),
            "titel": kind.omschrijving,
            "tekst": kind.toelichting,
            "gevolg": ahead.in_words(kind),
            "reden": taken if chosen and chosen.resultaattype_id != kind.pk else "",
        }
        for kind in found
    ]


def blocks(bezoek: Bezoek) -> list[dict[str, Any]]:
    """Why closing is not possible yet, in sentences, each with the way to where it is mended."""
    found = commands.why_not_close(bezoek.actor, bezoek.zaak, clock.now())
    dossier = reverse("werkplek:zaak", args=[bezoek.zaak.uuid])
    rows: list[dict[str, Any]] = [{"tekst": bezoek.why_not_write}] if bezoek.why_not_write else []
    for violation in found:
        row: dict[str, Any] = {"tekst": violation.reason, "code": violation.code}
        if violation.code in PLACES:
            place = PLACES[violation.code]
            row |= {"url": f"{dossier}?tab={place}", "actie": gettext("Ga ernaartoe")}
        rows.append(row)
    return rows
