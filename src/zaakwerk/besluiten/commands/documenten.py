"""Link documents to a besluit; the leading side of the mirror in Documenten (brc-003, brc-005, brc-008)."""

from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.besluiten import queries, rules, scopes
from zaakwerk.besluiten.commands.base import lock_besluit, old_wire, stored_url
from zaakwerk.besluiten.models import Besluit, BesluitInformatieObject
from zaakwerk.documenten.commands import link_object, unlink_object
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class LinkDocument(Command[BesluitInformatieObject]):
    """Adds a document that lays the besluit down, with its mirror."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN
    rules: ClassVar[Any] = (rules.brc_008_documenttype_of_besluittype, rules.brc_005_document_linked_once)

    besluit: Besluit
    informatieobject: EnkelvoudigInformatieObject

    def lock(self) -> None:
        lock_besluit(self.besluit, with_zaak=False)
        # So that nobody destroys the document meanwhile, or the relation hears that it is gone.
        lock_row(self.informatieobject, "informatieobjecttype")

    def target(self) -> Target:
        return queries.target_of(self.besluit)

    def apply(self, journal: Journal) -> BesluitInformatieObject:
        bio = BesluitInformatieObject(besluit=self.besluit, informatieobject=self.informatieobject)
        bio.save(force_insert=True)
        link_object(self.informatieobject, "besluit", self.besluit.uuid, stored_url(self.besluit), journal)
        journal.created(bio)
        return bio


@dataclass(frozen=True, kw_only=True)
class UnlinkDocument(Command[BesluitInformatieObject]):
    """Takes a document away from the besluit, mirror and all; the document itself stays."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN

    instance: BesluitInformatieObject

    def lock(self) -> None:
        lock_besluit(self.instance.besluit, with_zaak=False)

    def target(self) -> Target:
        return queries.target_of(self.instance.besluit)

    def apply(self, journal: Journal) -> BesluitInformatieObject:
        bio, pk = self.instance, self.instance.pk
        unlink_object(bio.informatieobject, bio.besluit.uuid, journal)
        journal.destroyed(bio, old_wire(bio))
        bio.delete()
        bio.pk = pk
        return bio
