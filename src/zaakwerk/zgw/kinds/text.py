"""Text: strings with a length, a choice or a form; numbers that are names; URLs and addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from zaakwerk.zgw.kinds.base import Convert, Field, empty_as_null, fault
from zaakwerk.zgw.links import BASE, Origin


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
            described["enum"] = [*self.choices, *([""] if self.blank else [])]
        return or_empty(described) if self.blank and "format" in described else described


def or_empty(described: dict[str, Any]) -> dict[str, Any]:
    """A form that empty text does not have, or empty text."""
    about = ("nullable", "readOnly", "writeOnly")
    outer: dict[str, Any] = {key: described.pop(key) for key in about if key in described}
    return {"oneOf": [described, {"type": "string", "enum": [""]}], **outer}


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


class Number(Text):
    """Text of digits only, such as a KVK number."""

    def check_form(self, value: str) -> None:
        super().check_form(value)
        if not value.isdigit():
            raise fault("only-digits", "Vul alleen cijfers in.")
