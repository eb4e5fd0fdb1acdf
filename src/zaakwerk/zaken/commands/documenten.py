"""Link documents to a zaak; the leading side of the mirror in Documenten (zrc-003, zrc-005, zrc-017)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from zaakwerk.documenten.commands import link_object, unlink_object
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken import scopes
from zaakwerk.zaken.commands.base import DestroyPart, UpdatePart, ZaakCommand
from zaakwerk.zaken.models import Status, Zaak, ZaakInformatieObject
from zaakwerk.zaken.rules import parts
from zaakwerk.zgw import clock, registry
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class LinkDocument(ZaakCommand[ZaakInformatieObject]):
    """Adds a document to the dossier, with its mirror."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN | scopes.WRITE
    rules: ClassVar[Any] = (
        parts.zrc_017_documenttype_of_zaaktype,
        parts.zrc_005_document_linked_once,
        parts.zrc_022_no_document_on_archived_zaak,
        parts.gangbaar_status_of_same_zaak,
    )

    zaak: Zaak
    informatieobject: EnkelvoudigInformatieObject
    titel: str = ""
    beschrijving: str = ""
    vernietigingsdatum: datetime | None = None
    status: Status | None = None

    def apply(self, journal: Journal) -> ZaakInformatieObject:
        zio = ZaakInformatieObject.objects.create(
            zaak=self.zaak,
            informatieobject=self.informatieobject,
            titel=self.titel,
            beschrijving=self.beschrijving,
            registratiedatum=clock.now(),
            vernietigingsdatum=self.vernietigingsdatum,
            status=self.status,
        )
        url = registry.for_model(Zaak).url_for(self.zaak)
        link_object(self.informatieobject, "zaak", self.zaak.uuid, url, journal)
        journal.created(zio)
        return zio


class UpdateDocumentLink(UpdatePart[ZaakInformatieObject]):
    """Changes what is said about the document in this zaak; the mirror stays as it is."""

    notifies: ClassVar[bool] = False


class UnlinkDocument(DestroyPart[ZaakInformatieObject]):
    """Takes a document out of the dossier, mirror and all; the document itself stays."""

    scopes: ClassVar[Scopes] = scopes.WRITE | scopes.VERWIJDEREN

    def apply(self, journal: Journal) -> ZaakInformatieObject:
        unlink_object(self.instance.informatieobject, self.instance.zaak.uuid, journal)
        return super().apply(journal)
