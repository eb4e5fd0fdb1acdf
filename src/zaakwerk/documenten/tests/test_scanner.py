"""The virus scanner: infected content is refused, and so is everything while nobody can tell."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zaakwerk.documenten.content import scanner
from zaakwerk.documenten.content.incoming import received
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Inhoud
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    document_body,
    encoded,
    kept_files,
    temporary_files,
)
from zaakwerk.documenten.tests.clamd import Daemon, clamd, eicar
from zaakwerk.zgw.problems import Invalid
from zaakwerk.zgw.tests.api import api_client, codes

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["tcp", "unix"])
def daemon(request: pytest.FixtureRequest, settings: Any, tmp_path: Path) -> Iterator[Daemon]:
    """A daemon that is asked about every file."""
    with clamd(str(tmp_path / "clamd.ctl") if request.param == "unix" else "") as running:
        settings.CLAMAV_URL = running.url
        yield running


def nothing_is_kept(store: Path) -> bool:
    """Whether the register and the store are as empty as they were."""
    rows = EnkelvoudigInformatieObject.objects.exists() or Inhoud.objects.exists()
    return not rows and kept_files(store) == temporary_files(store) == []


def test_an_infected_file_is_refused_and_nothing_of_it_kept(daemon: Daemon, store: Path) -> None:
    response = api_client().post(DOCUMENTS, document_body(inhoud=encoded(b"voor " + eicar() + b" na")))
    assert response.status_code == 400
    assert codes(response) == {"inhoud": "infected-content"}
    assert nothing_is_kept(store)


def test_a_clean_file_is_kept_and_the_daemon_saw_all_of_it(daemon: Daemon, store: Path) -> None:
    content = bytes(range(256)) * 10_000
    assert api_client().post(DOCUMENTS, document_body(inhoud=encoded(content))).status_code == 201
    assert daemon.sizes == [len(content)]
    assert len(kept_files(store)) == 1
    scanner.ping()


def test_a_document_without_content_is_not_scanned(daemon: Daemon) -> None:
    assert api_client().post(DOCUMENTS, document_body()).status_code == 201
    assert daemon.sizes == []


def test_the_uploads_of_a_page_are_scanned_too(daemon: Daemon) -> None:
    with pytest.raises(Invalid, match="virus"), received([eicar()[:20], eicar()[20:]]):
        pass


@pytest.mark.parametrize(
    "answer", ["stream: Lees mislukt ERROR", "onzin", "stream: OK FOUND ERROR", "COMMAND READ TIMED OUT"]
)
def test_no_verdict_is_no_permission(daemon: Daemon, store: Path, answer: str) -> None:
    daemon.answer = answer
    response = api_client().post(DOCUMENTS, document_body(inhoud=encoded(b"hallo")))
    assert (response.status_code, response.json()["code"]) == (503, "scanner_unavailable")
    assert nothing_is_kept(store)


def test_a_daemon_that_takes_too_long_is_no_permission(
    daemon: Daemon, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanner, "SECONDS", 0.3)
    daemon.delay = 1.0
    response = api_client().post(DOCUMENTS, document_body(inhoud=encoded(b"hallo")))
    assert (response.status_code, response.json()["code"]) == (503, "scanner_unavailable")
    assert nothing_is_kept(store)


def test_a_file_over_the_limit_of_the_daemon_is_refused(daemon: Daemon, store: Path) -> None:
    daemon.most = 100
    response = api_client().post(DOCUMENTS, document_body(inhoud=encoded(b"x" * 900)))
    assert (response.status_code, response.json()["code"]) == (413, "payload_too_large")
    assert nothing_is_kept(store)


def test_a_daemon_that_is_not_there_is_no_permission(settings: Any, store: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    client = api_client()
    for url in (f"tcp://127.0.0.1:{port}", f"unix:{tmp_path / 'weg.ctl'}"):
        settings.CLAMAV_URL = url
        response = client.post(DOCUMENTS, document_body(inhoud=encoded(b"hallo")))
        assert (response.status_code, response.json()["code"]) == (503, "scanner_unavailable")
        with pytest.raises(OSError):
            scanner.ping()
    assert nothing_is_kept(store)
