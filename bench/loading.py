"""Loading: many rows into the database of this process, by COPY on PostgreSQL and executemany on SQLite."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

from zaakwerk.zgw.fields import dumps

Value = str | int | None
BATCH = 2_000


class Table:
    """One table being filled: `varying` columns come row by row, every other field has its default."""

    def __init__(self, model: type[models.Model], *varying: str, **constants: Value) -> None:
        fields = {field.name: field for field in model._meta.concrete_fields}
        fixed = [name for name in fields if name not in varying]
        self.name = model._meta.db_table
        self.columns = [str(fields[name].column) for name in (*varying, *fixed)]
        self.constants = [
            constants[name] if name in constants else default_of(fields[name]) for name in fixed
        ]
        self.count = len(varying)

    def load(self, rows: Iterable[Sequence[Value]]) -> None:
        """Writes the rows; their values stand in the order of `varying`."""
        (self.copy if connection.vendor == "postgresql" else self.insert)(rows)

    def copy(self, rows: Iterable[Sequence[Value]]) -> None:
        """COPY in text form; no value of the generator holds a tab, newline or backslash."""
        tail = "".join(f"\t{as_copied(value)}" for value in self.constants) + "\n"
        pending = iter(rows)
        with (
            connection.cursor() as cursor,
            cursor.copy(
                f"COPY {quoted(self.name)} ({', '.join(map(quoted, self.columns))}) FROM STDIN"
            ) as copy,
        ):
            while batch := list(islice(pending, BATCH)):
                copy.write("".join("\t".join(map(as_copied, row)) + tail for row in batch))

    def insert(self, rows: Iterable[Sequence[Value]]) -> None:
        """One prepared INSERT; the constants stand in its text."""
        places = ["?"] * self.count + [as_literal(value) for value in self.constants]
        columns = ", ".join(map(quoted, self.columns))
        connection.connection.executemany(
            f"INSERT INTO {quoted(self.name)} ({columns}) VALUES ({', '.join(places)})", rows
        )


def default_of(field: "models.Field[Any, Any]") -> Value:
    """What a row without the field gets, as a database value."""
    value = field.get_default()
    if isinstance(value, list | dict):
        return dumps(value)
    return int(value) if isinstance(value, bool) else value


def quoted(name: str) -> str:
    """An identifier in SQL."""
    return connection.ops.quote_name(name)


def as_copied(value: Value) -> str:
    """A value in COPY's text form."""
    return r"\N" if value is None else str(value)


def as_literal(value: Value) -> str:
    """A value in the text of an SQLite statement."""
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


@contextmanager
def bulk(names: Sequence[str]) -> Iterator[None]:
    """Fast and careless until the end: no index, no foreign key, no sync; all of them are back afterwards."""
    with connection.cursor() as cursor:
        vendor = connection.vendor
        drops, creates = (postgresql_extras if vendor == "postgresql" else sqlite_extras)(cursor, names)
        settings = POSTGRESQL_SETTINGS if vendor == "postgresql" else SQLITE_SETTINGS
        for statement in (*settings, *drops, "BEGIN"):
            cursor.execute(statement)
        yield
        for statement in ("COMMIT", *creates):
            cursor.execute(statement)
        for statement in connection.ops.sequence_reset_sql(no_style(), models_of(names)):
            cursor.execute(statement)
        cursor.execute("VACUUM ANALYZE" if vendor == "postgresql" else "ANALYZE")


POSTGRESQL_SETTINGS = (
    "SET TIME ZONE 'UTC'",
    "SET maintenance_work_mem = '512MB'",
    "SET max_parallel_maintenance_workers = 2",
)
SQLITE_SETTINGS = (
    "PRAGMA journal_mode=MEMORY",
    "PRAGMA synchronous=OFF",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA cache_size=-500000",
)


def models_of(names: Sequence[str]) -> list[type[models.Model]]:
    """The models of tables."""
    return [model for model in apps.get_models() if model._meta.db_table in names]


def sqlite_extras(cursor: Any, names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Statements that drop and make the indexes of the tables."""
    cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    found = [(name, sql) for name, table, sql in cursor.fetchall() if table in names]
    return [f"DROP INDEX {quoted(name)}" for name, _ in found], [sql for _, sql in found]


def postgresql_extras(cursor: Any, names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Statements that drop and make indexes, unique constraints and foreign keys, in a workable order."""
    cursor.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype FROM pg_constraint "
        "WHERE contype IN ('u', 'f') AND conrelid::regclass::text = ANY(%s) ORDER BY contype = 'f'",
        [list(names)],
    )
    constraints = cursor.fetchall()
    cursor.execute(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i "
        "LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('u', 'p') "
        "WHERE i.indrelid::regclass::text = ANY(%s) AND c.oid IS NULL",
        [list(names)],
    )
    indexes = cursor.fetchall()
    drops = [f"ALTER TABLE {table} DROP CONSTRAINT {quoted(name)}" for table, name, _, _ in constraints]
    drops += [f"DROP INDEX {name}" for name, _ in indexes]
    creates = [definition for _, definition in indexes]
    creates += [f"ALTER TABLE {t} ADD CONSTRAINT {quoted(name)} {text}" for t, name, text, _ in constraints]
    return drops, creates
