"""PostgreSQL: copied table by table in one snapshot, and put back into the form its migrations make.

No pg_dump: its version must fit the server's and no wheel brings it, while the tables are ours and the
migrations make them. Sequences, generated columns and triggers are minded here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from zaakwerk.project.backup.manifest import CHUNK, Snapshot

FOLDER = "database"
# The restore's own migrations have filled this one.
KEPT = "django_migrations"

TABLES = """
    SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname
"""
COLUMNS = """
    SELECT column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = %s AND is_generated = 'NEVER'
    ORDER BY ordinal_position
"""
SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()"
Connection = psycopg.Connection[tuple[Any, ...]]


@contextmanager
def connected() -> Iterator[Connection]:
    """A connection beside Django's, to the same database; what it did is committed at the end."""
    from django.db import connection

    parameters = connection.get_connection_params()
    for of_django in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(of_django, None)
    with psycopg.connect(**parameters) as own:
        yield own


def names(own: Connection, statement: LiteralString, *parameters: str) -> list[str]:
    """The first column of a catalogue query."""
    return [row[0] for row in own.execute(statement, parameters)]


def is_empty() -> bool:
    """Whether the database has no tables yet."""
    with connected() as own:
        return not names(own, TABLES)


def snapshot(own: Connection) -> Snapshot:
    """Rows per table and applied migrations."""
    statement = SQL("SELECT count(*) FROM {}")
    rows = {
        name: next(own.execute(statement.format(Identifier(name))))[0]
        for name in names(own, TABLES)
        if name != KEPT
    }
    applied = own.execute("SELECT app, name FROM django_migrations ORDER BY id")
    return Snapshot(rows, [list(row) for row in applied])


def dump(directory: Path) -> Snapshot:
    """Writes every table in PostgreSQL's text form, all of one moment, and the sequences."""
    folder = directory / FOLDER
    folder.mkdir(mode=0o750)
    with connected() as own:
        own.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for table in names(own, TABLES):
            columns = names(own, COLUMNS, table)
            statement = copy_statement("COPY {} ({}) TO STDOUT", table, columns)
            with (folder / f"{table}.copy").open("wb") as stream, own.cursor().copy(statement) as copy:
                for block in copy:
                    stream.write(block)
            (folder / f"{table}.columns").write_text("\n".join(columns), encoding="utf-8")
        lines = [f"{name}\t{value}" for name, value in own.execute(SEQUENCES) if value is not None]
        (folder / "sequences").write_text("\n".join(lines), encoding="utf-8")
        return snapshot(own)


def load(directory: Path) -> Snapshot:
    """Fills freshly migrated tables with a dump, everything or nothing, and returns what is there now."""
    folder = directory / FOLDER
    with connected() as own:
        tables = [table for table in names(own, TABLES) if table != KEPT]
        # Counters and search columns come from the dump; triggers would count everything twice.
        for table in tables:
            own.execute(SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(Identifier(table)))
        own.execute(SQL("TRUNCATE {}").format(SQL(", ").join(map(Identifier, tables))))
        own.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in tables:
            fill(own, table, folder)
        # Checks all references now: a table with checks still to come cannot be altered.
        own.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            own.execute(SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(Identifier(table)))
        set_sequences(own, (folder / "sequences").read_text(encoding="utf-8"))
        return snapshot(own)


def fill(own: Connection, table: str, folder: Path) -> None:
    """Reads one table back."""
    columns = (folder / f"{table}.columns").read_text(encoding="utf-8").splitlines()
    statement = copy_statement("COPY {} ({}) FROM STDIN", table, columns)
    with (folder / f"{table}.copy").open("rb") as stream, own.cursor().copy(statement) as copy:
        while block := stream.read(CHUNK):
            copy.write(block)


def set_sequences(own: Connection, lines: str) -> None:
    """Lets numbering go on where it was."""
    for line in lines.splitlines():
        name, _, value = line.partition("\t")
        own.execute("SELECT setval(%s::regclass, %s)", (f'"{name}"', int(value)))


def copy_statement(form: LiteralString, table: str, columns: list[str]) -> Composed:
    """A COPY statement with every name quoted."""
    return SQL(form).format(Identifier(table), SQL(", ").join(map(Identifier, columns)))


def clear() -> None:
    """Takes away a half-made database, which was empty when the restore began."""
    with connected() as own:
        for table in names(own, TABLES):
            own.execute(SQL("DROP TABLE {} CASCADE").format(Identifier(table)))
