"""The attributes of one XES element, read by key and checked, every fault with its place."""

from collections.abc import Mapping
from datetime import datetime

from lxml import etree

from zaakwerk.invoer.xes.faults import Place, XesFault

# A register of municipal cases holds no moment outside these years, and near year 1 a time zone overflows.
FIRST_YEAR, LAST_YEAR = 1900, 2999
CASE_ID, ACTIVITY, RESOURCE, TIMESTAMP = "concept:name", "concept:name", "org:resource", "time:timestamp"


class Values:
    """The attributes of a trace or event; a value that is the log's own filler (`global`) is unknown."""

    def __init__(self, element: etree._Element, fillers: Mapping[str, str], place: Place) -> None:
        self.values = attributes(element, place)
        self.fillers = fillers
        self.place = place

    def text(self, key: str) -> str:
        """The value without surrounding space, or '' when the log does not know it."""
        value = self.values.get(key, "")
        return "" if value == self.fillers.get(key) else value

    def required(self, key: str, reason: str) -> str:
        """The value, or the fault `reason` when the log does not know it."""
        value = self.text(key)
        if not value:
            raise XesFault(reason, self.place)
        return value

    def timestamp(self) -> datetime:
        """The aware moment of an event."""
        moment = self.moment(TIMESTAMP)
        if moment is None:
            raise XesFault(f"het tijdstip ({TIMESTAMP}) ontbreekt of is onbekend.", self.place)
        return moment

    def moment(self, key: str) -> datetime | None:
        """An aware moment, or None when the log does not know it."""
        value = self.text(key)
        if not value:
            return None
        try:
            moment = datetime.fromisoformat(value)
        except ValueError as error:
            raise self._bad(key, "is geen datum met tijd") from error
        if moment.tzinfo is None:
            raise self._bad(key, "heeft geen tijdzone")
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise self._bad(key, f"ligt buiten de jaren {FIRST_YEAR} tot en met {LAST_YEAR}")
        return moment

    def _bad(self, key: str, reason: str) -> XesFault:
        return XesFault(f"{key} {reason}: '{self.values[key][:40]}'.", self.place)


def attributes(element: etree._Element, place: Place) -> dict[str, str]:
    """Key and value of the direct children; what is nested deeper describes another attribute."""
    values: dict[str, str] = {}
    for child in element.iterchildren("{*}*"):
        key = child.get("key")
        if key is None:
            continue
        if key in values:
            raise XesFault(f"{key} staat er dubbel.", place)
        values[key] = child.get("value", "").strip()
    return values
