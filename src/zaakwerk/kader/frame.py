"""Frame: where a zaak stands among its steps, how it came there, what comes next and what that asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

from zaakwerk.catalogi.models import StatusType
from zaakwerk.kader import queries
from zaakwerk.kader.evaluatie import evaluate
from zaakwerk.kader.feiten import Feiten
from zaakwerk.kader.stand import Stand
from zaakwerk.zaken.models import Status, Zaak
from zaakwerk.zgw.actors import Actor

Place = Literal["done", "skipped", "current", "todo"]


@dataclass(frozen=True)
class Need:
    """One thing a step asks for, and whether it is there."""

    kind: str  # as the soort of an Eis, and resultaat for the last step
    name: str
    is_met: bool
    is_mandatory: bool = True


@dataclass(frozen=True)
class Frame:
    """The frame of one zaak, for an actor: its steps, its history and its stand, each read once."""

    zaak: Zaak
    actor: Actor | None = None

    @cached_property
    def facts(self) -> Feiten:
        """All that the evaluator looks at."""
        return queries.facts_of(self.zaak, self.actor)

    @cached_property
    def stand(self) -> Stand:
        """Every move from here, and the one thing to do now."""
        return evaluate(self.facts)

    @cached_property
    def steps(self) -> Sequence[StatusType]:
        """Every statustype of the zaaktype, first step first."""
        return list(StatusType.objects.filter(zaaktype=self.zaak.zaaktype_id).order_by("volgnummer"))

    @cached_property
    def history(self) -> Sequence[Status]:
        """Every status, newest first."""
        found = Status.objects.filter(zaak=self.zaak).select_related("statustype", "gezetdoor")
        return list(found.order_by("-datum_status_gezet", "-id"))

    @property
    def current(self) -> StatusType | None:
        """The statustype the zaak is at."""
        return self.history[0].statustype if self.history else None

    @cached_property
    def reached(self) -> dict[int, datetime]:
        """When each statustype was last reached, by its pk."""
        return {status.statustype_id: status.datum_status_gezet for status in reversed(self.history)}

    @property
    def following(self) -> Sequence[StatusType]:
        """The steps after the current one."""
        place = self.current.volgnummer if self.current else -1
        return [step for step in self.steps if step.volgnummer > place]

    @property
    def next(self) -> StatusType | None:
        """The step that is expected; None when nothing leads forward and for a closed zaak."""
        expected = None if self.zaak.is_closed else self.stand.volgende
        return next((step for step in self.steps if expected and step.uuid == expected.naar.uuid), None)

    def course(self) -> list[tuple[StatusType, Place, datetime | None]]:
        """Every step, where the zaak is with respect to it, and when it was last reached."""
        return [(step, self.place_of(step), self.reached.get(step.pk)) for step in self.steps]

    def place_of(self, step: StatusType) -> Place:
        """Done, skipped, current or still to come; in a closed zaak nothing is current."""
        if self.current is None:
            return "todo"
        if step.pk == self.current.pk:
            return "done" if self.zaak.is_closed else "current"
        if step.volgnummer > self.current.volgnummer:
            return "todo"
        return "done" if step.pk in self.reached else "skipped"

    def ends_with(self, step: StatusType) -> bool:
        """Whether a step is the last of the frame: the one that closes the zaak."""
        return bool(self.steps) and step.pk == self.steps[-1].pk

    def needs(self, step: StatusType) -> list[Need]:
        """What is asked before a step, in the order of the zaaktype; and a resultaat to close."""
        asked = next((found.eisen for found in self.facts.stappen if found.uuid == step.uuid), ())
        needs = [Need(eis.soort, eis.vraagt, eis.is_vervuld, eis.is_verplicht) for eis in asked]
        if self.ends_with(step):
            needs.append(Need("resultaat", "", self.facts.resultaat is not None))
        return needs
