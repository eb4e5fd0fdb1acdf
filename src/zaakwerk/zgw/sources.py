"""Sources: SQL for what a representation derives from other tables, evaluated for the page's rows only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models.expressions import Expression


class Uuids(Expression):
    """The uuids of the rows of a model that point at this one, comma separated, oldest first."""

    def __init__(self, model: type[models.Model], foreign_key: str, to: str = "", where: str = "") -> None:
        super().__init__(output_field=models.TextField())
        self.model = model
        self.foreign_key = foreign_key
        self.to = to
        self.where = where
        self.outer = ""

    def resolve_expression(self, query: Any = None, *args: Any, **kwargs: Any) -> Uuids:
        resolved: Uuids = self.copy()
        resolved.outer = query.get_initial_alias()
        return resolved

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        quote = connection.ops.quote_name
        table = quote(self.model._meta.db_table)
        link = f"r.{quote(self.foreign_key)} = {quote(self.outer)}.id"
        # Only names from declarations meet the SQL text here, never input.
        source = f"SELECT r.uuid FROM {table} r WHERE {link}{self.where} ORDER BY r.id"  # noqa: S608
        if connection.vendor == "postgresql":
            return f"(SELECT string_agg(s.uuid::text, ',') FROM ({source}) s)", ()  # noqa: S608
        return f"(SELECT group_concat(s.uuid) FROM ({source}) s)", ()  # noqa: S608


class Arg(Expression):
    """A named value that is filled in at execution: what makes compiled SQL reusable."""

    def __init__(self, name: str, output_field: models.Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]

    @property
    def identity(self) -> Any:
        return (type(self), self.name)

    def pick(self, args: Mapping[str, Any]) -> Any:
        """The value among those given; override for a slot that knows one itself, such as today."""
        return args[self.name]

    def adapt(self, value: Any, connection: Any) -> Any:
        """The value as the database driver wants it."""
        return self.output_field.get_db_prep_value(value, connection, prepared=False)
