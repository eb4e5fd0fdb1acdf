"""Rows: the jobs in the database; who takes one, which were lost, and which are done long enough."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from zaakwerk.project.jobs.presence import Presence

Job = DBTaskResult[Any, Any]
# A job that takes its worker down with it is given up after this many.
MOST_ATTEMPTS = 3
KEEP_DONE, KEEP_FAILED = timedelta(days=7), timedelta(days=30)
LOST = "zaakwerk.project.jobs.Lost"


def claim(name: str) -> Job | None:
    """The next job, which is now ours; None when there is none for now."""
    ready = DBTaskResult.objects.ready()
    if not ready.exists():
        return None  # without taking the write lock of SQLite
    with transaction.atomic():
        job: Job | None = ready.get_locked()
        if job is not None:
            job.claim(name)
    return job


def rescue(presence: Presence, busy: set[str], moment: datetime) -> int:
    """Puts back what was being done by a worker that is gone; returns how many.

    `busy` is what we are doing ourselves; a job under our name that is not in it failed without a word.
    """
    running = list(DBTaskResult.objects.running().only("pk", "started_at", "worker_ids"))
    if not running:
        return 0
    living = presence.living({job.worker_ids[-1] for job in running})
    lost = [job for job in running if job.worker_ids[-1] not in living]
    lost += [job for job in running if job.worker_ids[-1] == presence.name and str(job.pk) not in busy]
    return sum(put_back(job, moment) for job in lost)


def put_back(job: Job, moment: datetime) -> int:
    """Makes a lost job ready again, or gives it up; nothing when somebody else was first."""
    row = DBTaskResult.objects.running().filter(pk=job.pk, started_at=job.started_at)
    if len(job.worker_ids) < MOST_ATTEMPTS:
        return row.update(status=TaskResultStatus.READY)
    words = f"De worker stopte {len(job.worker_ids)} keer tijdens deze taak."
    return row.update(
        status=TaskResultStatus.FAILED, finished_at=moment, exception_class_path=LOST, traceback=words
    )


def hand_back(jobs: set[str]) -> None:
    """Makes what we could not finish ready for another worker, without counting it as an attempt."""
    for job in DBTaskResult.objects.running().filter(pk__in=jobs):
        job.status, job.worker_ids = TaskResultStatus.READY, job.worker_ids[:-1]
        job.save(update_fields=["status", "worker_ids"])


def remove_old(moment: datetime) -> None:
    """Forgets jobs that were done a week ago, and those that failed a month ago."""
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=moment - KEEP_DONE)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__lt=moment - KEEP_FAILED)
    DBTaskResult.objects.filter(done | failed).delete()
