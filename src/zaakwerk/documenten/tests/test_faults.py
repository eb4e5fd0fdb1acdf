"""Faults: whatever happens half-way, no document is lost or half there, and nothing is left that counts."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from zaakwerk.documenten import downloads
from zaakwerk.documenten.commands import (
    CreateGebruiksrechten,
    DestroyDocument,
    LockDocument,
    ReceivePart,
    UnlockDocument,
    UpdateDocument,
)
from zaakwerk.documenten.content.incoming import received
from zaakwerk.documenten.models import BestandsDeel, EnkelvoudigInformatieObject, Gebruiksrechten, Inhoud
from zaakwerk.documenten.tests.builders import (
    document_url,
    kept_files,
    make_document,
    temporary_files,
)
from zaakwerk.documenten.tests.test_bestandsdelen import CONTENT, PARTS, announce, send, send_all
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Invalid, NotFound, Problem
from zaakwerk.zgw.tests.api import api_client

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def small_parts(settings: Any) -> None:
    """Parts of four bytes."""
    settings.PART_SIZE = 4


def waiting_document() -> EnkelvoudigInformatieObject:
    """A document that waits for three parts."""
    return make_document(bestandsomvang=len(CONTENT))


def receive(part: BestandsDeel, content: bytes, lock: str) -> None:
    """One part, by its command."""
    with received([content]) as given:
        ReceivePart(actor=SYSTEM, instance=part, lock_id=lock, inhoud=given).run()


def receive_all(document: EnkelvoudigInformatieObject) -> None:
    """Every part."""
    for part, content in zip(document.bestandsdelen.order_by("volgnummer"), PARTS, strict=True):
        receive(part, content, document.lock)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Runs them in threads that start together; what each gave or raised."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(index: int, act: Callable[[], Any]) -> None:
        try:
            gate.wait(10)
            results[index] = act()
        except Problem as problem:
            results[index] = problem  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def fresh(document: EnkelvoudigInformatieObject) -> EnkelvoudigInformatieObject:
    """The document as another request sees it."""
    return EnkelvoudigInformatieObject.objects.get(pk=document.pk)


def test_drc_009_of_two_who_lock_at_once_one_gets_it() -> None:
    document = make_document()
    acts = [LockDocument(actor=SYSTEM, instance=fresh(document)).run for _ in range(2)]
    results = at_once(*acts)
    assert sorted(type(found).__name__ for found in results) == ["EnkelvoudigInformatieObject", "Invalid"]
    assert fresh(document).lock in [getattr(found, "lock", "") for found in results]


def test_drc_010_two_editors_of_one_lock_make_two_versions() -> None:
    document = make_document(b"een")
    lock = LockDocument(actor=SYSTEM, instance=document).run().lock
    acts = [
        UpdateDocument(actor=SYSTEM, instance=fresh(document), changes={"titel": titel}, lock_id=lock).run
        for titel in ("A", "B")
    ]
    assert not [found for found in at_once(*acts) if isinstance(found, Problem)]
    versions = list(document.versies.order_by("versie").values_list("versie", "titel"))
    assert [number for number, _ in versions] == [1, 2, 3]
    assert {titel for _, titel in versions[1:]} == {"A", "B"}


def test_two_who_unlock_at_once_put_the_parts_together_once(store: Path) -> None:
    document = waiting_document()
    lock = document.lock
    receive_all(document)
    acts = [UnlockDocument(actor=SYSTEM, instance=fresh(document), lock_id=lock).run for _ in range(2)]
    results = at_once(*acts)
    assert sum(isinstance(found, Invalid) for found in results) == 1
    assert [path.read_bytes() for path in kept_files(store)] == [CONTENT]
    assert temporary_files(store) == [] and Inhoud.objects.count() == 1


def test_a_part_that_is_replaced_while_the_parts_are_put_together_is_not_lost(
    monkeypatch: pytest.MonkeyPatch, store: Path
) -> None:
    document = waiting_document()
    lock = document.lock
    receive_all(document)
    command = UnlockDocument(actor=SYSTEM, instance=fresh(document), lock_id=lock)
    merge, first = command.upload.merge, document.bestandsdelen.get(volgnummer=1)

    def merge_and_replace(parts: Any) -> None:
        merge(parts)
        receive(first, b"ABCD", lock)

    monkeypatch.setattr(command.upload, "merge", merge_and_replace)
    with pytest.raises(Problem) as raised:
        command.run()
    assert raised.value.status == 409
    assert fresh(document).lock == lock and temporary_files(store) == []
    UnlockDocument(actor=SYSTEM, instance=fresh(document), lock_id=lock).run()
    assert [path.read_bytes() for path in kept_files(store)] == [b"ABCDefghij"]


def test_a_rollback_after_a_part_was_written_leaves_at_most_a_file_nobody_knows(store: Path) -> None:
    document = waiting_document()
    part = document.bestandsdelen.get(volgnummer=1)
    lines = AuditRegel.objects.count()
    with pytest.raises(RuntimeError, match="te laat"), transaction.atomic():
        receive(part, b"abcd", document.lock)
        raise RuntimeError("te laat")
    assert not Inhoud.objects.exists() and not BestandsDeel.objects.exclude(inhoud=None).exists()
    assert AuditRegel.objects.count() == lines
    assert len(kept_files(store)) == 1 and temporary_files(store) == []
    receive_all(document)
    UnlockDocument(actor=SYSTEM, instance=fresh(document), lock_id=document.lock).run()
    assert [path.read_bytes() for path in kept_files(store)] == [CONTENT]


def test_a_rollback_of_an_unlock_leaves_the_parts_as_they_were(store: Path) -> None:
    document = waiting_document()
    receive_all(document)
    with pytest.raises(RuntimeError, match="te laat"), transaction.atomic():
        UnlockDocument(actor=SYSTEM, instance=fresh(document), lock_id=document.lock).run()
        raise RuntimeError("te laat")
    assert fresh(document).lock == document.lock
    assert BestandsDeel.objects.exclude(inhoud=None).count() == Inhoud.objects.count() == 3
    UnlockDocument(actor=SYSTEM, instance=fresh(document), lock_id=document.lock).run()
    assert [path.read_bytes() for path in kept_files(store)] == [CONTENT]


def test_a_store_that_lost_a_part_is_a_plain_answer_and_the_upload_stays(store: Path) -> None:
    client = api_client()
    made = announce(client)
    send_all(client, made)
    (second,) = [path for path in kept_files(store) if path.read_bytes() == b"efgh"]
    second.unlink()
    response = client.post(f"{made['url']}/unlock", {"lock": made["lock"]})
    assert (response.status_code, response.json()["code"]) == (503, "storage_unavailable")
    assert client.get(made["url"]).json()["locked"] is True and temporary_files(store) == []
    send(client, made["bestandsdelen"][1], b"efgh")
    assert client.post(f"{made['url']}/unlock", {"lock": made["lock"]}).status_code == 204


def test_a_store_that_cannot_be_reached_refuses_a_part_plainly(settings: Any, tmp_path: Path) -> None:
    client = api_client()
    made = announce(client)
    settings.DOCUMENTS_DIR = tmp_path / "bestand"
    (tmp_path / "bestand").write_text("geen map")
    response = send(client, made["bestandsdelen"][0], b"abcd")
    assert (response.status_code, response.json()["code"]) == (503, "storage_unavailable")
    assert not BestandsDeel.objects.exclude(inhoud=None).exists()


def test_a_document_that_is_removed_during_a_download_comes_whole() -> None:
    client = api_client()
    content = bytes(range(256)) * 4096
    document = make_document(content)
    stream = iter(client.get(f"{document_url(document)}/download").streaming_content)
    first = next(stream)
    assert client.delete(document_url(document)).status_code == 204
    assert first + b"".join(stream) == content
    assert not Inhoud.objects.exists()


def test_a_document_that_is_removed_just_before_its_download_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client, document, respond = api_client(), make_document(b"hallo"), downloads.respond

    def remove_first(*arguments: Any) -> Any:
        DestroyDocument(actor=SYSTEM, instance=fresh(document)).run()
        return respond(*arguments)

    monkeypatch.setattr(downloads, "respond", remove_first)
    response = client.get(f"{document_url(document)}/download")
    assert (response.status_code, response.json()["code"]) == (404, "not_found")


def test_a_document_that_is_removed_meanwhile_gets_nothing_below_it() -> None:
    document = make_document()
    stale = fresh(document)
    DestroyDocument(actor=SYSTEM, instance=document).run()
    command = CreateGebruiksrechten(
        actor=SYSTEM, informatieobject=stale, startdatum=clock.now(), omschrijving_voorwaarden="Alleen hier"
    )
    with pytest.raises(NotFound):
        command.run()
    assert not Gebruiksrechten.objects.exists()


def test_a_part_of_a_document_that_is_gone_or_unlocked_is_refused() -> None:
    document = waiting_document()
    part = document.bestandsdelen.get(volgnummer=1)
    UnlockDocument(actor=SYSTEM, instance=fresh(document)).run()
    with pytest.raises(NotFound):
        receive(part, b"abcd", document.lock)
    assert not Inhoud.objects.exists()


def test_a_refused_registration_leaves_no_part() -> None:
    with pytest.raises(Invalid):
        make_document(bestandsomvang=10, indicatie_gebruiksrecht=True)
    assert not BestandsDeel.objects.exists() and not EnkelvoudigInformatieObject.objects.exists()
