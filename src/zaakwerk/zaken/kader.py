"""Statuskader: where a zaak stands in its frame, what the next step is, and what is needed for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

from zaakwerk.catalogi.models import Eigenschap, StatusType, ZaakTypeInformatieObjectType
from zaakwerk.zaken.models import Status, Zaak, ZaakInformatieObject
from zaakwerk.zaken.queries import DOCUMENT_KIND

Place = Literal["done", "skipped", "current", "todo"]


@dataclass(frozen=True)
class Need:
    """One thing a step asks for, and whether it is there."""

    kind: str  # eigenschap, document or resultaat
    name: str
    is_met: bool


@dataclass(frozen=True)
class Frame:
    """The frame of one zaak: its steps in order and its history, each read once."""

    zaak: Zaak

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
        """The step that follows; None at the end of the frame and for a closed zaak."""
        return self.following[0] if self.following and not self.zaak.is_closed else None

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
        """What the catalogue asks for before a step: eigenschappen, documents, and a resultaat to close."""
        filled = set(self.zaak.eigenschappen.values_list("eigenschap_id", flat=True))
        asked = Eigenschap.objects.filter(statustype=step).order_by("naam")
        needs = [Need("eigenschap", eigenschap.naam, eigenschap.pk in filled) for eigenschap in asked]
        linked = ZaakInformatieObject.objects.filter(zaak=self.zaak)
        kinds = set(linked.values_list(DOCUMENT_KIND, flat=True))
        documents = ZaakTypeInformatieObjectType.objects.filter(statustype=step).order_by("volgnummer")
        needs += [
            Need("document", d.informatieobjecttype, d.informatieobjecttype in kinds) for d in documents
        ]
        if self.ends_with(step):
            needs.append(Need("resultaat", "", hasattr(self.zaak, "resultaat")))
        return needs
