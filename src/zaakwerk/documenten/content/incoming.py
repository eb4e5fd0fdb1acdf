"""Incoming: content on its way in, written to a temporary file beside the store and hashed as it passes."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from zaakwerk.documenten.content import scanner
from zaakwerk.documenten.content.faults import storage_faults
from zaakwerk.zgw.problems import TooLarge

MAX_CONTENT = 4 * 1024**3
FOLDER = ".onderweg"


@dataclass(frozen=True)
class Content:
    """Received content: its SHA-256 in hex, its size in bytes, and the temporary file that holds it."""

    sha256: str
    omvang: int
    path: Path


class Incoming:
    """Takes content piece by piece; nothing touches the disk before the first byte."""

    def __init__(self) -> None:
        self.handle = -1
        self.path = Path()
        self.restart()

    def restart(self) -> None:
        """Forgets what was written."""
        self.omvang = 0
        self.hash = hashlib.sha256()
        if self.handle >= 0:
            os.ftruncate(self.handle, 0)
            os.lseek(self.handle, 0, os.SEEK_SET)

    def write(self, piece: bytes) -> None:
        """Appends a piece; raises the Problem of a full disk or of content over 4 GiB."""
        self.omvang += len(piece)
        if self.omvang > MAX_CONTENT:
            raise TooLarge(MAX_CONTENT)
        self.hash.update(piece)
        with storage_faults():
            if self.handle < 0:
                self.handle, self.path = temporary_file()
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(self.handle, rest) :]

    def finish(self) -> Content:
        """The content, on the disk and free of viruses as far as anybody was asked."""
        if self.handle >= 0:
            with storage_faults():
                os.fsync(self.handle)
            scanner.refuse_infected(self.path)
        return Content(self.hash.hexdigest(), self.omvang, self.path)

    def discard(self) -> None:
        """Removes the temporary file, unless the store took it over."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1
            self.path.unlink(missing_ok=True)


def temporary_file() -> tuple[int, Path]:
    """A new file on the store's own file system, so that moving it into place is one atomic step."""
    folder = Path(settings.DOCUMENTS_DIR) / FOLDER
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder)
    return handle, Path(name)


@contextmanager
def incoming() -> Iterator[Incoming]:
    """A place for content; what no command kept is gone afterwards."""
    made = Incoming()
    try:
        yield made
    finally:
        made.discard()


@contextmanager
def received(pieces: Iterable[bytes]) -> Iterator[Content]:
    """The content of a stream, such as the chunks of an uploaded file, for the length of a with-block."""
    with incoming() as made:
        for piece in pieces:
            made.write(piece)
        yield made.finish()
