"""Close a zaak: choose the outcome, see what it means for the archive, done."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.kader.stand import Keuze
from zaakwerk.werkplek import afsluiten, concepten, versies, weergave
from zaakwerk.werkplek.bewaren import Voorspelling
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.forms import AfhandelForm, show_problem
from zaakwerk.werkplek.toegang import find_zaak
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.problems import Invalid, Problem, Violation


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
    bezoek = Bezoek(request, actor, zaak)
    keuze = afsluiten.closing_move(bezoek)
    form = AfhandelForm(zaak.zaaktype, request.POST or None, initial=initial)
    if keuze is None or not keuze.reden_verplicht:
        del form.fields["reden"]
    blad = concepten.of(request, f"afhandelen/{uuid}")
    if request.method == "POST" and form.is_valid():
        try:
            close(bezoek, keuze, form)
        except Problem as problem:
            show_problem(form, problem)
            versies.renew(form, versies.stamp(current(zaak)))
            bezoek = Bezoek(request, actor, zaak)
            keuze = afsluiten.closing_move(bezoek)
        else:
            blad.done()
            kind = form.cleaned_data["resultaattype"]
            messages.success(request, gettext("De zaak is afgehandeld: %(resultaat)s.") % {"resultaat": kind})
            return redirect("werkplek:zaak", uuid)
    blad.fill(form, but={"versie"})
    context = {
        "zaak": weergave.zaak_head(zaak),
        "form": form,
        "concept": blad,
        "resultaten": outcomes(bezoek, chosen),
        "belemmeringen": afsluiten.blocks(bezoek, keuze),
        "controle": afsluiten.in_order(keuze),
    }
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/afhandelen.html", context, status=status)


def current(zaak: Zaak) -> dict[str, str]:
    """What is closed upon: the status and the resultaat the page showed."""
    chosen = getattr(zaak, "resultaat", None)
    return {"status": str(zaak.status_id or ""), "resultaat": str(chosen.pk if chosen else "")}


def close(bezoek: Bezoek, keuze: Keuze | None, form: AfhandelForm) -> None:
    """Closes it, unless a colleague moved it on since the page was read."""
    stamp = versies.read(form.cleaned_data["versie"])
    if keuze is None:
        raise Invalid([Violation("invalid", afsluiten.blocks(bezoek, keuze)[0]["tekst"])])
    with transaction.atomic():
        lock_row(bezoek.zaak, "zaaktype")
        now = {name: versies.digest(value) for name, value in current(bezoek.zaak).items()}
        if any(stamp.get(name, value) != value for name, value in now.items()):
            words = gettext("Een collega heeft de zaak intussen verder gezet. Kijk of uw keuze nog past.")
            raise Invalid([Violation("conflict", words)])
        afsluiten.close(bezoek, keuze, form.cleaned_data)


def outcomes(bezoek: Bezoek, chosen: Any) -> list[dict[str, Any]]:
    """The outcomes as choices with what each means and still asks; once one is registered it stays."""
    found = ResultaatType.objects.filter(zaaktype=bezoek.zaak.zaaktype).order_by("omschrijving")
    taken = gettext("De zaak heeft al een ander resultaat.")
    ahead, missing = Voorspelling(bezoek.zaak), afsluiten.missing_for(bezoek)
    return [
        {
            "waarde": str(kind.uuid),
            "titel": kind.omschrijving,
            "tekst": kind.toelichting,
            "gevolg": ahead.in_words(kind),
            "reden": taken
            if chosen and chosen.resultaattype_id != kind.pk
            else missing.get(str(kind.uuid), ""),
        }
        for kind in found
    ]
