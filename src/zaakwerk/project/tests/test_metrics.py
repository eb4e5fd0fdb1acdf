"""Metrics: what is told, and to whom."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.heartbeat import Heartbeat
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.tests.outbox import AUTH, publish, subscribe
from zaakwerk.zgw.clock import now

pytestmark = pytest.mark.django_db


def figures(client: Client, **headers: Any) -> dict[tuple[str, ...], float]:
    """What is told, by name and values of the labels in order of their names."""
    response = client.get("/metrics", **headers)
    assert response.status_code == 200
    return {
        (sample.name, *(sample.labels[name] for name in sorted(sample.labels))): sample.value
        for family in text_string_to_metric_families(response.content.decode())
        for sample in family.samples
    }


@pytest.fixture
def client() -> Client:
    """A caller on this machine."""
    return Client(SERVER_NAME="localhost")


def test_requests_are_counted_and_timed_by_part_method_and_status(client: Client) -> None:
    before = figures(client)
    client.get("/zaken/api/v1/zaken")
    client.get("/zaken/api/v1/zaken")
    client.generic("BREW", "/koffie/999990019")
    after = figures(client)
    name = ("zaakwerk_requests_total", "GET", "zaken", "403")
    assert after[name] - before.get(name, 0) == 2
    assert after[("zaakwerk_requests_total", "other", "other", "404")] >= 1
    timed = ("zaakwerk_request_seconds_count", "zaken")
    assert after[timed] - before.get(timed, 0) == 2
    assert "999990019" not in str(after)


def test_queue_lag_deliveries_and_failures_are_told_per_subscriber(client: Client) -> None:
    abonnement = subscribe("http://naam:geheim@127.0.0.1:9/pad")
    for number in range(3):
        publish(number=number)
    distribute()
    publish(number=4)
    first, second, _ = Aflevering.objects.order_by("id")
    Aflevering.objects.filter(pk=first.pk).update(opgegeven_op=now())
    Aflevering.objects.filter(pk=second.pk).update(aangemaakt_op=now() - timedelta(hours=1))
    Abonnement.objects.update(
        aantal_gelukt=7, aantal_mislukt=5, mislukkingen=5, rust_tot=now() + timedelta(minutes=1)
    )
    Heartbeat(now()).beat(now() - timedelta(seconds=30))
    found = figures(client)
    key = ("127.0.0.1:9", str(abonnement.uuid))
    assert found[("zaakwerk_outbox_undistributed",)] == 1
    assert found[("zaakwerk_deliveries_waiting", *key)] == 2
    assert found[("zaakwerk_dead_letters", *key)] == 1
    assert found[("zaakwerk_deliveries_total", *key)] == 7
    assert found[("zaakwerk_delivery_failures_total", *key)] == 5
    assert found[("zaakwerk_breaker_open", *key)] == 1
    assert 3590 < found[("zaakwerk_delivery_lag_seconds", *key)] < 3700
    assert 3590 < found[("zaakwerk_outbox_lag_seconds",)] < 3700
    assert 29 < found[("zaakwerk_worker_age_seconds",)] < 60
    assert not {"geheim", AUTH} & set(str(found).split("'"))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, 200),
        ({"REMOTE_ADDR": "::1"}, 200),
        ({"REMOTE_ADDR": "10.0.0.7"}, 403),
        ({"REMOTE_ADDR": ""}, 403),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"}, 403),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=10.0.0.7"}, 403),
        ({"REMOTE_ADDR": "10.0.0.7", "HTTP_AUTHORIZATION": "Bearer juist-token"}, 200),
        ({"REMOTE_ADDR": "10.0.0.7", "HTTP_AUTHORIZATION": "Bearer fout-token"}, 403),
        ({"REMOTE_ADDR": "10.0.0.7", "HTTP_AUTHORIZATION": "Bearer "}, 403),
    ],
)
def test_only_this_machine_or_the_token_reads_them(
    client: Client, settings: Any, headers: dict[str, str], status: int
) -> None:
    settings.METRICS_TOKEN = "juist-token"
    extra: dict[str, Any] = headers
    assert client.get("/metrics", **extra).status_code == status


def test_without_a_token_set_no_token_is_right(client: Client, settings: Any) -> None:
    settings.METRICS_TOKEN = ""
    headers: dict[str, Any] = {"REMOTE_ADDR": "10.0.0.7", "HTTP_AUTHORIZATION": "Bearer "}
    assert client.get("/metrics", **headers).status_code == 403
    assert client.post("/metrics").status_code == 405
