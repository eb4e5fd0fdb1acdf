"""The content store: the same bytes once, there before anybody knows of them, gone when nobody needs them."""

import hashlib
import os
import threading
import time
from pathlib import Path

import pytest
from django.core.files.storage import InMemoryStorage
from django.db import connection, transaction

from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.commands import DestroyDocument
from zaakwerk.documenten.content import store as content_store
from zaakwerk.documenten.content.incoming import incoming, received
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Inhoud
from zaakwerk.documenten.tests.builders import kept_files, make_document, temporary_files
from zaakwerk.zgw.actors import SYSTEM


@pytest.mark.django_db
def test_content_stands_under_its_hash_and_the_same_content_once(store: Path) -> None:
    first, second = make_document(b"hallo"), make_document(b"hallo")
    sha256 = hashlib.sha256(b"hallo").hexdigest()
    assert kept_files(store) == [store / sha256[:2] / sha256[2:4] / sha256]
    assert Inhoud.objects.get().sha256 == sha256
    for document in (first, second):
        assert document.laatste_versie is not None and document.laatste_versie.inhoud is not None
        with content_store.open_content(document.laatste_versie.inhoud) as stream:
            assert stream.read() == b"hallo"
    assert temporary_files(store) == []


@pytest.mark.django_db
def test_content_is_put_in_place_again_over_a_damaged_file(store: Path) -> None:
    make_document(b"hallo")
    (path,) = kept_files(store)
    path.write_bytes(b"stuk")
    make_document(b"hallo")
    assert path.read_bytes() == b"hallo"


def test_what_no_command_keeps_is_gone_afterwards(store: Path) -> None:
    with received([b"hal", b"lo"]) as content:
        assert content.omvang == 5
        assert temporary_files(store) == [content.path]
    with pytest.raises(ValueError, match="halverwege"), incoming() as place:
        place.write(b"hallo")
        raise ValueError("halverwege")
    assert temporary_files(store) == kept_files(store) == []


def test_no_bytes_touch_no_disk(store: Path) -> None:
    with received([]) as content:
        assert content.omvang == 0
    assert not store.exists()


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_registration_leaves_at_most_a_file_nobody_knows(store: Path) -> None:
    with pytest.raises(RuntimeError, match="te laat"), transaction.atomic():
        make_document(b"hallo")
        raise RuntimeError("te laat")
    assert not Inhoud.objects.exists() and not EnkelvoudigInformatieObject.objects.exists()
    assert len(kept_files(store)) == 1
    assert temporary_files(store) == []


@pytest.mark.django_db(transaction=True)
def test_the_file_is_in_place_before_the_row_is_committed(store: Path) -> None:
    with transaction.atomic():
        make_document(b"hallo")
        assert len(kept_files(store)) == 1
        assert connection.in_atomic_block


@pytest.mark.django_db(transaction=True)
def test_content_goes_with_the_last_document_that_has_it(store: Path) -> None:
    first, second = make_document(b"hallo"), make_document(b"hallo")
    DestroyDocument(actor=SYSTEM, instance=first).run()
    assert len(kept_files(store)) == Inhoud.objects.count() == 1
    DestroyDocument(actor=SYSTEM, instance=second).run()
    assert kept_files(store) == []
    assert not Inhoud.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_content_that_comes_back_while_it_is_let_go_stays(store: Path) -> None:
    found, old = make_informatieobjecttype(), make_document(b"hallo")
    is_placed = threading.Event()

    def register_again() -> None:
        try:
            with transaction.atomic():
                make_document(b"hallo", informatieobjecttype=found)
                is_placed.set()
                time.sleep(0.3)
        finally:
            connection.close()

    writer = threading.Thread(target=register_again)
    writer.start()
    assert is_placed.wait(10)
    DestroyDocument(actor=SYSTEM, instance=old).run()
    writer.join()
    assert EnkelvoudigInformatieObject.objects.count() == Inhoud.objects.count() == 1
    assert [path.read_bytes() for path in kept_files(store)] == [b"hallo"]


@pytest.mark.django_db
def test_any_storage_of_django_will_do(monkeypatch: pytest.MonkeyPatch, store: Path) -> None:
    elsewhere = InMemoryStorage()
    monkeypatch.setattr(content_store, "storage", lambda: elsewhere)
    document = make_document(b"hallo")
    assert document.laatste_versie is not None and document.laatste_versie.inhoud is not None
    assert content_store.open_content(document.laatste_versie.inhoud).read() == b"hallo"
    assert kept_files(store) == temporary_files(store) == []


@pytest.mark.django_db(transaction=True)
def test_content_that_cannot_be_removed_stays_known(store: Path) -> None:
    document = make_document(b"hallo")
    (path,) = kept_files(store)
    path.unlink()
    path.mkdir()
    (path / "in de weg").touch()
    DestroyDocument(actor=SYSTEM, instance=document).run()
    assert not EnkelvoudigInformatieObject.objects.exists()
    assert Inhoud.objects.count() == 1


@pytest.mark.django_db
def test_nobody_else_may_read_the_files(store: Path) -> None:
    make_document(b"hallo")
    (path,) = kept_files(store)
    assert os.stat(path).st_mode & 0o077 == 0
