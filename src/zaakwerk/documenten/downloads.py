"""Downloads: the content of a version as a file, whole or one range of it; for the API and every face."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.core.files import File
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from zaakwerk.documenten.content.store import open_content
from zaakwerk.documenten.models import EnkelvoudigInformatieObjectVersie
from zaakwerk.zgw.etag import is_unchanged
from zaakwerk.zgw.problems import Problem

RANGE = re.compile(r"bytes=(\d{0,19})-(\d{0,19})")
PIECE = 64 * 1024
# Never the media type the sender gave: a browser that is told it is HTML would run what somebody uploaded.
MEDIA_TYPE = "application/octet-stream"
Window = tuple[int, int]


def respond(request: HttpRequest, version: EnkelvoudigInformatieObjectVersie) -> HttpResponseBase:
    """The content as an attachment; 204 without, 206 for a range, 304 for who holds it, 416 beyond its end.

    The caller has checked that the asker may read this version.
    """
    inhoud = version.inhoud
    if inhoud is None:
        return HttpResponse(status=204)
    tag = f'"{inhoud.sha256}"'
    headers = {
        "ETag": tag,
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    if is_unchanged(request, tag):
        return HttpResponse(status=304, headers={"ETag": tag})
    window = window_of(request, tag, inhoud.omvang)
    stream, name = open_content(inhoud), file_name(version)
    if window is None:
        return FileResponse(
            stream, as_attachment=True, filename=name, content_type=MEDIA_TYPE, headers=headers
        )
    start, end = window
    headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    headers["Content-Range"] = f"bytes {start}-{end}/{inhoud.omvang}"
    headers["Content-Length"] = str(end - start + 1)
    part = pieces(stream, window)
    return StreamingHttpResponse(part, status=206, content_type=MEDIA_TYPE, headers=headers)


def file_name(version: EnkelvoudigInformatieObjectVersie) -> str:
    """What the file is called at the receiver, without any folder the sender put before it."""
    return version.bestandsnaam.replace("\\", "/").rpartition("/")[2] or version.document.identificatie


def window_of(request: HttpRequest, tag: str, size: int) -> Window | None:
    """The first and last byte of a single range; None for the whole, also for what we do not understand."""
    found = RANGE.fullmatch(request.headers.get("Range", ""))
    is_stale = request.headers.get("If-Range", tag) != tag
    if found is None or is_stale or not (found[1] or found[2]):
        return None
    if not found[1]:
        start, end = max(size - int(found[2]), 0), size - 1
    else:
        start, end = int(found[1]), min(int(found[2]), size - 1) if found[2] else size - 1
        if found[2] and int(found[2]) < start:
            return None
    if start >= size:
        words = f"Het document is {size} bytes groot."
        headers = {"Content-Range": f"bytes */{size}"}
        raise Problem(416, "range_not_satisfiable", "Range not satisfiable.", words, headers=headers)
    return start, end


def pieces(stream: File[Any], window: Window) -> Iterator[bytes]:
    """The bytes of a window; closes the file when done or abandoned."""
    start, end = window
    left = end - start + 1
    with stream:
        stream.seek(start)
        while left > 0 and (piece := stream.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
