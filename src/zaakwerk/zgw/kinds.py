"""Kinds: the plain fields of a shape, each knowing how it is read from JSON and written to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import isodate  # type: ignore[import-untyped]
import msgspec
from django.db.models.expressions import BaseExpression

from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.clock import AMSTERDAM
from zaakwerk.zgw.links import BASE, Origin
from zaakwerk.zgw.problems import Violation

Source = str | BaseExpression
Convert = Callable[[Any], Any]
REQUIRED = object()
TRUE, FALSE = (True, 1, "true", "True", "1"), (False, 0, "false", "False", "0")
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


class Text(Field):
    """A string; `choices` makes it an enum; with `blank` or a default of "" it may be empty."""

    null_value = ""

    def __init__(
        self,
        name: str,
        max_length: int = 0,
        *,
        min_length: int = 0,
        blank: bool = False,
        choices: Sequence[str] = (),
        pattern: str = "",
        **options: Any,
    ) -> None:
        super().__init__(name, **options)
        self.max_length, self.min_length = max_length, min_length
        self.blank = blank or self.default == ""
        self.choices = tuple(choices)
        self.pattern = re.compile(pattern) if pattern else None

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> str:
        if isinstance(raw, bool) or not isinstance(raw, str | int):
            raise fault("invalid", "Dit moet een tekst zijn.")
        value = str(raw).strip()
        if "\x00" in value or BASE in value:
            raise fault("invalid", "De tekst bevat een teken dat niet is toegestaan.")
        if not value:
            if not self.blank:
                raise fault("blank")
            return ""
        if self.choices and value not in self.choices:
            raise fault("invalid_choice", f'"{value[:40]}" is geen geldige keuze.')
        self.check_form(value)
        return value

    def writer(self, vendor: str) -> Convert | None:
        return empty_as_null if self.nullable else None

    def check_form(self, value: str) -> None:
        """Length and pattern; named by the codes clients know."""
        if self.max_length and len(value) > self.max_length:
            raise fault("max_length", f"De tekst is langer dan {self.max_length} tekens.")
        if len(value) < self.min_length:
            raise fault("min_length", f"De tekst is korter dan {self.min_length} tekens.")
        if self.pattern and not self.pattern.fullmatch(value):
            raise fault("invalid", "De tekst heeft niet de gevraagde vorm.")

    def schema(self) -> dict[str, Any]:
        described = super().schema()
        if self.max_length:
            described["maxLength"] = self.max_length
        if self.min_length:
            described["minLength"] = self.min_length
        if self.choices:
            described["enum"] = [*self.choices, *([""] if self.default == "" else [])]
        return described


class Rsin(Text):
    """An RSIN or BSN: nine digits that pass the 11-test (1.2)."""

    def __init__(self, name: str, **options: Any) -> None:
        super().__init__(name, 9, **options)

    def check_form(self, value: str) -> None:
        if not (value.isascii() and value.isdigit()):
            raise fault("only-digits", "Vul alleen cijfers in.")
        if len(value) != 9 or not passes_eleven_test(value):
            raise fault("invalid", "Dit is geen geldig nummer: negen cijfers die voldoen aan de 11-proef.")


def passes_eleven_test(number: str) -> bool:
    """The modulus-11 check of BSN and RSIN."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return number != "000000000" and sum(int(d) * w for d, w in zip(number, weights, strict=True)) % 11 == 0


class Uri(Text):
    """A URL that is kept as given; local ones are stored without base."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "uri"}

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> str:
        value = super().convert(raw, body, origin)
        if value and not value.startswith(("http://", "https://")):
            raise fault("invalid", "Vul een geldige URL in.")
        path = origin.local_path(value) if value else None
        return value if path is None else BASE + path


class Email(Text):
    """An e-mail address."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "email"}

    def __init__(self, name: str, **options: Any) -> None:
        super().__init__(name, 254, pattern=r"[^@\s]+@[^@\s]+\.[^@\s]+", **options)


class Boolean(Field):
    """A boolean; the forms existing clients send are accepted."""

    json_type: Mapping[str, Any] = {"type": "boolean"}

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> bool:
        return to_boolean(raw)

    def writer(self, vendor: str) -> Convert | None:
        return to_bool_or_none if vendor == "sqlite" else None


def to_boolean(raw: Any) -> bool:
    """true/True/1 and false/False/0; anything else is a fault."""
    if isinstance(raw, bool | int | str):
        if raw in TRUE:
            return True
        if raw in FALSE:
            return False
    raise fault("invalid", "Dit moet true of false zijn.")


