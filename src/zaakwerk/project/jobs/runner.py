"""Runner: a few threads that do jobs, and a look now and then for those of a worker that was killed."""

import contextlib
import logging
import threading
from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Any, cast

from django.db import Error, close_old_connections, connection
from django_tasks.base import TaskContext, TaskResult

from zaakwerk.notificaties.worker import Rhythm
from zaakwerk.project.jobs import rows
from zaakwerk.project.jobs.presence import Presence, present
from zaakwerk.zgw.clock import now

THREADS = 2
IDLE_SECONDS = 0.5
RESCUE_SECONDS, CLEAN_SECONDS = 3.0, 3600.0
OUTAGE_SECONDS = 2.0
# How long a job may go on after the signal to stop; the supervisor forces us a little later.
GRACE_SECONDS = 5.0
log = logging.getLogger("zaakwerk.jobs")


def run(stop: Event) -> None:
    """Does jobs until `stop` is set; survives a database that goes away for a while."""
    with present(stop) as presence:
        if presence is not None:
            Runner(stop, presence).run()
    connection.close()


class Runner:
    """The threads of one worker, and what they are doing."""

    def __init__(self, stop: Event, presence: Presence) -> None:
        self.stop, self.presence = stop, presence
        self.busy: set[str] = set()
        self.rescue = Rhythm(RESCUE_SECONDS)
        self.clean = Rhythm(CLEAN_SECONDS)
        names = [f"job-{number}" for number in range(THREADS)]
        self.threads = [threading.Thread(target=self.work, name=name, daemon=True) for name in names]

    def run(self) -> None:
        """Starts the threads once lost jobs are put back, and keeps looking for more of those."""
        is_started = False
        while not self.stop.is_set():
            if self.safely(self.look_around) and not is_started:
                is_started = True
                for thread in self.threads:
                    thread.start()
            self.stop.wait(IDLE_SECONDS)
        if is_started:
            self.end()

    def look_around(self) -> bool:
        """Lost jobs every few seconds, old ones each hour."""
        if self.rescue.is_due() and (count := rows.rescue(self.presence, set(self.busy), now())):
            log.warning("%s taken van een gestopte worker worden opnieuw gedaan", count)
        if self.clean.is_due():
            rows.remove_old(now())
        return True

    def work(self) -> None:
        """One thread: does job after job, and waits when there is none."""
        while not self.stop.is_set():
            if not self.safely(self.work_once):
                self.stop.wait(IDLE_SECONDS)
        connection.close()

    def safely(self, step: Callable[[], bool]) -> bool:
        """The outcome of a step; a fault is logged, and worth a pause and a new connection."""
        try:
            close_old_connections()
            return step()
        except Error as error:
            log.warning("De database antwoordt niet: %s", " ".join(str(error).split()))
        except Exception:
            log.exception("De taken haperen")
        connection.close()
        self.stop.wait(OUTAGE_SECONDS)
        return False

    def work_once(self) -> bool:
        """Does one job; false when there is none."""
        job = rows.claim(self.presence.name)
        if job is None:
            return False
        self.busy.add(str(job.pk))
        try:
            do(job)
        finally:
            self.busy.discard(str(job.pk))
        return True

    def end(self) -> None:
        """Lets the threads finish; what lasts longer is for another worker, from the beginning."""
        deadline = monotonic() + GRACE_SECONDS
        for thread in self.threads:
            thread.join(max(0.0, deadline - monotonic()))
        if unfinished := set(self.busy):
            with contextlib.suppress(Error):
                rows.hand_back(unfinished)


def do(job: rows.Job) -> None:
    """Runs one job and keeps how it ended; what it raises is kept with it."""
    try:
        task = job.task
        context = (
            (TaskContext(task_result=cast(TaskResult[Any], job.task_result)),) if task.takes_context else ()
        )
        value = task.call(*context, *job.args_kwargs["args"], **job.args_kwargs["kwargs"])
        job.set_successful(value)
    except Exception as error:
        log.exception("Taak %s mislukt", job.task_path)
        close_old_connections()
        job.set_failed(error)
