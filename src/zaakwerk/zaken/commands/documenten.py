"""Link documents to a zaak; the leading side of the mirror in Documenten (zrc-003, zrc-005, zrc-017)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.db import transaction

from zaakwerk.documenten.commands import link_object, unlink_object
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken import elders, scopes
from zaakwerk.zaken.commands.base import DestroyPart, UpdatePart, ZaakCommand, old_wire
from zaakwerk.zaken.elders import DocumentElders
from zaakwerk.zaken.models import Status, Zaak, ZaakInformatieObject
from zaakwerk.zaken.rules import parts
from zaakwerk.zgw import clock, registry
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.outbound import CallFailed

Precondition = Callable[[], None] | None


@dataclass(frozen=True, kw_only=True)
class LinkDocument(ZaakCommand[ZaakInformatieObject]):
    """Adds a document to the dossier, with its mirror: in the same transaction, or at another system."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN | scopes.WRITE
    rules: ClassVar[Any] = (
        parts.zrc_017_documenttype_of_zaaktype,
        parts.zrc_005_document_linked_once,
        parts.zrc_005_document_elsewhere_exists,
        parts.zrc_022_no_document_on_archived_zaak,
        parts.gangbaar_status_of_same_zaak,
    )

    zaak: Zaak
    informatieobject: EnkelvoudigInformatieObject | DocumentElders
    titel: str = ""
    beschrijving: str = ""
    vernietigingsdatum: datetime | None = None
    status: Status | None = None

    @property
    def elders(self) -> str:
        """The URL of a document of another installation; empty for one of ours."""
        return self.informatieobject.url if isinstance(self.informatieobject, DocumentElders) else ""

    def references(self) -> Iterator[str]:
        yield self.elders

    def prepare(self) -> None:
        super().prepare()
        kind = (self.outside.body(self.elders) or {}).get("informatieobjecttype")
        if isinstance(kind, str):
            self.outside.learn(kind)

    @property
    def soort(self) -> str | None:
        """What the kind of the document is called; None when that cannot be learnt."""
        if isinstance(self.informatieobject, EnkelvoudigInformatieObject):
            return self.informatieobject.informatieobjecttype.omschrijving
        kind = (self.outside.body(self.elders) or {}).get("informatieobjecttype")
        name = (self.outside.body(kind) or {}).get("omschrijving") if isinstance(kind, str) else None
        return name if isinstance(name, str) else None

    def execute(self, precondition: Precondition = None) -> tuple[ZaakInformatieObject, Journal]:
        zio, journal = super().execute(precondition)
        if zio.elders:
            mirror(zio, journal)
        return zio, journal

    def apply(self, journal: Journal) -> ZaakInformatieObject:
        local = None if isinstance(self.informatieobject, DocumentElders) else self.informatieobject
        zio = ZaakInformatieObject.objects.create(
            zaak=self.zaak,
            informatieobject=local,
            elders=self.elders,
            elders_soort=(self.soort or "") if self.elders else "",
            titel=self.titel,
            beschrijving=self.beschrijving,
            registratiedatum=clock.now(),
            vernietigingsdatum=self.vernietigingsdatum,
            status=self.status,
        )
        if local is not None:
            url = registry.for_model(Zaak).url_for(self.zaak)
            link_object(local, "zaak", self.zaak.uuid, url, journal)
            journal.created(zio)
        return zio


def mirror(zio: ZaakInformatieObject, journal: Journal) -> None:
    """Makes the mirror at the other side, and only then tells of the relation; without it there is none."""
    try:
        zio.spiegel = elders.make_mirror(zio)
    except CallFailed as failure:
        zio.delete()
        raise elders.refused(failure) from None
    with transaction.atomic():
        if not ZaakInformatieObject.objects.filter(pk=zio.pk).update(spiegel=zio.spiegel):
            elders.orphan([zio], clock.now())  # the zaak went meanwhile
            return
        journal.created(zio)
        journal.flush()


class UpdateDocumentLink(UpdatePart[ZaakInformatieObject]):
    """Changes what is said about the document in this zaak; the mirror stays as it is."""

    notifies: ClassVar[bool] = False


class UnlinkDocument(DestroyPart[ZaakInformatieObject]):
    """Takes a document out of the dossier, mirror and all; the document itself stays."""

    scopes: ClassVar[Scopes] = scopes.WRITE | scopes.VERWIJDEREN

    def execute(self, precondition: Precondition = None) -> tuple[ZaakInformatieObject, Journal]:
        oud = old_wire(self.instance) if self.instance.elders else b""
        zio, journal = super().execute(precondition)
        if zio.elders:
            unmirror(zio, oud, journal)
        return zio, journal

    def apply(self, journal: Journal) -> ZaakInformatieObject:
        if self.instance.informatieobject is not None:
            unlink_object(self.instance.informatieobject, self.instance.zaak.uuid, journal)
            return super().apply(journal)
        return super().apply(Journal(self.actor))  # what is told of it waits until the mirror is gone


def unmirror(zio: ZaakInformatieObject, oud: bytes, journal: Journal) -> None:
    """Removes the mirror at the other side, and only then tells of it; with the mirror the relation stays."""
    try:
        elders.remove_mirror(zio.spiegel)
    except CallFailed as failure:
        zio.save(force_insert=True)
        raise elders.refused(failure) from None
    with transaction.atomic():
        journal.destroyed(zio, oud)
        journal.flush()
