"""Verwijzingen: whether a URL that the register keeps as text leads somewhere, here or on another host.

A host that the operator did not list is never called; such a URL is kept as it was given.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from zaakwerk.zgw import external, outbound, registry
from zaakwerk.zgw.external import Refused
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.outbound import CallFailed


def exists_here(url: str) -> bool:
    """Whether a stored local URL names an object of one of our APIs."""
    found = registry.resolve(url.removeprefix(BASE))
    return found is not None and found[0].queryset().filter(uuid=found[1]).exists()


class Outside:
    """What other hosts answer for the URLs given; each is asked once, when first looked at."""

    def __init__(self, urls: Iterable[str] = ()) -> None:
        self.answers = {url: Answered(url) for url in urls if url and not url.startswith(BASE)}

    def ask(self) -> None:
        """Asks every URL now, so that nothing waits for another host while it holds a lock."""
        for answered in self.answers.values():
            _ = answered.body

    def learn(self, url: str) -> dict[str, Any] | None:
        """The object behind one more URL, asked now."""
        if url and not url.startswith(BASE):
            self.answers.setdefault(url, Answered(url))
        return self.body(url)

    def is_gone(self, url: str) -> bool:
        """Whether the other side answered that there is no such object."""
        return self.body(url) is None and url in self.answers and self.answers[url].is_gone

    def why_not(self, url: str) -> str:
        """Why a URL gave nothing, in a Dutch sentence; empty when it gave an object."""
        return self.answers[url].reason if url in self.answers else "De URL is niet opgevraagd."

    def body(self, url: str) -> dict[str, Any] | None:
        """The JSON object behind a URL; None when it was not among those to ask, or does not answer."""
        return self.answers[url].body if url in self.answers else None

    def is_asked(self, url: str) -> bool:
        """Whether the URL lies on another host that the operator listed."""
        return url in self.answers and self.answers[url].may_be_asked

    def is_dead(self, url: str) -> bool:
        """Whether a URL leads nowhere: ours but unknown, or on a listed host that does not give it."""
        if url.startswith(BASE):
            return not exists_here(url)
        return self.is_asked(url) and self.body(url) is None


class Answered:
    """One URL on another host and, once asked, the JSON object behind it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.reason = ""
        self.is_gone = False

    @cached_property
    def may_be_asked(self) -> bool:
        """Whether the operator listed the host, and its address may be called."""
        try:
            return bool(outbound.places(outbound.read_url(self.url)))
        except CallFailed as failure:
            self.reason = str(failure)
            return False

    @cached_property
    def body(self) -> dict[str, Any] | None:
        """The JSON object; None for any other answer and for none."""
        if not self.may_be_asked:
            return None
        try:
            return external.read(self.url)
        except CallFailed as failure:
            self.reason = str(failure)
            self.is_gone = isinstance(failure, Refused) and failure.status in (404, 410)
            return None