def to_bool_or_none(value: Any) -> bool | None:
    """SQLite's 0 and 1 as JSON booleans."""
    return None if value is None else bool(value)


class Integer(Field):
    """A whole number within bounds."""

    json_type: Mapping[str, Any] = {"type": "integer"}

    def __init__(
        self, name: str, *, minimum: int = -(2**31), maximum: int = 2**31 - 1, **options: Any
    ) -> None:
        super().__init__(name, **options)
        self.minimum, self.maximum = minimum, maximum

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> int:
        try:
            value: int = msgspec.convert(raw, int, strict=False)
        except msgspec.ValidationError:
            raise fault("invalid", "Dit moet een geheel getal zijn.") from None
        if value < self.minimum:
            raise fault("min_value", f"Het getal is kleiner dan {self.minimum}.")
        if value > self.maximum:
            raise fault("max_value", f"Het getal is groter dan {self.maximum}.")
        return value


class Date(Field):
    """A calendar date; a moment is accepted and cut to its legal date."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "date"}

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> date | None:
        if raw == "" and self.nullable:
            return None
        try:
            return msgspec.convert(raw, date)
        except msgspec.ValidationError:
            moment = to_moment(raw)
            if moment is None:
                raise fault("invalid", "Dit is geen geldige datum (JJJJ-MM-DD).") from None
            return moment.astimezone(AMSTERDAM).date()


class Timestamp(Field):
    """A moment; a bare date counts as its first moment in Amsterdam."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "date-time"}

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> datetime | None:
        if raw == "" and self.nullable:
            return None
        moment = to_moment(raw)
        if moment is None:
            raise fault("invalid", "Dit is geen geldig tijdstip (ISO 8601).")
        return moment

    def writer(self, vendor: str) -> Convert | None:
        return sqlite_moment if vendor == "sqlite" else None


def to_moment(raw: Any) -> datetime | None:
    """An ISO 8601 moment or date as an aware datetime; None when it is neither."""
    try:
        moment = datetime.fromisoformat(raw)
        return moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
    except (ValueError, TypeError):
        return None


def sqlite_moment(value: datetime | None) -> datetime | None:
    """SQLite keeps moments in UTC without saying so."""
    return None if value is None else value.replace(tzinfo=UTC)


class Duration(Field):
    """An ISO 8601 duration, kept as text; an empty one such as P0D is refused."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "duration"}
    null_value = ""

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> str:
        if raw == "" and (self.nullable or self.default == ""):
            return ""
        if not isinstance(raw, str):
            raise fault("invalid", "Dit is geen geldige duur (ISO 8601, bijvoorbeeld P8W).")
        try:
            parsed = isodate.parse_duration(raw)
        except (isodate.ISO8601Error, ValueError):
            raise fault("invalid", "Dit is geen geldige duur (ISO 8601, bijvoorbeeld P8W).") from None
        if parsed == timedelta(0):
            raise fault("empty-duration", "De duur mag niet leeg zijn.")
        return raw

    def writer(self, vendor: str) -> Convert | None:
        return empty_as_null if self.nullable else None


def empty_as_null(value: Any) -> Any:
    """Empty text as the standard's null."""
    return value or None


class Level(Field):
    """Vertrouwelijkheidaanduiding: text outside, a small integer inside; empty is 0."""

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> int:
        if raw == "" and self.default == 0:
            return 0
        if not isinstance(raw, str) or raw not in vertrouwelijkheid.NUMBER:
            raise fault("invalid_choice", "Dit is geen geldige vertrouwelijkheidaanduiding.")
        return vertrouwelijkheid.NUMBER[raw]

    def writer(self, vendor: str) -> Convert | None:
        return vertrouwelijkheid.NAME.get

    def schema(self) -> dict[str, Any]:
        return {**super().schema(), "enum": list(vertrouwelijkheid.LEVELS)}


class Label(Field):
    """Read-only display text of another column's value."""

    def __init__(self, name: str, source: str, labels: Mapping[str, str]) -> None:
        super().__init__(name, source=source, read_only=True)
        self.labels = labels

    def writer(self, vendor: str) -> Convert | None:
        labels = self.labels
        return lambda value: labels.get(value, "")


class Number(Text):
    """Text of digits only, such as a KVK number."""

    def check_form(self, value: str) -> None:
        super().check_form(value)
        if not value.isdigit():
            raise fault("only-digits", "Vul alleen cijfers in.")
