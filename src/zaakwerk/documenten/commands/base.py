"""Base: what every command on a document, or on what hangs below it, shares: its lock and its rights."""

from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import models

from zaakwerk.documenten import queries
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.commands import Command, assign, lock_row
from zaakwerk.zgw.instances import find
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.representation import wire_of

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, kw_only=True)
class DocumentCommand(Command[EnkelvoudigInformatieObject]):
    """A command whose subject is one document."""

    instance: EnkelvoudigInformatieObject

    def lock(self) -> None:
        lock_document(self.instance, "laatste_versie__inhoud")

    def target(self) -> Target:
        return queries.target_of(self.instance)


@dataclass(frozen=True, kw_only=True)
class CreateBelow(Command[M]):
    """Adds something to a document, which is locked first; its fields are those of the row."""

    informatieobject: EnkelvoudigInformatieObject

    @property
    def pk(self) -> int | None:
        """The row itself, which does not exist yet."""
        return None

    def lock(self) -> None:
        lock_document(self.informatieobject)

    def target(self) -> Target:
        return queries.target_of(self.informatieobject)

    def value(self, name: str) -> Any:
        """The value a field will have."""
        return getattr(self, name)


@dataclass(frozen=True, kw_only=True)
class ChangeBelow(Command[M]):
    """A command on what hangs below a document: the document is locked first, then the row itself."""

    instance: M

    @property
    def informatieobject(self) -> EnkelvoudigInformatieObject:
        """The document it belongs to."""
        found: EnkelvoudigInformatieObject = self.instance.informatieobject  # type: ignore[attr-defined]
        return found

    @property
    def pk(self) -> int | None:
        """The row itself."""
        found: int = self.instance.pk
        return found

    def lock(self) -> None:
        document = self.informatieobject
        lock_document(document)
        lock_row(self.instance)
        self.instance.informatieobject = document  # type: ignore[attr-defined]

    def target(self) -> Target:
        return queries.target_of(self.informatieobject)


@dataclass(frozen=True, kw_only=True)
class UpdateBelow(ChangeBelow[M]):
    """Changes it; immutable fields were refused before."""

    changes: dict[str, Any] = field(default_factory=dict)
    partial: bool = True

    def value(self, name: str) -> Any:
        """The value a field will have."""
        return self.changes[name] if name in self.changes else getattr(self.instance, name)

    def apply(self, journal: Journal) -> M:
        oud = old_wire(self.instance)
        changed = assign(self.instance, self.changes)
        if changed:
            self.instance.save(update_fields=changed)
        journal.updated(self.instance, oud, "partial_update" if self.partial else "update")
        return self.instance


@dataclass(frozen=True, kw_only=True)
class DestroyBelow(ChangeBelow[M]):
    """Removes it."""

    def apply(self, journal: Journal) -> M:
        journal.destroyed(self.instance, old_wire(self.instance))
        pk = self.instance.pk
        self.instance.delete()
        self.instance.pk = pk
        return self.instance


def lock_document(document: EnkelvoudigInformatieObject, *related: str) -> None:
    """Takes the row lock, and then reads the document with its type and what else is asked for.

    Not in one statement: one that waited for its lock would join what stood there before it waited, and miss
    the version or type that the other writer made the document point at.
    """
    lock_row(document)
    fresh = find(EnkelvoudigInformatieObject, "pk", document.pk, ("informatieobjecttype", *related))
    vars(document).update(vars(fresh))


def old_wire(instance: models.Model) -> bytes:
    """The representation before the change, for the audit trail."""
    return wire_of(registry.for_model(type(instance)), instance.pk)
