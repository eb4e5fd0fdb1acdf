"""Jobs in a real worker: done within moments, and begun again after kill -9."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.processes.trees import wait_for
from tests.servers import ZAAKWERK, Site, serving

pytestmark = pytest.mark.processes
CHORE = "from zaakwerk.project.tests import chores; chores.{}.enqueue({!r}, {!r})"


def enqueue(site: Site, chore: str, path: Path, value: object) -> None:
    """Leaves a job for the worker of a site."""
    site.zaakwerk("manage", "shell", "-v", "0", "-c", CHORE.format(chore, str(path), value))


def lines(path: Path) -> list[str]:
    """What the jobs noted."""
    return path.read_text().splitlines() if path.exists() else []


def test_the_worker_beside_the_web_does_jobs(site: Site, tmp_path: Path) -> None:
    trace = tmp_path / "spoor"
    enqueue(site, "write", trace, "vooraf")
    with serving(site):
        assert wait_for(lambda: lines(trace) == ["vooraf"], 20)
        enqueue(site, "write", trace, "daarna")
        assert wait_for(lambda: lines(trace) == ["vooraf", "daarna"], 5)


def test_a_job_survives_kill_9_of_its_worker_and_a_stop_is_in_order(site: Site, tmp_path: Path) -> None:
    trace = tmp_path / "spoor"
    enqueue(site, "linger", trace, 1)
    first = subprocess.Popen([*ZAAKWERK, "worker"], env=site.environment)
    assert wait_for(lambda: lines(trace) == ["begin 1"], 20)
    first.kill()
    first.wait()
    second = subprocess.Popen([*ZAAKWERK, "worker"], env=site.environment)
    try:
        assert wait_for(lambda: lines(trace) == ["begin 1", "begin 2", "einde 2"], 20)
        began = time.monotonic()
    finally:
        second.send_signal(signal.SIGTERM)
        assert second.wait(10) == 0
    assert time.monotonic() - began < 5
