"""Worker: distributes the outbox and delivers it, until told to stop; any number of them side by side."""

import logging
from threading import Event
from time import monotonic

from django.db import Error, connection

from zaakwerk.notificaties import locks
from zaakwerk.notificaties.cleanup import remove_old
from zaakwerk.notificaties.delivery import abonnementen_due
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.lanes import Lanes
from zaakwerk.zgw.clock import now

POLL_SECONDS = 0.25
RETRY_LOOK_SECONDS = 1.0
CLEAN_SECONDS = 3600.0
# How long a call may last after the signal to stop; the supervisor forces us a little later.
GRACE_SECONDS = 5.0
LONGEST_OUTAGE_WAIT = 5.0
log = logging.getLogger("zaakwerk.notificaties")


def run(stop: Event) -> None:
    """Works until `stop` is set; survives a database that goes away for a while."""
    with locks.turn(stop) as is_ours:
        if is_ours:
            Worker(stop).run()
    connection.close()


class Worker:
    """The loop that looks for work; the lanes do it."""

    def __init__(self, stop: Event) -> None:
        self.stop = stop
        self.lanes = Lanes(stop)
        self.next_look = 0.0
        self.next_clean = 0.0
        self.outage = 0.0

    def run(self) -> None:
        """Polls; every failure of the database is a longer wait and a new connection."""
        while not self.stop.wait(self.outage or POLL_SECONDS):
            try:
                self.step()
                self.outage = 0.0
            except Error as error:
                if not self.outage:
                    log.warning("De database antwoordt niet: %s", " ".join(str(error).split()))
                self.outage = min(max(self.outage * 2, POLL_SECONDS), LONGEST_OUTAGE_WAIT)
                connection.close()
        self.lanes.end(GRACE_SECONDS)

    def step(self) -> None:
        """New messages at once; what waits for a retry each second; old rows each hour."""
        self.lanes.offer(distribute())
        if monotonic() >= self.next_look:
            self.lanes.offer(abonnementen_due(now()))
            self.next_look = monotonic() + RETRY_LOOK_SECONDS
        if monotonic() >= self.next_clean:
            remove_old(now())
            self.next_clean = monotonic() + CLEAN_SECONDS
