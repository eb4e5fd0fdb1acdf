"""Questions about documents that commands, rules and faces ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from zaakwerk.documenten import scopes
from zaakwerk.documenten.models import (
    BestandsDeel,
    DocumentnummerTeller,
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
    Gebruiksrechten,
    ObjectInformatieObject,
    Verzending,
)
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import Actor, Target
from zaakwerk.zgw.instances import exists
from zaakwerk.zgw.numbers import next_numbers
from zaakwerk.zgw.reach import Reach


@dataclass(frozen=True)
class DocumentReach(Reach):
    """A right that is about one zaak or besluit holds for the documents that belong to it."""

    def objects(self, uuids: Sequence[UUID | None]) -> Q:
        links = ObjectInformatieObject.objects.filter(object_uuid__in=[uuid for uuid in uuids if uuid])
        return Q(**{f"{self.via}pk__in": links.order_by().values("informatieobject")})

    def others(self, uuids: Sequence[UUID | None]) -> Q:
        return ~self.objects(uuids)


REACH = DocumentReach(
    "drc",
    "informatieobjecttype",
    "vertrouwelijkheidaanduiding",
    type_name="omschrijving",
    published_path="is_gereed_voor_publicatie",
)
PORTAL_LEVEL = vertrouwelijkheid.NUMBER["zaakvertrouwelijk"]
PORTAL_STATUSES = ("definitief", "gearchiveerd")
FOR_PORTAL = Q(laatste_versie__status__in=PORTAL_STATUSES, vertrouwelijkheidaanduiding__lte=PORTAL_LEVEL)


def documents() -> QuerySet[EnkelvoudigInformatieObject]:
    """Every document with its latest version, content and type loaded; newest first."""
    related = ("laatste_versie__inhoud", "informatieobjecttype")
    return EnkelvoudigInformatieObject.objects.select_related(*related).order_by("-id")


def visible_to(actor: Actor) -> QuerySet[EnkelvoudigInformatieObject]:
    """The documents an actor may read; raises Forbidden for an actor without any right to read documents."""
    predicate = REACH.visible_to(actor, scopes.LEZEN)
    return documents() if predicate is None else documents().filter(predicate)


def linked_to(object_uuid: UUID, actor: Actor) -> QuerySet[EnkelvoudigInformatieObject]:
    """What an actor may read of the documents that belong to a zaak or besluit."""
    return visible_to(actor).filter(objectinformatieobjecten__object_uuid=object_uuid)


def linked_documents(object_uuid: UUID) -> QuerySet[EnkelvoudigInformatieObject]:
    """All documents that belong to a zaak or besluit, whoever asks."""
    return documents().filter(objectinformatieobjecten__object_uuid=object_uuid)


def portal_documents(object_uuid: UUID) -> QuerySet[EnkelvoudigInformatieObject]:
    """What a citizen sees of the documents of a zaak: finished and not confidential (portaal §0.2)."""
    return linked_documents(object_uuid).filter(FOR_PORTAL)


def target_of(document: EnkelvoudigInformatieObject | EnkelvoudigInformatieObjectVersie) -> Target:
    """What rights on a document, or on one version of it, depend on (1.4.4)."""
    found = document.informatieobjecttype
    level, is_published = document.vertrouwelijkheidaanduiding, bool(document.is_gereed_voor_publicatie)
    return Target("drc", found.uuid, found.omschrijving, level, is_published=is_published)


def versions_of(document_id: int) -> QuerySet[EnkelvoudigInformatieObjectVersie]:
    """The versions of a document, latest first, with their content and type loaded."""
    related = ("document", "inhoud", "informatieobjecttype")
    found = EnkelvoudigInformatieObjectVersie.objects.filter(document=document_id)
    return found.select_related(*related).order_by("-versie")


def version_of(
    document_id: int, versie: int | None = None, registratie_op: datetime | None = None
) -> EnkelvoudigInformatieObjectVersie | None:
    """A version by number or as it stood at a moment, else the latest; the number wins (5.3)."""
    found = versions_of(document_id)
    if versie is not None:
        found = found.filter(versie=versie)
    elif registratie_op is not None:
        found = found.filter(begin_registratie__lte=registratie_op)
    return found.first()


def has_links(document: EnkelvoudigInformatieObject) -> bool:
    """Whether a zaak or besluit refers to the document (drc-008)."""
    return ObjectInformatieObject.objects.filter(informatieobject=document).exists()


def parts_of(document_id: int) -> list[BestandsDeel]:
    """The parts of an upload that is under way, in their order, with the content of those that arrived."""
    found = BestandsDeel.objects.filter(document=document_id)
    return list(found.select_related("inhoud").order_by("volgnummer"))


def waiting_versions(document_id: int) -> QuerySet[EnkelvoudigInformatieObjectVersie]:
    """The versions of a document that wait for the parts of their content."""
    found = EnkelvoudigInformatieObjectVersie.objects.filter(document=document_id)
    return found.filter(inhoud=None, bestandsomvang__gt=0)


def has_gebruiksrechten(document_id: int) -> bool:
    """Whether gebruiksrechten of a document were laid down (drc-006)."""
    return exists(Gebruiksrechten, informatieobject=document_id)


def other_verzendingen(document: EnkelvoudigInformatieObject, but_not: int | None = None) -> set[str]:
    """What kinds of verzending a document has beside this one."""
    found = Verzending.objects.filter(informatieobject=document)
    return set(
        (found if but_not is None else found.exclude(pk=but_not)).values_list("aard_relatie", flat=True)
    )


def is_mirrored(document: EnkelvoudigInformatieObject, object_uuid: UUID) -> bool:
    """Whether the relation of a document and an object has its mirror here."""
    return exists(ObjectInformatieObject, informatieobject=document.pk, object_uuid=object_uuid)


def is_taken(bronorganisatie: str, identificatie: str, but_not: int | None = None) -> bool:
    """Whether another document of the organisation has this identificatie."""
    found = EnkelvoudigInformatieObject.objects.filter(
        bronorganisatie=bronorganisatie, identificatie=identificatie
    )
    return (found if but_not is None else found.exclude(pk=but_not)).exists()


def next_number(bronorganisatie: str, jaar: int) -> int:
    """The next sequence number of an organisation and year, race-free by the counter's row lock."""
    return next_numbers(DocumentnummerTeller, bronorganisatie=bronorganisatie, jaar=jaar)[0]
