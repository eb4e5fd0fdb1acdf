"""The worker against real subscribers: at once, in order, and nobody waits for somebody else."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from statistics import median
from typing import Any

import pytest
from django.db import connection

from zaakwerk.notificaties import worker
from zaakwerk.notificaties.models import Aflevering
from zaakwerk.notificaties.tests.outbox import AUTH, numbers, publish, subscribe, wait_for, working
from zaakwerk.zgw.tests.listeners import Listener, Received, listening, wants

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def subscriber(settings: Any) -> Iterator[Listener]:
    """A subscriber with one abonnement on zaken."""
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        subscribe(listener.url)
        yield listener


def has_got(listener: Listener, count: int) -> bool:
    """Whether so many messages arrived."""
    return len(listener.received) >= count


def all_done() -> bool:
    """Whether nothing waits any more."""
    return not Aflevering.objects.filter(afgeleverd_op=None, opgegeven_op=None).exists()


def test_an_idle_worker_delivers_within_half_a_second(subscriber: Listener) -> None:
    with working():
        time.sleep(1)
        took = []
        for number in range(5):
            publish(number=number)
            took.append(wait_for(partial(has_got, subscriber, number + 1)))
    assert numbers(subscriber) == [0, 1, 2, 3, 4]
    assert median(took) < 0.5, took


def test_what_waited_before_the_worker_came_is_delivered_in_order(subscriber: Listener) -> None:
    for number in range(300):
        publish(f"zaak{number % 7}", number)
    with working():
        wait_for(lambda: len(subscriber.received) == 300)
        wait_for(all_done)
    assert sorted(numbers(subscriber)) == list(range(300))
    for zaak in range(7):
        assert numbers(subscriber, f"zaak{zaak}") == list(range(zaak, 300, 7))


def test_order_per_zaak_holds_through_failures(settings: Any) -> None:
    tries: Counter[str] = Counter()

    def moody(got: Received) -> int:
        tries[got.message["resourceUrl"]] += 1
        return (
            204 if tries[got.message["resourceUrl"]] > 1 or "/een" not in got.message["hoofdObject"] else 503
        )

    with listening(moody) as listener, working():
        settings.OUTBOUND_HOSTS = [listener.entry]
        subscribe(listener.url)
        for number in range(6):
            publish("een" if number % 2 else "twee", number)
        wait_for(lambda: len(listener.received) == 9)
        wait_for(all_done)
    assert numbers(listener, "een") == [1, 1, 3, 3, 5, 5]
    assert numbers(listener, "twee") == [0, 2, 4]


def test_a_slow_subscriber_delays_nobody_else(settings: Any, subscriber: Listener) -> None:
    def slow(got: Received) -> int:
        time.sleep(1.5)
        return 204

    with listening(slow) as sleepy, working():
        settings.OUTBOUND_HOSTS = [subscriber.entry, sleepy.entry]
        subscribe(sleepy.url)
        for number in range(20):
            publish(f"zaak{number}", number)
        wait_for(lambda: len(subscriber.received) == 20, seconds=2)
        publish("later", 20)
        assert wait_for(lambda: len(subscriber.received) == 21) < 1
        assert len(sleepy.received) < 3


def test_a_subscriber_that_comes_back_gets_what_waited(settings: Any) -> None:
    with listening() as listener:
        port = listener.port
    settings.OUTBOUND_HOSTS = [f"127.0.0.1:{port}"]
    subscribe(f"http://127.0.0.1:{port}/meldingen")
    with working():
        for number in range(4):
            publish(f"zaak{number % 2}", number)
        wait_for(lambda: Aflevering.objects.filter(pogingen__gte=2).exists())
        with listening(port=port) as listener:
            wait_for(lambda: len(listener.received) == 4)
            wait_for(all_done)
    assert numbers(listener, "zaak0") == [0, 2]
    assert numbers(listener, "zaak1") == [1, 3]


def test_several_workers_share_the_work_without_doubling_it(settings: Any) -> None:
    with listening() as one, listening() as two, listening() as three:
        listeners = (one, two, three)
        settings.OUTBOUND_HOSTS = [listener.entry for listener in listeners]
        for listener in listeners:
            subscribe(listener.url)
        with working(3):
            for number in range(150):
                publish(f"zaak{number % 3}", number)
            wait_for(lambda: all(len(listener.received) == 150 for listener in listeners))
            wait_for(all_done)
            time.sleep(0.5)
        for listener in listeners:
            assert sorted(numbers(listener)) == list(range(150))
            assert numbers(listener, "zaak1") == list(range(1, 150, 3))


def test_an_abonnement_that_goes_takes_what_waited_with_it(settings: Any) -> None:
    settings.OUTBOUND_HOSTS = []
    abonnement = subscribe("http://127.0.0.1:9/")
    with working():
        publish()
        wait_for(lambda: Aflevering.objects.filter(pogingen__gte=1).exists())
        abonnement.delete()
        wait_for(all_done)


def test_a_subscriber_that_hangs_does_not_keep_the_worker_from_stopping(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "GRACE_SECONDS", 0.3)

    def hang(got: Received) -> int:
        time.sleep(2)
        return 204

    with listening(hang) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        subscribe(listener.url)
        publish()
        with working():
            wait_for(lambda: any(thread.name.startswith("lane") for thread in threading.enumerate()))
            time.sleep(0.2)
            begin = time.monotonic()
        assert time.monotonic() - begin < 1.5
        wait_for(lambda: not any(thread.name.startswith("lane") for thread in threading.enumerate()))


def test_the_worker_survives_a_database_that_drops_its_connections(subscriber: Listener) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no connections to drop")
    with working():
        for number in range(30):
            publish(f"zaak{number % 3}", number)
            if number % 10 == 5:
                drop_other_connections()
            time.sleep(0.05)
        wait_for(lambda: set(numbers(subscriber)) == set(range(30)))
        wait_for(all_done)


def drop_other_connections() -> None:
    """As a restart of the server does to every client but us."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
