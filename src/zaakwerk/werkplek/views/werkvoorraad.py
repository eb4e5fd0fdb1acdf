"""The worklist: what I have to do now, what waits, what my teams have, and what is done."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from zaakwerk.werkplek import regels
from zaakwerk.werkplek.opdracht import OpdrachtForm, pop_undo, remember_undo
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.werkvoorraad import commands, kolommen, opdrachten, queries, uitvoer, werk
from zaakwerk.werkvoorraad.queries import Vrager
from zaakwerk.werkvoorraad.werk import Lijst, Telling
from zaakwerk.zaken import scopes
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor, any_of
from zaakwerk.zgw.problems import Problem

PAGE_SIZE = 50
MANAGE = any_of(["autorisaties.bijwerken"])


def vrager_of(request: HttpRequest, actor: Actor) -> Vrager:
    """Who asks, today."""
    user: Any = request.user
    return Vrager(actor, user, clock.today())


@require_safe
@medewerker_view
def start(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The desk opens on the worklist; who only manages applications starts at theirs."""
    if actor.may_any("ac", MANAGE) and not actor.may_any("zrc", scopes.LEZEN):
        return redirect("beheer:start")
    return render(request, "werkplek/werkvoorraad.html", worklist(request, asked(request, actor)))


def asked(request: HttpRequest, actor: Actor) -> Lijst:
    """The list that an address asks for: a tab, and of that everything, zaken or taken."""
    tab, soort = request.GET.get("tab", queries.NU), request.GET.get("soort", "")
    tab = tab if tab in queries.TABS else queries.NU
    return Lijst(vrager_of(request, actor), tab, soort if soort in werk.SOORTEN else "")


def worklist(request: HttpRequest, lijst: Lijst) -> dict[str, Any]:
    """What the page shows of one list."""
    vrager, tab, counts = lijst.vrager, lijst.tab, werk.counts(lijst.vrager)
    voorkeur, telling = kolommen.chosen_by(vrager.medewerker), counts[lijst.tab]
    found = lijst if telling.taken else replace(lijst, soort=lijst.soort or werk.ZAKEN)
    page = Counted(found, PAGE_SIZE, telling.of(lijst.soort)).get_page(request.GET.get("page"))
    page.object_list = regels.werkregels(list(page.object_list), vrager)
    return {
        "tab": tab,
        "tabs": regels.tabs(vrager, tab, counts),
        "soorten": regels.soorten(tab, telling, lijst.soort),
        "aantal": amount(telling, lijst.soort),
        "page": page,
        "kolommen": regels.columns(voorkeur, shown_in(tab, voorkeur)),
        "voorkeur": voorkeur,
        "alle_kolommen": kolommen.KOLOMMEN,
        "volgorde": tab != queries.KLAAR,
        "vrij": counts[queries.TEAM_VRIJ].zaken,
        "leeg": empty(tab, counts, lijst.soort),
        "opdracht": OpdrachtForm(vrager),
        "acties": tab != queries.KLAAR,
        "export_url": f"{reverse('werkplek:werkvoorraad_export')}?{urlencode(address(lijst))}",
        "ongedaan": pop_undo(request),
    }


def address(lijst: Lijst) -> dict[str, str]:
    """What asks for this list in an address."""
    return {"tab": lijst.tab} | ({"soort": lijst.soort} if lijst.soort else {})


def amount(telling: Telling, soort: str) -> str:
    """How many zaken and taken there are, in words; no taken are not worth a word."""
    zaken = ngettext("%(n)s zaak", "%(n)s zaken", telling.zaken) % {"n": telling.zaken}
    taken = ngettext("%(n)s taak", "%(n)s taken", telling.taken) % {"n": telling.taken}
    if soort:
        return taken if soort == werk.TAKEN else zaken
    both = gettext("%(zaken)s en %(taken)s") % {"zaken": zaken, "taken": taken}
    return both if telling.taken else zaken


