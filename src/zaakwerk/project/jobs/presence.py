"""Presence: how a worker shows that it lives, so that the jobs of one that was killed are begun again.

PostgreSQL: an advisory lock on a connection of its own, which the server ends with the process. SQLite: one
worker at a time does jobs, so whatever ran before it came is lost.
"""

import contextlib
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any, Protocol

import psycopg
from django.db import connection

from zaakwerk.notificaties.locks import KEEPALIVE, STAND_BY_SECONDS, take_file

CLASS = 0x5A4A  # "ZJ": our own corner of the advisory locks
LARGEST = 2**31 - 1
HELD = """
    SELECT objid::bigint FROM pg_locks
    WHERE locktype = 'advisory' AND classid = %s::int::oid AND objsubid = 2 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


class Presence(Protocol):
    """A worker among the others."""

    name: str

    def living(self, names: set[str]) -> set[str]:
        """Which of these workers still live."""


@contextmanager
def present(stop: Event) -> Iterator[Presence | None]:
    """Shows that we are there, for the length of a with-block; None when told to stop before our turn."""
    if connection.vendor == "postgresql":
        shared = Shared()
        try:
            yield shared
        finally:
            shared.close()
        return
    with open(f"{connection.settings_dict['NAME']}.jobs", "ab") as handle:
        while not (is_ours := take_file(handle.fileno())) and not stop.wait(STAND_BY_SECONDS):
            pass
        yield Alone() if is_ours else None


def new_name() -> tuple[str, int]:
    """A name nobody else has, short enough for the table, and the number it ends in."""
    key = secrets.randbelow(LARGEST) + 1
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{key}", key


class Alone:
    """The only worker that does jobs."""

    def __init__(self) -> None:
        self.name, _ = new_name()

    def living(self, names: set[str]) -> set[str]:
        return names & {self.name}


class Shared:
    """One of several workers; the lock is taken again when its connection was lost."""

    def __init__(self) -> None:
        self.name, self.key = new_name()
        self.link: psycopg.Connection[Any] | None = None

    def living(self, names: set[str]) -> set[str]:
        held = {str(key) for (key,) in self.ask(HELD, CLASS)} | {str(self.key)}
        return {name for name in names if name.rpartition(":")[2] in held}

    def ask(self, sql: Any, *values: int) -> list[tuple[Any, ...]]:
        """Rows over the connection that holds the lock; no rows tell of a connection just lost."""
        for _ in range(2):
            try:
                self.link = self.link or self.connect()
                return self.link.execute(sql, values).fetchall()
            except psycopg.Error:
                self.close()
        raise psycopg.OperationalError("the connection of the jobs is lost")

    def connect(self) -> "psycopg.Connection[Any]":
        """A connection like Django's, that is never in a transaction, with the lock on it."""
        parameters: dict[str, Any] = connection.get_connection_params()
        link = psycopg.connect(**{**parameters, "autocommit": True})
        link.execute(KEEPALIVE, prepare=False)
        link.execute("SELECT pg_try_advisory_lock(%s::int, %s::int)", [CLASS, self.key])
        return link

    def close(self) -> None:
        """Shows that we are gone."""
        if self.link is not None:
            with contextlib.suppress(psycopg.Error):
                self.link.close()
            self.link = None
