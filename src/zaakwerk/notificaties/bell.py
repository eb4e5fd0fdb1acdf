"""Bell: a worker waits here until a message is put in the outbox (see zgw/wake.py) or time has passed."""

import contextlib
import os
import select
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import psycopg
from django.db import connection

from zaakwerk.zgw.wake import CHANNEL, pipe_path

PIPE_BYTES = 65536
RETRY_SECONDS = 1.0


class Bell(Protocol):
    """What a worker waits on."""

    def wait(self, seconds: float) -> bool:
        """Whether it rang, or may have rung unheard, within so many seconds."""

    def close(self) -> None:
        """Hears nothing any more."""


@contextmanager
def hearing() -> Iterator[Bell]:
    """The bell of this database, for the length of a with-block."""
    bell: Bell = Listener() if connection.vendor == "postgresql" else Pipe(pipe_path())
    try:
        yield bell
    finally:
        bell.close()


class Listener:
    """LISTEN on a connection of our own; made again whenever it is lost, and then counts as rung."""

    def __init__(self) -> None:
        self.link: psycopg.Connection[Any] | None = None

    def wait(self, seconds: float) -> bool:
        """Waits for a notification."""
        try:
            if self.link is None:
                self.link = self.connect()
                return True  # what was said before we listened
            return bool(list(self.link.notifies(timeout=seconds, stop_after=1)))
        except psycopg.Error:
            self.close()
            time.sleep(min(seconds, RETRY_SECONDS))
            return False

    def connect(self) -> "psycopg.Connection[Any]":
        """A connection like Django's, that is never in a transaction."""
        parameters: dict[str, Any] = connection.get_connection_params()
        link = psycopg.connect(**{**parameters, "autocommit": True})
        link.execute(f"LISTEN {CHANNEL}")
        return link

    def close(self) -> None:
        if self.link is not None:
            with contextlib.suppress(psycopg.Error):
                self.link.close()
            self.link = None


class Pipe:
    """A named pipe in which every writer leaves a byte; its own writing end stays open, so it never ends."""

    def __init__(self, path: str) -> None:
        make_pipe(path)
        self.descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)

    def wait(self, seconds: float) -> bool:
        """Waits for a byte and empties the pipe."""
        if not select.select([self.descriptor], [], [], seconds)[0]:
            return False
        with contextlib.suppress(BlockingIOError):
            os.read(self.descriptor, PIPE_BYTES)
        return True

    def close(self) -> None:
        os.close(self.descriptor)


def make_pipe(path: str) -> None:
    """A pipe for its owner alone, in the place of anything else of that name."""
    with contextlib.suppress(FileNotFoundError):
        if stat.S_ISFIFO(os.stat(path).st_mode):
            return
        os.unlink(path)
    os.mkfifo(path, 0o600)
