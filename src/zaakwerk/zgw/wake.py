"""Wake: tells the workers at once that the outbox holds something; a lost signal costs a poll, no message.

PostgreSQL: a trigger on the outbox says NOTIFY (migration 0002), so that it is heard once that is committed.
SQLite: one byte in a pipe beside the database, after the commit.
"""

import contextlib
import os
import stat

from django.db import connection, transaction

CHANNEL = "zaakwerk_outbox"


def ring() -> None:
    """Wakes the workers once this transaction is committed; never a statement."""
    if connection.vendor != "postgresql":
        transaction.on_commit(touch_pipe)


def pipe_path() -> str:
    """The named pipe that web and worker share; the worker makes it, and it may stay when both are gone."""
    return f"{connection.settings_dict['NAME']}.wake"


def touch_pipe() -> None:
    """One byte for whoever reads; nothing when no worker runs, or when it has been told already."""
    with contextlib.suppress(OSError):
        descriptor = os.open(pipe_path(), os.O_WRONLY | os.O_NONBLOCK)
        try:
            if stat.S_ISFIFO(os.fstat(descriptor).st_mode):
                os.write(descriptor, b"!")
        finally:
            os.close(descriptor)
