"""Sources: SQL for what a type derives from types that it names, as they are on a day (4.5)."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    DateField,
    F,
    Func,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Concat

from zaakwerk.catalogi.queries import valid_on
from zaakwerk.zgw import clock
from zaakwerk.zgw.sources import Arg

Sql = tuple[str, Sequence[Any]]


_asked: ContextVar[date | None] = ContextVar("asked", default=None)


@contextmanager
def as_on(day: date | None) -> Iterator[None]:
    """Within the block related versions are those of this day, also in what expand embeds; None for today."""
    token = _asked.set(day)
    try:
        yield
    finally:
        _asked.reset(token)


def day_asked() -> date:
    """The day on which versions are looked for (D in 4.5)."""
    return _asked.get() or clock.today()


class Day(Arg):
    """The day on which versions are looked for: `datumGeldigheid` when sent, else today."""

    def pick(self, args: Mapping[str, Any]) -> date:
        day: date = args.get(self.name) or day_asked()
        return day


DAY = Day("datumGeldigheid", DateField())


class Joined(Subquery):
    """The uuids of a queryset, comma separated, in its order."""

    def __init__(self, queryset: QuerySet[Any]) -> None:
        super().__init__(queryset.values(v=F("uuid")), output_field=TextField())

    def as_sqlite(self, compiler: Any, connection: Any) -> Sql:
        return self.as_sql(compiler, connection, template="(SELECT group_concat(s.v) FROM (%(subquery)s) s)")

    def as_postgresql(self, compiler: Any, connection: Any) -> Sql:
        template = "(SELECT string_agg(s.v::text, ',') FROM (%(subquery)s) s)"
        return self.as_sql(compiler, connection, template=template)


class Names(Subquery):
    """The texts of a column of a queryset as a JSON array: each once, in alphabetical order."""

    def __init__(self, queryset: QuerySet[Any], column: Any) -> None:
        found = queryset.order_by().values(v=F(column) if isinstance(column, str) else column)
        super().__init__(found.distinct().order_by("v"), output_field=TextField())

    def as_sqlite(self, compiler: Any, connection: Any) -> Sql:
        template = "(SELECT json_group_array(s.v) FROM (%(subquery)s) s)"
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler: Any, connection: Any) -> Sql:
        template = "(SELECT coalesce(jsonb_agg(s.v), '[]')::text FROM (%(subquery)s) s)"
        return self.as_sql(compiler, connection, template=template)


class IsListed(Func):
    """Whether a text is in a JSON list: IsListed("identificatie", OuterRef("deelzaaktypen")).

    With `key` the list holds objects and their value of this key counts.
    """

    output_field = BooleanField()

    def __init__(self, text: Any, listed: Any, key: str = "") -> None:
        super().__init__(text, listed)
        self.key = key

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        # Unfolding is slow over a whole catalogue: it is left for lists that hold the text somewhere.
        value = f"json_extract(value, '$.{self.key}')" if self.key else "value"
        is_near = "instr({listed}, json_quote({text})) > 0"
        test = f"({is_near} AND {{text}} IN (SELECT {{value}} FROM json_each({{listed}})))"  # noqa: S608
        (text, params), (listed, more) = map(compiler.compile, self.source_expressions)
        return test.format(text=text, listed=listed, value=value), [*more, *params, *params, *more]

    def as_postgresql(self, compiler: Any, connection: Any) -> Sql:
        (text, params), (listed, more) = map(compiler.compile, self.source_expressions)
        if not self.key:
            return f"({listed} ? {text})", [*more, *params]
        test = f"{listed} @> jsonb_build_array(jsonb_build_object('{self.key}', {text}))"
        return f"({test})", [*more, *params]


class Overlaps(Func):
    """Whether two JSON lists share a text; the second may be JSON in text."""

    output_field = BooleanField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "EXISTS (SELECT 1 FROM json_each(%(expressions)s) USING (value))"
        return self.as_sql(compiler, connection, template=template, arg_joiner=") JOIN json_each(")

    def as_postgresql(self, compiler: Any, connection: Any) -> Sql:
        template = "EXISTS (SELECT 1 FROM jsonb_array_elements_text(%(expressions)s::jsonb) b(v) USING (v))"
        joiner = ") a(v) JOIN jsonb_array_elements_text("
        return self.as_sql(compiler, connection, template=template, arg_joiner=joiner)


class JsonPair(Func):
    """Two JSON values as one JSON array, so that one column carries both."""

    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "json_array(json(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, arg_joiner="), json(")

    def as_postgresql(self, compiler: Any, connection: Any) -> Sql:
        template = "jsonb_build_array((%(expressions)s)::jsonb)::text"
        return self.as_sql(compiler, connection, template=template, arg_joiner=")::jsonb, (")


def first_begin(model: type[Model], name: str, prefix: str = "") -> Subquery:
    """The day on which the first version began (beginObject); versions share `name` within the catalogus."""
    found = versions(model, name, prefix).order_by("begin_geldigheid")
    return Subquery(found.values("begin_geldigheid")[:1])


def last_einde(model: type[Model], name: str, prefix: str = "") -> Subquery:
    """The day on which the last version ended (eindeObject); null while one is open."""
    found = versions(model, name, prefix).order_by(F("einde_geldigheid").desc(nulls_first=True))
    return Subquery(found.values("einde_geldigheid")[:1])


def versions(model: type[Model], name: str, prefix: str) -> QuerySet[Any]:
    """Every version of the type of a row; `prefix` leads from the row to the type."""
    same = {"catalogus": OuterRef(f"{prefix}catalogus"), name: OuterRef(f"{prefix}{name}")}
    return model._default_manager.filter(**same)


def in_force(model: type[Model]) -> QuerySet[Any]:
    """The versions that may be found by name: published and valid on the day, oldest first."""
    return model._default_manager.filter(valid_on(DAY), concept=False).order_by("id")


def in_force_listed(
    model: type[Model], name: str, listed: str, catalogus: str, key: str = ""
) -> QuerySet[Any]:
    """The versions in force that a JSON list of the outer row names."""
    is_named = IsListed(F(name), OuterRef(listed), key)
    return in_force(model).filter(is_named, catalogus=OuterRef(catalogus))


def with_uuid(column: str) -> Concat:
    """A text column preceded by the uuid of its row and a space."""
    uuid, name = Cast("uuid", TextField()), Cast(column, TextField())
    return Concat(uuid, Value(" "), name, output_field=TextField())
