"""Locks: who of several workers does what; a worker that dies holds nothing any more.

PostgreSQL: advisory locks, so that workers share the subscribers. SQLite: one worker works, the others wait.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from django.db import Error, connection

CLASS = 0x5A57  # "ZW": our own corner of the advisory locks
DISTRIBUTION = 0
LARGEST = 2**31 - 1
# A server that loses its network must not keep a subscriber for hours.
KEEPALIVE = "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"
STAND_BY_SECONDS = 0.5


@contextmanager
def turn(stop: Event) -> Iterator[bool]:
    """Waits for the right to work at all; false when told to stop before."""
    if connection.vendor == "postgresql":
        yield True
        return
    with open(f"{connection.settings_dict['NAME']}.worker", "ab") as handle:
        while not (is_ours := take_file(handle.fileno())) and not stop.wait(STAND_BY_SECONDS):
            pass
        yield is_ours


def take_file(descriptor: int) -> bool:
    """Takes the lock on a file unless another process has it; the system gives it back when we end."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def only_one(key: int) -> bool:
    """Whether this transaction is the only one under this key, until it ends."""
    if connection.vendor != "postgresql":
        return True  # it holds SQLite's write lock
    return ask("SELECT pg_try_advisory_xact_lock(%s::int, %s::int)", key)


@contextmanager
def lane_of(abonnement: int) -> Iterator[bool]:
    """Whether this connection alone delivers to an abonnement, for the length of a with-block."""
    if connection.vendor != "postgresql":
        yield True
        return
    key = abonnement % LARGEST or 1
    is_ours = ask("SELECT pg_try_advisory_lock(%s::int, %s::int)", key)
    try:
        yield is_ours
    finally:
        if is_ours:
            give_back(key)


def give_back(key: int) -> None:
    """Ends the lock; a connection that is gone has ended it already."""
    try:
        ask("SELECT pg_advisory_unlock(%s::int, %s::int)", key)
    except Error:
        connection.close()


def ask(sql: str, key: int) -> bool:
    """The answer of a lock function."""
    with connection.cursor() as cursor:
        cursor.execute(sql, [CLASS, key])
        return bool(cursor.fetchone()[0])
