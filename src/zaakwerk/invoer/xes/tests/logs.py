"""Small hand-made XES logs for the tests, and where the real one lies when it is there."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import pytest

from zaakwerk.invoer.xes.reader import read_cases
from zaakwerk.invoer.xes.records import Case

RECEIPT = Path(__file__).resolve().parents[6] / "shared" / "data" / "receipt" / "receipt.xes.gz"
needs_receipt = pytest.mark.skipif(
    not RECEIPT.exists(), reason="het echte logboek ../shared/data/receipt/receipt.xes.gz is hier niet"
)

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n'
)
GLOBALS = """\
<global scope="trace">
<date key="enddate" value="1970-01-01T00:00:00.000+01:00"/>
<string key="channel" value="UNKNOWN"/>
</global>
<global scope="event">
<date key="time:timestamp" value="1970-01-01T00:00:00.000+01:00"/>
<string key="org:resource" value="UNKNOWN"/>
</global>
"""
TAIL = "</log>\n"


def event(activity: str, timestamp: str, resource: str = "Medewerker1") -> str:
    """One event of five lines; an empty argument leaves its attribute out."""
    return (
        "<event>\n"
        + _attribute("string", "org:resource", resource)
        + _attribute("string", "concept:name", activity)
        + _attribute("date", "time:timestamp", timestamp)
        + "</event>\n"
    )


def case(case_id: str, events: Sequence[str] = (), **dates: str) -> str:
    """One trace; keyword arguments become its attributes."""
    kind = {"channel": "string", "department": "string"}
    attributes = [_attribute(kind.get(key, "date"), key, value) for key, value in dates.items()]
    return "".join(
        ["<trace>\n", *attributes, _attribute("string", "concept:name", case_id), *events, "</trace>\n"]
    )


def log(*cases: str, head: str = HEAD + GLOBALS, tail: str = TAIL) -> bytes:
    """A whole log as bytes."""
    return (head + "".join(cases) + tail).encode()


def read(content: bytes) -> list[Case]:
    """All cases of a log held in memory."""
    stream: BinaryIO = io.BytesIO(content)
    return list(read_cases(stream))


def _attribute(tag: str, key: str, value: str) -> str:
    return f'<{tag} key="{key}" value="{value}"/>\n' if value else ""
