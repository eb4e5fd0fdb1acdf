"""Jobs: kept with the change that asked for them, done once, and begun again when a worker is gone."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from zaakwerk.project import jobs
from zaakwerk.project.jobs import rows, runner
from zaakwerk.project.tests import chores
from zaakwerk.zgw.clock import now

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def working(count: int = 1) -> Iterator[None]:
    """Runners in threads of their own, for the length of a with-block."""
    stop = threading.Event()
    threads = [threading.Thread(target=jobs.run, args=(stop,)) for _ in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def wait_until_done(seconds: float = 20) -> None:
    """Waits until every job ended."""
    limit = time.monotonic() + seconds
    while DBTaskResult.objects.exclude(status__in=["SUCCESSFUL", "FAILED"]).exists():
        assert time.monotonic() < limit, "it did not happen in time"
        time.sleep(0.02)


def taken_by(name: str, attempts: int = 1) -> "DBTaskResult[Any, Any]":
    """A job that a worker of this name is doing."""
    given = chores.write.enqueue("/dev/null", "hallo")
    job = DBTaskResult.objects.get(pk=given.id)
    for _ in range(attempts):
        job.claim(name)
    return job


def test_every_job_is_done_once_by_any_number_of_workers(tmp_path: Path) -> None:
    trace = tmp_path / "spoor"
    results = [chores.write.enqueue(str(trace), f"nummer {number}") for number in range(30)]
    with working(2):
        wait_until_done()
    assert sorted(trace.read_text().splitlines()) == sorted(f"nummer {number}" for number in range(30))
    results[0].refresh()
    assert (results[0].status, results[0].return_value) == (TaskResultStatus.SUCCESSFUL, 8)


def test_a_job_of_a_change_that_was_rolled_back_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="te laat"), transaction.atomic():
        chores.write.enqueue(str(tmp_path / "spoor"), "nooit")
        raise RuntimeError("te laat")
    assert not DBTaskResult.objects.exists()


def test_a_job_that_raises_is_tried_once_and_keeps_its_reason(tmp_path: Path) -> None:
    chores.fail.enqueue(str(tmp_path / "spoor"))
    with working():
        wait_until_done()
    job = DBTaskResult.objects.get()
    assert job.status == TaskResultStatus.FAILED
    assert "dit lukt nooit" in job.traceback
    assert (tmp_path / "spoor").read_text() == "geprobeerd\n"


def test_a_job_whose_function_is_gone_fails_alone(tmp_path: Path) -> None:
    given = chores.write.enqueue(str(tmp_path / "weg"), "weg")
    DBTaskResult.objects.filter(pk=given.id).update(task_path="zaakwerk.project.tests.chores.verdwenen")
    chores.write.enqueue(str(tmp_path / "spoor"), "er is er een")
    with working():
        wait_until_done()
    assert (tmp_path / "spoor").exists() and not (tmp_path / "weg").exists()


def test_a_job_for_later_waits(tmp_path: Path) -> None:
    later = chores.write.using(run_after=now() + timedelta(seconds=1.5))
    later.enqueue(str(tmp_path / "later"), "later")
    chores.write.enqueue(str(tmp_path / "eerst"), "eerst")
    with working():
        time.sleep(1)
        assert (tmp_path / "eerst").exists() and not (tmp_path / "later").exists()
        wait_until_done()
    assert (tmp_path / "later").exists()


def test_what_a_dead_worker_was_doing_is_done_again() -> None:
    taken_by("elders:1:5")
    with working():
        wait_until_done()
    job = DBTaskResult.objects.get()
    assert job.status == TaskResultStatus.SUCCESSFUL
    assert len(job.worker_ids) == 2


def test_a_job_that_ends_worker_after_worker_is_given_up() -> None:
    taken_by("elders:1:5", rows.MOST_ATTEMPTS)
    with working():
        wait_until_done()
    job = DBTaskResult.objects.get()
    assert (job.status, job.exception_class_path) == (TaskResultStatus.FAILED, rows.LOST)


def test_a_job_that_outlasts_the_stop_is_handed_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "GRACE_SECONDS", 0.2)
    trace = tmp_path / "spoor"
    chores.linger.enqueue(str(trace), 2)
    with working():
        while not trace.exists():
            time.sleep(0.02)
    job = DBTaskResult.objects.get()
    assert (job.status, job.worker_ids) == (TaskResultStatus.READY, [])
    time.sleep(2.2)  # the thread that was left must not outlive its test


def test_old_results_go_and_failures_stay_longer() -> None:
    for age, status in ((8, "SUCCESSFUL"), (1, "SUCCESSFUL"), (8, "FAILED"), (31, "FAILED")):
        given = chores.write.enqueue("/dev/null", "oud")
        moment = now() - timedelta(days=age)
        DBTaskResult.objects.filter(pk=given.id).update(status=status, finished_at=moment)
    rows.remove_old(now())
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "SUCCESSFUL"]
