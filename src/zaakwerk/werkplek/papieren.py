"""Papieren: documents that hold the words of a question, each with a part of its text and its zaak."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from zaakwerk.documenten import queries as documenten
from zaakwerk.documenten.models import ObjectInformatieObject
from zaakwerk.documenten.tekst.index import INDEX
from zaakwerk.documenten.tekst.zoeken import fragment
from zaakwerk.werkvoorraad.zoeken.vraag import Vraag
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.fulltext import terms
from zaakwerk.zgw.problems import Forbidden

MOST = 3


@dataclass(frozen=True)
class Papier:
    """A document that was found: where it opens, the zaak it belongs to, and pieces of text with the hits."""

    titel: str
    soort: str
    url: str
    zaak: Zaak
    fragment: Sequence[tuple[str, bool]]


def found(actor: Actor, question: Vraag) -> list[Papier]:
    """The newest few documents with every word, of zaken the actor may see; constant in statements."""
    if not terms(question.q) or question.chosen or question.betrokkene:
        return []
    try:
        rows = list(documenten.visible_to(actor).filter(INDEX.matches(question.q))[:MOST])
    except Forbidden:
        return []
    texts = INDEX.texts([row.pk for row in rows])
    zaken = zaken_of(actor, [row.pk for row in rows])
    return [
        Papier(
            titel=titel_of(row),
            soort=row.informatieobjecttype.omschrijving,
            url=reverse("werkplek:document", args=[zaken[row.pk].uuid, row.uuid]),
            zaak=zaken[row.pk],
            fragment=fragment(texts.get(row.pk, {}), question.q),
        )
        for row in rows
        if row.pk in zaken
    ]


def titel_of(document: Any) -> str:
    """What the latest version is called."""
    return str(document.laatste_versie.titel)


def zaken_of(actor: Actor, documents: Sequence[int]) -> dict[int, Zaak]:
    """A zaak that the actor may see, by the document that belongs to it."""
    links = ObjectInformatieObject.objects.filter(informatieobject__in=documents, object_type="zaak")
    pairs: list[tuple[int, UUID]] = list(links.values_list("informatieobject", "object_uuid"))
    if not pairs:
        return {}
    seen = {
        zaak.uuid: zaak for zaak in queries.visible_to(actor).filter(uuid__in={uuid for _, uuid in pairs})
    }
    return {document: seen[uuid] for document, uuid in pairs if uuid in seen}
