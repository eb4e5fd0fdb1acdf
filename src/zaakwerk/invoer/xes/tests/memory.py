"""Prints by how many kilobytes reading a log of 150,000 events raises the peak memory of a fresh process."""

import resource
import sys
from collections.abc import Iterator
from typing import BinaryIO, cast

from zaakwerk.invoer.xes.reader import read_cases
from zaakwerk.invoer.xes.tests.logs import HEAD, TAIL, case, event

EVENTS_PER_CASE = 50


class MadeLog:
    """A stream of a log of any length that is made while it is read, and so takes no memory itself."""

    def __init__(self, cases: int) -> None:
        self.cases = cases
        self.seek(0)

    def seek(self, offset: int) -> None:
        """Begin again; the only place ever asked for is the start."""
        self.parts, self.rest = self._make(), b""

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`."""
        self.rest = self.rest or next(self.parts, b"")
        part, self.rest = self.rest[:size], self.rest[size:]
        return part

    def _make(self) -> Iterator[bytes]:
        events = [event("Ontvangen", "2024-03-04T09:00:00+01:00")] * EVENTS_PER_CASE
        yield HEAD.encode()
        for number in range(self.cases):
            yield case(f"A-{number}", events).encode()
        yield TAIL.encode()


def read(cases: int) -> int:
    """Read a made log and count its events."""
    return sum(len(found.events) for found in read_cases(cast(BinaryIO, MadeLog(cases))))


def peak() -> int:
    """Peak resident memory of this process in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    read(EVENTS_PER_CASE)
    before = peak()
    if read(3000) != 3000 * EVENTS_PER_CASE:
        sys.exit("not every event was read")
    sys.stdout.write(str(peak() - before))
