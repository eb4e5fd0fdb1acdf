"""Uploads: large, broken, interrupted, and on a full disk; measured in processes of their own."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zaakwerk.documenten.content import incoming as incoming_module
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Inhoud
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    document_body,
    encoded,
    kept_files,
    temporary_files,
)
from zaakwerk.documenten.tests.s3 import KEYS, S3Server, empty, no_fault, s3_server
from zaakwerk.zgw.tests.api import api_client, codes

MOST_MEGABYTES = 60


def start_upload(data_dir: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    """Starts `uploads` on a site of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ZAAKWERK_")}
    return subprocess.Popen(
        [sys.executable, "-m", "zaakwerk.documenten.tests.uploads", *arguments],
        env={
            **environment,
            "ZAAKWERK_DATA_DIR": str(data_dir),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            **variables,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def upload(data_dir: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs `uploads` to its end."""
    process = start_upload(data_dir, *arguments, **variables)
    said = process.communicate(timeout=300)
    return subprocess.CompletedProcess(arguments, process.returncode, *said)


def test_a_document_of_100_megabytes_takes_no_memory(tmp_path: Path) -> None:
    done = upload(tmp_path, "100")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["status"] == 201
    assert result["answer"]["bestandsomvang"] > 100_000_000
    assert result["rise"] < MOST_MEGABYTES < result["whole"]


def test_a_document_of_100_megabytes_in_parts_takes_no_memory(tmp_path: Path) -> None:
    done = upload(tmp_path, "100", "--parts", ZAAKWERK_PART_MB="30")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert (result["status"], len(result["answer"]["bestandsdelen"])) == (204, 4)
    assert result["rise"] < MOST_MEGABYTES < result["whole"]
    assert max(path.stat().st_size for path in kept_files(tmp_path / "documenten")) == 100 * 1024 * 1024
    assert temporary_files(tmp_path / "documenten") == []


def test_a_full_disk_is_a_plain_answer_and_leaves_nothing(tmp_path: Path) -> None:
    done = upload(tmp_path, "20", "--limit", "10")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert (result["status"], result["answer"]["code"]) == (507, "insufficient_storage")
    assert len(kept_files(tmp_path / "documenten")) == 2  # the small documents from before
    assert temporary_files(tmp_path / "documenten") == []


def test_a_process_killed_during_an_upload_leaves_one_temporary_file(tmp_path: Path) -> None:
    done = upload(tmp_path, "20", "--kill-at", "10")
    assert done.returncode == -signal.SIGKILL
    assert len(kept_files(tmp_path / "documenten")) == 2
    assert len(temporary_files(tmp_path / "documenten")) == 1


@pytest.fixture(scope="module")
def s3() -> Iterator[S3Server]:
    """Object storage for processes of their own."""
    with s3_server() as running:
        yield running


def test_a_document_of_100_megabytes_takes_no_memory_on_its_way_to_s3(s3: S3Server, tmp_path: Path) -> None:
    done = upload(tmp_path, "100", **KEYS, ZAAKWERK_DOCUMENTS_URL=s3.url)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["status"] == 201
    assert result["rise"] < MOST_MEGABYTES < result["whole"]
    assert len(s3.objects()) == 3 and s3.uploads() == []  # with the two small ones that warm up
    assert temporary_files(tmp_path / "documenten") == []


def test_a_process_killed_while_it_sends_to_s3_leaves_nothing_to_see(s3: S3Server, tmp_path: Path) -> None:
    empty(s3)
    is_sending, may_go_on = threading.Event(), threading.Event()

    def hang(environ: dict[str, Any]) -> None:
        if "partNumber=2" in environ["QUERY_STRING"]:
            is_sending.set()
            may_go_on.wait(60)

    s3.fault = hang
    process = start_upload(tmp_path, "20", **KEYS, ZAAKWERK_DOCUMENTS_URL=s3.url)
    try:
        assert is_sending.wait(60)
    finally:
        process.kill()
        process.communicate()
        may_go_on.set()
        s3.fault = no_fault
    assert len(s3.objects()) == 2  # the small documents from before
    assert len(s3.uploads()) == len(temporary_files(tmp_path / "documenten")) == 1


@pytest.fixture
def small_disk(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kB for the store; only root may mount one."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a file system is not allowed here")
    settings.DOCUMENTS_DIR = folder
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.django_db
def test_a_disk_that_is_really_full_takes_small_documents_until_it_cannot(small_disk: Path) -> None:
    client = api_client()
    assert client.post(DOCUMENTS, document_body(inhoud=encoded(b"klein"))).status_code == 201
    response = client.post(DOCUMENTS, document_body(inhoud=encoded(os.urandom(400_000))))
    assert (response.status_code, response.json()["code"]) == (507, "insufficient_storage")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert EnkelvoudigInformatieObject.objects.count() == Inhoud.objects.count() == 1
    assert temporary_files(small_disk) == []
    assert client.post(DOCUMENTS, document_body(inhoud=encoded(b"ook klein"))).status_code == 201


@pytest.mark.django_db
def test_a_store_that_cannot_be_reached_is_a_plain_answer(settings: Any, tmp_path: Path) -> None:
    client = api_client()
    body = document_body(inhoud=encoded(b"hallo"))
    url = client.post(DOCUMENTS, body).json()["url"]
    settings.DOCUMENTS_DIR = tmp_path / "bestand"
    (tmp_path / "bestand").write_text("geen map")
    for response in (client.post(DOCUMENTS, body), client.get(f"{url}/download")):
        assert (response.status_code, response.json()["code"]) == (503, "storage_unavailable")
    assert EnkelvoudigInformatieObject.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("raw", "status", "code"),
    [
        (b"", 400, "parse_error"),
        (b"   ", 400, "parse_error"),
        (b'{"inhoud": "aGFsbG8', 400, "parse_error"),
        (b'{"inhoud": "aGFsbG8="', 400, "parse_error"),
        (b'{"inhoud": "aGFs\xff"}', 400, "parse_error"),
        (b'{"inhoud": "aGFs\\x"}', 400, "parse_error"),
        (b'{"inhoud": "aGFs\n"}', 400, "parse_error"),
        (b"[]", 400, "invalid"),
        (b'"aGFsbG8="', 400, "invalid"),
        (b'{"titel": "' + b"x" * 2_000_000 + b'"}', 413, "payload_too_large"),
        (b"[" * 100_000, 400, "parse_error"),
    ],
)
def test_a_broken_body_is_a_plain_answer(raw: bytes, status: int, code: str, store: Path) -> None:
    response = api_client().post(DOCUMENTS, raw, CONTENT_TYPE="application/json")
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert temporary_files(store) == []


@pytest.mark.django_db
def test_only_json_is_taken(store: Path) -> None:
    client = api_client()
    response = client.client.post(DOCUMENTS, {"titel": "Brief"}, **client.headers({}))
    assert (response.status_code, response.json()["code"]) == (415, "unsupported_media_type")


@pytest.mark.django_db
def test_content_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
    monkeypatch.setattr(incoming_module, "MAX_CONTENT", 10)
    response = api_client().post(DOCUMENTS, document_body(inhoud=encoded(b"hallo hallo")))
    assert (response.status_code, response.json()["code"]) == (413, "payload_too_large")
    assert temporary_files(store) == []


@pytest.mark.django_db
def test_a_body_that_says_it_is_over_the_limit_is_not_read() -> None:
    response = api_client().post(DOCUMENTS, document_body(), CONTENT_LENGTH=str(10**11))
    assert (response.status_code, response.json()["code"]) == (413, "payload_too_large")


@pytest.mark.django_db
def test_who_may_not_write_is_refused_before_the_body_is_read() -> None:
    reader = api_client("lezer", [{"component": "drc", "scopes": ["documenten.lezen"]}])
    response = reader.post(DOCUMENTS, b"this is no json")
    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")


@pytest.mark.django_db
def test_line_breaks_and_escapes_in_base64_are_accepted() -> None:
    sent = document_body()
    raw = json.dumps(sent)[:-1] + ', "inhoud": "aGFs\\r\\nbG8\\u003d"}'
    response = api_client().post(DOCUMENTS, raw.encode())
    assert response.status_code == 201, codes(response)
    assert response.json()["bestandsomvang"] == 5
