"""Downloads: the content as it was sent, as a file and never as a page."""

from typing import Any

import pytest

from zaakwerk.documenten.tests.builders import document_url, make_document
from zaakwerk.zgw.tests.api import api_client, codes

pytestmark = pytest.mark.django_db
CONTENT = bytes(range(256)) * 1000


def body_of(response: object) -> bytes:
    """The streamed bytes."""
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def test_content_comes_back_byte_for_byte() -> None:
    client = api_client()
    document = make_document(CONTENT, bestandsnaam="kaart.html", formaat="text/html")
    response = client.get(client.get(document_url(document)).json()["inhoud"])
    assert response.status_code == 200
    assert body_of(response) == CONTENT
    assert response.headers["Content-Length"] == "256000"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == 'attachment; filename="kaart.html"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("", 'attachment; filename="BRIEF-1"'),
        ("../../etc/passwd", 'attachment; filename="passwd"'),
        ("C:\\brief.txt", 'attachment; filename="brief.txt"'),
        ('a"b.txt', 'attachment; filename="a\\"b.txt"'),
        ("één\r\nX: y.txt", "attachment; filename*=utf-8''%C3%A9%C3%A9n%0D%0AX%3A%20y.txt"),
    ],
)
@pytest.mark.parametrize("headers", [{}, {"HTTP_RANGE": "bytes=0-1"}])
def test_a_file_name_cannot_do_harm(name: str, header: str, headers: dict[str, Any]) -> None:
    document = make_document(CONTENT, bestandsnaam=name, identificatie="BRIEF-1")
    response = api_client().get(f"{document_url(document)}/download", **headers)
    body_of(response)
    assert response.headers["Content-Disposition"] == header


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=5-9", 5, 9),
        ("bytes=255990-", 255_990, 255_999),
        ("bytes=-10", 255_990, 255_999),
        ("bytes=0-99999999", 0, 255_999),
        ("bytes=-99999999", 0, 255_999),
        ("bytes=100-200000", 100, 200_000),
    ],
)
def test_a_single_range_is_answered_in_part(asked: str, start: int, end: int) -> None:
    response = api_client().get(f"{document_url(make_document(CONTENT))}/download", HTTP_RANGE=asked)
    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes {start}-{end}/256000"
    assert response.headers["Content-Length"] == str(end - start + 1)
    assert body_of(response) == CONTENT[start : end + 1]


@pytest.mark.parametrize("asked", ["bytes=9-5", "bytes=-", "bytes=0-1,4-5", "letters=1-2", "bytes=a-b", ""])
def test_a_range_we_do_not_understand_gives_the_whole(asked: str) -> None:
    response = api_client().get(f"{document_url(make_document(CONTENT))}/download", HTTP_RANGE=asked)
    assert response.status_code == 200
    assert body_of(response) == CONTENT


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=999999-9999999", "bytes=-0"])
def test_a_range_beyond_the_end_is_refused(asked: str) -> None:
    response = api_client().get(f"{document_url(make_document(CONTENT))}/download", HTTP_RANGE=asked)
    assert (response.status_code, response.json()["code"]) == (416, "range_not_satisfiable")
    assert response.headers["Content-Range"] == "bytes */256000"


def test_a_download_that_broke_off_goes_on_only_with_the_same_content() -> None:
    client = api_client()
    url = f"{document_url(make_document(CONTENT))}/download"
    whole = client.get(url)
    body_of(whole)
    tag = whole.headers["ETag"]
    assert client.get(url, HTTP_IF_NONE_MATCH=tag).status_code == 304
    for sent, status in ((tag, 206), ('"something else"', 200)):
        response = client.get(url, HTTP_RANGE="bytes=10-19", HTTP_IF_RANGE=sent)
        body_of(response)
        assert response.status_code == status


@pytest.mark.parametrize("accept", ["application/octet-stream", "application/json", "image/png"])
def test_any_accept_gets_the_file(accept: str) -> None:
    response = api_client().get(f"{document_url(make_document(CONTENT))}/download", HTTP_ACCEPT=accept)
    assert body_of(response) == CONTENT


def test_a_version_that_is_not_there_and_a_wrong_parameter() -> None:
    client = api_client()
    url = f"{document_url(make_document(CONTENT))}/download"
    assert client.get(url, {"versie": "2"}).status_code == 404
    assert client.get(url, {"registratieOp": "2000-01-01T00:00:00Z"}).status_code == 404
    assert codes(client.get(url, {"versie": "een"})) == {"versie": "invalid"}
    assert codes(client.get(url, {"versie": "0"})) == {"versie": "min_value"}
    assert codes(client.get(url, {"registratieOp": "gisteren"})) == {"registratieOp": "invalid"}
    assert codes(client.get(url, {"formaat": "pdf"})) == {"nonFieldErrors": "unknown-parameters"}
