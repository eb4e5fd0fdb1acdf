"""Bestandsdelen: a large file in parts, in any order, put together when the document is unlocked (5.5)."""

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from zaakwerk.documenten.models import BestandsDeel, EnkelvoudigInformatieObjectVersie, Inhoud
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    document_body,
    document_url,
    encoded,
    kept_files,
    make_document,
    temporary_files,
)
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db(transaction=True)
CONTENT = b"abcdefghij"
PARTS = [b"abcd", b"efgh", b"ij"]


@pytest.fixture(autouse=True)
def small_parts(settings: Any) -> None:
    """Parts of four bytes."""
    settings.PART_SIZE = 4


@pytest.fixture
def client() -> ApiClient:
    return api_client()


def announce(client: ApiClient, omvang: int = len(CONTENT), **values: Any) -> dict[str, Any]:
    """A document that waits for its content."""
    response = client.post(DOCUMENTS, document_body(bestandsomvang=omvang, **values))
    assert response.status_code == 201, response.content
    made: dict[str, Any] = response.json()
    return made


def form(lock: str, content: bytes | None) -> bytes:
    """A multipart body as clients send it."""
    fields: dict[str, Any] = {"lock": lock}
    if content is not None:
        fields["inhoud"] = SimpleUploadedFile("deel.bin", content)
    return encode_multipart(BOUNDARY, fields)


def send(client: ApiClient, part: dict[str, Any], content: bytes | None, lock: str | None = None) -> Any:
    """PUTs the content of one part."""
    raw = form(part["lock"] if lock is None else lock, content)
    return client.client.put(path_of(part), raw, content_type=MULTIPART_CONTENT, **client.headers({}))


def path_of(part: dict[str, Any]) -> str:
    """The address of a part without its host."""
    return str(part["url"]).removeprefix("http://localhost")


def send_all(client: ApiClient, document: dict[str, Any]) -> None:
    """Every part, the last one first."""
    for part, content in reversed(list(zip(document["bestandsdelen"], PARTS, strict=True))):
        assert send(client, part, content).status_code == 200


def download(client: ApiClient, url: str, **query: Any) -> bytes | None:
    """The content of a document; None without."""
    response = client.get(f"{url}/download", query)
    return b"".join(response.streaming_content) if response.status_code == 200 else None


def test_parts_come_in_any_order_and_become_one_document(client: ApiClient, store: Path) -> None:
    made = announce(client, integriteit=digest("sha_512"))
    assert (made["locked"], made["inhoud"], made["bestandsomvang"]) == (True, None, 10)
    assert [(part["volgnummer"], part["omvang"], part["voltooid"]) for part in made["bestandsdelen"]] == [
        (1, 4, False),
        (2, 4, False),
        (3, 2, False),
    ]
    assert {part["lock"] for part in made["bestandsdelen"]} == {made["lock"]}
    send_all(client, made)
    assert download(client, made["url"]) is None
    assert client.post(f"{made['url']}/unlock", {"lock": made["lock"]}).status_code == 204
    done = client.get(made["url"]).json()
    assert (done["locked"], done["bestandsdelen"], done["bestandsomvang"]) == (False, [], 10)
    assert download(client, made["url"]) == CONTENT
    assert not BestandsDeel.objects.exists() and Inhoud.objects.count() == 1
    assert len(kept_files(store)) == 1 and temporary_files(store) == []
    assert [message.actie for message in Bericht.objects.order_by("id")] == ["create", "partial_update"]


def test_a_part_alone_is_the_content_without_a_copy(client: ApiClient, store: Path) -> None:
    made = announce(client, 4, integriteit=digest("md5", b"abcd"))
    assert send(client, made["bestandsdelen"][0], b"abcd").status_code == 200
    before = kept_files(store)
    assert client.post(f"{made['url']}/unlock", {"lock": made["lock"]}).status_code == 204
    assert download(client, made["url"]) == b"abcd"
    assert kept_files(store) == before and Inhoud.objects.count() == 1


def test_a_part_answers_what_it_is_and_may_be_sent_again(client: ApiClient, store: Path) -> None:
    made = announce(client)
    part = made["bestandsdelen"][0]
    assert send(client, part, b"fout").json() == {**part, "voltooid": True, "inhoud": ""}
    assert send(client, part, b"abcd").status_code == 200
    assert [path.read_bytes() for path in kept_files(store)] == [b"abcd"]
    seen = client.get(made["url"]).json()["bestandsdelen"]
    assert [found["voltooid"] for found in seen] == [True, False, False]


