"""Lock and unlock a document, so that one writer at a time makes its next version (5.4)."""

import secrets
from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.documenten import rules, scopes
from zaakwerk.documenten.commands.base import DocumentCommand, old_wire
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class LockDocument(DocumentCommand):
    """Puts a document under a lock with an id nobody can guess; it stays until it is unlocked."""

    scopes: ClassVar[Scopes] = scopes.LOCK
    rules: ClassVar[Any] = (rules.drc_009_document_is_not_locked_twice,)

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        return set_lock(self.instance, secrets.token_hex(16), journal)


@dataclass(frozen=True, kw_only=True)
class UnlockDocument(DocumentCommand):
    """Takes the lock off, with its id or by force."""

    scopes: ClassVar[Scopes] = scopes.LOCK | scopes.GEFORCEERD_UNLOCK
    rules: ClassVar[Any] = (rules.drc_009_unlock_needs_lock_id,)

    lock_id: str = ""

    @property
    def may_force(self) -> bool:
        """Whether the actor may unlock without the id."""
        return self.actor.may(scopes.GEFORCEERD_UNLOCK, self.target())

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        return set_lock(self.instance, "", journal)


def set_lock(
    document: EnkelvoudigInformatieObject, lock: str, journal: Journal
) -> EnkelvoudigInformatieObject:
    """Sets or clears the lock: no new version and no message, but a line in the audit trail."""
    oud = old_wire(document)
    document.lock = lock
    document.save(update_fields=["lock"])
    journal.updated(document, oud, notify=False)
    return document
