"""Lanes: a bounded number of threads, each busy with one subscriber: a slow one delays nobody else."""

import logging
import queue
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic

from django.db import Error, close_old_connections, connection

from zaakwerk.notificaties import breaker, delivery
from zaakwerk.notificaties.locks import lane_of
from zaakwerk.notificaties.models import Abonnement
from zaakwerk.zgw.clock import now

THREADS = 10
# A busy lane gives its thread to another one after this long.
SLICE_SECONDS = 2.0
# How often to look at a lane that may not be served now, and at one that met a fault of ours.
REST_SECONDS, FAULT_SECONDS = 1.0, 60.0
log = logging.getLogger("zaakwerk.notificaties")


@dataclass
class Lane:
    """What this worker remembers of a subscriber: whether a thread has it, and when to look again."""

    resume: float = 0.0
    is_busy: bool = False
    is_wanted_again: bool = False

    def rest(self, seconds: float) -> None:
        """Nothing more for so long."""
        self.resume = monotonic() + seconds

    @property
    def is_resting(self) -> bool:
        """Whether it is too early."""
        return monotonic() < self.resume


class Lanes:
    """The lanes of one worker and the threads that serve them."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.lanes: dict[int, Lane] = {}
        self.guard = threading.Lock()
        self.jobs: queue.SimpleQueue[int | None] = queue.SimpleQueue()
        self.threads: list[threading.Thread] = []

    def offer(self, abonnementen: Iterable[int]) -> None:
        """Gives subscribers a turn, except those that have one or must wait."""
        with self.guard:
            for pk in abonnementen:
                lane = self.lanes.setdefault(pk, Lane())
                if lane.is_busy:
                    lane.is_wanted_again = True
                elif not lane.is_resting:
                    lane.is_busy = True
                    self.jobs.put(pk)
                    self.grow()

    def grow(self) -> None:
        """One thread more, while there are fewer than busy lanes."""
        busy = sum(lane.is_busy for lane in self.lanes.values())
        if len(self.threads) < min(busy, THREADS):
            thread = threading.Thread(target=self.work, name=f"lane-{len(self.threads)}", daemon=True)
            self.threads.append(thread)
            thread.start()

    def work(self) -> None:
        """One thread: takes lanes until there is no more work to come."""
        while (pk := self.jobs.get()) is not None:
            lane = self.lanes[pk]
            try:
                self.serve(pk, lane)
            except Error as error:
                log.warning("De database antwoordt niet: %s", " ".join(str(error).split()))
                lane.rest(REST_SECONDS)
                connection.close()
            except Exception:
                log.exception("Afleveren aan abonnement %s mislukt", pk)
                lane.rest(FAULT_SECONDS)
            self.finish(pk, lane)
        connection.close()

    def serve(self, pk: int, lane: Lane) -> None:
        """Delivers what is due, for a while."""
        close_old_connections()
        with lane_of(pk) as is_ours:
            if not is_ours:
                lane.rest(REST_SECONDS)
                return
            end = monotonic() + SLICE_SECONDS
            while self.serve_batch(pk, lane) and not lane.is_resting and not self.stop.is_set():
                if monotonic() > end:
                    lane.is_wanted_again = True  # behind whoever waits for a thread
                    return

    def serve_batch(self, pk: int, lane: Lane) -> bool:
        """One batch; false when there is nothing more to do for now."""
        lane.is_wanted_again = False
        abonnement = Abonnement.objects.select_related("aanmelding").filter(pk=pk).first()
        if abonnement is None or breaker.is_open(abonnement, now()):
            lane.rest(REST_SECONDS)
            return False
        rows = delivery.due(pk, now())
        if rows:
            delivery.deliver(abonnement, rows, self.stop)
        return bool(rows) and not breaker.is_open(abonnement, now())

    def finish(self, pk: int, lane: Lane) -> None:
        """The lane is free again; what was offered meanwhile starts it anew."""
        with self.guard:
            lane.is_busy = False
            is_wanted_again, lane.is_wanted_again = lane.is_wanted_again, False
        if is_wanted_again:
            self.offer([pk])

    def end(self, seconds: float) -> None:
        """Lets the threads finish what they are at; a call that lasts longer is left and made again later."""
        for _ in self.threads:
            self.jobs.put(None)
        deadline = monotonic() + seconds
        for thread in self.threads:
            thread.join(max(0.0, deadline - monotonic()))
