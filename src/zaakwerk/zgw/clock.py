"""Clock: moments in UTC, legal dates on the calendar of Europe/Amsterdam."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# How far ahead of ours a client's clock may run.
LEEWAY = timedelta(minutes=2)
_replayed: ContextVar[datetime | None] = ContextVar("replayed", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _replayed.get() or timezone.now()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Replays a moment: within the block, for this thread only, it is `now`; for histories and tests."""
    token = _replayed.set(moment)
    try:
        yield
    finally:
        _replayed.reset(token)


def legal_date(moment: datetime) -> date:
    """The calendar date in Europe/Amsterdam on which an aware moment falls."""
    return moment.astimezone(AMSTERDAM).date()


def today() -> date:
    """Today's legal date."""
    return legal_date(now())
