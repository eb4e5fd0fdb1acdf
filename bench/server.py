"""Server: the real `zaakwerk serve` with one web process on the database of a site."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.error import URLError
from urllib.request import urlopen

from bench.processes import cpu_seconds, resident_megabytes, stat_of, tree
from bench.seeds import Site

START_SECONDS, STOP_SECONDS = 60, 15


@dataclass(frozen=True)
class Server:
    """A running server: its address and its supervisor."""

    address: str
    pid: int

    def cpu_seconds(self) -> float:
        """User and system time of everything `serve` runs."""
        return cpu_seconds(self.pid)

    def web_process(self) -> int:
        """The process that answers: the youngest generation below the supervisor."""
        return max(tree(self.pid), key=lambda pid: int(stat_of(pid)[19]))

    def resident_megabytes(self) -> float:
        """The resident set of the web process."""
        return resident_megabytes(self.web_process())


@contextmanager
def serving(site: Site, port: int) -> Iterator[Server]:
    """One web process, no worker, for the length of a with-block."""
    command = [sys.executable, "-m", "zaakwerk.project.cli", "serve", "--port", str(port), "--workers", "1"]
    log = site.data_dir / "serve.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*command, "--no-worker"], env=site.environment, stdout=stream, stderr=subprocess.STDOUT
        )
    try:
        server = Server(f"http://127.0.0.1:{port}", process.pid)
        wait_until_live(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        sys.stderr.write(log.read_text(errors="replace").partition("Traceback")[2])


def wait_until_live(server: Server, process: "subprocess.Popen[bytes]") -> None:
    """Returns when the probe answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{server.address}/health/live", timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit("De server start niet.")
