"""Chores: what rooms have done regularly, such as removing what is too old; beside the work, never before it.

The worker calls `start` once an hour; a chore that asks other hosts may take long and holds nobody up.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from zaakwerk.zgw import clock

BATCH = 1000
# Filled at start-up by the rooms; a chore may run in several workers at the same time.
CHORES: list[Callable[[datetime], object]] = []
_running = threading.Lock()

logger = logging.getLogger(__name__)


def start() -> threading.Thread:
    """Runs every chore in a thread of its own; at most one such thread works."""
    thread = threading.Thread(target=run, name="chores", daemon=True)
    thread.start()
    return thread


def run() -> None:
    """Every chore once, each on its own: one that fails keeps none from its turn."""
    if not _running.acquire(blocking=False):
        return
    try:
        for chore in CHORES:
            try:
                chore(clock.now())
            except Exception:
                logger.exception("A chore failed: %s.", chore.__module__)
    finally:
        _running.release()
        connection.close()


def remove(rows: QuerySet[Any]) -> int:
    """Deletes rows in small transactions, so that nobody waits long for a lock; how many there were."""
    removed = 0
    while batch := list(rows.order_by("id").values_list("pk", flat=True)[:BATCH]):
        rows.model._default_manager.filter(pk__in=batch).delete()
        removed += len(batch)
    return removed