def test_the_lock_is_told_to_its_holder_alone(client: ApiClient) -> None:
    made = announce(client)
    listed = client.get(DOCUMENTS).json()["results"][0]["bestandsdelen"]
    assert {part["lock"] for part in listed} == {""}
    assert made["lock"] not in client.get(f"{made['url']}/audittrail").content.decode()
    changed = client.patch(made["url"], {"titel": "Nieuw", "lock": made["lock"]}).json()
    assert {part["lock"] for part in changed["bestandsdelen"]} == {made["lock"]}


@pytest.mark.parametrize(
    ("lock", "content", "fault"),
    [
        ("fout", b"abcd", {"nonFieldErrors": "incorrect-lock-id"}),
        ("", b"abcd", {"lock": "required"}),
        (None, b"abc", {"inhoud": "file-size"}),
        (None, b"abcde", {"inhoud": "file-size"}),
        (None, b"", {"inhoud": "file-size"}),
        (None, None, {"inhoud": "file-size"}),
    ],
)
def test_drc_009_a_part_needs_the_lock_and_gangbaar_its_size(
    client: ApiClient, store: Path, lock: str | None, content: bytes | None, fault: dict[str, str]
) -> None:
    part = announce(client)["bestandsdelen"][0]
    response = send(client, part, content, lock)
    assert (response.status_code, codes(response)) == (400, fault)
    assert kept_files(store) == temporary_files(store) == []
    assert not BestandsDeel.objects.exclude(inhoud=None).exists()


def test_gangbaar_an_upload_is_complete_before_it_is_unlocked(client: ApiClient) -> None:
    made = announce(client)
    send(client, made["bestandsdelen"][1], b"efgh")
    response = client.post(f"{made['url']}/unlock", {"lock": made["lock"]})
    assert codes(response) == {"nonFieldErrors": "incomplete-upload"}
    assert "1, 3" in response.json()["detail"]
    assert client.get(made["url"]).json()["locked"] is True
    assert codes(client.delete(made["url"])) == {"nonFieldErrors": "destroy-locked"}


def test_by_force_an_incomplete_upload_is_given_up(client: ApiClient, store: Path) -> None:
    made = announce(client)
    send(client, made["bestandsdelen"][0], b"abcd")
    assert client.post(f"{made['url']}/unlock", {}).status_code == 204
    found = client.get(made["url"]).json()
    assert (found["locked"], found["bestandsdelen"]) == (False, [])
    assert (found["inhoud"], found["bestandsomvang"]) == (None, None)
    assert kept_files(store) == [] and not Inhoud.objects.exists()
    assert send(client, made["bestandsdelen"][0], b"abcd").status_code == 404


def test_by_force_a_complete_upload_is_finished(client: ApiClient) -> None:
    made = announce(client)
    send_all(client, made)
    assert client.post(f"{made['url']}/unlock", {}).status_code == 204
    assert download(client, made["url"]) == CONTENT


def test_a_change_may_bring_large_content_to_a_document_that_has_some(client: ApiClient) -> None:
    url = document_url(make_document(b"klein"))
    lock = client.post(f"{url}/lock", {}).json()["lock"]
    changed = client.patch(url, {"bestandsomvang": 10, "lock": lock}).json()
    assert (changed["versie"], changed["inhoud"], len(changed["bestandsdelen"])) == (2, None, 3)
    send_all(client, changed)
    again = client.patch(url, {"titel": "Nieuw", "lock": lock}).json()
    assert [part["voltooid"] for part in again["bestandsdelen"]] == [True] * 3
    assert client.get(url, {"versie": "1"}).json()["bestandsdelen"] == []
    assert client.post(f"{url}/unlock", {"lock": lock}).status_code == 204
    # Both versions waited for the same content.
    assert [download(client, url, versie=versie) for versie in (1, 2, 3)] == [b"klein", CONTENT, CONTENT]


def test_announcing_the_same_size_again_keeps_the_parts_and_another_size_does_not(
    client: ApiClient, store: Path
) -> None:
    made = announce(client)
    send(client, made["bestandsdelen"][0], b"abcd")
    body = {**document_body(), "bestandsomvang": 10, "inhoud": None, "lock": made["lock"]}
    kept = client.put(made["url"], body).json()["bestandsdelen"]
    assert [part["url"] for part in kept] == [part["url"] for part in made["bestandsdelen"]]
    other = client.patch(made["url"], {"bestandsomvang": 5, "lock": made["lock"]}).json()["bestandsdelen"]
    assert [part["omvang"] for part in other] == [4, 1]
    assert kept_files(store) == []
    sizes = EnkelvoudigInformatieObjectVersie.objects.order_by("versie").values_list(
        "bestandsomvang", flat=True
    )
    assert list(sizes) == [None, None, 5]


