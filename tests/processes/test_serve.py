"""`zaakwerk serve`: it starts what it must, mends what dies, and leaves nothing behind."""

import os
import signal
import socket
import time
from pathlib import Path

import pytest

from tests.processes.trees import children, command, descendants, is_alive, wait_for
from tests.servers import Server, Site, is_live, serving

pytestmark = pytest.mark.processes
IS_POSTGRESQL = os.environ.get("ZAAKWERK_TEST_DATABASE", "sqlite") == "postgresql"
PATIENCE = 10.0


def child_of(server: Server, words: str) -> int:
    """The one child of the supervisor whose command line holds these words."""
    (found,) = [pid for pid in children(server.process.pid) if words in command(pid)]
    return found


def web_of(server: Server) -> int:
    """The arbiter of the web processes."""
    return child_of(server, "serve.web")


def worker_of(server: Server) -> int:
    """The background worker."""
    return child_of(server, "cli worker")


def running_worker_other_than(server: Server, old: int) -> bool:
    """Whether a new worker runs."""
    found = [pid for pid in children(server.process.pid) if "cli worker" in command(pid)]
    return bool(found) and found != [old]


def test_serve_runs_the_web_and_one_worker(server: Server) -> None:
    assert is_live(server.address)
    assert len(children(server.process.pid)) == 2
    assert len(children(web_of(server))) >= 1
    assert is_alive(worker_of(server))


def test_no_worker_leaves_the_background_work_to_others(site: Site) -> None:
    with serving(site, "--no-worker", "--workers", "1") as server:
        assert [command(pid).count("serve.web") for pid in children(server.process.pid)] == [1]
        assert len(children(web_of(server))) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_signal_ends_every_child_within_ten_seconds(server: Server, number: signal.Signals) -> None:
    family = descendants(server.process.pid)
    assert len(family) >= 3
    began = time.monotonic()
    server.process.send_signal(number)
    assert server.process.wait(PATIENCE) == 0
    assert time.monotonic() - began < PATIENCE
    assert [pid for pid in family if is_alive(pid)] == []


def test_a_client_that_keeps_its_connection_open_does_not_delay_the_stop(server: Server) -> None:
    host, _, port = server.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as idle:
        idle.sendall(b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert idle.recv(1024).startswith(b"HTTP/1.1 200")
        server.process.terminate()
        assert server.process.wait(PATIENCE) == 0


def test_kill_9_of_the_parent_leaves_no_child_behind(server: Server) -> None:
    family = descendants(server.process.pid)
    assert len(family) >= 3
    server.process.kill()
    server.process.wait()
    assert wait_for(lambda: not any(map(is_alive, family)), PATIENCE), [command(pid) for pid in family]


def test_a_worker_that_is_killed_is_started_again(server: Server) -> None:
    old = worker_of(server)
    os.kill(old, signal.SIGKILL)
    assert wait_for(lambda: running_worker_other_than(server, old), PATIENCE)
    assert "De worker is onverwacht gestopt" in server.output()
    assert is_live(server.address)


def test_a_web_that_is_killed_serves_again_on_the_same_address(server: Server) -> None:
    old = web_of(server)
    old_processes = descendants(old)
    os.kill(old, signal.SIGKILL)
    assert wait_for(lambda: not any(map(is_alive, [old, *old_processes])), PATIENCE)
    assert wait_for(lambda: is_live(server.address), PATIENCE)
    assert web_of(server) != old


def test_a_web_process_that_is_killed_is_replaced_by_its_arbiter(server: Server) -> None:
    arbiter = web_of(server)
    processes = children(arbiter)
    for pid in processes:
        os.kill(pid, signal.SIGKILL)
    assert wait_for(lambda: bool(children(arbiter)) and not set(processes) & set(children(arbiter)), PATIENCE)
    assert wait_for(lambda: is_live(server.address), PATIENCE)
    assert web_of(server) == arbiter


def test_an_address_in_use_is_refused_with_one_line(server: Server, site: Site) -> None:
    port = server.address.rpartition(":")[2]
    done = site.zaakwerk("serve", "--port", port, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"zaakwerk: Kan niet luisteren op 127.0.0.1:{port}")
    assert done.stderr.count("\n") == 1


def test_a_web_process_stays_below_150_mb(server: Server) -> None:
    for pid in children(web_of(server)):
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        resident = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
        assert resident < 150 * 1024


@pytest.mark.skipif(not IS_POSTGRESQL, reason="SQLite is migrated by serve itself")
def test_serve_refuses_postgresql_with_open_migrations_and_names_the_command(unmigrated_site: Site) -> None:
    done = unmigrated_site.zaakwerk("serve", "--port", "0", check=False)
    assert done.returncode == 1
    assert "zaakwerk migrate" in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.skipif(IS_POSTGRESQL, reason="PostgreSQL is migrated by command only")
def test_serve_migrates_sqlite_and_loads_no_demo_data(unmigrated_site: Site) -> None:
    with serving(unmigrated_site, "--no-worker"):
        done = unmigrated_site.zaakwerk("manage", "shell", "-v", "0", "-c", COUNT_PEOPLE)
    assert done.stdout.split() == ["0"]
    assert unmigrated_site.zaakwerk("migrate").stdout == "De database was al bij.\n"


COUNT_PEOPLE = "from django.contrib.auth import get_user_model as u; print(u().objects.count())"
