"""Waking: a message is delivered at once without any poll, and a ring that is lost costs one poll."""

import os
import statistics
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from zaakwerk.autorisaties.commands import CreateApplicatie
from zaakwerk.notificaties import bell, worker
from zaakwerk.notificaties.models import Hartslag
from zaakwerk.notificaties.tests.outbox import publish, subscribe, wait_for, working
from zaakwerk.zgw import wake
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.journal import post
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.listeners import Listener, listening

pytestmark = pytest.mark.django_db(transaction=True)
NEVER = 3600.0


def has_got(listener: Listener, count: int) -> bool:
    """Whether so many messages arrived."""
    return len(listener.received) >= count


def drop_listeners() -> None:
    """Ends the connections that LISTEN, as a restart of the server does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND query LIKE 'LISTEN%'"
        )
        assert cursor.fetchone()[0] == 1


def test_an_idle_worker_is_woken_without_a_poll(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "POLL_SECONDS", NEVER)
    took = []
    with listening() as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        subscribe(listener.url)
        with working():
            wait_for(Hartslag.objects.exists)
            time.sleep(0.5)
            for number in range(10):
                publish(number=number)
                took.append(wait_for(partial(has_got, listener, number + 1)))
                time.sleep(0.05)
    assert statistics.median(took) < 0.1 and max(took) < 0.5, took


def test_nothing_rings_before_the_commit_nor_for_what_rolls_back() -> None:
    with bell.hearing() as ears:
        ears.wait(0.2)
        with transaction.atomic():
            publish()
            assert not ears.wait(0.2)
        assert ears.wait(0.2)
        with pytest.raises(RuntimeError), transaction.atomic():
            publish()
            raise RuntimeError
        assert not ears.wait(0.2)
        assert Bericht.objects.count() == 1


def test_a_ring_nobody_heard_costs_one_poll(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "POLL_SECONDS", 0.3)
    monkeypatch.setattr(wake, "touch_pipe", lambda: None)
    monkeypatch.setattr(bell, "CHANNEL", "anders")
    with listening() as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        subscribe(listener.url)
        with working():
            wait_for(Hartslag.objects.exists)
            publish()
            wait_for(partial(has_got, listener, 1), seconds=3)


def test_a_listener_that_lost_its_connection_listens_again() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no connections to drop")
    with bell.hearing() as ears:
        assert ears.wait(0.1)
        drop_listeners()
        assert not ears.wait(0.1)
        assert ears.wait(0.1)
        publish()
        assert ears.wait(0.5)


def test_a_pipe_takes_the_place_of_a_stray_file_and_never_blocks_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "naast-de-database.wake"
    path.write_text("iets anders")
    pipe = bell.Pipe(str(path))
    try:
        writer = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        with pytest.raises(BlockingIOError):
            while True:
                os.write(writer, b"!" * 4096)
        os.close(writer)
        assert pipe.wait(0)
        assert not pipe.wait(0)
    finally:
        pipe.close()
    assert oct(path.stat().st_mode)[-3:] == "600"


def test_ringing_without_a_worker_does_nothing_and_leaves_no_file() -> None:
    Path(wake.pipe_path()).unlink(missing_ok=True)
    wake.touch_pipe()
    assert not Path(wake.pipe_path()).exists()


def test_publishing_costs_a_write_one_statement(django_assert_num_queries: Any) -> None:
    made = [publish_later(number) for number in range(5)]
    with transaction.atomic(), django_assert_num_queries(1):
        post(made)
    with transaction.atomic(), django_assert_num_queries(0):
        post([])


@dataclass(frozen=True, kw_only=True)
class Silently(CreateApplicatie):
    """The same write without messages."""

    is_silent: ClassVar[bool] = True


def statements_of(command: type[CreateApplicatie]) -> int:
    """How many statements one write takes."""
    made = command(actor=SYSTEM, client_ids=[], label="x", heeft_alle_autorisaties=True)
    with CaptureQueriesContext(connection) as captured:
        made.run()
    return len(captured)


def test_a_write_with_its_message_takes_one_statement_more_than_without() -> None:
    statements_of(Silently)
    assert statements_of(CreateApplicatie) - statements_of(Silently) == 1


def publish_later(number: int) -> Bericht:
    """A message that is not in the outbox yet."""
    bericht = publish(number=number)
    bericht.delete()
    return Bericht(kanaal="zaken", actie="create", aanmaakdatum=bericht.aanmaakdatum)


def test_a_worker_beats_and_ends_in_order() -> None:
    with working():
        wait_for(Hartslag.objects.exists)
    assert not Hartslag.objects.exists()
