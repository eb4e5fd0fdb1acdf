"""Base: what every command on an existing document shares; its lock in the database and its rights."""

from dataclasses import dataclass
from typing import Any

from zaakwerk.documenten import queries
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.representation import wire_of


@dataclass(frozen=True, kw_only=True)
class DocumentCommand(Command[EnkelvoudigInformatieObject]):
    """A command whose subject is one document."""

    instance: EnkelvoudigInformatieObject

    def lock(self) -> None:
        lock_row(self.instance, "informatieobjecttype", "laatste_versie__inhoud")

    def target(self) -> Target:
        return queries.target_of(self.instance)


def old_wire(document: Any) -> bytes:
    """The representation before the change, for the audit trail."""
    return wire_of(registry.for_model(EnkelvoudigInformatieObject), document.pk)
