"""Base: what every command on or below a zaak shares: lock, rights, protection once closed, references."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from django.db import models

from zaakwerk.zaken import queries, scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.verwijzingen import Outside
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, assign, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.representation import wire_of

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, kw_only=True)
class Referring(Command[M]):
    """A command whose input may name objects on other hosts; those are asked before anything is locked."""

    def references(self) -> Iterator[str]:
        """The URLs that must be asked."""
        yield from ()

    @cached_property
    def outside(self) -> Outside:
        """What other hosts answer for the references."""
        return Outside(self.references())

    def prepare(self) -> None:
        if self.outside.answers:
            self.authorise()
            self.outside.ask()


@dataclass(frozen=True, kw_only=True)
class ZaakCommand(Referring[M]):
    """A command whose subject is `subject_zaak`: locked first, closed to all but forced writers (zrc-007)."""

    scopes: ClassVar[Scopes] = scopes.WRITE

    @property
    def subject_zaak(self) -> Zaak:
        """The zaak this command is about."""
        found: Zaak = self.zaak if hasattr(self, "zaak") else self.instance.zaak  # type: ignore[attr-defined]
        return found

    def lock(self) -> None:
        lock_row(self.subject_zaak, "zaaktype")

    def target(self) -> Target:
        return queries.target_of(self.subject_zaak)

    def authorise(self) -> None:
        wanted = scopes.GEFORCEERD_BIJWERKEN if self.subject_zaak.is_closed else self.scopes
        self.actor.require(wanted, self.target())


@dataclass(frozen=True, kw_only=True)
class UpdatePart(ZaakCommand[M]):
    """Changes a part of a zaak to `changes`; immutable fields were refused before."""

    # Whether the channel knows the change (2.9); the audit trail always does.
    notifies: ClassVar[bool] = True

    instance: M
    changes: dict[str, Any] = field(default_factory=dict)
    partial: bool = True

    def apply(self, journal: Journal) -> M:
        oud = old_wire(self.instance)
        names = assign(self.instance, self.changes)
        self.instance.save(update_fields=names)
        actie = "partial_update" if self.partial else "update"
        journal.updated(self.instance, oud, actie, notify=self.notifies)
        return self.instance


@dataclass(frozen=True, kw_only=True)
class DestroyPart(ZaakCommand[M]):
    """Removes a part of a zaak."""

    notifies: ClassVar[bool] = True

    instance: M

    def apply(self, journal: Journal) -> M:
        journal.destroyed(self.instance, old_wire(self.instance), notify=self.notifies)
        pk = self.instance.pk
        self.instance.delete()
        self.instance.pk = pk
        return self.instance


def old_wire(instance: models.Model) -> bytes:
    """The representation before the change, for the audit trail."""
    return wire_of(registry.for_model(type(instance)), instance.pk)
