"""Clusters: throw-away PostgreSQL servers for tests and benchmarks, stopped whatever happens.

By hand: `python -m tests.clusters --port 5612` prints the URL and serves until Ctrl-C.
"""

import argparse
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

from zaakwerk.project.serve.processes import die_with_parent

MINIMUM_VERSION = 15
OWNER = "zaakwerk"
START_SECONDS = 30

# Nothing here must survive a crash, and the queries are short: see architecture, "Performance design", 8.
THROW_AWAY: Mapping[str, str] = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "shared_buffers": "128MB",
    "log_min_messages": "warning",
}


@dataclass(frozen=True)
class Cluster:
    """A running cluster: its socket directory and port, both for this machine only."""

    binaries: Path
    directory: Path
    port: int

    def url(self, database: str) -> str:
        """The database URL over the unix socket, as ZAAKWERK_DATABASE_URL and libpq read it."""
        return f"postgresql://{OWNER}@:{self.port}/{database}?host={self.directory}"

    def create_database(self, name: str) -> str:
        """Makes an empty database and returns its URL."""
        return create_database(self.url("postgres"), name)


def create_database(server_url: str, name: str, template: str | None = None) -> str:
    """Makes a database, empty or a copy, beside the one a URL names; returns its URL."""
    statement = SQL("CREATE DATABASE {} TEMPLATE {}").format(
        Identifier(name), Identifier(template or "template1")
    )
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(statement)
    return urlsplit(server_url)._replace(path=f"/{name}").geturl()


def find_binaries() -> Path:
    """The directory with initdb and postgres: version 15 when installed, else the newest after it."""
    found = [
        (int(path.parent.name), path)
        for path in Path("/usr/lib/postgresql").glob("*/bin")
        if path.parent.name.isdigit() and (path / "initdb").exists()
    ]
    usable = sorted((version, path) for version, path in found if version >= MINIMUM_VERSION)
    if not usable:
        raise SystemExit("PostgreSQL 15 ontbreekt: draai scripts/install_test_needs.sh.")
    return usable[0][1] if usable[0][0] == MINIMUM_VERSION else usable[-1][1]


def unprivileged_user() -> pwd.struct_passwd | None:
    """The user PostgreSQL runs as when we are root, which it refuses to be; None when we are not."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def free_port() -> int:
    """A port of the loopback address that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def cluster(*, port: int = 0, settings: Mapping[str, str] = THROW_AWAY) -> Iterator[Cluster]:
    """A fresh cluster for the length of a with-block; also ended when this process is killed."""
    user = unprivileged_user()
    directory = Path(tempfile.mkdtemp(prefix="zw-pg-", dir="/tmp"))
    made = Cluster(find_binaries(), directory, port or free_port())
    try:
        if user:
            os.chown(directory, user.pw_uid, user.pw_gid)
        initialise(made, user)
        process = start(made, settings, user)
        try:
            wait_until_ready(made, process)
            yield made
        finally:
            stop(process)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def initialise(made: Cluster, user: pwd.struct_passwd | None) -> None:
    """Runs initdb; its output is shown only when it fails."""
    command: list[str | Path] = [
        made.binaries / "initdb",
        "-D",
        made.directory / "data",
        "-U",
        OWNER,
        "--auth=trust",
    ]
    command += ["--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"]
    done = subprocess.run(
        command,
        cwd=made.directory,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        user=user and user.pw_uid,
        group=user and user.pw_gid,
        extra_groups=[] if user else None,
    )
    if done.returncode:
        raise RuntimeError(f"initdb failed:\n{done.stdout}")


def start(
    made: Cluster, settings: Mapping[str, str], user: pwd.struct_passwd | None
) -> subprocess.Popen[bytes]:
    """Starts the server in a session of its own, so that Ctrl-C reaches it through us alone."""
    command: list[str | Path] = [made.binaries / "postgres", "-D", made.directory / "data"]
    command += ["-k", made.directory]
    command += ["-h", "127.0.0.1", "-p", str(made.port)]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with (made.directory / "log").open("wb") as log:
        return subprocess.Popen(
            command,
            cwd=made.directory,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            user=user and user.pw_uid,
            group=user and user.pw_gid,
            extra_groups=[] if user else None,
            preexec_fn=lambda: die_with_parent(signal.SIGQUIT),
        )


def wait_until_ready(made: Cluster, process: subprocess.Popen[bytes]) -> None:
    """Returns when the server answers; shows its log when it does not."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(made.url("postgres"), connect_timeout=2).close()
            return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                log = (made.directory / "log").read_text(errors="replace")
                raise RuntimeError(f"PostgreSQL did not start: {error}\n{log}") from error
            time.sleep(0.05)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Fast shutdown, then force."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main() -> None:
    """Serves a cluster by hand until Ctrl-C or SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--database", default="zaakwerk")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with cluster(port=arguments.port) as made:
        sys.stdout.write(f"{made.create_database(arguments.database)}\n")
        sys.stdout.flush()
        try:
            signal.pause()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
