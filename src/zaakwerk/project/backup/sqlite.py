"""SQLite: copied by its own backup interface while others read and write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from zaakwerk.project.backup.manifest import Snapshot
from zaakwerk.project.refusals import Refused

NAME = "database.sqlite3"
SIDE_FILES = ("", "-wal", "-shm")
TABLES = """
    SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
"""


def dump(source: Path, directory: Path) -> Snapshot:
    """Copies the database of one moment to a single checked file in the backup."""
    target = directory / NAME
    with closing(sqlite3.connect(source, timeout=20)) as live, closing(sqlite3.connect(target)) as copy:
        # In one step, so that it is one moment; in WAL mode nobody waits for it.
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        faults = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if faults != "ok":
            raise Refused(f"De database is beschadigd: {faults}.")
        target.chmod(0o640)
        return snapshot(copy)


def snapshot(database: sqlite3.Connection) -> Snapshot:
    """Rows per table and applied migrations."""
    tables = [name for (name,) in database.execute(TABLES)]
    # Table names come from the database itself; SQLite takes none as a parameter.
    rows = {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608
    applied = database.execute("SELECT app, name FROM django_migrations ORDER BY id")
    return Snapshot(rows, [list(row) for row in applied])


def is_empty(path: Path) -> bool:
    """Whether there is no database yet, or one without tables."""
    if not path.exists():
        return True
    with closing(sqlite3.connect(path)) as database:
        return bool(database.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0])


def load(directory: Path, target: Path) -> Snapshot:
    """Brings the copy into place and returns what is there now."""
    target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    source = f"file:{(directory / NAME).resolve()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(source, uri=True)) as copy, closing(sqlite3.connect(target)) as live:
        copy.backup(live)
        live.execute("PRAGMA journal_mode=WAL")
        return snapshot(live)


def clear(target: Path) -> None:
    """Takes away a half-made database."""
    for suffix in SIDE_FILES:
        target.with_name(target.name + suffix).unlink(missing_ok=True)
