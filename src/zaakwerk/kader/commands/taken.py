"""Taken: make a task, hand it to somebody or to a team, and finish it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.kader import rules
from zaakwerk.kader.models import Taak
from zaakwerk.zaken.commands.base import ZaakCommand, old_wire
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.commands import assign
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import NotFound


@dataclass(frozen=True, kw_only=True)
class CreateTaak(ZaakCommand[Taak]):
    """Makes a task; `verplicht_voor` names the step that waits for it."""

    rules: ClassVar[Any] = (
        rules.kader_task_has_name,
        rules.kader_task_before_step_of_zaaktype,
        rules.kader_task_for_somebody_who_works_here,
    )

    zaak: Zaak
    naam: str
    toelichting: str = ""
    medewerker: Medewerker | None = None
    groep: Groep | None = None
    verplicht_voor: str = ""
    uiterlijk: date | None = None

    def apply(self, journal: Journal) -> Taak:
        made = Taak.objects.create(
            zaak=self.zaak,
            naam=self.naam.strip(),
            toelichting=self.toelichting,
            medewerker=self.medewerker,
            groep=self.groep,
            verplicht_voor=self.verplicht_voor,
            uiterlijk=self.uiterlijk,
            aangemaakt_op=clock.now(),
            aangemaakt_door=self.actor.gebruiker_id or self.actor.applicatie_id,
        )
        journal.created(made)
        return made


@dataclass(frozen=True, kw_only=True)
class ChangeTaak(ZaakCommand[Taak]):
    """A change of an open task, judged as it is once its zaak is locked."""

    instance: Taak

    def lock(self) -> None:
        super().lock()
        zaak = self.instance.zaak
        try:
            self.instance.refresh_from_db()
        except Taak.DoesNotExist:
            raise NotFound("De taak bestaat niet meer.") from None
        self.instance.zaak = zaak

    def changes(self) -> dict[str, Any]:
        """What becomes of the task."""
        raise NotImplementedError

    def apply(self, journal: Journal) -> Taak:
        oud = old_wire(self.instance)
        self.instance.save(update_fields=assign(self.instance, self.changes()))
        journal.updated(self.instance, oud)
        return self.instance


@dataclass(frozen=True, kw_only=True)
class AssignTaak(ChangeTaak):
    """Hands a task to an employee, a team, both (the team's, and this person has it) or nobody."""

    rules: ClassVar[Any] = (rules.kader_task_is_open, rules.kader_task_for_somebody_who_works_here)

    medewerker: Medewerker | None = None
    groep: Groep | None = None

    def changes(self) -> dict[str, Any]:
        return {"medewerker": self.medewerker, "groep": self.groep}


@dataclass(frozen=True, kw_only=True)
class CompleteTaak(ChangeTaak):
    """Finishes a task, with what came of it."""

    rules: ClassVar[Any] = (rules.kader_task_is_open,)

    uitkomst: str = ""

    def changes(self) -> dict[str, Any]:
        return {
            "afgerond_op": clock.now(),
            "afgerond_door": self.actor.gebruiker_id or self.actor.applicatie_id,
            "afgerond_door_naam": self.actor.gebruiker_weergave or self.actor.applicatie_weergave,
            "uitkomst": self.uitkomst,
        }
