"""Search: one box over zaken and people, narrowed by facets; numbers of people travel in no address."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from zaakwerk.werkplek import papieren, regels, zoeking
from zaakwerk.werkplek.lijsten import LijstForm
from zaakwerk.werkplek.opdracht import OpdrachtForm, pop_undo
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.werkplek.views.werkvoorraad import as_csv, vrager_of
from zaakwerk.werkvoorraad import kolommen, queries, rijen, uitvoer
from zaakwerk.werkvoorraad.models import BewaardeLijst
from zaakwerk.werkvoorraad.queries import Vrager
from zaakwerk.werkvoorraad.zoeken import personen, treffers, vraag
from zaakwerk.werkvoorraad.zoeken.vraag import Vraag
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw.actors import Actor

PAGE_SIZE = 50
USUAL = ("zaaktype", "status", "initiator", "behandelaar")


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker_view
def zoeken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What was asked; a question that is sent goes into the address, unless it is somebody's number."""
    if request.method == "POST":
        return asked(request, actor)
    question = vraag.read(request.GET)
    if personen.is_number(question.q):
        return render(request, "werkplek/zoeken.html", number_in_address(question))
    vrager = vrager_of(request, actor)
    return render(request, "werkplek/zoeken.html", results(request, vrager, question))


def asked(request: HttpRequest, actor: Actor) -> HttpResponse:
    """From the box to the address of the answer; a number becomes the person it belongs to."""
    question = vraag.read(request.POST)
    if not personen.is_number(question.q):
        return redirect(f"{reverse('werkplek:zoeken')}?{question.address}")
    rol = personen.by_number(actor, question.q)
    if rol is None:
        return render(request, "werkplek/zoeken.html", nobody())
    found = replace(question, q="", betrokkene=rol.uuid)
    return redirect(f"{reverse('werkplek:zoeken')}?{found.address}")


def nobody() -> dict[str, Any]:
    """Nobody with that number has a part in a zaak one may see."""
    words = gettext("Er is geen zaak die je mag zien met iemand met dit nummer. Klopt het nummer?")
    return {"vraag": Vraag(), "melding": (gettext("Niemand gevonden met dit nummer"), words)}


def number_in_address(question: Vraag) -> dict[str, Any]:
    """A number of a person that somebody put in an address is not looked for."""
    words = gettext("Een BSN of KVK-nummer hoort niet in een adres. Vul het hierboven in en kies Zoek.")
    return {"vraag": replace(question, q=""), "melding": (gettext("Zoek een nummer met het zoekvak"), words)}


def results(request: HttpRequest, vrager: Vrager, question: Vraag) -> dict[str, Any]:
    """What the page shows: people, zaken, facets, and how to go on."""
    found = treffers.first_found(vrager.actor, question)
    shown = found[: treffers.CAP]
    page: Any = Paginator([one.pk for one in shown], PAGE_SIZE).get_page(request.GET.get("page"))
    page.object_list = regels.regels(in_order(list(page.object_list)), vrager)
    lijst, person = list_of(request, vrager), personen.known(vrager.actor, question.betrokkene)
    voorkeur = kolommen.chosen_by(vrager.medewerker)
    facets = zoeking.Facetten(
        question, treffers.facets(shown), treffers.names_of(zoeking.usernames(question))
    )
    return {
        "vraag": question,
        "page": page,
        "is_meer": len(found) > treffers.CAP,
        "maximum": treffers.CAP,
        "personen": people(question, [one.pk for one in shown]),
        "papieren": papieren.found(vrager.actor, question) if page.number == 1 else [],
        "persoon_naam": name_of(person) if person else "",
        "facetten": facets.groups(),
        "chips": facets.chips(),
        "verruim": zoeking.wider(vrager.actor, question, facets) if not shown else None,
        "kolommen": regels.columns(voorkeur, shown_in(lijst, voorkeur)),
        "voorkeur": voorkeur,
        "alle_kolommen": kolommen.KOLOMMEN,
        "sorteer": question.sorteer or treffers.USUAL_ORDER,
        "acties": True,
        "opdracht": OpdrachtForm(vrager),
        "lijst": lijst,
        "bewaar": LijstForm(vrager, auto_id="bewaar_%s"),
        "export_url": f"{reverse('werkplek:zoeken_export')}?{question.address}",
        "tabs": regels.tabs(vrager, str(lijst.uuid)) if lijst else (),
        "ongedaan": pop_undo(request),
    }


def shown_in(lijst: BewaardeLijst | None, voorkeur: kolommen.Voorkeur) -> Sequence[str]:
    """The columns of the list, else as chosen, else the few that fit beside the facets."""
    if lijst is not None and lijst.kolommen:
        columns: Sequence[str] = lijst.kolommen
        return columns
    return voorkeur.kolommen if voorkeur.is_chosen else USUAL


def people(question: Vraag, zaken: Sequence[int]) -> list[dict[str, Any]]:
    """The people whose name is asked for, each with the way to their zaken."""
    if not question.q:
        return []
    return [
        {
            "naam": found.naam,
            "rol": found.rol.omschrijving,
            "aantal": len(found.zaken),
            "url": f"{reverse('werkplek:zoeken')}?{Vraag(betrokkene=found.rol.uuid).address}",
        }
        for found in personen.by_name(question.q, zaken)
    ]


def in_order(pks: list[int]) -> list[Any]:
    """The zaken of a page, in the order in which they were found."""
    zaken = {zaak.pk: zaak for zaak in rijen.with_parts(treffers.page_of(pks))}
    return [zaken[pk] for pk in pks if pk in zaken]


def list_of(request: HttpRequest, vrager: Vrager) -> BewaardeLijst | None:
    """The saved list that is shown, if the reader may see it."""
    uuid = vraag.uuid_or_none(request.GET.get("lijst", ""))
    return queries.lists_for(vrager.medewerker).filter(uuid=uuid).first() if uuid else None


@require_safe
@medewerker_view
def export(request: HttpRequest, actor: Actor) -> StreamingHttpResponse:
    """Everything that answers the question as CSV, also past what the page shows."""
    question = vraag.read(request.GET)
    question = replace(question, q="") if personen.is_number(question.q) else question
    return as_csv(uitvoer.csv_of(treffers.find(actor, question)), "zaken")
