"""Prepared: SQL compiled once from a queryset and run again with other values."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock, local
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import BigIntegerField, BooleanField, F, QuerySet, UUIDField
from django.db.models.expressions import Expression

from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.sources import Arg

Row = Sequence[Any]
# Stands where a page starts until the statement runs, for the ORM takes no slot there; no page starts so far.
OFFSET = 999_999_999_989
PLACE = re.compile(r"(?<!%)%s")
# Per thread the cursor that its statements share.
KEPT = local()


def reader() -> Any:
    """A cursor for statements whose rows are fetched at once; uuids come as text on either database.

    On PostgreSQL one is kept per connection: to make a cursor, and for every link of a page a UUID object
    only to print it again, costs more than to send the statement and fetch its rows.
    """
    database: Any = connections[DEFAULT_DB_ALIAS]
    if database.vendor != "postgresql":
        return database.cursor()
    database.close_if_health_check_failed()
    database.ensure_connection()
    kept = getattr(KEPT, "cursor", None)
    if kept is None or kept.connection is not database.connection:
        from psycopg.types.string import TextLoader  # an installation on SQLite does without the driver

        kept = KEPT.cursor = database.create_cursor()
        kept.adapters.register_loader("uuid", TextLoader)
    return database.make_debug_cursor(kept) if database.queries_logged else database.make_cursor(kept)


class Statement:
    """One compiled SELECT; `Arg`s in the queryset are slots that `rows` fills."""

    def __init__(self, queryset: QuerySet[Any, Any]) -> None:
        try:
            self.sql, params = queryset.query.get_compiler(using=connection.alias).as_sql()
        except EmptyResultSet:
            self.sql, params = "", ()
        self.slots = tuple(params)
        before, mark, after = self.sql.partition(f"OFFSET {OFFSET}")
        if mark:
            place = len(PLACE.findall(before))
            self.sql = f"{before}OFFSET %s{after}"
            self.slots = (*self.slots[:place], Arg("offset", BigIntegerField()), *self.slots[place:])
        self.has_args = any(isinstance(slot, Arg) for slot in self.slots)

    def rows(self, args: Mapping[str, Any] | None = None) -> list[Row]:
        """Every row, as the driver gives it."""
        if not self.sql:
            return []
        cursor = reader()
        cursor.execute(self.sql, self.fill(args or {}))
        found: list[Row] = cursor.fetchall()
        return found

    def chunks(self, args: Mapping[str, Any], size: int) -> Iterator[Sequence[Row]]:
        """As `rows`, a part at a time: the server keeps what was not fetched yet."""
        if not self.sql:
            return
        with connection.chunked_cursor() as cursor:
            cursor.execute(self.sql, self.fill(args))
            while found := cursor.fetchmany(size):
                yield found

    def fill(self, args: Mapping[str, Any]) -> Sequence[Any]:
        """The parameters in the statement's order."""
        return fill(self.slots, args) if self.has_args else self.slots


def fill(slots: Iterable[Any], args: Mapping[str, Any]) -> list[Any]:
    """The parameters of a statement in its order, with a value for every slot."""
    database = connections[DEFAULT_DB_ALIAS]
    return [slot.adapt(slot.pick(args), database) if isinstance(slot, Arg) else slot for slot in slots]


class Among(Expression):
    """Whether a column holds one of the values of a slot; one SQL text for any number of values."""

    conditional = True

    def __init__(self, column: str, slot: str) -> None:
        super().__init__(output_field=BooleanField())
        self.column: Any = F(column)
        self.slot = slot

    def get_source_expressions(self) -> list[Any]:
        return [self.column]

    def set_source_expressions(self, expressions: Sequence[Any]) -> None:
        (self.column,) = expressions

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        column, params = compiler.compile(self.column)
        field = self.column.output_field
        slot = ManyArg(self.slot, field)
        # Only a compiled column and its type meet the SQL text here, never input.
        if connection.vendor == "postgresql":
            kind = field.rel_db_type(connection).partition("(")[0]
            return f"{column} = ANY(%s::{kind}[])", [*params, slot]
        return f"{column} IN (SELECT value FROM json_each(%s))", [*params, slot]  # noqa: S608


class ManyArg(Arg):
    """A slot for a list of values."""

    def adapt(self, value: Any, connection: Any) -> Any:
        if isinstance(self.output_field, UUIDField):  # uuids come as text; a page holds a thousand
            texts = [str(uuid) for uuid in value]
        else:
            texts = [super(ManyArg, self).adapt(found, connection) for found in value]
        if connection.vendor == "postgresql":
            return texts
        is_uuid = isinstance(self.output_field, UUIDField)
        return dumps([uuid.replace("-", "") for uuid in texts] if is_uuid else texts)


class StatementCache:
    """Statements by key; the key holds everything that changes the SQL text."""

    def __init__(self, size: int = 1024) -> None:
        self.kept: dict[Any, Statement] = {}
        self.size = size
        self.lock = Lock()

    def get(self, key: Any, build: Callable[[], QuerySet[Any, Any]]) -> Statement:
        """The statement for a key, compiled from `build()` the first time; the oldest makes room for it."""
        key = (connection.vendor, key)
        found = self.kept.get(key)
        if found is None:
            found = Statement(build())
            with self.lock:
                if len(self.kept) >= self.size:
                    del self.kept[next(iter(self.kept))]
                self.kept[key] = found
        return found


STATEMENTS = StatementCache()