@pytest.mark.parametrize(
    ("sent", "content"), [({"inhoud": encoded(b"heel")}, b"heel"), ({"inhoud": None}, None)]
)
def test_other_content_ends_an_upload(
    client: ApiClient, store: Path, sent: dict[str, Any], content: bytes | None
) -> None:
    made = announce(client)
    send(client, made["bestandsdelen"][0], b"abcd")
    changed = client.patch(made["url"], {**sent, "lock": made["lock"]}).json()
    assert changed["bestandsdelen"] == []
    assert client.post(f"{made['url']}/unlock", {"lock": made["lock"]}).status_code == 204
    assert download(client, made["url"]) == content
    assert len(kept_files(store)) == (1 if content else 0)


def digest(algoritme: str, content: bytes = CONTENT) -> dict[str, str]:
    """The integriteit of content, in capitals as some clients write it."""
    value = hashlib.new(algoritme.replace("_", ""), content).hexdigest().upper()
    return {"algoritme": algoritme, "waarde": value, "datum": "2024-05-01"}


@pytest.mark.parametrize("algoritme", ["md5", "sha_1", "sha_256", "sha_512"])
def test_gangbaar_integriteit_of_parts_is_checked_when_they_are_put_together(
    client: ApiClient, store: Path, algoritme: str
) -> None:
    made = announce(client, integriteit=digest(algoritme, b"anders"))
    send_all(client, made)
    response = client.post(f"{made['url']}/unlock", {"lock": made["lock"]})
    assert codes(response) == {"integriteit.waarde": "invalid"}
    assert temporary_files(store) == [] and len(kept_files(store)) == 3
    client.patch(made["url"], {"integriteit": digest(algoritme), "lock": made["lock"]})
    assert client.post(f"{made['url']}/unlock", {"lock": made["lock"]}).status_code == 204
    assert download(client, made["url"]) == CONTENT


@pytest.mark.parametrize(
    ("raw", "kind", "status", "code"),
    [
        (b"", "application/json", 415, "unsupported_media_type"),
        (b"x", "multipart/form-data", 400, "parse_error"),
        (b"x", MULTIPART_CONTENT, 400, "invalid"),
        (form("", b"abcd")[:-70], MULTIPART_CONTENT, 400, "invalid"),
        (b"inhoud=" + b"x" * 10_500_000, "application/x-www-form-urlencoded", 413, "payload_too_large"),
        (b"&".join([b"a=1"] * 30), "application/x-www-form-urlencoded", 400, "parse_error"),
        (encode_multipart(BOUNDARY, {"inhoud": "abcd"}), MULTIPART_CONTENT, 400, "invalid"),
        (encode_multipart(BOUNDARY, {"lock": "x" * 3_000_000}), MULTIPART_CONTENT, 413, "payload_too_large"),
    ],
)
def test_a_broken_form_is_a_plain_answer(
    client: ApiClient, store: Path, raw: bytes, kind: str, status: int, code: str
) -> None:
    part = announce(client)["bestandsdelen"][0]
    response = client.client.put(path_of(part), raw, content_type=kind, **client.headers({}))
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert kept_files(store) == temporary_files(store) == []


def test_a_plain_form_keeps_every_byte(client: ApiClient) -> None:
    content = b"\x00\xff&="
    made = announce(client, 4)
    raw = f"lock={made['lock']}&inhoud={quote_from_bytes(content)}".encode()
    kind = "application/x-www-form-urlencoded"
    path = path_of(made["bestandsdelen"][0])
    response = client.client.put(path, raw, content_type=kind, **client.headers({}))
    assert response.status_code == 200, response.content
    client.post(f"{made['url']}/unlock", {"lock": made["lock"]})
    assert download(client, made["url"]) == content


def test_a_document_that_would_have_too_many_parts_is_refused(client: ApiClient) -> None:
    response = client.post(DOCUMENTS, document_body(bestandsomvang=40_001))
    assert codes(response) == {"bestandsomvang": "max_value"}


def test_a_part_asks_for_the_right_on_its_document_before_it_reads(client: ApiClient) -> None:
    part = announce(client)["bestandsdelen"][0]
    reader = api_client("lezer", [{"component": "drc", "scopes": ["documenten.lezen"]}])
    assert send(reader, part, b"abcd").status_code == 403
    assert client.get(path_of(part)).status_code == 405
    nowhere = {**part, "url": f"{part['url'][:-12]}000000000000"}
    assert send(client, nowhere, b"abcd").status_code == 404
