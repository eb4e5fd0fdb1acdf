"""Both stores, by the same tests: a folder, and S3-compatible object storage at a real server."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from zaakwerk.documenten.commands import DestroyDocument
from zaakwerk.documenten.content import fixity, orphans
from zaakwerk.documenten.content import store as content_store
from zaakwerk.documenten.content.incoming import incoming
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Inhoud
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    document_body,
    document_url,
    encoded,
    kept_files,
    make_document,
    temporary_files,
)
from zaakwerk.documenten.tests.s3 import KEYS, S3Server, full_for_writes, s3_server
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.tests.api import api_client

pytestmark = pytest.mark.django_db(transaction=True)
LARGE = bytes(range(256)) * 100_000


@dataclass
class Shelf:
    """A store as a test looks into it and damages it."""

    folder: Path
    s3: S3Server | None = None

    def names(self) -> list[str]:
        """What is in the store."""
        if self.s3:
            return [key.removeprefix("documenten/") for key in self.s3.objects()]
        return [path.relative_to(self.folder).as_posix() for path in kept_files(self.folder)]

    def read(self, name: str) -> bytes:
        """The bytes under a name."""
        return self.s3.body(f"documenten/{name}") if self.s3 else (self.folder / name).read_bytes()

    def write(self, name: str, content: bytes) -> None:
        """Puts bytes under a name, past the product."""
        if self.s3:
            self.s3.client.put_object(Bucket="zaakwerk", Key=f"documenten/{name}", Body=content)
        else:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_bytes(content)

    def lose(self, name: str) -> None:
        """Removes what is under a name, past the product."""
        if self.s3:
            self.s3.client.delete_object(Bucket="zaakwerk", Key=f"documenten/{name}")
        else:
            (self.folder / name).unlink()


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    """One server for all tests here."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in KEYS.items():
            patch.setenv(name, value)
        with s3_server() as running:
            yield running


@pytest.fixture(params=["folder", "s3"])
def shelf(request: pytest.FixtureRequest, store: Path, settings: Any) -> Iterator[Shelf]:
    """A store of either kind, empty."""
    if request.param == "folder":
        yield Shelf(store)
        return
    running: S3Server = request.getfixturevalue("server")
    settings.DOCUMENTS_S3 = running.place
    shelf = Shelf(store, running)
    yield shelf
    running.fault = lambda environ: None
    for name in shelf.names():
        shelf.lose(name)


def name_of(content: bytes) -> str:
    """Where content stands."""
    return content_store.name_of(hashlib.sha256(content).hexdigest())


def is_clean(shelf: Shelf) -> bool:
    """Whether nothing is half there."""
    return temporary_files(shelf.folder) == [] and not (shelf.s3 and shelf.s3.uploads())


def test_the_same_content_is_kept_once_under_its_hash(shelf: Shelf) -> None:
    first, second = make_document(b"hallo"), make_document(b"hallo")
    assert shelf.names() == [name_of(b"hallo")]
    assert shelf.read(name_of(b"hallo")) == b"hallo"
    DestroyDocument(actor=SYSTEM, instance=first).run()
    assert shelf.names() == [name_of(b"hallo")]
    DestroyDocument(actor=SYSTEM, instance=second).run()
    assert shelf.names() == [] and not Inhoud.objects.exists()
    assert is_clean(shelf)


def test_large_content_comes_back_whole_and_in_ranges(shelf: Shelf) -> None:
    client = api_client()
    address = f"{document_url(make_document(LARGE))}/download"
    whole = client.get(address)
    assert whole.headers["Content-Length"] == str(len(LARGE))
    assert b"".join(whole.streaming_content) == LARGE
    part = client.get(address, HTTP_RANGE="bytes=20000000-20000099")
    assert (part.status_code, b"".join(part.streaming_content)) == (206, LARGE[20000000:20000100])
    tail = client.get(address, HTTP_RANGE="bytes=-5")
    assert b"".join(tail.streaming_content) == LARGE[-5:]
    assert is_clean(shelf)


def test_what_is_read_may_be_moved_through(shelf: Shelf) -> None:
    document = make_document(b"0123456789")
    assert document.laatste_versie and document.laatste_versie.inhoud
    with content_store.open_content(document.laatste_versie.inhoud) as stream:
        assert (stream.read(3), stream.tell()) == (b"012", 3)
        stream.seek(-2, os.SEEK_END)
        assert (stream.read(), stream.read()) == (b"89", b"")
        stream.seek(4)
        assert stream.read(2) == b"45"


def test_content_that_is_brought_again_mends_what_was_damaged(shelf: Shelf) -> None:
    make_document(b"hallo")
    shelf.write(name_of(b"hallo"), b"stuk!")
    assert [found.bevinding for found in fixity.verify().findings] == ["beschadigd"]
    make_document(b"hallo")
    assert shelf.read(name_of(b"hallo")) == b"hallo"
    assert fixity.damaged() == 0


def test_a_store_without_room_is_507_and_leaves_nothing(shelf: Shelf, settings: Any, tmp_path: Path) -> None:
    if shelf.s3 is None:
        pytest.skip("a full disk is made in test_uploads")
    shelf.s3.fault = full_for_writes
    client = api_client()
    for content in (b"hallo", LARGE):
        response = client.post(DOCUMENTS, document_body(inhoud=encoded(content)))
        assert (response.status_code, response.json()["code"]) == (507, "insufficient_storage")
        assert "vol" in response.json()["detail"]
    assert not EnkelvoudigInformatieObject.objects.exists() and not Inhoud.objects.exists()
    shelf.s3.fault = lambda environ: None
    assert shelf.names() == [] and is_clean(shelf)


