"""External: JSON objects behind URLs on other hosts, fetched once per request from hosts that are listed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import msgspec

from zaakwerk.zgw import outbound

# How many URLs one request may ask for; a page that needs more is asked in smaller pages.
MAX_ASKED = 50
Found = dict[str, Any] | outbound.CallFailed
_known: ContextVar[dict[str, Found] | None] = ContextVar("known", default=None)


@contextmanager
def remembered() -> Iterator[None]:
    """Within the block a URL is asked at most once; every API request is one."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def read(url: str) -> dict[str, Any]:
    """The JSON object behind a URL on a listed host; raises CallFailed with a Dutch sentence."""
    known = _known.get()
    found = known.get(url) if known is not None else None
    if found is None:
        is_full = known is not None and len(known) >= MAX_ASKED
        found = (
            outbound.CallFailed("Dit verzoek vraagt te veel van andere systemen.") if is_full else ask(url)
        )
        if known is not None:
            known[url] = found
    if isinstance(found, outbound.CallFailed):
        raise found
    return found


def ask(url: str) -> Found:
    """One call: what came back, or why nothing did; a refusal is remembered as well."""
    try:
        answer = outbound.call("GET", url, headers={"Accept": "application/json"})
    except outbound.CallFailed as failure:
        return failure
    if not answer.is_success or not answer.is_whole:
        return outbound.CallFailed(f"De URL geeft geen object: {answer}.")
    try:
        return msgspec.json.decode(answer.body, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return outbound.CallFailed("De URL geeft geen JSON-object.")
