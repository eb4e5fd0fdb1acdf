"""Servers: the real `zaakwerk serve` as a process, on a database and data directory of its own."""

import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import urllib3

from tests.clusters import create_database

ZAAKWERK = (sys.executable, "-m", "zaakwerk.project.cli")
SQLITE = "zaakwerk.sqlite3"
LISTENS = "Zaakwerk luistert op "
START_SECONDS = 60
STOP_SECONDS = 15


@dataclass(frozen=True)
class Site:
    """A data directory with its database: the environment in which `zaakwerk` commands run."""

    data_dir: Path
    environment: dict[str, str] = field(repr=False)

    def zaakwerk(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs one command to its end; a failure shows what it said."""
        done = subprocess.run(
            [*ZAAKWERK, *arguments], env=self.environment, capture_output=True, text=True, timeout=300
        )
        if check and done.returncode:
            raise AssertionError(f"zaakwerk {' '.join(arguments)}: {done.returncode}\n{done.stderr}")
        return done


@dataclass
class Server:
    """A running `serve`: its base address, its process and the site it serves."""

    site: Site
    process: subprocess.Popen[bytes]
    log: Path
    address: str = ""

    def output(self) -> str:
        """What the server has said so far."""
        return self.log.read_text(errors="replace")

    def wait_until_live(self) -> None:
        """Returns when /health/live answers 200; shows the log when it does not."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            self.address = self.address or address_in(self.output())
            if self.address and is_live(self.address):
                return
            time.sleep(0.05)
        raise AssertionError(f"the server does not answer:\n{self.output()}")

    def stop(self) -> int:
        """SIGTERM, and the exit code; force when it does not listen."""
        self.process.terminate()
        try:
            return self.process.wait(STOP_SECONDS)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()


def address_in(output: str) -> str:
    """The address that `serve` printed, or nothing yet."""
    for line in output.splitlines():
        if LISTENS in line:
            return line.partition(LISTENS)[2].strip()
    return ""


def is_live(address: str) -> bool:
    """Whether the probe answers 200."""
    with urllib3.PoolManager(retries=False, timeout=5) as pool:
        try:
            return pool.request("GET", f"{address}/health/live").status == 200
        except urllib3.exceptions.HTTPError:
            return False


def new_site(directory: Path, *, migrated: bool = True) -> Site:
    """A site on the database this test run is for: an SQLite file, or a new database in the cluster."""
    directory.mkdir(parents=True, exist_ok=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ZAAKWERK_")}
    environment["ZAAKWERK_DATA_DIR"] = str(directory)
    server = os.environ.get("ZAAKWERK_DATABASE_URL")
    template = migrated_template() if migrated else None
    if server:
        name = f"site_{uuid.uuid4().hex[:12]}"
        environment["ZAAKWERK_DATABASE_URL"] = create_database(server, name, template)
    elif template:
        shutil.copy(template, directory / SQLITE)
    return Site(directory, environment)


@cache
def migrated_template() -> str:
    """What migrated sites are copies of: a database in the cluster, or an SQLite file."""
    site = new_site(Path(os.environ["ZAAKWERK_DATA_DIR"]) / "template", migrated=False)
    site.zaakwerk("migrate")
    url = site.environment.get("ZAAKWERK_DATABASE_URL", "")
    return urlsplit(url).path.lstrip("/") if url else str(site.data_dir / SQLITE)


@contextmanager
def serving(site: Site, *arguments: str) -> Iterator[Server]:
    """`zaakwerk serve` on a free port for the length of a with-block."""
    log = site.data_dir / "serve.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*ZAAKWERK, "serve", "--port", "0", *arguments],
            env=site.environment,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(site, process, log)
    try:
        server.wait_until_live()
        yield server
    finally:
        if process.poll() is None:
            server.stop()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty site with a database that is up to date."""
    return new_site(tmp_path / "site")


@pytest.fixture
def unmigrated_site(tmp_path: Path) -> Site:
    """A site whose database has no tables yet."""
    return new_site(tmp_path / "unmigrated", migrated=False)


@pytest.fixture
def server(site: Site) -> Iterator[Server]:
    """A server of its own for one test."""
    with serving(site) as running:
        yield running


@pytest.fixture(scope="module")
def serve_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers that last for a module: `serve_site("demo")` runs the named commands first."""
    with ExitStack() as stack:

        def start(*commands: str) -> Server:
            made = new_site(tmp_path_factory.mktemp("site"))
            for command in commands:
                made.zaakwerk(*command.split())
            return stack.enter_context(serving(made))

        yield start


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server with the demo municipality, shared by all journeys of a run."""
    site = new_site(tmp_path_factory.mktemp("demo"))
    site.zaakwerk("demo")
    with serving(site) as running:
        yield running
