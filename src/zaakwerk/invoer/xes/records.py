"""What a XES log tells, as frozen records; '' and None mean that the log does not know."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Event:
    """One event: what was done, when (aware), by whom, and its line in the file."""

    activity: str
    timestamp: datetime
    resource: str
    line: int


@dataclass(frozen=True, slots=True)
class Case:
    """One trace with its events in the order of the file; `enddate_raw` is enddate as written there."""

    case_id: str
    startdate: datetime | None
    enddate: datetime | None
    enddate_raw: str
    enddate_planned: datetime | None
    deadline: datetime | None
    channel: str
    department: str
    group: str
    responsible: str
    events: tuple[Event, ...]
    line: int
