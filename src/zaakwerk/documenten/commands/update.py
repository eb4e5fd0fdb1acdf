"""Update a document: every change is a new version (5.3)."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from zaakwerk.documenten import queries, scopes
from zaakwerk.documenten.commands import delen
from zaakwerk.documenten.commands.base import DocumentCommand, old_wire
from zaakwerk.documenten.commands.versions import (
    DOCUMENT_FIELDS,
    add_version,
    announces_parts,
    index_keywords,
    kept,
)
from zaakwerk.documenten.content.incoming import Content
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, EnkelvoudigInformatieObjectVersie, Inhoud
from zaakwerk.documenten.rules.documenten import ON_UPDATE, gangbaar_integriteit_fits_inhoud
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import assign
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import NotFound

CONTENT_FIELDS = frozenset({"inhoud", "bestandsomvang"})


@dataclass(frozen=True, kw_only=True)
class UpdateDocument(DocumentCommand):
    """Adds a version with `changes` over the latest one; needs the lock and the right before and after.

    Among the changes `inhoud` is Content; without it a `bestandsomvang` announces content in parts, and
    `inhoud` None makes a version without content. With neither of them the content stays (5.5).
    """

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    rules: ClassVar[Any] = ON_UPDATE

    changes: dict[str, Any] = field(default_factory=dict)
    partial: bool = True
    lock_id: str = ""

    @property
    def pk(self) -> int:
        """Whose identificatie may stay the same."""
        return self.instance.pk

    @property
    def latest(self) -> EnkelvoudigInformatieObjectVersie:
        """The version this one follows."""
        found = self.instance.laatste_versie
        if found is None:
            raise NotFound("Het document heeft geen versie.")
        return found

    def sends(self, name: str) -> bool:
        """Whether the change says something about a field."""
        return not CONTENT_FIELDS.isdisjoint(self.changes) if name in CONTENT_FIELDS else name in self.changes

    def value(self, name: str) -> Any:
        """The value a field will have.

        An empty identificatie keeps the one there is; an indicatie that a PUT leaves out follows drc-006.
        """
        if name == "identificatie":
            return self.changes.get(name) or self.instance.identificatie
        if self.sends(name):
            return self.changes.get(name)
        if name == "indicatie_gebruiksrecht" and not self.partial:
            return True if self.has_gebruiksrechten else None
        return getattr(self.instance if name in DOCUMENT_FIELDS else self.latest, name)

    @property
    def has_gebruiksrechten(self) -> bool:
        """Whether gebruiksrechten of the document were laid down."""
        return queries.has_gebruiksrechten(self.instance.pk)

    @property
    def new_content(self) -> Content | None:
        """The content that came along."""
        found: Content | None = self.changes.get("inhoud")
        return found

    @property
    def level(self) -> int:
        """The new confidentiality; sent empty it is the type's again (drc-007)."""
        if not self.sends("vertrouwelijkheidaanduiding"):
            return self.instance.vertrouwelijkheidaanduiding
        own: int = self.changes["vertrouwelijkheidaanduiding"]
        default: int = self.value("informatieobjecttype").vertrouwelijkheidaanduiding
        return own or default

    def authorise(self) -> None:
        super().authorise()
        found = self.value("informatieobjecttype")
        self.actor.require(self.scopes, Target("drc", found.uuid, found.omschrijving, self.level))

    def prepare(self) -> None:
        # Reads the content now, for its checksum, and not while other writers wait.
        list(gangbaar_integriteit_fits_inhoud(self))

    def new_inhoud(self) -> Inhoud | None:
        """The content of the new version: sent along, or that of the version before."""
        return kept(self.value("inhoud")) if self.sends("inhoud") else self.latest.inhoud

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        document, oud = self.instance, old_wire(self.instance)
        new: dict[str, Any] = {name: self.value(name) for name in DOCUMENT_FIELDS}
        changed = assign(document, {**new, "vertrouwelijkheidaanduiding": self.level})
        before = self.latest
        if self.sends("inhoud"):
            self.follow_upload(document)
        document.laatste_versie = add_version(document, before.versie + 1, self, self.new_inhoud())
        document.save(update_fields=[*changed, "laatste_versie"])
        if document.laatste_versie.trefwoorden != before.trefwoorden:
            document.zoekwoorden.all().delete()
            index_keywords(document, document.laatste_versie.trefwoorden)
        journal.updated(document, oud, "partial_update" if self.partial else "update")
        return document

    def follow_upload(self, document: EnkelvoudigInformatieObject) -> None:
        """Announces new parts, or gives up an upload that is under way: this version has other content."""
        if announces_parts(self):
            omvang = self.value("bestandsomvang")
            queries.waiting_versions(document.pk).exclude(bestandsomvang=omvang).update(bestandsomvang=None)
            delen.announce(document, omvang)
        elif queries.parts_of(document.pk):
            delen.give_up(document)
