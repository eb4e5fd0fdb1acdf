"""Lock and unlock a document, so that one writer at a time makes its next version (5.4)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from zaakwerk.documenten import queries, scopes
from zaakwerk.documenten.bestandsdelen import Upload
from zaakwerk.documenten.commands import delen
from zaakwerk.documenten.commands.base import DocumentCommand, old_wire
from zaakwerk.documenten.commands.versions import kept, new_lock
from zaakwerk.documenten.content.incoming import Content
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Inhoud
from zaakwerk.documenten.rules import sloten
from zaakwerk.documenten.rules.delen import gangbaar_upload_is_complete
from zaakwerk.documenten.rules.documenten import gangbaar_integriteit_fits_inhoud
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Conflict


@dataclass(frozen=True, kw_only=True)
class LockDocument(DocumentCommand):
    """Puts a document under a lock with an id nobody can guess; it stays until it is unlocked."""

    scopes: ClassVar[Scopes] = scopes.LOCK
    rules: ClassVar[Any] = (sloten.drc_009_document_is_not_locked_twice,)

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        oud = old_wire(self.instance)
        self.instance.lock = new_lock()
        self.instance.save(update_fields=["lock"])
        journal.updated(self.instance, oud, notify=False)
        return self.instance


@dataclass(frozen=True, kw_only=True)
class UnlockDocument(DocumentCommand):
    """Takes the lock off, with its id or by force; an upload in parts is finished with it, or given up."""

    scopes: ClassVar[Scopes] = scopes.LOCK | scopes.GEFORCEERD_UNLOCK
    rules: ClassVar[Any] = (
        sloten.drc_009_unlock_needs_lock_id,
        gangbaar_upload_is_complete,
        gangbaar_integriteit_fits_inhoud,
    )

    lock_id: str = ""
    upload: Upload = field(default_factory=Upload, init=False, repr=False, compare=False)

    @property
    def may_force(self) -> bool:
        """Whether the actor may unlock without the id."""
        return self.actor.may(scopes.GEFORCEERD_UNLOCK, self.target())

    @property
    def missing_parts(self) -> list[int]:
        """The numbers of the parts that did not arrive yet."""
        return [part.volgnummer for part in queries.parts_of(self.instance.pk) if not part.is_complete]

    @property
    def new_content(self) -> Content | Inhoud | None:
        """What the parts make together."""
        return self.upload.content

    def value(self, name: str) -> Any:
        """What the latest version says of itself."""
        return getattr(self.instance.laatste_versie, name)

    def prepare(self) -> None:
        self.authorise()
        if not self.missing_parts and not self.violations():
            self.upload.merge(queries.parts_of(self.instance.pk))
            self.violations()  # reads the content now, for a checksum, and not while others wait

    def execute(
        self, precondition: Callable[[], None] | None = None
    ) -> tuple[EnkelvoudigInformatieObject, Journal]:
        try:
            return super().execute(precondition)
        finally:
            self.upload.discard()

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        document, oud = self.instance, old_wire(self.instance)
        parts = queries.parts_of(document.pk)
        if self.missing_parts:
            delen.give_up(document)
        elif parts:
            if [part.inhoud_id for part in parts] != self.upload.hashes:
                raise Conflict("Een bestandsdeel is zojuist vervangen. Probeer het opnieuw.")
            delen.fill(document, kept(self.upload.content))
        document.lock = ""
        document.save(update_fields=["lock"])
        # A lock alone is no message; content that came or stayed away is.
        journal.updated(document, oud, notify=bool(parts))
        return document
