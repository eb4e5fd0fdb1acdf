"""Health: is the process alive, and can it do its work; what is wrong is named."""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, JsonResponse

from zaakwerk.documenten.content import fixity, store
from zaakwerk.notificaties import heartbeat
from zaakwerk.project.migrations import open_migrations
from zaakwerk.zgw.clock import now

OK = "ok"
LEAST_FREE = 64 * 1024 * 1024
# Once no migration is open, none comes back while this process lives.
SEEN = {"migrated": False}


def live(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers."""
    return JsonResponse({"status": OK})


def ready(request: HttpRequest) -> JsonResponse:
    """200 when requests can be served, 503 when not; each part says `ok` or what is wrong with it.

    Without a worker requests are served and messages kept, and one damaged document leaves the others whole:
    that is named, but no reason to turn people away.
    """
    parts = {"database": database()}
    if parts["database"] == OK:
        parts |= {name: look() for name, look in LOOKS.items()}
    can_serve = all(state == OK for name, state in parts.items() if name not in NAMED_ONLY)
    is_whole = all(state == OK for state in parts.values())
    status = OK if is_whole else "let op" if can_serve else "fout"
    return JsonResponse({"status": status, **parts}, status=200 if can_serve else 503)


def database() -> str:
    """Whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return "niet bereikbaar"
    return OK


def migrations() -> str:
    """Whether the database is as this version wants it."""
    if not SEEN["migrated"]:
        waiting = len(open_migrations())
        if waiting:
            return f"{waiting} migraties staan open"
        SEEN["migrated"] = True
    return OK


def storage() -> str:
    """Whether documents and data can be written, and there is some room."""
    for directory in dict.fromkeys((Path(settings.DATA_DIR), Path(settings.DOCUMENTS_DIR))):
        try:
            directory.mkdir(mode=0o750, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=directory) as probe:
                probe.write(b"zaakwerk")
            if shutil.disk_usage(directory).free < LEAST_FREE:
                return "bijna vol"
        except OSError as error:
            return f"niet beschrijfbaar ({error.strerror})"
    return OK if settings.DOCUMENTS_S3 is None else object_storage()


def object_storage() -> str:
    """Whether the service that holds the documents answers."""
    try:
        store.keeper().reach()
    except OSError as error:
        return f"niet bereikbaar ({error.strerror})"
    return OK


def content() -> str:
    """Whether all content was whole when it was last compared (zaakwerk fixity)."""
    try:
        count = fixity.damaged()
    except Error:
        return "onbekend"
    return f"{count} keer ontbreekt of beschadigd" if count else OK


def worker() -> str:
    """Whether a worker was seen lately."""
    seen = heartbeat.last_seen()
    if seen is None:
        return "niet gezien"
    age = now() - seen
    return (
        OK if age < heartbeat.LOST_AFTER else f"{int(age.total_seconds())} s geleden voor het laatst gezien"
    )


LOOKS: Mapping[str, Callable[[], str]] = {
    "migraties": migrations,
    "opslag": storage,
    "inhoud": content,
    "worker": worker,
}
NAMED_ONLY = frozenset({"inhoud", "worker"})
