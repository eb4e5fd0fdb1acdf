"""Parts of content: announced with a version, received one by one, merged or given up with the lock (5.5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from django.db import transaction

from zaakwerk.documenten import bestandsdelen, queries, scopes
from zaakwerk.documenten.commands.base import lock_document, old_wire
from zaakwerk.documenten.commands.versions import kept
from zaakwerk.documenten.content import store
from zaakwerk.documenten.content.incoming import Content
from zaakwerk.documenten.models import BestandsDeel, EnkelvoudigInformatieObject, Inhoud
from zaakwerk.documenten.rules import delen, sloten
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class ReceivePart(Command[BestandsDeel]):
    """Takes the content of one part; it may be sent again until the document is unlocked."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    rules: ClassVar[Any] = (sloten.drc_009_part_needs_lock_id, delen.gangbaar_part_has_its_size)

    instance: BestandsDeel
    lock_id: str
    inhoud: Content | None

    @property
    def document(self) -> EnkelvoudigInformatieObject:
        """The document that the content is for."""
        return self.instance.document

    def lock(self) -> None:
        document = self.document
        lock_document(document)
        lock_row(self.instance)
        self.instance.document = document

    def target(self) -> Target:
        return queries.target_of(self.document)

    def apply(self, journal: Journal) -> BestandsDeel:
        oud, before = old_wire(self.document), self.instance.inhoud_id
        self.instance.inhoud = kept(self.inhoud)
        self.instance.save(update_fields=["inhoud"])
        release_later([before])
        journal.updated(self.document, oud, notify=False)
        return self.instance


def announce(document: EnkelvoudigInformatieObject, omvang: int) -> None:
    """Makes the parts of an upload; those of one of the same size that is under way stay."""
    open_ones = queries.parts_of(document.pk)
    if open_ones and sum(part.omvang for part in open_ones) == omvang:
        return
    remove_parts(document)
    make_parts(document, omvang)


def make_parts(document: EnkelvoudigInformatieObject, omvang: int) -> None:
    """The parts of an upload of so many bytes, of which none arrived yet."""
    BestandsDeel.objects.bulk_create(
        BestandsDeel(document=document, volgnummer=number, omvang=size)
        for number, size in enumerate(bestandsdelen.sizes_of(omvang), start=1)
    )


def fill(document: EnkelvoudigInformatieObject, inhoud: Inhoud | None) -> None:
    """Gives the content to every version that waited for it; its parts are gone."""
    queries.waiting_versions(document.pk).update(inhoud=inhoud)
    remove_parts(document)


def give_up(document: EnkelvoudigInformatieObject) -> None:
    """Leaves the versions that waited without content; the parts that did arrive are gone."""
    queries.waiting_versions(document.pk).update(bestandsomvang=None)
    remove_parts(document)


def remove_parts(document: EnkelvoudigInformatieObject) -> None:
    """Removes the parts of a document, and what the store keeps for them alone."""
    release_later(part.inhoud_id for part in queries.parts_of(document.pk))
    BestandsDeel.objects.filter(document=document).delete()


def release_later(hashes: Iterable[str | None]) -> None:
    """Lets go of content after the commit: until then its rows exist, and must be whole."""
    found = {sha256 for sha256 in hashes if sha256}
    if found:
        transaction.on_commit(partial(store.release, found), robust=True)
