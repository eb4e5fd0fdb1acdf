"""Make the next version of a type in one go: a concept with all that belongs to it (4.2)."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db.models import CASCADE, Model

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.commands.base import COMPONENT, M, end_before, lock_type
from zaakwerk.catalogi.models import StatusType, ZaakType
from zaakwerk.catalogi.rules import versies
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class NewVersion(Command[M]):
    """Copies a version of a zaaktype, besluittype or informatieobjecttype as a concept that begins later.

    With `end_previous` the copied version, when it is published, ends on the day before.
    """

    scopes: ClassVar[Scopes] = scopes.SCHRIJVEN
    rules: ClassVar[Any] = (versies.gangbaar_new_version_begins_later,)
    instance: M
    begin_geldigheid: date
    end_previous: bool = False

    def lock(self) -> None:
        lock_type(self.instance)

    def target(self) -> Target:
        return COMPONENT

    def apply(self, journal: Journal) -> M:
        old: Any = self.instance
        changes = {"begin_geldigheid": self.begin_geldigheid, "einde_geldigheid": None, "concept": True}
        if isinstance(old, ZaakType):
            changes["versiedatum"] = self.begin_geldigheid
        new: Any = duplicate(old, **changes)
        new.save(force_insert=True)
        if isinstance(old, ZaakType):
            copy_parts(old, new)
        journal.created(new)
        is_running = old.einde_geldigheid is None or old.einde_geldigheid >= self.begin_geldigheid
        if self.end_previous and not old.concept and is_running:
            end_before(old, self.begin_geldigheid, journal)
        return new  # type: ignore[no-any-return]


def duplicate(row: Model, **changes: Any) -> Model:
    """A row like this one with an identity of its own, not saved."""
    values = {
        field.attname: field.value_from_object(row)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    return type(row)(**{**values, "uuid": uuid.uuid4(), **changes})


def copy_parts(old: ZaakType, new: ZaakType) -> None:
    """Everything that belongs to one version; what points at a step points at the copy of that step."""
    steps = {one.pk: duplicate(one, zaaktype_id=new.pk) for one in old.statustypen.order_by("id")}
    StatusType.objects.bulk_create(list(steps.values()))  # type: ignore[arg-type]
    for related in ZaakType._meta.related_objects:
        model: Any = related.related_model
        if related.on_delete is not CASCADE or model is StatusType:
            continue
        rows = model.objects.filter(zaaktype=old).order_by("id")
        model.objects.bulk_create([duplicate(row, zaaktype_id=new.pk, **step_of(row, steps)) for row in rows])


def step_of(part: Any, steps: dict[int, Model]) -> dict[str, Any]:
    """The step that a copied part points at, when its kind points at one."""
    if not hasattr(part, "statustype_id"):
        return {}
    return {"statustype_id": steps[part.statustype_id].pk if part.statustype_id else None}
