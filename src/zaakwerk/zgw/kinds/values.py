"""Values: booleans, numbers, levels and display texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.kinds.base import Convert, Field, fault
from zaakwerk.zgw.links import Origin

TRUE, FALSE = (True, 1, "true", "True", "1"), (False, 0, "false", "False", "0")


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
