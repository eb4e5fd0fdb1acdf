"""Reads a XES event log as a stream of typed cases: pure, constant in memory, every fault with its place.

The file is somebody else's: a document type (and with it every entity) is refused, nothing is fetched,
and the limits of the XML library on depth and size stay on.
"""

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

from lxml import etree

from zaakwerk.invoer.xes.faults import Place, XesFault
from zaakwerk.invoer.xes.records import Case, Event
from zaakwerk.invoer.xes.values import ACTIVITY, CASE_ID, RESOURCE, Values, attributes

CHUNK: Final = 64 * 1024
GZIP_MAGIC: Final = b"\x1f\x8b"


def read_cases(stream: BinaryIO) -> Iterator[Case]:
    """Yield the cases of a XES log (plain or gzip, in a stream that can seek) in the order of the file.

    Holds one case at a time, and the ids of all cases to notice a double one. Raises `XesFault` at the
    first fault; the cases before it have been yielded by then, so read a file to its end before trusting it.
    """
    scanner = Scanner()
    source = _unpacked(stream)
    while chunk := _read(source, scanner):
        yield from scanner.feed(chunk)
    yield from scanner.close()


class Scanner:
    """Turns XML fed in chunks into cases, and knows at any moment how far it is."""

    def __init__(self) -> None:
        self.parser = etree.XMLPullParser(
            events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        self.fillers: dict[str, dict[str, str]] = {"trace": {}, "event": {}}
        self.log: etree._Element | None = None
        self.trace: etree._Element | None = None
        self.case_id = ""
        self.events: list[Event] = []
        self.ids: set[str] = set()
        self.line = 0
        self.has_content = False

    def feed(self, chunk: bytes) -> Iterator[Case]:
        """The cases that this chunk completes."""
        self.has_content = True
        try:
            self.parser.feed(chunk)
        except etree.XMLSyntaxError as error:
            yield from self._cases()
            raise self._broken(error) from error
        yield from self._cases()

    def close(self) -> Iterator[Case]:
        """The cases still due at the end of the file; a file without any case is a fault."""
        if not self.has_content:
            raise self.fault("het bestand is leeg.")
        try:
            self.parser.close()
        except etree.XMLSyntaxError as error:
            raise self._broken(error) from error
        yield from self._cases()
        if not self.ids:
            raise XesFault("het logboek bevat geen zaken.", Place())

    def fault(self, reason: str) -> XesFault:
        """A fault here: in the case at hand, in the event after the last complete one."""
        event = len(self.events) + 1 if self.trace is not None else 0
        return XesFault(reason, Place(self.case_id, event, self.line))

    def _broken(self, error: etree.XMLSyntaxError) -> XesFault:
        detail = (error.msg or "").partition(", line ")[0]
        self.line = error.lineno or self.line
        return self.fault(f"de XML klopt hier niet ({detail}).")

    def _cases(self) -> Iterator[Case]:
        events = cast(Iterator[tuple[str, etree._Element]], self.parser.read_events())
        for kind, element in events:
            self.line = cast(int, element.sourceline)
            name = etree.QName(element).localname
            if kind == "start":
                self._begin(name, element)
            elif element.getparent() is self.log:
                if name == "trace":
                    yield self._case(element)
                elif name == "global":
                    self.fillers[element.get("scope", "")] = attributes(element, Place(line=self.line))
                self._forget(element)
            elif name == "event":
                self.events.append(self._event(element))
                element.clear()
            elif element.getparent() is self.trace and element.get("key") == CASE_ID:
                self.case_id = element.get("value", "").strip()

    def _begin(self, name: str, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is None:
            self._begin_log(name, element)
        elif name == "event" and parent is not self.trace:
            raise self.fault("deze gebeurtenis hoort niet rechtstreeks bij een zaak.")
        elif name == "trace":
            if parent is not self.log:
                raise self.fault("deze zaak staat binnen een ander onderdeel van het logboek.")
            self.trace = element

    def _begin_log(self, name: str, element: etree._Element) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise XesFault("het bestand heeft een DOCTYPE; dat weigeren wij voor de veiligheid.", Place())
        if name != "log":
            raise XesFault(f"dit is geen XES-logboek: het begint met <{name}> en niet met <log>.", Place())
        self.log = element

    def _event(self, element: etree._Element) -> Event:
        place = Place(self.case_id, len(self.events) + 1, self.line)
        values = Values(element, self.fillers["event"], place)
        return Event(
            activity=values.required(ACTIVITY, f"de activiteit ({ACTIVITY}) ontbreekt."),
            timestamp=values.timestamp(),
            resource=values.text(RESOURCE),
            line=self.line,
        )

    def _case(self, element: etree._Element) -> Case:
        place = Place(self.case_id, line=self.line)
        values = Values(element, self.fillers["trace"], place)
        case_id = values.required(CASE_ID, f"de zaak heeft geen kenmerk ({CASE_ID}).")
        if case_id in self.ids:
            raise XesFault("een zaak met dit kenmerk staat al eerder in het bestand.", place)
        self.ids.add(case_id)
        return Case(
            case_id=case_id,
            startdate=values.moment("startdate"),
            enddate=values.moment("enddate"),
            enddate_raw=values.text("enddate"),
            enddate_planned=values.moment("enddate_planned"),
            deadline=values.moment("deadline"),
            channel=values.text("channel"),
            department=values.text("department"),
            group=values.text("group"),
            responsible=values.text("responsible"),
            events=tuple(self.events),
            line=self.line,
        )

    def _forget(self, element: etree._Element) -> None:
        """Drop the finished part of the log and all before it, so that memory does not grow with the file."""
        self.trace, self.case_id, self.events = None, "", []
        element.clear()
        while self.log is not None and element.getprevious() is not None:
            del self.log[0]


def _unpacked(stream: BinaryIO) -> BinaryIO:
    stream.seek(0)
    magic = stream.read(len(GZIP_MAGIC))
    stream.seek(0)
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if magic == GZIP_MAGIC else stream


def _read(source: BinaryIO, scanner: Scanner) -> bytes:
    try:
        return source.read(CHUNK)
    except EOFError as error:
        raise scanner.fault("het gzip-bestand houdt hier op en is niet compleet.") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise scanner.fault("het gzip-bestand is beschadigd.") from error
