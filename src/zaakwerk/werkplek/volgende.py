"""Volgende: what the next step needs, the one thing to do now, and what else can be done or why not."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from zaakwerk.kader.frame import Need
from zaakwerk.werkplek.bezoek import Bezoek

Row = dict[str, Any]


def primary_action(bezoek: Bezoek) -> Row | None:
    """The one thing to do now: the next step, or closing when that is the next step."""
    step = bezoek.frame.next
    if step is None:
        return None
    closing = bezoek.frame.ends_with(step)
    words = gettext("Zet op %(stap)s") % {"stap": step.omschrijving}
    text = gettext("Handel de zaak af") if closing else words
    return act(bezoek, text, "werkplek:afhandelen" if closing else "werkplek:status", bezoek.why_not_write)


def act(bezoek: Bezoek, text: str, name: str, reason: str, key: str = "") -> Row:
    """A way to do something, or the reason why not; `key` is its shortcut."""
    url = "" if reason else reverse(name, args=[bezoek.zaak.uuid])
    return {"text": text, "url": url, "reason": reason, "toets": key}


def more_actions(bezoek: Bezoek) -> list[Row]:
    """The other actions, each with the reason when it is not possible."""
    write, closed = bezoek.why_not_write, bezoek.zaak.is_closed
    is_done = gettext("De zaak is al afgehandeld.") if closed else write
    return [
        act(bezoek, gettext("Document toevoegen"), "werkplek:document_toevoegen", write, "d"),
        act(bezoek, gettext("Notitie schrijven"), "werkplek:notitie_nieuw", bezoek.why_not_note, "o"),
        act(bezoek, gettext("Gegevens wijzigen"), "werkplek:gegevens", write),
        act(bezoek, gettext("Betrokkene toevoegen"), "werkplek:betrokkene_nieuw", write),
        act(bezoek, gettext("Andere zaak koppelen"), "werkplek:relatie_nieuw", write),
        act(bezoek, gettext("Andere status zetten"), "werkplek:status", is_done),
        act(bezoek, gettext("Zaak afhandelen"), "werkplek:afhandelen", is_done),
        act(bezoek, gettext("Zaak heropenen"), "werkplek:status", bezoek.why_not_reopen),
    ]


def needs(bezoek: Bezoek) -> Row:
    """What the next step asks: fields are filled in where they stand, the rest has a link to its place."""
    step = bezoek.frame.next
    if step is None:
        return {"volgende_stap": "", "nodig": []}
    found = [need_row(bezoek, need) for need in bezoek.frame.needs(step)]
    return {"volgende_stap": step.omschrijving, "nodig": found}


def need_row(bezoek: Bezoek, need: Need) -> Row:
    """One thing the next step asks for, with the way to it."""
    titles = {
        "eigenschap": gettext("%(naam)s is ingevuld"),
        "document": gettext("Document %(naam)s is toegevoegd"),
        "resultaat": gettext("Het resultaat is bekend"),
    }
    row: Row = {"titel": titles[need.kind] % {"naam": need.name}, "klaar": need.is_met, "soort": need.kind}
    ways = {
        "document": ("werkplek:document_toevoegen", gettext("Voeg toe")),
        "resultaat": ("werkplek:afhandelen", gettext("Kies resultaat")),
        "eigenschap": ("werkplek:gegevens", gettext("Vul in")),
    }
    name, words = ways[need.kind]
    if not bezoek.why_not_write:
        row |= {"url": reverse(name, args=[bezoek.zaak.uuid]), "actie": words}
    return row
