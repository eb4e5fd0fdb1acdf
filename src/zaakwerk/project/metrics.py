"""Metrics for Prometheus: requests as counted by this server's processes, messages from the database."""

import hmac
import ipaddress
import os
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from zaakwerk.notificaties import breaker, standing
from zaakwerk.zgw.clock import now

# Set by `serve`: the directory in which its processes keep their counts, so that each can tell them all.
SHARED = "PROMETHEUS_MULTIPROC_DIR"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# The first part of an address; anything else is "other", for a label has few values, whatever clients send.
APIS = frozenset({"zaken", "catalogi", "documenten", "besluiten", "autorisaties", "notificaties", "zaakwerk"})
FACES = frozenset({"werk", "mijn", "aanvragen", "beheer", "regie", "archief", "admin", "selectielijst"})
PARTS = APIS | FACES | {"health", "static"}
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
PROXY_HEADERS = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")
REGISTRY = CollectorRegistry()
REQUESTS = Counter("zaakwerk_requests", "Answered requests.", ("part", "method", "status"), registry=REGISTRY)
SECONDS = Histogram(
    "zaakwerk_request_seconds", "Seconds per request.", ("part",), buckets=BUCKETS, registry=REGISTRY
)


def count(request: HttpRequest, status: int, seconds: float) -> None:
    """Counts one answered request."""
    first = request.path_info.split("/", 2)[1]
    part = first if first in PARTS else "other"
    method = request.method if request.method in METHODS else "other"
    REQUESTS.labels(part, method, str(status)).inc()
    SECONDS.labels(part).observe(seconds)


def view(request: HttpRequest) -> HttpResponse:
    """GET /metrics, from this machine or with the token."""
    if not may_read(request):
        words = "Alleen vanaf deze machine, of met het token van ZAAKWERK_METRICS_TOKEN.\n"
        return HttpResponse(words, status=403, content_type="text/plain; charset=utf-8")
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    return HttpResponse(generate_latest(gathered()), content_type=CONTENT_TYPE_LATEST)


def may_read(request: HttpRequest) -> bool:
    """Whether a caller is on this machine itself and not behind a proxy on it, or has the token."""
    kind, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    if settings.METRICS_TOKEN and kind.lower() == "bearer":
        return hmac.compare_digest(token.strip().encode(), settings.METRICS_TOKEN.encode())
    return is_loopback(request.META.get("REMOTE_ADDR", "")) and not any(
        name in request.META for name in PROXY_HEADERS
    )


def is_loopback(address: str) -> bool:
    """Whether an address is this machine."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def gathered() -> CollectorRegistry:
    """Everything that is told, by all processes of this server."""
    registry = CollectorRegistry()
    if os.environ.get(SHARED):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(REGISTRY)
    registry.register(Messages())
    return registry


class Messages(Collector):
    """The outbox and its subscribers, read from the database: the same for every process and machine."""

    def collect(self) -> Iterator[Metric]:
        """A database that is away is itself a figure."""
        moment = now()
        try:
            subscribers = standing.subscribers(moment)
            outbox = standing.outbox(subscribers)
        except Error:
            yield gauge("zaakwerk_database_up", "Whether the database answers.", 0)
            return
        yield gauge("zaakwerk_database_up", "Whether the database answers.", 1)
        yield gauge("zaakwerk_outbox_undistributed", "Messages not yet distributed.", outbox.te_verdelen)
        yield gauge(
            "zaakwerk_outbox_lag_seconds", "Age of the oldest message.", outbox.lag(moment).total_seconds()
        )
        if outbox.worker_gezien:
            age = (moment - outbox.worker_gezien).total_seconds()
            yield gauge("zaakwerk_worker_age_seconds", "Since a worker was last seen.", age)
        yield from per_subscriber(subscribers, moment)


def gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    """One figure."""
    return GaugeMetricFamily(name, words, value=value)


def per_subscriber(subscribers: list[standing.Subscriber], moment: datetime) -> Iterator[Metric]:
    """The figures of each subscriber, by the uuid of its abonnement and its host."""
    labels = ("subscriber", "host")
    waiting = GaugeMetricFamily("zaakwerk_deliveries_waiting", "Deliveries that wait.", labels=labels)
    lag = GaugeMetricFamily("zaakwerk_delivery_lag_seconds", "Age of the oldest.", labels=labels)
    dead = GaugeMetricFamily("zaakwerk_dead_letters", "Deliveries given up.", labels=labels)
    is_open = GaugeMetricFamily("zaakwerk_breaker_open", "Whether it is left alone.", labels=labels)
    delivered = CounterMetricFamily("zaakwerk_deliveries", "Deliveries accepted.", labels=labels)
    failed = CounterMetricFamily("zaakwerk_delivery_failures", "Attempts that failed.", labels=labels)
    for found in subscribers:
        abonnement = found.abonnement
        key = (str(abonnement.uuid), urlsplit(abonnement.callback_url).netloc.rpartition("@")[2])
        waiting.add_metric(key, found.wachtend)
        lag.add_metric(key, found.lag(moment).total_seconds())
        dead.add_metric(key, found.opgegeven)
        is_open.add_metric(key, float(breaker.is_open(abonnement, moment)))
        delivered.add_metric(key, abonnement.aantal_gelukt)
        failed.add_metric(key, abonnement.aantal_mislukt)
    yield from (waiting, lag, dead, is_open, delivered, failed)
