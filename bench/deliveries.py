"""Deliveries: how many messages a second one worker hands over, and how soon one arrives when all is idle.

`python -m bench.deliveries`; prints a table per database. `measure(vendor)` gives the same as data.
"""

import argparse
import asyncio
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import urllib3

from bench.client import token_for
from bench.clients import SECRET
from bench.seeds import Site, make_site
from tests import clusters
from tests.servers import address_in

VENDORS = ("postgresql", "sqlite")
ZAAKWERK = (sys.executable, "-m", "zaakwerk.project.cli")
AUTH, CLIENT = "Bearer bench", "bench"
ZAKEN, SUBSCRIBERS = 50, (1, 10)
ROUNDS, PAUSE = 30, 0.2
MINUTE = 60.0
# What is promised: issue "Notificaties API", Speed.
LEAST_RATE, MOST_LATENCY = 300.0, 500.0
ANSWERS = {
    True: b"HTTP/1.1 204 No Content\r\n\r\n",
    False: b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
}
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


@dataclass
class Subscriber:
    """A subscriber that answers at once and remembers when each message came."""

    port: int = 0
    moments: list[float] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request per connection, as the worker makes them."""
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(int(LENGTH.search(head)[1]))
        is_welcome = AUTH.encode() in head
        if is_welcome:
            self.moments.append(time.perf_counter())
        writer.write(ANSWERS[is_welcome])
        await writer.drain()
        writer.close()

    async def serve(self) -> None:
        """Listens on a free port until the process ends."""
        server = await asyncio.start_server(self.answer, "127.0.0.1", 0, backlog=256)
        self.port = server.sockets[0].getsockname()[1]
        self.ready.set()
        await server.serve_forever()

    def start(self) -> "Subscriber":
        """In a thread of this process, which does nothing else meanwhile."""
        threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True).start()
        self.ready.wait()
        return self

    def wait_for(self, count: int) -> float:
        """Waits until so many messages came; seconds since the call, or an error after a minute."""
        begin = time.perf_counter()
        while len(self.moments) < count:
            if time.perf_counter() - begin > MINUTE:
                raise SystemExit(f"Na een minuut zijn {len(self.moments)} van {count} berichten aangekomen.")
            time.sleep(0.0005)
        return time.perf_counter() - begin


@dataclass(frozen=True)
class Result:
    """Deliveries a second per number of subscribers, and milliseconds from request to arrival."""

    vendor: str
    rates: dict[int, float]
    median_ms: float
    p95_ms: float


@contextmanager
def site_for(vendor: str) -> Iterator[Site]:
    """An empty database as durable as in production."""
    with tempfile.TemporaryDirectory(prefix="zw-bench-", dir="/tmp") as scratch:
        if vendor == "sqlite":
            yield prepared(make_site(vendor, Path(scratch)))
            return
        with clusters.cluster(settings={"jit": "off", "max_parallel_workers_per_gather": "0"}) as made:
            yield prepared(make_site(vendor, Path(scratch), made.create_database("deliveries")))


def prepared(site: Site) -> Site:
    """The site with its tables and a client that may all."""
    zaakwerk(site, "migrate")
    zaakwerk(site, "client", "add", CLIENT, "--secret", SECRET, "--all-rights")
    return site


def zaakwerk(site: Site, *arguments: str) -> None:
    """One command to its end."""
    subprocess.run([*ZAAKWERK, *arguments], env=site.environment, check=True, capture_output=True)


@contextmanager
def running(site: Site, *arguments: str) -> Iterator[Path]:
    """A long command for the length of a with-block; yields its log."""
    log = site.data_dir / "bench.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*ZAAKWERK, *arguments], env=site.environment, stdout=stream, stderr=stream
        )
    try:
        yield log
    finally:
        process.terminate()
        process.wait()


def measure(vendor: str, messages: int = 2000) -> Result:
    """Both figures on one database."""
    subscriber = Subscriber().start()
    with site_for(vendor) as site:
        site.environment["ZAAKWERK_OUTBOUND_HOSTS"] = f"127.0.0.1:{subscriber.port}"
        rates = {count: measure_rate(site, subscriber, messages, count) for count in SUBSCRIBERS}
        took = sorted(measure_latency(site, subscriber))
    return Result(vendor, rates, statistics.median(took), took[int(len(took) * 0.95)])


def measure_rate(site: Site, subscriber: Subscriber, messages: int, count: int) -> float:
    """Deliveries a second from the first to the last, by one worker that finds a full outbox."""
    each = messages // count
    fill = [
        "--fill",
        str(each),
        "--subscribers",
        str(count),
        "--callback",
        f"http://127.0.0.1:{subscriber.port}/",
    ]
    subprocess.run([sys.executable, "-m", "bench.deliveries", *fill], env=site.environment, check=True)
    subscriber.moments.clear()
    with running(site, "worker"):
        subscriber.wait_for(each * count)
    return (each * count - 1) / (subscriber.moments[-1] - subscriber.moments[0])


def measure_latency(site: Site, subscriber: Subscriber) -> Iterator[float]:
    """Milliseconds from sending a request to the arrival of its message, with pauses in between."""
    fill = ["--fill", "0", "--subscribers", "1", "--callback", f"http://127.0.0.1:{subscriber.port}/"]
    subprocess.run([sys.executable, "-m", "bench.deliveries", *fill], env=site.environment, check=True)
    with running(site, "serve", "--port", "0") as log:
        address = wait_until_ready(log)
        for number in range(ROUNDS):
            subscriber.moments.clear()
            body = {"clientIds": [], "label": f"nummer {number}", "heeftAlleAutorisaties": True}
            begin = time.perf_counter()
            answer = call(address, "POST", "/autorisaties/api/v1/applicaties", body)
            subscriber.wait_for(1)
            if answer.status != 201:
                raise SystemExit(f"De proef mislukt: {answer.data!r}")
            yield (subscriber.moments[0] - begin) * 1000
            time.sleep(PAUSE)


def wait_until_ready(log: Path) -> str:
    """The address, once web and worker are both there."""
    deadline = time.monotonic() + MINUTE
    while time.monotonic() < deadline:
        address = address_in(log.read_text(errors="replace"))
        if address and is_whole(address):
            time.sleep(1.0)
            return address
        time.sleep(0.1)
    raise SystemExit("De server start niet.")


def is_whole(address: str) -> bool:
    """Whether every part is in order."""
    try:
        return bool(urllib3.request("GET", f"{address}/health/ready", retries=False).json()["status"] == "ok")
    except (urllib3.exceptions.HTTPError, KeyError):
        return False


def call(address: str, method: str, path: str, body: Any) -> urllib3.BaseHTTPResponse:
    """One request of the client."""
    headers = {"Authorization": f"Bearer {token_for(CLIENT)}"}
    return urllib3.request(method, address + path, json=body, headers=headers, retries=False)


def fill_outbox(messages: int, count: int, callback: str) -> None:
    """Runs in the environment of a site: subscribers, and messages about a number of zaken in turn."""
    import django

    django.setup()
    from zaakwerk.notificaties.models import Abonnement
    from zaakwerk.zgw import secrets
    from zaakwerk.zgw.clock import now
    from zaakwerk.zgw.links import BASE
    from zaakwerk.zgw.models import Bericht

    Abonnement.objects.all().delete()
    kanalen = [{"naam": naam, "filters": {}} for naam in ("zaken", "autorisaties")]
    Abonnement.objects.bulk_create(
        Abonnement(callback_url=callback, auth=secrets.encrypt(AUTH), kanalen=kanalen) for _ in range(count)
    )
    Bericht.objects.bulk_create(
        Bericht(
            kanaal="zaken",
            hoofd_object=f"{BASE}/zaken/api/v1/zaken/{number % ZAKEN}",
            resource="status",
            resource_url=f"{BASE}/zaken/api/v1/statussen/{number}",
            actie="create",
            aanmaakdatum=now(),
        )
        for number in range(messages)
    )


def table(results: list[Result]) -> str:
    """The figures as text, with what was promised."""
    columns = " | ".join(f"afleveringen/s, {count} abonnee{'s' * (count > 1)}" for count in SUBSCRIBERS)
    lines = [
        f"| database | {columns} | in rust, mediaan | in rust, p95 |",
        f"|---|{'---:|' * (len(SUBSCRIBERS) + 2)}",
    ]
    for found in results:
        rates = " | ".join(f"{rate:.0f}" for rate in found.rates.values())
        lines.append(f"| {found.vendor} | {rates} | {found.median_ms:.0f} ms | {found.p95_ms:.0f} ms |")
    aim = (
        f"Doel: minstens {LEAST_RATE:.0f} afleveringen per seconde, in rust minder dan {MOST_LATENCY:.0f} ms."
    )
    return "\n".join([*lines, "", aim])


def main() -> None:
    """Measures and prints; exit 0 whatever the figures are: no test hangs on a clock."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vendor", choices=VENDORS, action="append", help="alleen deze database")
    parser.add_argument("--messages", type=int, default=2000, help="aantal afleveringen per meting (2000)")
    for name in ("--fill", "--subscribers"):
        parser.add_argument(name, type=int, help=argparse.SUPPRESS)
    parser.add_argument("--callback", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.callback:
        fill_outbox(given.fill, given.subscribers, given.callback)
    else:
        print(table([measure(vendor, given.messages) for vendor in given.vendor or VENDORS]))


if __name__ == "__main__":
    main()
