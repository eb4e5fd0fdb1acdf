"""Documents: what large ones cost the server in memory, and that a list of documents opens no files.

`python -m bench.documents` prints a table. The web process is the one that `zaakwerk serve` runs; its peak is
read from /proc, so from the moment it was forgotten.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.processes import stat_of, tree
from tests.servers import Server, Site, new_site, serving
from tests.tokens import Client
from tests.uploads import DOCUMENTS, MEGABYTE, Uploader

SECRET = "een geheim dat lang genoeg is voor HS256"
# What is promised: issue "Documenten API", Memory.
MOST_RISE = 60
LIST_SIZE, START_TIME = 500, 19


@dataclass(frozen=True)
class Line:
    """One measurement: how far the memory rose in MB, and how long it took in seconds."""

    name: str
    rise: float
    seconds: float

    def __str__(self) -> str:
        verdict = "" if self.rise < MOST_RISE else f"  (meer dan {MOST_RISE} MB)"
        return f"{self.name:<46}{self.rise:>8.0f} MB{self.seconds:>9.1f} s{verdict}"


def main() -> None:
    """Measures and prints; exit 0 whatever the figures are: no test hangs on a clock."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json-mb", type=int, default=100, help="document als base64 in JSON (100)")
    parser.add_argument("--parts-mb", type=int, default=1024, help="document in bestandsdelen (1024)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        site = new_site(Path(directory) / "site", migrated=False)
        site.zaakwerk("migrate")
        site.zaakwerk("client", "add", "bench", "--secret", SECRET, "--all-rights")
        with serving(site, "--workers", "1", "--no-worker") as server:
            measure_all(site, server, given.json_mb * MEGABYTE, given.parts_mb * MEGABYTE)


def measure_all(site: Site, server: Server, in_json: int, in_parts: int) -> None:
    """Every measurement, printed as it comes."""
    uploader = Uploader(Client(server.address, "bench", SECRET))
    pid = web_process(server)
    uploader.send_base64(MEGABYTE)  # warms up
    name = f"{in_json // MEGABYTE} MB als base64 in JSON"
    print(measure(name, pid, lambda: expect(201, uploader.send_base64(in_json))))
    made = uploader.announce(in_parts)
    parts = made["bestandsdelen"]
    size = parts[0]["omvang"]

    def send() -> None:
        for part in reversed(parts):
            start = (part["volgnummer"] - 1) * size
            expect(200, uploader.send_part(part, made["lock"], start))

    whole = f"{in_parts // MEGABYTE} MB"
    print(measure(f"{whole} in {len(parts)} bestandsdelen, achterste eerst", pid, send))
    print(measure(f"{whole} samenvoegen (unlock)", pid, lambda: uploader.unlock(made)))
    print(measure(f"{whole} downloaden en vergelijken", pid, lambda: whole_or_stop(uploader, made, in_parts)))
    list_without_store(site, uploader, pid)


def list_without_store(site: Site, uploader: Uploader, pid: int) -> None:
    """A list of documents with content while the store is away: whatever opens a file gets no answer."""
    for number in range(LIST_SIZE):
        body = uploader.body(titel=f"Brief {number}", inhoud="aGFsbG8=")
        uploader.call("POST", DOCUMENTS, body, 201)
    store = site.data_dir / "documenten"
    away = store.rename(site.data_dir / "weg")
    answers: list[Any] = []

    def read() -> None:
        path = f"{DOCUMENTS}?pageSize={LIST_SIZE}"
        answers.append(uploader.call("GET", path, None, 200)["results"])

    read()
    print(measure(f"lijst van {LIST_SIZE} documenten, opslag weggehaald", pid, read))
    if [len(found) for found in answers] != [LIST_SIZE, LIST_SIZE]:
        raise SystemExit("de lijst is niet compleet")
    away.rename(store)


def measure(name: str, pid: int, act: Callable[[], Any]) -> Line:
    """Does something, and sees how far the memory of the web process rises meanwhile."""
    before = memory(pid, "VmRSS")
    (Path("/proc") / str(pid) / "clear_refs").write_text("5")
    started = time.monotonic()
    act()
    return Line(name, memory(pid, "VmHWM") - before, time.monotonic() - started)


def memory(pid: int, key: str) -> float:
    """A line of /proc/<pid>/status in MB: VmRSS is now, VmHWM the peak."""
    lines = (Path("/proc") / str(pid) / "status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(key)).split()[1]) / 1024


def web_process(server: Server) -> int:
    """The process that answers: the youngest below the supervisor."""
    return max(tree(server.process.pid), key=lambda pid: int(stat_of(pid)[START_TIME]))


def expect(status: int, answer: tuple[int, Any]) -> None:
    """Stops with what the server said when it is not what was asked for."""
    if answer[0] != status:
        raise SystemExit(f"{answer[0]}: {answer[1]}")


def whole_or_stop(uploader: Uploader, document: dict[str, Any], size: int) -> None:
    """Stops when a download is not what was uploaded."""
    if not uploader.is_whole(document, size):
        raise SystemExit("de download is niet wat is geüpload")


if __name__ == "__main__":
    main()
