"""External: JSON objects behind URLs on other hosts, fetched once per request from hosts that are listed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import msgspec

from zaakwerk.zgw import crs, diensten, outbound

Found = dict[str, Any] | outbound.CallFailed
# What one request may ask of others; a page that needs more is asked in smaller pages.
MAX_ASKED, MAX_SECONDS = 200, 20.0
CRS_ASKED, CRS = {"Accept-Crs": crs.CRS}, {"Content-Crs": crs.CRS}


class Refused(outbound.CallFailed):
    """The other system answered, and did not do it."""

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.status = status


@dataclass
class Memory:
    """What was asked already, and what may still be."""

    limit: int
    seconds: float
    answers: dict[str, Found] = field(default_factory=dict)

    def ask(self, url: str) -> Found:
        """One call, within what is left of number and time."""
        if len(self.answers) >= self.limit or self.seconds <= 0:
            return outbound.CallFailed("Dit verzoek vraagt te veel van andere systemen.")
        start = monotonic()
        found = ask(url, min(outbound.TOTAL_SECONDS, self.seconds))
        self.seconds -= monotonic() - start
        return found


_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def remembered(limit: int = MAX_ASKED, seconds: float = MAX_SECONDS) -> Iterator[None]:
    """Within the block a URL is asked at most once; every API request is one, an import makes its own."""
    token = _memory.set(Memory(limit, seconds))
    try:
        yield
    finally:
        _memory.reset(token)


def read(url: str) -> dict[str, Any]:
    """The JSON object behind a URL on a listed host; raises CallFailed with a Dutch sentence."""
    memory = _memory.get()
    if memory is None:
        found = ask(url)
    elif (known := memory.answers.get(url)) is not None:
        found = known
    else:
        found = memory.answers[url] = memory.ask(url)
    if isinstance(found, outbound.CallFailed):
        raise found
    return found


def ask(url: str, seconds: float = outbound.TOTAL_SECONDS) -> Found:
    """One call: what came back, or why nothing did."""
    try:
        return send("GET", url, seconds=seconds)
    except outbound.CallFailed as failure:
        return failure


def send(method: str, url: str, body: Any = None, seconds: float = outbound.TOTAL_SECONDS) -> dict[str, Any]:
    """The JSON object that a request gives, {} for an answer without body; raises CallFailed.

    A registered service gets our token, and geometry in the one system we speak.
    """
    headers = {"Accept": "application/json", **diensten.headers_for(url)}
    if body is not None:
        headers |= {"Content-Type": "application/json", **CRS}
    sent = None if body is None else msgspec.json.encode(body)
    answer = outbound.call(method, url, headers={**CRS_ASKED, **headers}, body=sent, seconds=seconds)
    if not answer.is_success or not answer.is_whole:
        raise Refused(f"De URL geeft geen object: {answer}.", answer.status)
    if method == "DELETE" or not answer.body and answer.status == 204:
        return {}
    try:
        return msgspec.json.decode(answer.body, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise outbound.CallFailed("De URL geeft geen JSON-object.") from None
