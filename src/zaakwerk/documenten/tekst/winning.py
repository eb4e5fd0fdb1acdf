"""Winning: has a file read in a process of its own, within bounds of time, memory and size."""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import IO, BinaryIO

from django.conf import settings

from zaakwerk.documenten.tekst.lezers import UNKNOWN

SECONDS = 60.0
MOST_BYTES = 100 * 1024 * 1024
PIECE = 1024 * 1024
SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")
FORMAT = re.compile(r"^[A-Za-z0-9/.+-]{1,100}")
READERS = "zaakwerk.documenten.tekst.lezers"


@dataclass(frozen=True)
class Found:
    """What came of reading: the text, or why there is none.

    `has_failed` tells a file that could not be read from one without text; `may_yet` that a retry may help.
    """

    text: str = ""
    reden: str = ""
    has_failed: bool = False
    may_yet: bool = False


def read(stream: BinaryIO, name: str, formaat: str) -> Found:
    """The text of a file; raises only what the stream itself raises."""
    # In the data directory: documents stay where the operator keeps and encrypts them.
    with (
        tempfile.TemporaryFile(dir=settings.DATA_DIR) as copy,
        tempfile.TemporaryFile(dir=settings.DATA_DIR) as output,
    ):
        if not copy_bounded(stream, copy):
            return Found(reden="Het bestand is te groot om te lezen.", has_failed=True)
        process = subprocess.Popen(
            [sys.executable, "-m", READERS, suffix_of(name), "".join(FORMAT.findall(formaat))],
            stdin=copy,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env=bare_environment(),
            start_new_session=True,
        )
        try:
            code = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            return Found(reden="Het lezen duurde te lang.", has_failed=True, may_yet=True)
        finally:
            process.kill()
            process.wait()
        output.seek(0)
        return found(code, output.read())


def found(code: int, output: bytes) -> Found:
    """The outcome in terms of the exit code."""
    if code == 0:
        return Found(output.decode(errors="replace"))
    if code == UNKNOWN:
        return Found(reden="Dit soort bestand heeft geen tekst.")
    return Found(reden="Het bestand is niet te lezen.", has_failed=True)


def suffix_of(name: str) -> str:
    """The end of a file's name: the rest may say more than other users of this machine should read."""
    return "".join(SUFFIX.findall(name))


def copy_bounded(stream: BinaryIO, copy: IO[bytes]) -> bool:
    """Copies a stream; false when there is too much of it."""
    size = 0
    while piece := stream.read(PIECE):
        size += len(piece)
        if size > MOST_BYTES:
            return False
        copy.write(piece)
    copy.flush()
    copy.seek(0)
    return True


def bare_environment() -> dict[str, str]:
    """What a reader needs to start, and no secret of ours."""
    return {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
    }
