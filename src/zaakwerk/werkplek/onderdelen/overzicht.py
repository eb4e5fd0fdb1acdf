"""Overzicht: what the next step needs, the facts of the zaak, and what happened last."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from zaakwerk.werkplek import checklist, concepten, kaart, tijdlijn, volgende, weergave
from zaakwerk.werkplek.bezoek import Bezoek
from zaakwerk.werkplek.gegevens import Gegevens, GegevensForm, restore
from zaakwerk.werkplek.onderdelen import notities, relaties

LATEST = 5


def show(bezoek: Bezoek) -> dict[str, Any]:
    """Two columns: what to do, and what to know."""
    zaak = bezoek.zaak
    gegevens = Gegevens(zaak)
    events, _ = tijdlijn.events(bezoek.actor, zaak, tijdlijn.Vraag())
    return {
        **volgende.needs(bezoek),
        **forms_in_place(bezoek, gegevens),
        "samenvatting": summary(bezoek),
        "eigenschappen": gegevens.in_words(),
        "gebeurtenissen": events[:LATEST],
        "tijdlijn_url": "?tab=tijdlijn",
        "contact": weergave.contact(bezoek.initiator) if bezoek.initiator else None,
        "kaart": kaart.draw(zaak.zaakgeometrie),
        "gerelateerd": relaties.related(bezoek),
        "notities": notities.latest(bezoek),
        "reden": bezoek.why_not_write,
        "reden_notitie": bezoek.why_not_note,
    }


def forms_in_place(bezoek: Bezoek, gegevens: Gegevens) -> dict[str, Any]:
    """The fields and questions of the next step, to be answered where they are asked."""
    step = bezoek.frame.next
    if step is None or bezoek.why_not_write:
        return {}
    found: dict[str, Any] = {}
    asked = gegevens.asked_by(step.pk)
    if asked:
        form = GegevensForm(gegevens, asked)
        for name in form.fields:
            form.fields[name].asked = True  # type: ignore[attr-defined]  # what the template marks
        found |= in_place(bezoek, "gegevens", form, f"gegevens/{bezoek.zaak.uuid}")
        restore(form, found["gegevens_concept"])
    if checklist.items_of(step):
        questions = checklist.ChecklistForm(step, checklist.answers_of(bezoek.zaak, step))
        found |= in_place(bezoek, "checklist", questions, checklist.sleutel(bezoek.zaak, step))
        found["checklist_concept"].fill(questions)
    return found


def in_place(bezoek: Bezoek, name: str, form: forms.Form, sleutel: str) -> dict[str, Any]:
    """A form with its draft and where it is sent."""
    form.auto_id = f"{name}_%s"
    url = reverse(f"werkplek:{name}", args=[bezoek.zaak.uuid])
    return {
        f"{name}_form": form,
        f"{name}_concept": concepten.of(bezoek.request, sleutel),
        f"{name}_url": url,
    }


def summary(bezoek: Bezoek) -> list[tuple[str, Any]]:
    """The facts of the zaak itself."""
    zaak = bezoek.zaak
    dates = (
        (gettext("Streefdatum"), zaak.einddatum_gepland),
        (gettext("Uiterlijke datum"), zaak.uiterlijke_einddatum_afdoening),
        (gettext("Afgehandeld op"), zaak.einddatum),
        (gettext("Archiefactiedatum"), zaak.archiefactiedatum),
        (gettext("Registratiedatum"), zaak.registratiedatum),
    )
    facts: list[tuple[str, Any]] = [(name, date_format(day, "j F Y")) for name, day in dates if day]
    facts += [(found["bron"], found["kenmerk"]) for found in zaak.kenmerken]
    return [*facts, (gettext("Bronorganisatie"), zaak.bronorganisatie)]
