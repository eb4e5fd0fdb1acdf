"""Bare: nothing but sqlite3 and captured statements in a loop; prints count, CPU and elapsed seconds."""

import json
import sqlite3
import sys
import time
import uuid
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

# As zaakwerk.project.environment sets them.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-20000")
WARMING = 0.2
NEW: dict[str, Callable[[], str]] = {
    "uuid": lambda: uuid.uuid4().hex,
    "identificatie": lambda: str(uuid.uuid4()),
}


def main() -> None:
    """Arguments: database, file with samples, seconds."""
    database, samples, seconds = sys.argv[1:]
    connection = sqlite3.connect(database, isolation_level=None, timeout=20, cached_statements=1000)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    requests = [[prepare(step) for step in steps] for steps in json.loads(Path(samples).read_text())]
    run(connection, requests, WARMING)
    print(*run(connection, requests, float(seconds)))


def prepare(step: dict[str, Any]) -> tuple[str, list[Any], list[tuple[int, Callable[[], str]]]]:
    """A statement in SQLite's own form, its values, and which of them are new every time."""
    params = step["params"]
    fresh = [(place, NEW[value["fresh"]]) for place, value in enumerate(params) if isinstance(value, dict)]
    return (step["sql"] % (("?",) * len(params)) if params else step["sql"]), list(params), fresh


def run(connection: sqlite3.Connection, requests: list[Any], seconds: float) -> tuple[int, float, float]:
    """The requests in turn for some seconds."""
    started, spent, done = time.perf_counter(), time.process_time(), 0
    for steps in cycle(requests):
        for sql, params, fresh in steps:
            for place, new in fresh:
                params[place] = new()
            connection.execute(sql, params).fetchall()
        done += 1
        if time.perf_counter() - started > seconds:
            break
    return done, time.process_time() - spent, time.perf_counter() - started


if __name__ == "__main__":
    main()
