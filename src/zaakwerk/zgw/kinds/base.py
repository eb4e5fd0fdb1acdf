"""Base: what every field of a shape is: wire key, where it is read, and what may be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models.expressions import BaseExpression

from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.problems import Violation

Source = str | BaseExpression
Convert = Callable[[Any], Any]
REQUIRED = object()
WORDS = {
    "required": "Dit veld is verplicht.",
    "null": "Dit veld mag niet null zijn.",
    "blank": "Dit veld mag niet leeg zijn.",
    "invalid": "De waarde heeft een verkeerd type of een verkeerde vorm.",
    "invalid_choice": "De waarde is geen geldige keuze.",
}


class Faulty(Exception):
    """What is wrong with a value; names are relative to the field that raised it."""

    def __init__(self, *violations: Violation) -> None:
        self.violations = violations


def fault(code: str, reason: str = "", name: str = "") -> Faulty:
    """One fault with the standard words for its code."""
    return Faulty(Violation(code, reason or WORDS[code], name))


def camel(name: str) -> str:
    """snake_case to the standard's camelCase."""
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


def empty_as_null(value: Any) -> Any:
    """Empty text as the standard's null."""
    return value or None


class Field:
    """One attribute of a resource: wire key, where it is read, and what may be written."""

    json_type: Mapping[str, Any] = {"type": "string"}
    null_value: Any = None  # how "no value" is stored; text columns keep ""

    def __init__(
        self,
        name: str,
        *,
        key: str = "",
        source: Source = "",
        read_only: bool = False,
        write_only: bool = False,
        nullable: bool = False,
        immutable: bool = False,
        default: Any = REQUIRED,
    ) -> None:
        self.name = name
        self.key = key or camel(name)
        self.source: Source = source or name
        self.read_only = read_only
        self.write_only = write_only
        self.nullable = nullable
        self.immutable = immutable
        self.default = self.null_value if nullable and default is REQUIRED else default

    @property
    def is_required(self) -> bool:
        """Whether a create without this field is refused."""
        return self.default is REQUIRED and not self.read_only

    def read(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> Any:
        """A JSON value as the typed value a command takes; raises Faulty."""
        if raw is None:
            if self.nullable:
                return self.null_value
            raise fault("null")
        return self.convert(raw, body, origin)

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> Any:
        """The non-null part of `read`."""
        raise NotImplementedError

    def held_by(self, instance: Any) -> Any:
        """The value an instance has, in the form that `read` gives."""
        return getattr(instance, self.name)

    def writer(self, vendor: str) -> Convert | None:
        """How a database value becomes a JSON value; None when it already is one."""
        return None

    def schema(self) -> dict[str, Any]:
        """The field in OpenAPI terms."""
        described = dict(self.json_type)
        if self.nullable:
            described["nullable"] = True
        if self.read_only:
            described["readOnly"] = True
        if self.write_only:
            described["writeOnly"] = True
        return described


class Described(Field):
    """A field that only OpenAPI knows: of a body or an answer that no declaration reads or writes."""

    def __init__(self, key: str, schema: Mapping[str, Any]) -> None:
        super().__init__(key, key=key, default=None)
        self.described = schema

    def schema(self) -> dict[str, Any]:
        return dict(self.described)
