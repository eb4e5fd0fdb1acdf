"""External objects: asked once, remembered with their refusals, and never without end."""

from collections.abc import Iterator
from typing import Any

import pytest

from zaakwerk.zgw import external
from zaakwerk.zgw.outbound import CallFailed
from zaakwerk.zgw.tests.listeners import Listener, listening

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings: Any) -> Iterator[Listener]:
    """A listed server that gives a JSON object, or 404 under /weg."""
    with listening(lambda got: 404 if got.path == "/weg" else 200) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        listener.body = b'{"naam": "Boom"}'
        yield listener


def refused(url: str) -> str:
    """Why nothing came back."""
    with pytest.raises(CallFailed) as raised:
        external.read(url)
    return str(raised.value)


def test_an_object_is_asked_once_within_a_request_and_again_in_the_next(server: Listener) -> None:
    for _ in range(2):
        with external.remembered():
            assert external.read(server.url) == external.read(server.url) == {"naam": "Boom"}
    assert len(server.received) == 2
    external.read(server.url)
    assert len(server.received) == 3


def test_a_refusal_is_remembered_too(server: Listener) -> None:
    with external.remembered():
        gone = f"http://{server.entry}/weg"
        assert refused(gone) == refused(gone) == "De URL geeft geen object: HTTP 404."
    assert len(server.received) == 1


@pytest.mark.parametrize("body", [b"[]", b"", b"<html>", b"[" * 100_000, b"\xff"])
def test_what_is_no_json_object_is_refused_in_words(server: Listener, body: bytes) -> None:
    server.body = body
    assert refused(server.url) == "De URL geeft geen JSON-object."


def test_a_request_asks_no_more_than_it_may(server: Listener) -> None:
    with external.remembered(limit=2):
        for number in range(2):
            external.read(f"{server.url}?{number}")
        assert "te veel" in refused(f"{server.url}?2")
    with external.remembered(seconds=0):
        assert "te veel" in refused(server.url)
    assert len(server.received) == 2
