"""Run: `make bench`. Measures every operation on PostgreSQL and SQLite next to its own statements alone."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from bench import report, seeds
from bench.client import Load, encode, token_for
from bench.processes import cpu_seconds
from bench.replay import Limit, replay
from bench.server import Server, serving

VENDORS = ("postgresql", "sqlite")
WARMING = 40


@dataclass(frozen=True)
class Options:
    """How long and how often."""

    size: int
    runs: int
    seconds: float
    connections: int
    port: int
    database_port: int
    only: Sequence[str]


def main() -> None:
    """Measures and prints; exit 0 whatever the figures are: no test hangs on a clock."""
    options, vendors = arguments()
    results, started = {}, time.monotonic()
    for vendor in vendors:
        with site_for(vendor, options) as site:
            results[vendor] = measure_site(site, options)
    print(f"\nKlaar na {time.monotonic() - started:.0f} s: {report.write(options.size, results)}")


def arguments() -> tuple[Options, Sequence[str]]:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200_000, help="aantal zaken in de database (200000)")
    parser.add_argument("--runs", type=int, default=3, help="metingen per getal (3)")
    parser.add_argument("--seconds", type=float, default=2.0, help="duur van een meting (2)")
    parser.add_argument("--connections", type=int, default=2, help="verbindingen naar het web (2)")
    parser.add_argument("--port", type=int, default=8160)
    parser.add_argument("--database-port", type=int, default=5660)
    parser.add_argument("--vendor", choices=VENDORS, action="append", help="alleen deze database")
    parser.add_argument("--only", action="append", default=[], help="alleen deze verrichting")
    given = vars(parser.parse_args())
    vendors = given.pop("vendor") or VENDORS
    return Options(**given), vendors


def site_for(vendor: str, options: Options) -> AbstractContextManager[seeds.Site]:
    """A filled database."""
    if vendor == "sqlite":
        return seeds.sqlite_site(options.size)
    return seeds.postgresql_site(options.size, options.database_port)


def measure_site(site: seeds.Site, options: Options) -> dict[str, Any]:
    """Every operation on one database, printed and as data."""
    origin = f"http://127.0.0.1:{options.port}"
    captured = capture(site, origin)
    lines = []
    with serving(site, options.port) as server:
        for name, found in captured.items():
            if not options.only or name in options.only:
                lines.append(measure(site, server, options, found))
                sys.stderr.write(f"  {site.vendor}: {report.cells(lines[-1])}\n")
        memory = server.resident_megabytes()
    print(f"\n{site.vendor}, {options.size} zaken\n\n{report.table(lines)}\n")
    print(report.explain(site.vendor, options.connections, options.runs))
    print(f"Geheugen van het webproces na afloop: {memory:.0f} MB (doel: hoogstens {report.MOST_MEMORY} MB).")
    return {"lines": [report.as_data(line) for line in lines], "resident_mb": memory}


def capture(site: seeds.Site, origin: str) -> dict[str, Any]:
    """Requests and statements, made in a process of its own."""
    out = site.data_dir / "capture.json"
    command = [sys.executable, "-m", "bench.capture", "--origin", origin, "--out", str(out)]
    subprocess.run(command, env=site.environment, check=True)
    found: dict[str, Any] = json.loads(Path(out).read_text())
    return found


def measure(site: seeds.Site, server: Server, options: Options, found: dict[str, Any]) -> report.Line:
    """One operation: our runs and those of the limit in turn, so that a busy machine hits both alike."""
    calls = [SimpleNamespace(**call) for call in found["calls"]]
    tokens = {call.client: token_for(call.client) for call in calls}
    host = server.address.removeprefix("http://")
    load = Load(
        server.address,
        [encode(call, host, tokens[call.client]) for call in calls],
        calls[0].status,
        options.connections,
    )
    load.run(count=WARMING)
    ours: list[tuple[float, float, float]] = []
    limits: list[Limit] = []
    for _ in range(options.runs):
        ours.append(run_ours(site, server, load, options.seconds))
        limits.append(replay(site, found["samples"], options.seconds))
    load.close()
    web, database, rate = zip(*ours, strict=True)
    return report.Line(
        found["name"],
        found["title"],
        found["aim"],
        report.figure(web),
        report.figure(database),
        report.figure(rate),
        report.figure([limit.cpu_ms for limit in limits]),
        report.figure([limit.rate for limit in limits]),
        max(map(len, found["samples"])),
    )


def run_ours(site: seeds.Site, server: Server, load: Load, seconds: float) -> tuple[float, float, float]:
    """CPU ms of the web and of the database per request, and requests per second."""
    web, database = server.cpu_seconds(), database_cpu(site)
    count, elapsed = load.run(seconds=seconds)
    web, database = server.cpu_seconds() - web, database_cpu(site) - database
    return web * 1000 / count, database * 1000 / count, count / elapsed


def database_cpu(site: seeds.Site) -> float:
    """CPU seconds of the database server; SQLite has none."""
    return cpu_seconds(site.postmaster) if site.postmaster else 0.0


if __name__ == "__main__":
    main()
