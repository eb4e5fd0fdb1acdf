"""Logging: one JSON object per line, with the id of the request, and without secrets and BSNs."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from zaakwerk.zgw.kinds import passes_eleven_test

REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="")
# What a line may carry beside its message, given with `extra=`.
DETAILS = ("method", "path", "status", "ms", "nlx_logrecord_id")
HIDDEN = "***"
BSN = re.compile(r"(?<!\d)\d{9}(?!\d)")
NAMES = (
    "secret|password|wachtwoord|auth|authorization|token|access_token|client_secret|sessionid|zaakwerk_mijn"
)
NAMED = rf"\b((?:{NAMES})[\"']?\s*[:=]\s*)"
SECRETS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\beyJ[\w-]+\.[\w-]*\.?[\w-]*"), HIDDEN),
    (re.compile(r"\b(Bearer|Basic)\s+[^\s\"',;]+", re.IGNORECASE), rf"\1 {HIDDEN}"),
    (re.compile(rf"{NAMED}([\"'])[^\"']*\2", re.IGNORECASE), rf"\1\2{HIDDEN}\2"),
    (re.compile(rf"{NAMED}[^\s\"',;&}}]+", re.IGNORECASE), rf"\1{HIDDEN}"),
    (re.compile(r"(://)[^/\s:@]*:[^/\s@]*@"), rf"\1{HIDDEN}@"),
)


def mask(text: str) -> str:
    """A text without what nobody may read in a log: tokens, passwords, and numbers that may be a BSN."""
    for pattern, replacement in SECRETS:
        text = pattern.sub(replacement, text)
    return BSN.sub(hide_bsn, text)


def hide_bsn(found: "re.Match[str]") -> str:
    """Stars for nine digits that pass the eleven test."""
    return "*" * 9 if passes_eleven_test(found[0]) else found[0]


class Lines(logging.Formatter):
    """A record as a line of JSON; every text in it is masked."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": mask(record.getMessage()),
        }
        if request_id := REQUEST_ID.get():
            line["request_id"] = request_id
        for name in DETAILS:
            value = getattr(record, name, None)
            if value is not None:
                line[name] = mask(value) if isinstance(value, str) else value
        if record.exc_info:
            line["trace"] = mask(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def one_line(text: str) -> str:
    """A text of somebody else that cannot pretend to be another line or a very long one."""
    return " ".join(text.split())[:200]


def adopt(name: str) -> None:
    """Sends what another library logs the way ours goes."""
    theirs = logging.getLogger(name)
    theirs.handlers.clear()
    theirs.propagate = True
