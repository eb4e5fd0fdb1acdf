"""Register a document: its identity, its first version and its content (5.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.documenten import queries, scopes
from zaakwerk.documenten.commands.delen import make_parts
from zaakwerk.documenten.commands.versions import (
    DOCUMENT_FIELDS,
    add_version,
    announces_parts,
    index_keywords,
    kept,
    new_lock,
)
from zaakwerk.documenten.content.incoming import Content
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.rules.documenten import ON_EVERY_VERSION, gangbaar_integriteit_fits_inhoud
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class RegisterDocument(Command[EnkelvoudigInformatieObject]):
    """Registers a document; what is left open follows from its type (drc-007) and its content.

    With a `bestandsomvang` and no content it waits, locked, for its bestandsdelen (5.5).
    """

    scopes: ClassVar[Scopes] = scopes.AANMAKEN
    rules: ClassVar[Any] = ON_EVERY_VERSION
    pk: ClassVar[int | None] = None
    has_gebruiksrechten: ClassVar[bool] = False

    bronorganisatie: str
    creatiedatum: date
    titel: str
    auteur: str
    taal: str
    informatieobjecttype: InformatieObjectType
    identificatie: str = ""
    vertrouwelijkheidaanduiding: int = 0
    is_gereed_voor_publicatie: bool | None = None
    tonen_aan_initiator: bool = False
    status: str = ""
    inhoud_is_vervallen: bool | None = None
    formaat: str = ""
    bestandsnaam: str = ""
    bestandsomvang: int | None = None
    link: str = ""
    beschrijving: str = ""
    ontvangstdatum: date | None = None
    verzenddatum: date | None = None
    indicatie_gebruiksrecht: bool | None = None
    verschijningsvorm: str = ""
    ondertekening: dict[str, Any] | None = None
    integriteit: dict[str, Any] | None = None
    trefwoorden: Sequence[str] = ()
    inhoud: Content | None = None

    def sends(self, name: str) -> bool:
        """Whether this command says something about a field: about every one."""
        return True

    def value(self, name: str) -> Any:
        """The value a field will have."""
        return getattr(self, name)

    @property
    def new_content(self) -> Content | None:
        """The content that came along."""
        return self.inhoud

    @property
    def level(self) -> int:
        """The confidentiality as sent, else the type's (drc-007)."""
        return self.vertrouwelijkheidaanduiding or self.informatieobjecttype.vertrouwelijkheidaanduiding

    def target(self) -> Target:
        found = self.informatieobjecttype
        return Target("drc", found.uuid, found.omschrijving, self.level)

    def prepare(self) -> None:
        # Reads the content now, for its checksum, and not while other writers wait.
        list(gangbaar_integriteit_fits_inhoud(self))

    def apply(self, journal: Journal) -> EnkelvoudigInformatieObject:
        document = EnkelvoudigInformatieObject(**{name: self.value(name) for name in DOCUMENT_FIELDS})
        document.vertrouwelijkheidaanduiding = self.level
        document.identificatie = self.identificatie or self.new_identificatie()
        document.lock = new_lock() if announces_parts(self) else ""
        document.save(force_insert=True)
        if document.lock:
            make_parts(document, self.bestandsomvang or 0)
        document.laatste_versie = add_version(document, 1, self, kept(self.inhoud))
        document.save(update_fields=["laatste_versie"])
        if self.trefwoorden:
            index_keywords(document, self.trefwoorden)
        journal.created(document)
        return document

    def new_identificatie(self) -> str:
        """DOCUMENT-{year}-{ten digits}; skips what clients chose themselves."""
        jaar = clock.today().year
        while True:
            found = f"DOCUMENT-{jaar}-{queries.next_number(self.bronorganisatie, jaar):010d}"
            if not queries.is_taken(self.bronorganisatie, found):
                return found
