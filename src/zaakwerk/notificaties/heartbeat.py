"""Heartbeat: a worker notes that it works, so that an operator sees when none does."""

import os
import socket
from datetime import datetime, timedelta

from zaakwerk.notificaties.models import Hartslag

BEAT_SECONDS = 10.0
# A worker that has not been seen for this long is gone; one that stopped in order removed its line itself.
LOST_AFTER = timedelta(seconds=60)
FORGET_AFTER = timedelta(days=1)


class Heartbeat:
    """The heartbeat of one worker."""

    def __init__(self, started: datetime) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}"[:200]
        self.started = started

    def beat(self, moment: datetime) -> None:
        """Notes that we are there."""
        values = {"gestart_op": self.started, "gezien_op": moment}
        Hartslag.objects.update_or_create(worker=self.name, defaults=values)

    def stop(self) -> None:
        """We end in order: nobody need miss us."""
        Hartslag.objects.filter(worker=self.name).delete()


def last_seen() -> datetime | None:
    """When a worker was last seen; None when none ever was, or all ended in order."""
    found: datetime | None = (
        Hartslag.objects.order_by("-gezien_op").values_list("gezien_op", flat=True).first()
    )
    return found


def forget_old(moment: datetime) -> None:
    """Removes workers that were killed long ago."""
    Hartslag.objects.filter(gezien_op__lt=moment - FORGET_AFTER).delete()
