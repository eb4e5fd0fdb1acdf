"""Instances: model objects found, added and changed by SQL that is compiled once and then run again."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models.query import get_related_populators

from zaakwerk.zgw.prepared import STATEMENTS, fill
from zaakwerk.zgw.sources import Arg

M = TypeVar("M", bound=models.Model)


class Finder:
    """One compiled SELECT of whole objects, with what `select_related` asks for; `Arg`s are its slots.

    A row becomes an object the way Django's own ModelIterable makes it one.
    """

    def __init__(self, queryset: models.QuerySet[Any]) -> None:
        compiler: Any = queryset.query.get_compiler(using=connection.alias)
        self.sql, params = compiler.as_sql()
        self.slots = tuple(params)
        info, select = compiler.klass_info, compiler.select
        self.model = info["model"]
        self.own = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        self.names = [column[0].target.attname for column in select[self.own]]
        # The type stubs describe Django 6, where a fetch mode follows.
        self.related = get_related_populators(info, select, connection.alias)  # type: ignore[call-arg]
        self.converters = list(compiler.get_converters(column[0] for column in select).items())

    def first(self, args: Mapping[str, Any]) -> Any:
        """The first object, or None."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, fill(self.slots, args))
            row = cursor.fetchone()
        return None if row is None else self.made_of(list(row))

    def made_of(self, values: list[Any]) -> Any:
        """The object of a row, with the objects it points at."""
        for place, (converters, expression) in self.converters:
            for convert in converters:
                values[place] = convert(values[place], expression, connection)
        found = self.model.from_db(connection.alias, self.names, values[self.own])
        for populator in self.related:
            populator.populate(values, found)
        return found


def find(
    model: type[M], column: str, value: Any, related: Sequence[str] = (), *, locks: bool = False
) -> M | None:
    """The object with this value in a unique column; `locks` takes its row lock, where rows have one."""
    found: M | None = finder(model, column, tuple(related), locks, connection.vendor).first({column: value})
    return found


@lru_cache(maxsize=1024)
def finder(
    model: type[models.Model], column: str, related: tuple[str, ...], locks: bool, vendor: str
) -> Finder:
    """The finder behind `find`, made once per kind of database."""
    queryset = model._default_manager.filter(**{column: slot_for(model, column)})
    queryset = queryset.select_related(*related) if related else queryset
    return Finder(queryset.select_for_update(of=("self",)) if locks else queryset)


def slot_for(model: type[models.Model], column: str) -> Arg:
    """A slot for a value of the column."""
    field: Any = model._meta.pk if column == "pk" else model._meta.get_field(column)
    return Arg(column, field)


def exists(model: type[models.Model], **values: Any) -> bool:
    """Whether a row has all of these values."""

    def build() -> models.QuerySet[Any, Any]:
        slots = {column: slot_for(model, column) for column in values}
        return model._default_manager.filter(**slots).order_by().values_list("pk")[:1]

    return bool(STATEMENTS.get((model, "exists", tuple(values)), build).rows(values))


def insert_all(
    instances: Iterable[models.Model], *, unique: tuple[str, ...] = (), update: tuple[str, ...] = ()
) -> None:
    """Adds objects of one model in one statement, and gives them their keys.

    A row that has the same `unique` fields already takes over the `update` fields instead.
    """
    made = list(instances)
    if not made:
        return
    model: Any = type(made[0])
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    values = prepared((field, field.pre_save(one, True)) for one in made for field in fields)
    sql = insertion(model, names_of(fields), len(made), (model._meta.pk.name,), unique, update)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        for one, (key,) in zip(made, cursor.fetchall(), strict=True):
            one.pk = key
            one._state.adding, one._state.db = False, connection.alias


class Prepared(models.Model):
    """A model whose `save()` runs SQL that is compiled once per set of fields.

    To build that SQL costs Django several times what it costs the database to run it.
    """

    class Meta:
        abstract = True

    def _do_insert(self, manager: Any, using: str, fields: Any, returning_fields: Any, raw: bool) -> Any:
        values = [field.pre_save(self, True) for field in fields]
        if raw or using != DEFAULT_DB_ALIAS or any(map(is_expression, values)):
            return super()._do_insert(manager, using, fields, returning_fields, raw)  # type: ignore[misc]
        sql = insertion(type(self), names_of(fields), 1, names_of(returning_fields))
        with connection.cursor() as cursor:
            cursor.execute(sql, prepared(zip(fields, values, strict=True)))
            return cursor.fetchall() if returning_fields else []

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *options: Any) -> Any:
        if not values or using != DEFAULT_DB_ALIAS or any(is_expression(value) for _, _, value in values):
            return super()._do_update(base_qs, using, pk_val, values, *options)
        sql = updating(type(self), names_of(field for field, _, _ in values))
        with connection.cursor() as cursor:
            cursor.execute(sql, [*prepared((field, value) for field, _, value in values), pk_val])
            return bool(cursor.rowcount)


def prepared(values: Iterable[tuple[Any, Any]]) -> list[Any]:
    """Values as the driver wants them, each for its field."""
    database = connections[DEFAULT_DB_ALIAS]
    return [field.get_db_prep_save(value, database) for field, value in values]


def is_expression(value: Any) -> bool:
    """Whether a value is SQL to be resolved instead of data."""
    return hasattr(value, "resolve_expression")


def names_of(fields: Iterable[Any]) -> tuple[str, ...]:
    """The names of fields."""
    return tuple(field.name for field in fields)


@lru_cache(maxsize=1024)
def insertion(
    model: type[models.Model],
    names: tuple[str, ...],
    rows: int,
    returning: tuple[str, ...],
    unique: tuple[str, ...] = (),
    update: tuple[str, ...] = (),
) -> str:
    """INSERT of some rows; only names from models meet the SQL text here."""
    places = ", ".join(["(" + ", ".join(["%s"] * len(names)) + ")"] * rows)
    sql = f"INSERT INTO {table_of(model)} ({columns_of(model, names)}) VALUES {places}"  # noqa: S608
    if unique:
        taken_over = ", ".join(
            f"{column} = EXCLUDED.{column}" for column in columns_of(model, update).split(", ")
        )
        sql += f" ON CONFLICT ({columns_of(model, unique)}) DO UPDATE SET {taken_over}"
    return f"{sql} RETURNING {columns_of(model, returning)}" if returning else sql


@lru_cache(maxsize=1024)
def updating(model: type[models.Model], names: tuple[str, ...]) -> str:
    """UPDATE of these fields of one row; only names from models meet the SQL text here."""
    changes = columns_of(model, names, " = %s")
    return f"UPDATE {table_of(model)} SET {changes} WHERE {columns_of(model, [model._meta.pk.name])} = %s"  # noqa: S608


def table_of(model: type[models.Model]) -> str:
    """The quoted table of a model."""
    return connection.ops.quote_name(model._meta.db_table)


def columns_of(model: type[models.Model], names: Iterable[str], after: str = "") -> str:
    """The quoted columns of fields, with commas between them."""
    columns: Any = (model._meta.get_field(name) for name in names)
    return ", ".join(connection.ops.quote_name(field.column) + after for field in columns)
