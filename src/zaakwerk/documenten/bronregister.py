"""Bronregister: the register that leads a relation, asked for the object and the relation (drc-002, drc-004).

A zaak or besluit of our own is looked up here. One of another register, and every verzoek, is asked there:
on hosts that the operator listed, before anything is locked.
"""

from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec

from zaakwerk.documenten import queries
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw import outbound, registry
from zaakwerk.zgw.links import BASE, worker_origin

HEADERS = {"Accept": "application/json", "Accept-Crs": "EPSG:4326"}


class Kind(NamedTuple):
    """How a register has a kind of object: its collection, that of its relations, and a key only it has."""

    collection: str
    relations: str
    mark: str


KINDS = {
    "zaak": Kind("zaken", "zaakinformatieobjecten", "zaaktype"),
    "besluit": Kind("besluiten", "besluitinformatieobjecten", "besluittype"),
    "verzoek": Kind("verzoeken", "verzoekinformatieobjecten", "tekst"),
}


def identity_of(url: str) -> UUID:
    """Under which uuid the mirror knows an object: its own when it is ours, else one made of its URL."""
    try:
        return UUID(url.rpartition("/")[2]) if url.startswith(BASE) else uuid5(NAMESPACE_URL, url)
    except ValueError:
        return uuid5(NAMESPACE_URL, url)


class Source:
    """What the leading register says of an object and its relation with a document."""

    def __init__(self, url: str, kind: str, document: EnkelvoudigInformatieObject) -> None:
        self.url, self.kind, self.document = url, kind, document
        self.exists = self.is_of_its_kind = self.has_relation = False

    def ask(self) -> None:
        """Learns it; for one of our own that is a look at our own tables."""
        found = registry.resolve(self.url.removeprefix(BASE))
        self.exists = found is not None and found[0].queryset().filter(uuid=found[1]).exists()
        self.is_of_its_kind = found is not None and found[0].name == self.kind
        # Here a relation and its mirror come and go in one transaction.
        self.has_relation = queries.is_mirrored(self.document, identity_of(self.url))


class Elsewhere(Source):
    """The same of an object at another register."""

    def ask(self) -> None:
        kind, body = KINDS[self.kind], get(self.url)
        self.exists = isinstance(body, dict)
        self.is_of_its_kind = self.exists and kind.mark in body
        relations = get(self.address_of_relations(kind)) if self.is_of_its_kind else None
        self.has_relation = len(listed(relations)) == 1

    def ask_relation(self) -> None:
        """Learns only whether the relation is there; a register that does not answer may still have it."""
        relations = get(self.address_of_relations(KINDS[self.kind]))
        self.has_relation = relations is None or bool(listed(relations))

    def address_of_relations(self, kind: Kind) -> str:
        """Where the register lists the relation of this object with this document."""
        stem = self.url.rpartition(f"/{kind.collection}/")[0]
        document = registry.for_model(EnkelvoudigInformatieObject).url_for(self.document)
        query = {self.kind: self.url, "informatieobject": document.replace(BASE, worker_origin().base)}
        return f"{stem}/{kind.relations}?{urlencode(query)}"


def source_of(url: str, kind: str, document: EnkelvoudigInformatieObject) -> Source:
    """Who leads the relation with the object behind this URL."""
    return (Source if url.startswith(BASE) else Elsewhere)(url, kind, document)


def get(url: str) -> Any:
    """The JSON behind a URL on a listed host; None when there is none to be had."""
    try:
        answer = outbound.call("GET", url, headers=HEADERS)
        return msgspec.json.decode(answer.body) if answer.is_success and answer.is_whole else None
    except (outbound.CallFailed, msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def listed(relations: Any) -> list[Any]:
    """The relations of a bare list or a page."""
    found = relations.get("results") if isinstance(relations, dict) else relations
    return found if isinstance(found, list) else []
