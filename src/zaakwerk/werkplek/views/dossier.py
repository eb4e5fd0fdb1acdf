"""The dossier of one zaak, a section at a time."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from zaakwerk.design.words import in_words
from zaakwerk.documenten import queries as documenten
from zaakwerk.kader.frame import Frame, Need
from zaakwerk.werkplek import tijdlijn, weergave
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zaken import inzage, queries, scopes
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Forbidden

TABS = ("overzicht", "documenten", "betrokkenen", "tijdlijn")
LATEST = 5


@require_safe
@medewerker_view
def dossier(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Header, status strip, term, the one next action, and the section asked for."""
    zaak = find_zaak(actor, uuid)
    inzage.note(request, actor, zaak.uuid, "werkplek")
    tab = request.GET.get("tab", "overzicht")
    tab = tab if tab in TABS else "overzicht"
    frame, rollen = Frame(zaak), list(zaak.rollen.order_by("id"))
    papers = documents(actor, zaak)
    sections = {"documenten": papers_section, "betrokkenen": people_section, "tijdlijn": history_section}
    section = sections.get(tab, overview_section)
    context = {
        "zaak": weergave.zaak_head(zaak, rollen),
        "steps": weergave.steps(frame),
        "term": weergave.term(zaak, clock.today()),
        "actie": primary_action(actor, zaak, frame),
        "meer_acties": more_actions(actor, zaak),
        "tab": tab,
        "tabs": tabs(tab, len(papers), len(rollen)),
        **section(actor, zaak, frame, rollen, papers),
    }
    return render(request, "werkplek/dossier.html", context)


def tabs(current: str, papers: int, people: int) -> list[dict[str, Any]]:
    """The sections with how much is in them."""
    labels = (gettext("Overzicht"), gettext("Documenten"), gettext("Betrokkenen"), gettext("Tijdlijn"))
    counts = (None, papers, people, None)
    return [
        {"label": label, "url": f"?tab={name}", "current": name == current, "aantal": count}
        for name, label, count in zip(TABS, labels, counts, strict=True)
    ]


def why_not_write(actor: Actor, zaak: Zaak) -> str:
    """Why the actor may not work on the zaak; empty when they may."""
    wanted = scopes.GEFORCEERD_BIJWERKEN if zaak.is_closed else scopes.WRITE
    reason = actor.why_not(wanted, queries.target_of(zaak))
    if reason and zaak.is_closed:
        return gettext("De zaak is afgehandeld. Alleen een recordmanager kan haar nog wijzigen.")
    return gettext("Uw rol mag deze zaak niet wijzigen.") if reason else ""


def primary_action(actor: Actor, zaak: Zaak, frame: Frame) -> dict[str, Any] | None:
    """The one thing to do now: the next step, or closing when that is the next step."""
    step = frame.next
    if step is None:
        return None
    closing = frame.ends_with(step)
    text = (
        gettext("Handel de zaak af") if closing else gettext("Zet op %(stap)s") % {"stap": step.omschrijving}
    )
    url = reverse("werkplek:afhandelen" if closing else "werkplek:status", args=[zaak.uuid])
    reason = why_not_write(actor, zaak)
    return {"text": text, "url": "" if reason else url, "reason": reason}


def more_actions(actor: Actor, zaak: Zaak) -> list[dict[str, Any]]:
    """The other actions, each with the reason when it is not possible."""
    reason = why_not_write(actor, zaak)
    reopening = actor.why_not(scopes.HEROPENEN, queries.target_of(zaak))
    actions = [
        (gettext("Document toevoegen"), "werkplek:document_toevoegen", reason),
        (gettext("Andere status zetten"), "werkplek:status", reason),
        (gettext("Zaak afhandelen"), "werkplek:afhandelen", reason),
    ]
    if zaak.is_closed:
        words = gettext("Dat kan alleen een recordmanager of coördinator.") if reopening else ""
        actions = [actions[0], (gettext("Zaak heropenen"), "werkplek:status", words)]
    return [
        {"text": text, "url": "" if why else reverse(name, args=[zaak.uuid]), "reason": why}
        for text, name, why in actions
    ]


