"""Checklist: the questions of the next step as one form, answered where they are asked."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader.commands import AnswerChecklist, WithdrawAnswer
from zaakwerk.kader.models import ChecklistAntwoord
from zaakwerk.werkplek import versies
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import lock_row

PREFIX = "vraag-"
WORDS = {"ja": _("Ja"), "nee": _("Nee"), "nvt": _("Niet van toepassing")}


def field_name(step: StatusType, place: int) -> str:
    """The name of the field of a question: of this step, so that no answer goes to another question."""
    return f"{PREFIX}{step.pk}-{place}"


def sleutel(zaak: Zaak, step: StatusType) -> str:
    """The name of the draft of a step's checklist."""
    return f"checklist/{zaak.uuid}/{step.uuid}"


def answers_of(zaak: Zaak, step: StatusType) -> dict[str, ChecklistAntwoord]:
    """The answers by name of the question."""
    found = ChecklistAntwoord.objects.filter(zaak=zaak, stap=step.omschrijving)
    return {answer.itemnaam: answer for answer in found}


def items_of(step: StatusType) -> list[dict[str, Any]]:
    """The questions of a step."""
    return list(step.checklistitem_statustype or [])


class ChecklistForm(forms.Form):
    """Ja, nee or niet van toepassing for every question; an empty answer leaves the question open."""

    versie = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, step: StatusType, answers: dict[str, ChecklistAntwoord], data: Any = None) -> None:
        super().__init__(data)
        self.labels: dict[str, str] = {}
        for place, item in enumerate(items_of(step)):
            name = field_name(step, place)
            self.labels[name] = item.get("vraagstelling") or item["itemnaam"]
            question: Any = forms.ChoiceField(
                label=self.labels[name],
                choices=list(WORDS.items()),
                required=False,
                widget=forms.RadioSelect,
            )
            question.asked = bool(item.get("verplicht"))
            self.fields[name] = question
        self.initial.update(current(step, answers))
        self.initial["versie"] = versies.stamp(current(step, answers))


def current(step: StatusType, answers: dict[str, ChecklistAntwoord]) -> dict[str, str]:
    """The answers by name of the field."""
    known = {
        field_name(step, place): answers.get(item["itemnaam"]) for place, item in enumerate(items_of(step))
    }
    return {name: answer.antwoord if answer else "" for name, answer in known.items()}


def save(actor: Actor, zaak: Zaak, step: StatusType, form: ChecklistForm) -> int:
    """Saves the answers that changed, all or nothing; raises Conflict when a colleague answered meanwhile."""
    with transaction.atomic():
        lock_row(zaak, "zaaktype")
        known = answers_of(zaak, step)
        stamp = versies.read(form.cleaned_data["versie"])
        # A form of another step, sent after a colleague moved the zaak on, has no question of this one.
        sent = {name: form.cleaned_data[name] for name in form.labels if name in stamp}
        compared = versies.Vergelijking(stamp, sent, current(step, known))
        compared.refuse(form.labels.__getitem__, lambda _name, value: str(WORDS.get(value, "")))
        for place, item in enumerate(items_of(step)):
            name = field_name(step, place)
            if name in compared.changed:
                answer(actor, zaak, step, item["itemnaam"], sent[name], known)
        return len(compared.changed)


def answer(
    actor: Actor,
    zaak: Zaak,
    step: StatusType,
    itemnaam: str,
    antwoord: str,
    known: dict[str, ChecklistAntwoord],
) -> None:
    """One answer, or the question open again."""
    if antwoord:
        AnswerChecklist(actor=actor, zaak=zaak, statustype=step, itemnaam=itemnaam, antwoord=antwoord).run()
    elif itemnaam in known:
        known[itemnaam].zaak = zaak
        WithdrawAnswer(actor=actor, instance=known[itemnaam]).run()
