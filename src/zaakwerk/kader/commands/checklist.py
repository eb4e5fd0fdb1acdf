"""Checklist: answer a question of a step in a zaak, change the answer, or take it back."""

from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader import rules
from zaakwerk.kader.models import ChecklistAntwoord
from zaakwerk.zaken.commands.base import DestroyPart, ZaakCommand, old_wire
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.commands import assign
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import NotFound


@dataclass(frozen=True, kw_only=True)
class AnswerChecklist(ZaakCommand[ChecklistAntwoord]):
    """Answers a question; a later answer takes the place of an earlier one."""

    rules: ClassVar[Any] = (rules.kader_item_of_checklist, rules.kader_answer_is_known)

    zaak: Zaak
    statustype: StatusType
    itemnaam: str
    antwoord: str
    toelichting: str = ""

    def apply(self, journal: Journal) -> ChecklistAntwoord:
        question = {"zaak": self.zaak, "stap": self.statustype.omschrijving, "itemnaam": self.itemnaam}
        given = {
            "antwoord": self.antwoord,
            "toelichting": self.toelichting,
            "beantwoord_op": clock.now(),
            "beantwoord_door": self.actor.gebruiker_id or self.actor.applicatie_id,
            "beantwoord_door_naam": self.actor.gebruiker_weergave or self.actor.applicatie_weergave,
        }
        known = ChecklistAntwoord.objects.filter(**question).first()
        if known is None:
            made = ChecklistAntwoord.objects.create(**question, **given)
            journal.created(made)
            return made
        known.zaak, oud = self.zaak, old_wire(known)
        known.save(update_fields=assign(known, given))
        journal.updated(known, oud)
        return known


class WithdrawAnswer(DestroyPart[ChecklistAntwoord]):
    """Takes an answer back: the question is open again."""

    def lock(self) -> None:
        super().lock()
        if not ChecklistAntwoord.objects.filter(pk=self.instance.pk).exists():
            raise NotFound("Het antwoord bestaat niet meer.")
