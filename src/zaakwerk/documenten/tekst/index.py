"""Index: what of a document can be found by its words; the worker writes it soon after a change (ADR 16)."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from zaakwerk.documenten.models import EnkelvoudigInformatieObject, EnkelvoudigInformatieObjectVersie
from zaakwerk.zgw.fulltext import Index

INDEX = Index("documenten_zoektekst", words=("titel", "beschrijving", "tekst"), names=("namen",))
Version = EnkelvoudigInformatieObjectVersie


def version_added(version: Version) -> None:
    """Has the worker make a document findable by its new version, once that is committed.

    The document still has the version before as its latest. What was found by that one goes at once when the
    content or who may see it is another now: nobody finds words that they may not read any more.
    """
    # Here, because the job writes to this index in its turn.
    from zaakwerk.documenten.tekst.taken import opnemen

    latest = version.document.laatste_versie
    if latest is not None and facts(latest) != facts(version):
        forget(version.document_id)
    opnemen.enqueue(version.pk)


def content_arrived(versions: Iterable[int]) -> None:
    """Has the worker read content that came after its versions did, in parts; takes their keys."""
    from zaakwerk.documenten.tekst.taken import opnemen

    for version in versions:
        opnemen.enqueue(version)


def facts(version: Version) -> tuple[str | None, int, int]:
    """What decides which words there are, and who may find them."""
    return version.inhoud_id, version.informatieobjecttype_id, version.vertrouwelijkheidaanduiding


def forget(document: int) -> None:
    """Takes the words of a document away, in the transaction that destroys or changes it."""
    INDEX.remove([document])


def texts_of(version: Version) -> dict[str, str]:
    """The columns that follow from the version itself."""
    names = (version.document.identificatie, version.bestandsnaam, version.auteur, *version.trefwoorden)
    return {
        "titel": version.titel,
        "beschrijving": version.beschrijving,
        "namen": " ".join(filter(None, names)),
    }


def behind() -> QuerySet[EnkelvoudigInformatieObject]:
    """Documents that are not in the index, or whose content nobody was asked to read."""
    sql = f"SELECT {INDEX.key} FROM {INDEX.table}"  # noqa: S608 - names of ours
    is_absent = ~Q(pk__in=RawSQL(sql, []))  # noqa: S611
    is_unread = Q(laatste_versie__inhoud__isnull=False, laatste_versie__tekstwinning=None)
    found = EnkelvoudigInformatieObject.objects.filter(is_absent | is_unread, laatste_versie__isnull=False)
    return found.order_by("pk")
