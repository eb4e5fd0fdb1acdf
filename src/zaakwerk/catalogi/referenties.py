"""References to a selectielijst: what a type's URL stands for, built in or on a host that is registered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from zaakwerk.selectielijst import queries, resources
from zaakwerk.selectielijst.records import PUBLIC_URL
from zaakwerk.zgw import external
from zaakwerk.zgw.kinds import Uri
from zaakwerk.zgw.links import BASE, Origin
from zaakwerk.zgw.outbound import CallFailed
from zaakwerk.zgw.problems import NotFound

Wire = Mapping[str, Any]


class Unresolved(Exception):
    """A URL that stands for nothing: the code clients know, and a Dutch sentence."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code


@dataclass(frozen=True)
class Kind:
    """One kind of object of a selectielijst: its word, how it is found and shown, and what it must have."""

    word: str
    built_in: Callable[[str], Any]
    wire: Callable[[Any], Wire]
    keys: frozenset[str]

    def find(self, url: str) -> Wire:
        """The object behind a URL in the form of the selectielijst API; raises Unresolved."""
        record = self.built_in(url)
        if record is not None:
            return {**self.wire(record), "url": url}
        is_public = is_selectielijst(url)
        no_such = Unresolved("invalid-resource", f"De URL is geen {self.word} van de selectielijst.")
        if is_local(url):
            raise no_such
        try:
            found = external.read(url)
        except CallFailed as failure:
            raise no_such if is_public else Unresolved("bad-url", str(failure)) from None
        if not self.keys <= set(found):
            raise no_such
        return found

    def known(self, url: str) -> Wire | None:
        """As `find`; None for a URL that stands for nothing."""
        try:
            return self.find(url) if url else None
        except Unresolved:
            return None

    def embedded(self, url: str) -> Wire:
        """As `find`, for expand: what cannot be found is a 404 (zrc-028)."""
        try:
            return self.find(url)
        except Unresolved as problem:
            raise NotFound(str(problem)) from None


PROCESTYPE = Kind(
    "procestype", queries.procestype, resources.procestype_wire, frozenset({"nummer", "procesobject"})
)
RESULTAAT = Kind(
    "resultaat", queries.resultaat, resources.resultaat_wire, frozenset({"procesType", "waardering"})
)
OMSCHRIJVING = Kind(
    "resultaattypeomschrijving",
    queries.resultaattypeomschrijving,
    resources.omschrijving_wire,
    frozenset({"omschrijving", "definitie"}),
)


class Reference(Uri):
    """A URL of a selectielijst; another host is asked here, before the database is locked for the command."""

    def __init__(self, name: str, kind: Kind, max_length: int, **options: Any) -> None:
        super().__init__(name, max_length, **options)
        self.kind = kind

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> str:
        url = super().convert(raw, body, origin)
        self.kind.known(url)
        return url


def fits_procestype(klasse: str, procestype: str) -> bool:
    """Whether a resultaat is one of a procestype; true when either is not known."""
    resultaat, wanted = RESULTAAT.known(klasse), PROCESTYPE.known(procestype)
    return resultaat is None or wanted is None or same(str(resultaat["procesType"]), procestype)


def same(one: str, other: str) -> bool:
    """Whether two URLs mean the same procestype, whichever of its addresses each uses."""
    record = queries.procestype(one)
    return one == other if record is None else record is queries.procestype(other)


def outside(url: str) -> Wire:
    """Any object on another host, for expand; what cannot be found is a 404 (zrc-028)."""
    if is_local(url):
        raise NotFound("De URL wijst niet naar een object van een ander systeem.")
    try:
        return external.read(url)
    except CallFailed as failure:
        raise NotFound(str(failure)) from None


def is_local(url: str) -> bool:
    """Whether a stored URL is one of ours."""
    return url.startswith((BASE, "/"))


def is_selectielijst(url: str) -> bool:
    """Whether a URL is on the host of the public selectielijst, or on ours."""
    return is_local(url) or url.startswith(f"{PUBLIC_URL.partition('/api/')[0]}/")
