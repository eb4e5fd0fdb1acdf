"""External: JSON objects behind URLs on other hosts, fetched once per request from hosts that are listed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import msgspec

from zaakwerk.zgw import outbound

Found = dict[str, Any] | outbound.CallFailed
# What one request may ask of others; a page that needs more is asked in smaller pages.
MAX_ASKED, MAX_SECONDS = 200, 20.0


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
        answer = outbound.call("GET", url, headers={"Accept": "application/json"}, seconds=seconds)
    except outbound.CallFailed as failure:
        return failure
    if not answer.is_success or not answer.is_whole:
        return outbound.CallFailed(f"De URL geeft geen object: {answer}.")
    try:
        return msgspec.json.decode(answer.body, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return outbound.CallFailed("De URL geeft geen JSON-object.")