def test_a_store_that_falters_half_way_gives_up_the_upload(shelf: Shelf) -> None:
    if shelf.s3 is None:
        pytest.skip("a folder knows no parts")
    shelf.s3.fault = lambda environ: (
        ("500 Internal Server Error", b"") if "partNumber=3" in environ["QUERY_STRING"] else None
    )
    response = api_client().post(DOCUMENTS, document_body(inhoud=encoded(LARGE)))
    assert (response.status_code, response.json()["code"]) == (503, "storage_unavailable")
    assert not EnkelvoudigInformatieObject.objects.exists() and not Inhoud.objects.exists()
    assert shelf.names() == [] and is_clean(shelf)


def test_a_store_that_is_away_is_503_and_leaves_nothing(shelf: Shelf, settings: Any, tmp_path: Path) -> None:
    client = api_client()
    body = document_body(inhoud=encoded(b"hallo"))
    url = client.post(DOCUMENTS, body).json()["url"]
    if shelf.s3:
        shelf.s3.fault = lambda environ: ("503 Slow Down", b"")
    else:
        settings.DOCUMENTS_DIR = tmp_path / "bestand"
        (tmp_path / "bestand").write_text("geen map")
    for response in (client.post(DOCUMENTS, body), client.get(f"{url}/download")):
        assert (response.status_code, response.json()["code"]) == (503, "storage_unavailable")
    with pytest.raises(Exception, match="niet bereikbaar"):
        fixity.verify()
    assert EnkelvoudigInformatieObject.objects.count() == 1


def test_a_rollback_leaves_an_orphan_that_goes_after_the_grace_period(shelf: Shelf) -> None:
    make_document(b"blijft")
    with pytest.raises(RuntimeError, match="te laat"), transaction.atomic():
        make_document(b"hallo")
        raise RuntimeError("te laat")
    assert not Inhoud.objects.filter(omvang=5).exists()
    young = orphans.find(now())
    assert (young.count, young.young) == (0, 1)
    old = orphans.find(now() + orphans.GRACE + timedelta(minutes=1))
    assert [file.name for file in old.files] == [name_of(b"hallo")]
    orphans.clean(old)
    assert shelf.names() == [name_of(b"blijft")]


def test_an_orphan_that_comes_into_use_before_it_is_cleaned_stays(shelf: Shelf) -> None:
    shelf.write(name_of(b"hallo"), b"hallo")
    found = orphans.find(now() + orphans.GRACE + timedelta(minutes=1))
    make_document(b"hallo")
    orphans.clean(found)
    assert shelf.names() == [name_of(b"hallo")]
    assert fixity.verify().findings == []


def test_what_is_not_ours_and_what_is_in_use_is_no_orphan(shelf: Shelf) -> None:
    make_document(b"hallo")
    for name in ("leesmij.txt", "aa/bb/geen-hash", "lost+found/x"):
        shelf.write(name, b"?")
    assert orphans.find(now() + timedelta(days=2)).count == 0


def test_what_an_upload_left_behind_goes_too(shelf: Shelf) -> None:
    place = incoming().__enter__()
    place.write(b"nooit af")
    if shelf.s3:
        shelf.s3.client.create_multipart_upload(Bucket="zaakwerk", Key=f"documenten/{name_of(b'half')}")
    found = orphans.find(now() + timedelta(days=2))
    assert len(found.uploads) == (2 if shelf.s3 else 1)
    orphans.clean(found)
    assert is_clean(shelf)


def test_content_whose_removal_failed_is_removed_later(shelf: Shelf) -> None:
    document = make_document(b"hallo")
    document.versies.update(inhoud=None)
    found = orphans.find(now())
    assert len(found.rows) == 1
    orphans.clean(found)
    assert shelf.names() == [] and not Inhoud.objects.exists()


def test_fixity_names_what_is_missing_or_damaged_by_document_and_version(shelf: Shelf) -> None:
    whole, damaged, missing = (make_document(content) for content in (b"heel", b"stuk", b"weg"))
    shelf.write(name_of(b"stuk"), b"St\x00k")
    shelf.lose(name_of(b"weg"))
    report = fixity.verify()
    assert report.checked == 3
    assert {(found.document, found.versie, found.bevinding) for found in report.findings} == {
        (damaged.uuid, 1, "beschadigd"),
        (missing.uuid, 1, "ontbreekt"),
    }
    assert whole.uuid not in {found.document for found in report.findings}
    assert fixity.damaged() == 2
    shelf.write(name_of(b"stuk"), b"stuk")
    shelf.write(name_of(b"weg"), b"weg")
    assert fixity.verify().findings == [] and fixity.damaged() == 0


def test_samples_get_round_to_everything(shelf: Shelf) -> None:
    for number in range(5):
        make_document(f"nummer {number}".encode())
    for expected in (2, 4, 5):
        fixity.verify(2)
        assert Inhoud.objects.exclude(gecontroleerd_op=None).count() == expected


def test_a_probe_tells_whether_the_store_can_be_written(shelf: Shelf, settings: Any, tmp_path: Path) -> None:
    content_store.keeper().probe()
    content_store.keeper().reach()
    assert shelf.names() == []
    if shelf.s3:
        shelf.s3.fault = full_for_writes
    else:
        settings.DOCUMENTS_DIR = tmp_path / "bestand"
        (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(OSError):
        content_store.keeper().probe()
