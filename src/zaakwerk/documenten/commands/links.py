"""Link a document to an object elsewhere: the mirror of a relation that zaken or besluiten lead (1.13)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from zaakwerk.documenten import queries, scopes
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, ObjectInformatieObject
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.representation import encode, read_pks, wire_of


def link_object(
    informatieobject: EnkelvoudigInformatieObject,
    object_type: str,
    object_uuid: UUID,
    object_url: str,
    journal: Journal | None = None,
) -> ObjectInformatieObject:
    """Writes the mirror within the caller's transaction; with a journal it enters the document's audit trail.

    `object_url` is without base; the caller holds the rights and has checked that the relation is new.
    """
    oio = ObjectInformatieObject.objects.create(
        informatieobject=informatieobject, object_type=object_type, object_uuid=object_uuid, object=object_url
    )
    if journal is not None:
        journal.created(oio)
    return oio


def unlink_object(
    informatieobject: EnkelvoudigInformatieObject, object_uuid: UUID, journal: Journal | None = None
) -> None:
    """Removes the mirror within the caller's transaction; nothing happens when there is none."""
    found = ObjectInformatieObject.objects.filter(informatieobject=informatieobject, object_uuid=object_uuid)
    if journal is not None:
        for oio in found.select_related("informatieobject"):
            journal.destroyed(oio, wire_of(registry.for_model(ObjectInformatieObject), oio.pk))
    found.delete()


def unlink_all(object_uuid: UUID, journal: Journal) -> None:
    """Removes every mirror of an object that goes, within the caller's transaction; never one by one."""
    found = ObjectInformatieObject.objects.filter(object_uuid=object_uuid)
    mirrors = list(found.select_related("informatieobject").order_by("id"))
    before = read_pks(registry.for_model(ObjectInformatieObject), [oio.pk for oio in mirrors])
    for oio, oud in zip(mirrors, before, strict=True):
        journal.destroyed(oio, encode(oud.wire))
    found.delete()


@dataclass(frozen=True, kw_only=True)
class LinkObject(Command[ObjectInformatieObject]):
    """The mirror as a command of its own, for a relation whose leading side is not in this process."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN

    informatieobject: EnkelvoudigInformatieObject
    object_type: str
    object_uuid: UUID
    object_url: str

    def target(self) -> Target:
        return queries.target_of(self.informatieobject)

    def apply(self, journal: Journal) -> ObjectInformatieObject:
        return link_object(
            self.informatieobject, self.object_type, self.object_uuid, self.object_url, journal
        )


@dataclass(frozen=True, kw_only=True)
class UnlinkObject(Command[EnkelvoudigInformatieObject]):
    """Takes the mirror away again."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN

    informatieobject: EnkelvoudigInformatieObject
    object_uuid: UUID

    def target(self) -> Target:
        return queries.target_of(self.informatieobject)

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        unlink_object(self.informatieobject, self.object_uuid, journal)
        return self.informatieobject
