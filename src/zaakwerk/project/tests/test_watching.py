"""Watching: lines of JSON with the id of the request, and never a secret or a BSN in them."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from zaakwerk.project import watching
from zaakwerk.project.logging import Lines, mask
from zaakwerk.project.watching import Watched

BSN, NOT_A_BSN = "999990019", "123456789"
ID = "verzoek-van-een-ander-17"


class Log:
    """What was logged, as the lines an operator gets."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        """All lines."""
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Each line as the object it is."""
        return [json.loads(line) for line in self.text.splitlines()]


@pytest.fixture
def log() -> Iterator[Log]:
    """Everything that is logged during a test."""
    found = Log()
    handler = logging.StreamHandler(found.stream)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield found
    root.removeHandler(handler)
    root.setLevel(level)


def answer(request: HttpRequest, status: int = 200) -> HttpResponse:
    """A view that logs."""
    logging.getLogger("zaakwerk.proef").info("bezig met %s", BSN)
    return HttpResponse(status=status)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"bsn {BSN}", "bsn *********"),
        (f"?bsn={BSN}&x=1", "?bsn=*********&x=1"),
        (f"{BSN}0 {NOT_A_BSN}", f"{BSN}0 {NOT_A_BSN}"),
        ("Authorization: Bearer abc.def-ghi", "Authorization: *** ***"),
        ("stuurde Bearer abc.def-ghi mee", "stuurde Bearer *** mee"),
        ("Basic emFhaw==", "Basic ***"),
        ('{"secret": "heel geheim", "a": 1}', '{"secret": "***", "a": 1}'),
        ("password=abc&b=1", "password=***&b=1"),
        ("token eyJhbGciOi.eyJpc3Mi.c2lnbg hier", "token *** hier"),
        ("postgresql://zaak:geheim@db/zaak", "postgresql://***@db/zaak"),
        (
            "Geen token gekregen: de tokenserver zwijgt.",
            "Geen token gekregen: de tokenserver zwijgt.",
        ),
    ],
)
def test_what_nobody_may_read_is_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


def test_every_line_of_a_request_carries_its_id_and_the_answer_too(log: Log) -> None:
    request = RequestFactory().post("/zaken/api/v1/zaken", headers={"X-Request-Id": ID})
    response = Watched(answer)(request)
    assert response.headers["X-Request-Id"] == ID
    first, last = log.lines
    assert first["request_id"] == last["request_id"] == ID
    assert first["message"] == "bezig met *********"
    assert (last["method"], last["path"], last["status"]) == ("POST", "/zaken/api/v1/zaken", 200)
    assert last["ms"] >= 0 and last["level"] == "info"
    logging.getLogger("zaakwerk.proef").info("na afloop")
    assert "request_id" not in log.lines[-1]


@pytest.mark.parametrize(
    "given", ["", "kort", "x" * 65, "regel\neinde", '"><script>', f"bsn:{BSN}", "éééééééééé"]
)
def test_an_id_that_may_not_be_logged_is_replaced(given: str) -> None:
    request = RequestFactory().get("/")
    request.META["HTTP_X_REQUEST_ID"] = given
    made = Watched(answer)(request).headers["X-Request-Id"]
    assert made != given and len(made) == 32


def test_reads_that_go_well_are_not_logged_and_faults_and_slow_ones_are(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = RequestFactory().get("/zaken/api/v1/zaken")
    Watched(lambda _: HttpResponse(status=404))(request)
    assert log.lines == []
    Watched(lambda _: HttpResponse(status=503))(request)
    monkeypatch.setattr(watching, "SLOW_SECONDS", 0.0)
    Watched(lambda _: HttpResponse())(request)
    assert [line["level"] for line in log.lines] == ["error", "warning"]


def test_the_log_of_a_request_holds_no_query_and_no_forged_line(log: Log) -> None:
    request = RequestFactory().delete(f"/zaken/{BSN}/a%0Ab?bsn={BSN}&q=Jansen")
    request.META["HTTP_X_NLX_LOGRECORD_ID"] = "een\nander"
    Watched(lambda _: HttpResponse(status=204))(request)
    (line,) = log.lines
    assert line["nlx_logrecord_id"] == "een ander"
    assert line["path"] == "/zaken/*********/a b"
    assert BSN not in log.text and "Jansen" not in log.text and len(log.text.splitlines()) == 1


def test_a_trace_is_one_line_and_masked(log: Log) -> None:
    try:
        raise ValueError(f"burger {BSN} met Bearer abcdef")
    except ValueError:
        logging.getLogger("zaakwerk.proef").exception("mislukt")
    (line,) = log.lines
    assert "ValueError: burger ********* met Bearer ***" in line["trace"]
    assert BSN not in log.text and len(log.text.splitlines()) == 1


@pytest.mark.django_db
def test_every_answer_of_the_site_carries_an_id() -> None:
    client = Client(SERVER_NAME="localhost", raise_request_exception=False)
    for path in ("/health/live", "/zaken/api/v1/zaken", "/bestaat-niet", "/"):
        assert client.get(path, headers={"X-Request-Id": ID}).headers["X-Request-Id"] == ID
