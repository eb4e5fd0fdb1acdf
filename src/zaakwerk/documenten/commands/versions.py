"""Versions: what registering and changing a document share; the fields of a version and its keywords."""

import secrets
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
from zaakwerk.zgw import clock

DOCUMENT_FIELDS = (
    "identificatie",
    "bronorganisatie",
    "indicatie_gebruiksrecht",
    "informatieobjecttype",
    "is_gereed_voor_publicatie",
)
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
    return version


def kept(content: Content | Inhoud | None) -> Inhoud | None:
    """Content in its place in the store; of no bytes there is nothing to keep."""
    if content is None or isinstance(content, Inhoud):
        return content
    return store.keep(content) if content.omvang else None


def announces_parts(source: Source) -> bool:
    """Whether there is a size and no content: that comes in parts."""
    return source.value("inhoud") is None and bool(source.value("bestandsomvang"))


def new_lock() -> str:
    """The id of a lock, which nobody can guess."""
    return secrets.token_hex(16)


def index_keywords(document: EnkelvoudigInformatieObject, words: Sequence[str]) -> None:
    """Makes a document findable by the keywords of its latest version."""
    found = [Trefwoord(document=document, woord=word) for word in dict.fromkeys(words)]
    Trefwoord.objects.bulk_create(found)
