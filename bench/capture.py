"""Capture: runs each operation in this process and writes down its requests and every statement it sends."""

import argparse
import json
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

import django

WARMING, SAMPLES = 5, 16
INSERT = re.compile(r'INSERT INTO "\w+" \(([^)]+)\)')
# A replay inserts the same rows over and over: these columns get a new value each time.
FRESH = ("uuid", "identificatie")


class Recorder:
    """Takes down statements; stands in for Django's query log, which alone is told of BEGIN and COMMIT."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.steps: list[dict[str, Any]] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Django's execute wrapper."""
        assert not many, sql
        columns = columns_of(sql, params or ())
        values = [self.described(value, column) for value, column in zip(params or (), columns, strict=True)]
        self.steps.append({"sql": sql, "params": values})
        return execute(sql, params, many, context)

    def append(self, entry: dict[str, str]) -> None:
        """Django's query log."""
        if entry["sql"] in ("BEGIN", "COMMIT", "ROLLBACK"):
            self.steps.append({"sql": entry["sql"], "params": []})

    def clear(self) -> None:
        """Django's query log is emptied when a request starts."""
        self.steps.clear()

    def described(self, value: Any, column: str) -> Any:
        """A value as the replay wants it: an SQL literal on PostgreSQL, the value itself on SQLite."""
        is_fresh = column in FRESH
        if self.connection.vendor == "sqlite":
            return {"fresh": column} if is_fresh else value
        if is_fresh:
            new = "gen_random_uuid()" if column == "uuid" else "gen_random_uuid()::text"
            return f"ARRAY[{', '.join([new] * len(value))}]" if isinstance(value, list) else new
        from psycopg.sql import Literal

        return Literal(value).as_string(self.connection.connection)


def columns_of(sql: str, params: Any) -> list[str]:
    """The column each parameter of an INSERT goes to; nothing for other statements."""
    found = INSERT.match(sql)
    names = [name.strip('" ') for name in found[1].split(",")] if found else [""]
    if not set(FRESH) & set(names):
        names = [""]
    assert len(params) % len(names) == 0, sql
    return names * (len(params) // len(names))


@contextmanager
def recording(connection: Any) -> Iterator[list[dict[str, Any]]]:
    """Everything sent over the connection within the block."""
    recorder = Recorder(connection)
    log, connection.queries_log = connection.queries_log, recorder
    connection.force_debug_cursor = True
    try:
        with connection.execute_wrapper(recorder):
            yield recorder.steps
    finally:
        connection.force_debug_cursor = False
        connection.queries_log = log


def capture(origin: str) -> dict[str, Any]:
    """Requests and statements of every operation."""
    # Models can be imported only after django.setup().
    from django.db import connection
    from django.test import Client

    from bench.calls import OPERATIONS, Call
    from bench.client import headers_for, token_for

    client = Client(SERVER_NAME=origin.removeprefix("http://"))

    def answer(call: Call) -> Any:
        headers = headers_for(call, token_for(call.client))
        body = json.dumps(call.body).encode() if call.body else b""
        response = client.generic(call.method, call.path, body, "application/json", headers=headers)
        assert response.status_code == call.status, (call, response.status_code, response.content)
        return response

    found = {}
    for operation in OPERATIONS:
        calls = list(operation.make(origin, answer))
        for call in calls[:WARMING]:
            answer(call)
        samples = []
        for call in islice(calls, WARMING, WARMING + SAMPLES) if len(calls) > WARMING else calls:
            with recording(connection) as steps:
                answer(call)
            samples.append(steps)
        found[operation.name] = {
            "name": operation.name,
            "title": operation.title,
            "aim": operation.aim,
            "calls": [asdict(call) for call in calls[WARMING + SAMPLES :] or calls],
            "samples": samples,
        }
    return found


def as_json(value: Any) -> Any:
    """Values of SQLite statements that JSON does not know."""
    if isinstance(value, UUID):
        return value.hex
    raise TypeError(f"a parameter of an unexpected type: {value!r}")


def main() -> None:
    """Writes the capture of ZAAKWERK_DATABASE_URL as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--origin", required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakwerk.project.settings")
    django.setup()
    logging.disable(logging.INFO)  # a line per request, in the server as it should be, is too much here
    given.out.write_text(json.dumps(capture(given.origin), default=as_json))


if __name__ == "__main__":
    main()
