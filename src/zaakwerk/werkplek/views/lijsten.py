"""Saved lists: keep a question, rename, share and remove it; and how somebody wants to see lists."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zaakwerk.werkplek import regels
from zaakwerk.werkplek.forms import show_problem
from zaakwerk.werkplek.lijsten import LijstForm, initial_of, reach_words
from zaakwerk.werkplek.opdracht import way_back
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.werkplek.views.werkvoorraad import vrager_of
from zaakwerk.werkvoorraad import commands, kolommen, queries
from zaakwerk.werkvoorraad.models import BewaardeLijst
from zaakwerk.werkvoorraad.zoeken import personen, vraag
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem


@require_safe
@medewerker_view
def lijsten(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every list the employee sees."""
    vrager = vrager_of(request, actor)
    found = [
        {
            "lijst": lijst,
            "url": regels.list_url(lijst),
            "voor": reach_words(lijst),
            "is_eigen": lijst.eigenaar_id == vrager.medewerker.pk,
        }
        for lijst in queries.lists_for(vrager.medewerker)
    ]
    return render(request, "werkplek/lijsten.html", {"lijsten": found})


@require_POST
@medewerker_view
def bewaar(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keeps the question of the search page with the columns that are shown."""
    vrager, back = vrager_of(request, actor), way_back(request)
    form = LijstForm(vrager, request.POST)
    question = vraag.read(request.POST)
    if not form.is_valid() or personen.is_number(question.q):
        messages.error(request, gettext("Geef de lijst een naam van hoogstens 60 tekens."))
        return redirect(back)
    try:
        made = commands.SaveList(
            actor=actor,
            medewerker=vrager.medewerker,
            naam=form.cleaned_data["naam"],
            vraag=question.address,
            kolommen=tuple(request.POST.getlist("kolom")),
            **form.sharing(),
        ).run()
    except Problem as problem:
        messages.error(request, str(problem))
        return redirect(back)
    messages.success(request, gettext("De lijst is bewaard: %(naam)s.") % {"naam": made})
    return redirect(regels.list_url(made))


def own(request: HttpRequest, actor: Actor, uuid: UUID) -> BewaardeLijst:
    """A list the employee sees; whether they may change it is for the command to say."""
    found = queries.lists_for(vrager_of(request, actor).medewerker).filter(uuid=uuid).first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@medewerker_view
def wijzig(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Another name, or other people who see the list."""
    vrager, lijst = vrager_of(request, actor), own(request, actor, uuid)
    form = LijstForm(vrager, request.POST or None, initial=initial_of(lijst))
    if request.method == "POST" and form.is_valid():
        try:
            commands.UpdateList(
                actor=actor,
                medewerker=vrager.medewerker,
                lijst=lijst,
                naam=form.cleaned_data["naam"],
                **form.sharing(),
            ).run()
        except Problem as problem:
            show_problem(form, problem)
        else:
            messages.success(request, gettext("De lijst is gewijzigd."))
            return redirect("werkplek:lijsten")
    status = 400 if form.is_bound and not form.is_valid() else 200
    return render(request, "werkplek/lijst.html", {"lijst": lijst, "form": form}, status=status)


@require_POST
@medewerker_view
def verwijder(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Removes a list; the zaken stay."""
    vrager, lijst = vrager_of(request, actor), own(request, actor, uuid)
    try:
        commands.DestroyList(actor=actor, medewerker=vrager.medewerker, lijst=lijst).run()
    except Problem as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, gettext("De lijst is verwijderd: %(naam)s.") % {"naam": lijst})
    return redirect("werkplek:lijsten")


@require_POST
@medewerker_view
def weergave(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keeps columns and density."""
    user: Any = request.user
    commands.SaveWeergave(
        actor=actor,
        medewerker=user,
        kolommen=tuple(request.POST.getlist("kolom")[: len(kolommen.KEYS)]),
        is_compact=request.POST.get("dichtheid") == "compact",
    ).run()
    return redirect(way_back(request))