def documents(actor: Actor, zaak: Zaak) -> list[Any]:
    """The documents of the zaak the actor may see."""
    try:
        return list(documenten.linked_to(zaak.uuid, actor))
    except Forbidden:
        return []


def overview_section(
    actor: Actor, zaak: Zaak, frame: Frame, rollen: list[Rol], papers: list[Any]
) -> dict[str, Any]:
    """What is needed now, and the facts."""
    step = frame.next
    return {
        "volgende_stap": step.omschrijving if step else "",
        "nodig": [need_row(need, zaak) for need in frame.needs(step)] if step else [],
        "samenvatting": summary(zaak),
        "eigenschappen": [(naam, in_words(value)) for naam, value in queries.eigenschappen_of(zaak)],
        "gebeurtenissen": tijdlijn.events(zaak, frame, papers, rollen)[:LATEST],
        "tijdlijn_url": "?tab=tijdlijn",
    }


def need_row(need: Need, zaak: Zaak) -> dict[str, Any]:
    """One thing the next step asks for, with the way to it."""
    titles = {
        "eigenschap": gettext("Eigenschap %(naam)s is ingevuld"),
        "document": gettext("Document %(naam)s is toegevoegd"),
        "checklist": gettext("Checklist: %(naam)s"),
        "zaakobject": gettext("Object is gekoppeld: %(naam)s"),
        "taak": gettext("Taak %(naam)s is afgerond"),
        "deelzaak": gettext("Deelzaak %(naam)s is afgehandeld"),
        "resultaat": gettext("Het resultaat is bekend"),
    }
    row: dict[str, Any] = {"titel": titles[need.kind] % {"naam": need.name}, "klaar": need.is_met}
    if need.kind == "document":
        row |= {"url": reverse("werkplek:document_toevoegen", args=[zaak.uuid]), "actie": gettext("Voeg toe")}
    elif need.kind == "resultaat":
        row |= {"url": reverse("werkplek:afhandelen", args=[zaak.uuid]), "actie": gettext("Kies resultaat")}
    return row


def summary(zaak: Zaak) -> list[tuple[str, Any]]:
    """The facts of the zaak itself."""
    dates = (
        (gettext("Streefdatum"), zaak.einddatum_gepland),
        (gettext("Uiterlijke datum"), zaak.uiterlijke_einddatum_afdoening),
        (gettext("Afgehandeld op"), zaak.einddatum),
        (gettext("Archiefactiedatum"), zaak.archiefactiedatum),
        (gettext("Registratiedatum"), zaak.registratiedatum),
    )
    facts: list[tuple[str, Any]] = [(name, date_format(day, "j F Y")) for name, day in dates if day]
    if zaak.hoofdzaak:
        facts.append((gettext("Hoofdzaak"), zaak.hoofdzaak.identificatie))
    facts += [(found["bron"], found["kenmerk"]) for found in zaak.kenmerken]
    return [*facts, (gettext("Bronorganisatie"), zaak.bronorganisatie)]


def papers_section(
    actor: Actor, zaak: Zaak, frame: Frame, rollen: list[Rol], papers: list[Any]
) -> dict[str, Any]:
    """The documents, and adding one."""
    reason = why_not_write(actor, zaak)
    url = reverse("werkplek:document_toevoegen", args=[zaak.uuid])
    return {
        "documenten": [weergave.document(paper, zaak) for paper in papers],
        "document_toevoegen": {
            "text": gettext("Voeg document toe"),
            "url": "" if reason else url,
            "reason": reason,
        },
    }


def people_section(
    actor: Actor, zaak: Zaak, frame: Frame, rollen: list[Rol], papers: list[Any]
) -> dict[str, Any]:
    """Who has to do with the zaak."""
    return {"betrokkenen": [weergave.betrokkene(rol) for rol in rollen]}


def history_section(
    actor: Actor, zaak: Zaak, frame: Frame, rollen: list[Rol], papers: list[Any]
) -> dict[str, Any]:
    """All that happened."""
    return {"gebeurtenissen": tijdlijn.events(zaak, frame, papers, rollen)}