def shown_in(tab: str, voorkeur: kolommen.Voorkeur) -> tuple[str, ...]:
    """The columns of a tab: as chosen, or else without what says the same in every row."""
    if voorkeur.is_chosen:
        return voorkeur.kolommen
    usual = [key for key in kolommen.USUAL if key != "behandelaar" or tab == queries.TEAM_ALLES]
    if tab == queries.WACHT:
        usual = [key for key in usual if key not in ("verwacht", "gebeurtenis")] + ["wacht"]
    return tuple(usual)


class Counted(Paginator[Any]):
    """A paginator that was told how many there are: the badge of the tab counted already."""

    def __init__(self, found: Any, size: int, count: int) -> None:
        super().__init__(found, size)
        self.count = count


def empty(tab: str, counts: dict[str, Telling], soort: str) -> dict[str, str]:
    """What to say, and what to do next, where a tab is empty, or has nothing of the soort asked for."""
    waits, free = counts[queries.WACHT].zaken, counts[queries.TEAM_VRIJ].zaken
    if soort:
        titel = gettext("Geen taken hier") if soort == werk.TAKEN else gettext("Geen zaken hier")
        return told(titel, "", regels.tab_url(tab), gettext("Toon zaken en taken"))
    if tab == queries.NU:
        words = [
            ngettext("%(n)s zaak wacht.", "%(n)s zaken wachten.", waits) % {"n": waits} if waits else "",
            ngettext("%(n)s vrije zaak in je team.", "%(n)s vrije zaken in je team.", free) % {"n": free}
            if free
            else "",
        ]
        target = regels.tab_url(queries.TEAM_VRIJ) if free else reverse("werkplek:zaken")
        action = gettext("Bekijk de vrije zaken") if free else gettext("Bekijk alle open zaken")
        return told(gettext("Niets te doen"), " ".join(filter(None, words)), target, action)
    known = {
        queries.WACHT: (gettext("Er wacht niets"), gettext("Zaken die stilstaan of sluimeren staan hier.")),
        queries.TEAM_VRIJ: (
            gettext("Geen vrije zaken"),
            gettext("Elke zaak van je team heeft een behandelaar."),
        ),
        queries.TEAM_ALLES: (
            gettext("Je team heeft geen zaken"),
            gettext("Zaken krijgen een team bij Toewijzen."),
        ),
        queries.KLAAR: (
            gettext("Nog niets afgehandeld"),
            gettext("Zaken die je de laatste 30 dagen afhandelde staan hier."),
        ),
    }
    return told(*known[tab], regels.tab_url(queries.NU), gettext("Naar wat je nu te doen hebt"))


def told(titel: str, tekst: str, url: str, actie: str) -> dict[str, str]:
    """The parts of an empty state."""
    return {"titel": titel, "tekst": tekst, "url": url, "actie": actie}


@require_safe
@medewerker_view
def export(request: HttpRequest, actor: Actor) -> StreamingHttpResponse:
    """A tab as CSV: the same query as the list."""
    lijst = asked(request, actor)
    return as_csv(uitvoer.csv_of_work(lijst), "-".join(["werkvoorraad", *address(lijst).values()]))


def as_csv(text: Iterator[str], naam: str) -> StreamingHttpResponse:
    """A list as a file to save."""
    answer = StreamingHttpResponse(text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{naam}-{clock.today()}.csv"'
    return answer


@require_POST
@medewerker_view
def volgende(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Takes the most urgent free zaak of the own teams and opens it."""
    vrager = vrager_of(request, actor)
    try:
        zaak = commands.TakeNext(actor=actor, medewerker=vrager.medewerker, teams=vrager.teams).run()
    except Problem as problem:
        messages.info(request, str(problem))
        return redirect("werkplek:werkvoorraad")
    taken = opdrachten.taken(vrager.medewerker, zaak)
    remember_undo(request, taken, gettext("Je pakte %(zaak)s.") % {"zaak": zaak})
    messages.success(request, gettext("Deze zaak is nu van jou: %(zaak)s.") % {"zaak": zaak})
    return redirect("werkplek:zaak", zaak.uuid)
