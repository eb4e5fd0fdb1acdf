"""Kinds: the plain fields of a shape, each knowing how it is read from JSON and written to it."""

from zaakwerk.zgw.kinds.base import (
    REQUIRED,
    Convert,
    Described,
    Faulty,
    Field,
    Source,
    camel,
    empty_as_null,
    fault,
)
from zaakwerk.zgw.kinds.moments import Date, Duration, Timestamp, to_moment
from zaakwerk.zgw.kinds.text import Email, Number, Rsin, Text, Uri, passes_eleven_test
from zaakwerk.zgw.kinds.values import Boolean, Integer, Label, Level, to_boolean

__all__ = [
    "Boolean",
    "Convert",
    "Date",
    "Described",
    "Duration",
    "Email",
    "Faulty",
    "Field",
    "Integer",
    "Label",
    "Level",
    "Number",
    "REQUIRED",
    "Rsin",
    "Source",
    "Text",
    "Timestamp",
    "Uri",
    "camel",
    "empty_as_null",
    "fault",
    "passes_eleven_test",
    "to_boolean",
    "to_moment",
]
