"""`zaakwerk serve`: web plus one supervised worker, on one address."""

import argparse
import os
import socket
import subprocess
import sys
import tempfile

from zaakwerk.project.cli.command import Command, say
from zaakwerk.project.refusals import REFUSED, Refused

HIGHEST_PORT = 65535
MOST_WORKERS = 64
THREADS = 4
BACKLOG = 1024
MEMORY = "/dev/shm"  # noqa: S108 - counts, no content


def arguments(parser: argparse.ArgumentParser) -> None:
    """Address and number of processes."""
    parser.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (127.0.0.1)")
    parser.add_argument("--port", type=port_number, default=8000, help="poort (8000); 0 kiest een vrije")
    parser.add_argument("--workers", type=worker_count, default=0, help="aantal webprocessen")
    parser.add_argument("--no-worker", action="store_true", help="zonder achtergrondwerk: dat draait elders")


def port_number(text: str) -> int:
    """A TCP port, or 0 for any."""
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"{text} is geen poort")
    return int(text)


def worker_count(text: str) -> int:
    """At least one web process."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text} is geen aantal van 1 tot en met {MOST_WORKERS}")
    return int(text)


def run(given: argparse.Namespace) -> None:
    """Opens the address, prepares the database, and supervises until SIGTERM or Ctrl-C."""
    from zaakwerk.project.serve.children import Child
    from zaakwerk.project.serve.supervisor import Supervisor

    with listen(given.host, given.port) as listener, counts() as directory:
        address = address_of(given.host, listener.getsockname()[1])
        environment = {
            "DJANGO_SETTINGS_MODULE": "zaakwerk.project.settings",
            "ZAAKWERK_SERVE_ADDRESS": address,
            "PROMETHEUS_MULTIPROC_DIR": directory,
        }
        prepare(environment)
        listener.listen(BACKLOG)
        say(f"Zaakwerk luistert op {address}")
        numbers = {
            "socket": listener.fileno(),
            "workers": given.workers or min(4, os.cpu_count() or 1),
            "threads": THREADS,
        }
        options = [f"--{name}={number}" for name, number in numbers.items()]
        web = Child("Het web", "zaakwerk.project.serve.web", options, environment, [listener.fileno()])
        worker = Child("De worker", "zaakwerk.project.cli", ["worker"], environment)
        code = Supervisor([web] if given.no_worker else [web, worker]).run()
    if code:
        sys.exit(code)


def counts() -> "tempfile.TemporaryDirectory[str]":
    """Where the processes keep what they count (see metrics.py): in memory, for as long as we serve."""
    return tempfile.TemporaryDirectory(
        prefix="zaakwerk-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None, ignore_cleanup_errors=True
    )


def listen(host: str, port: int) -> socket.socket:
    """The listening socket; it outlives a web process that dies, so callers wait instead of being refused."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
    except OSError as error:
        raise Refused(f"Kan niet luisteren op {host}:{port}: {error.strerror}.") from error
    return listener


def address_of(host: str, port: int) -> str:
    """The address people and the worker use; a wildcard is reached through loopback."""
    name = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def prepare(environment: dict[str, str]) -> None:
    """Checks or migrates the database in a process of its own: the supervisor itself stays small."""
    command = [sys.executable, "-m", "zaakwerk.project.serve.prepare"]
    code = subprocess.run(command, env={**os.environ, **environment}).returncode
    if code:
        sys.exit(REFUSED)


COMMAND = Command("serve", "Web en worker starten.", arguments, run)
