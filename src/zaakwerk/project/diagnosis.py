"""Diagnosis: what is wrong with this installation and how to mend it."""

import os
import shutil
import stat
import tempfile
import time
import zoneinfo
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = ("localhost", "127.0.0.1", "::1")
LEAST_FREE = 1024**3
MOST_SKEW = 5.0
LEAST_POSTGRESQL = 150_000


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` is empty when it is in order."""

    part: str
    state: str
    mend: str = ""


def configuration() -> Iterator[Finding]:
    """The settings among themselves, and Django's own checks."""
    from django.conf import settings
    from django.core import checks

    parts = urlsplit(settings.PUBLIC_URL)
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        yield Finding(
            "configuratie",
            f"ZAAKWERK_PUBLIC_URL {settings.PUBLIC_URL} is niet versleuteld.",
            "Gebruik een adres dat begint met https://.",
        )
    for fault in checks.run_checks(include_deployment_checks=False):
        if fault.is_serious():
            yield Finding("configuratie", str(fault.msg), str(fault.hint or f"Meld deze fout ({fault.id})."))
    yield Finding("configuratie", f"De datamap is {settings.DATA_DIR}.")


def database() -> Iterator[Finding]:
    """Reachable, recent enough, up to date, and sound."""
    from django.db import Error, connection

    from zaakwerk.project.migrations import open_migrations

    try:
        connection.ensure_connection()
    except Error as error:
        yield Finding(
            "database",
            f"De database is niet bereikbaar: {' '.join(str(error).split())}",
            "Controleer ZAAKWERK_DATABASE_URL en of de server draait.",
        )
        return
    waiting = open_migrations()
    if waiting:
        yield Finding(
            "database", f"De database wacht op {len(waiting)} migraties.", "Voer uit: zaakwerk migrate"
        )
    yield from sqlite_health() if connection.vendor == "sqlite" else postgresql_health()


def sqlite_health() -> Iterator[Finding]:
    """SQLite's own quick check, and the journal that lets readers and a writer work side by side."""
    from django.db import connection

    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        result = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
    if mode != "wal":
        yield Finding(
            "database",
            f"SQLite werkt met journaal '{mode}' in plaats van WAL.",
            "Zet de datamap op een lokale schijf; netwerkschijven kunnen dit niet.",
        )
    if result != "ok":
        yield Finding("database", f"De database is beschadigd: {result}.", "Zet een back-up terug.")
    else:
        yield Finding("database", "SQLite is heel.")


def postgresql_health() -> Iterator[Finding]:
    """The server's version."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int, current_setting('server_version')")
        number, version = cursor.fetchone()
    if number < LEAST_POSTGRESQL:
        yield Finding("database", f"PostgreSQL {version} is te oud.", "Gebruik PostgreSQL 15 of nieuwer.")
    else:
        yield Finding("database", f"PostgreSQL {version} antwoordt.")


def storage() -> Iterator[Finding]:
    """Room and rights for data and documents, and a key that only its owner reads."""
    from django.conf import settings

    for directory in dict.fromkeys((Path(settings.DATA_DIR), Path(settings.DOCUMENTS_DIR))):
        yield from writable(directory)
    yield from content()
    key = Path(settings.DATA_DIR) / "secret.key"
    if key.exists() and stat.S_IMODE(key.stat().st_mode) & 0o077:
        yield Finding("opslag", f"Anderen kunnen {key} lezen.", f"Voer uit: chmod 600 {key}")


def writable(directory: Path) -> Iterator[Finding]:
    """Whether a file can be made here and how much room is left."""
    try:
        directory.mkdir(mode=0o750, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=directory) as probe:
            probe.write(b"zaakwerk")
            probe.flush()
            os.fsync(probe.fileno())
        free = shutil.disk_usage(directory).free
    except OSError as error:
        yield Finding(
            "opslag",
            f"Schrijven in {directory} lukt niet: {error.strerror}.",
            "Geef de gebruiker van Zaakwerk schrijfrecht op deze map en maak ruimte.",
        )
        return
    if free < LEAST_FREE:
        yield Finding(
            "opslag", f"In {directory} is nog {free >> 20} MB vrij.", "Maak ruimte of vergroot de schijf."
        )
    else:
        yield Finding("opslag", f"{directory} is beschrijfbaar; {free >> 30} GB vrij.")


def content() -> Iterator[Finding]:
    """Whether object storage and the virus scanner answer, for who uses them."""
    from django.conf import settings

    from zaakwerk.documenten.content import scanner, store

    if settings.DOCUMENTS_S3 is not None:
        yield answers(
            f"De S3-opslag {settings.DOCUMENTS_S3.bucket}",
            store.keeper().probe,
            "Controleer ZAAKWERK_DOCUMENTS_URL, de sleutels (AWS_ACCESS_KEY_ID) en het schrijfrecht.",
        )
    if settings.CLAMAV_URL:
        words = "Start clamd of verander ZAAKWERK_CLAMAV_URL; tot dan worden alle bestanden geweigerd."
        yield answers("De virusscanner", scanner.ping, words)


def answers(part: str, probe: Callable[[], None], mend: str) -> Finding:
    """Whether a service does what it is for."""
    try:
        probe()
    except OSError as error:
        return Finding("opslag", f"{part} is niet te gebruiken: {error.strerror or error}.", mend)
    return Finding("opslag", f"{part} werkt.")


def clock() -> Iterator[Finding]:
    """The calendar of the Netherlands, and a clock that agrees with the database's or the data's."""
    try:
        zoneinfo.ZoneInfo("Europe/Amsterdam")
    except zoneinfo.ZoneInfoNotFoundError:
        yield Finding("klok", "De tijdzone Europe/Amsterdam is onbekend.", "Installeer het pakket tzdata.")
    behind = reference_time() - time.time()
    if behind > MOST_SKEW:
        yield Finding(
            "klok",
            f"De klok van deze machine loopt {behind:.0f} s achter.",
            "Zet tijdsynchronisatie (NTP) aan: termijnen en tokens hangen van de klok af.",
        )
    else:
        yield Finding("klok", time.strftime("Het is %Y-%m-%d %H:%M:%S UTC.", time.gmtime()))


def reference_time() -> float:
    """A moment that cannot lie in the future, in seconds: the database server's now, or the last write."""
    from django.conf import settings
    from django.db import Error, connection

    try:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SELECT extract(epoch FROM clock_timestamp())::float8")
                return float(cursor.fetchone()[0])
    except Error:
        return 0.0
    return max((path.stat().st_mtime for path in Path(settings.DATA_DIR).glob("*.sqlite3*")), default=0.0)


def diagnose() -> Iterator[Finding]:
    """Everything, in the order in which it is best mended."""
    for look in (configuration, database, storage, clock):
        yield from look()
