"""Watching: every request gets an id, is counted and timed; a write, a fault and a slow answer are logged."""

import logging
import re
import time
import uuid
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from zaakwerk.project import metrics
from zaakwerk.project.logging import REQUEST_ID, mask, one_line

GetResponse = Callable[[HttpRequest], HttpResponseBase]
ID_FORM = re.compile(r"[A-Za-z0-9._:-]{8,64}")
READS = frozenset({"GET", "HEAD", "OPTIONS"})
SLOW_SECONDS = 1.0
ERROR = 500
log = logging.getLogger("zaakwerk.request")


class Watched:
    """The outermost layer; reads that go well are only counted: an access log is the work of a proxy."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begin = time.perf_counter()
        request_id = id_of(request)
        token = REQUEST_ID.set(request_id)
        try:
            response = self.get_response(request)
            response.headers["X-Request-Id"] = request_id
            seconds = time.perf_counter() - begin
            metrics.count(request, response.status_code, seconds)
            note(request, response.status_code, seconds)
        finally:
            REQUEST_ID.reset(token)
        return response


def id_of(request: HttpRequest) -> str:
    """The id the caller gave, when it is one that may be logged; else a new one."""
    given = request.META.get("HTTP_X_REQUEST_ID", "")
    return given if ID_FORM.fullmatch(given) and mask(given) == given else uuid.uuid4().hex


def note(request: HttpRequest, status: int, seconds: float) -> None:
    """One line for a write, a fault of ours and a slow answer; never the query, which may name people."""
    is_fault, is_slow = status >= ERROR, seconds >= SLOW_SECONDS
    if request.method in READS and not is_fault and not is_slow:
        return
    level = logging.ERROR if is_fault else logging.WARNING if is_slow else logging.INFO
    details = {
        "method": one_line(request.method or ""),
        "path": one_line(request.path_info),
        "status": status,
        "ms": round(seconds * 1000, 1),
    }
    if logrecord := request.META.get("HTTP_X_NLX_LOGRECORD_ID"):
        details["nlx_logrecord_id"] = one_line(logrecord)
    log.log(level, "%s %s %s", details["method"], details["path"], status, extra=details)
