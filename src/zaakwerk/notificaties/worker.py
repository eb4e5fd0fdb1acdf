"""Worker: distributes the outbox and delivers it, until told to stop; any number of them side by side."""

import contextlib
import logging
from threading import Event
from time import monotonic

from django.db import Error, connection

from zaakwerk.notificaties import bell, heartbeat, locks
from zaakwerk.notificaties.cleanup import remove_old
from zaakwerk.notificaties.delivery import abonnementen_due
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.lanes import Lanes
from zaakwerk.zgw import chores
from zaakwerk.zgw.clock import now

# The bell wakes us; the poll is for a ring that was lost. A signal to stop is seen after one tick.
TICK_SECONDS, POLL_SECONDS = 0.25, 2.0
RETRY_LOOK_SECONDS = 1.0
CLEAN_SECONDS = 3600.0
# How long a call may last after the signal to stop; the supervisor forces us a little later.
GRACE_SECONDS = 5.0
FIRST_OUTAGE_WAIT, LONGEST_OUTAGE_WAIT = 0.25, 5.0
log = logging.getLogger("zaakwerk.notificaties")


def run(stop: Event) -> None:
    """Works until `stop` is set; survives a database that goes away for a while."""
    with locks.turn(stop) as is_ours:
        if is_ours:
            Worker(stop).run()
    connection.close()


class Rhythm:
    """Something that is due once in so many seconds, the first time at once."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.next = 0.0

    def is_due(self) -> bool:
        """Whether it is time; if so, the next time is later."""
        if monotonic() < self.next:
            return False
        self.next = monotonic() + self.seconds
        return True


class Worker:
    """The loop that looks for work; the lanes do it."""

    def __init__(self, stop: Event) -> None:
        self.stop = stop
        self.lanes = Lanes(stop)
        self.heartbeat = heartbeat.Heartbeat(now())
        self.poll = Rhythm(POLL_SECONDS)
        self.retry_look = Rhythm(RETRY_LOOK_SECONDS)
        self.beat = Rhythm(heartbeat.BEAT_SECONDS)
        self.clean = Rhythm(CLEAN_SECONDS)
        self.outage = 0.0

    def run(self) -> None:
        """Waits for the bell; every failure of the database is a longer wait and a new connection."""
        with bell.hearing() as ears:
            while not self.stop.wait(self.outage):
                try:
                    self.step(ears.wait(TICK_SECONDS))
                    self.outage = 0.0
                except Error as error:
                    self.note(error)
        self.lanes.end(GRACE_SECONDS)
        with contextlib.suppress(Error):
            self.heartbeat.stop()

    def note(self, error: Error) -> None:
        """Says once that the database is away, and waits longer each time."""
        if not self.outage:
            log.warning("De database antwoordt niet: %s", " ".join(str(error).split()))
        self.outage = min(max(self.outage * 2, FIRST_OUTAGE_WAIT), LONGEST_OUTAGE_WAIT)
        connection.close()

    def step(self, has_rung: bool) -> None:
        """New messages at once; what waits for a retry each second; old rows each hour."""
        if has_rung or self.poll.is_due() or self.outage:
            self.lanes.offer(distribute())
        if self.retry_look.is_due():
            self.lanes.offer(abonnementen_due(now()))
        if self.beat.is_due():
            self.heartbeat.beat(now())
        if self.clean.is_due():
            remove_old(now())
            heartbeat.forget_old(now())
            chores.start()
