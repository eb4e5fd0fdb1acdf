"""Versions: what registering and changing a document share; the fields of a version and its keywords."""

from collections.abc import Sequence
from typing import Any, Protocol

from zaakwerk.documenten.content import store
from zaakwerk.documenten.content.incoming import Content
from zaakwerk.documenten.models import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
    Inhoud,
    Trefwoord,
)
from zaakwerk.documenten.tekst import index
from zaakwerk.zgw import clock

DOCUMENT_FIELDS = ("identificatie", "bronorganisatie", "indicatie_gebruiksrecht", "informatieobjecttype")
OWN_FIELDS = (
    "id",
    "document",
    "versie",
    "begin_registratie",
    "vertrouwelijkheidaanduiding",
    "bestandsomvang",
    "inhoud",
)
VERSION_FIELDS = tuple(
    found.name
    for found in EnkelvoudigInformatieObjectVersie._meta.concrete_fields
    if found.name not in OWN_FIELDS
)


class Source(Protocol):
    """A command that knows the value every field of the new version will have."""

    def value(self, name: str) -> Any: ...


def add_version(
    document: EnkelvoudigInformatieObject, versie: int, source: Source, inhoud: Inhoud | None
) -> EnkelvoudigInformatieObjectVersie:
    """Writes a version of a document; content knows its own size."""
    content = source.value("inhoud")
    version = EnkelvoudigInformatieObjectVersie(
        document=document,
        versie=versie,
        begin_registratie=clock.now(),
        vertrouwelijkheidaanduiding=document.vertrouwelijkheidaanduiding,
        bestandsomvang=source.value("bestandsomvang") if content is None else content.omvang,
        inhoud=inhoud,
        **{name: source.value(name) for name in VERSION_FIELDS},
    )
    version.trefwoorden = list(version.trefwoorden)
    version.save(force_insert=True)
    index.version_added(version)
    return version


def kept(content: Content | None) -> Inhoud | None:
    """Content in its place in the store; of no bytes there is nothing to keep."""
    return store.keep(content) if content is not None and content.omvang else None


def index_keywords(document: EnkelvoudigInformatieObject, words: Sequence[str]) -> None:
    """Makes a document findable by the keywords of its latest version."""
    found = [Trefwoord(document=document, woord=word) for word in dict.fromkeys(words)]
    Trefwoord.objects.bulk_create(found)
