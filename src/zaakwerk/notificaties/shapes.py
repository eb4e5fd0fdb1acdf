"""Shapes: addresses kept as given, kenmerken as a map of texts, and the channels of an abonnement."""

from collections.abc import Mapping
from typing import Any

from zaakwerk.zgw.groups import Group, ListOf
from zaakwerk.zgw.kinds import REQUIRED, Faulty, Field, Text, fault
from zaakwerk.zgw.links import BASE, Origin
from zaakwerk.zgw.problems import Violation

NAME = Text("naam", max_length=100)
VALUE = Text("waarde", max_length=1000)


class Address(Text):
    """A URL that is never ours to rewrite: a callback, or an object in a message of another provider."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "uri"}

    def check_form(self, value: str) -> None:
        super().check_form(value)
        if not value.startswith(("http://", "https://")) or " " in value:
            raise fault("invalid", "Vul een geldige URL in.")


class Kenmerken(Field):
    """A map of kenmerk to value, kept as given."""

    json_type: Mapping[str, Any] = {"type": "object", "additionalProperties": VALUE.schema()}

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> dict[str, str]:
        if not isinstance(raw, Mapping):
            raise fault("invalid", "Dit moet een object zijn.")
        values, faults = {}, []
        for name, value in raw.items():
            try:
                values[NAME.convert(name, {}, origin)] = self.keep(VALUE.read(value, {}, origin), origin)
            except Faulty as faulty:
                faults += [Violation(v.code, v.reason, str(name)[:100]) for v in faulty.violations]
        if faults:
            raise Faulty(*faults)
        return values

    def keep(self, value: str, origin: Origin) -> str:
        """A value as it is stored."""
        return value


class Filters(Kenmerken):
    """A map of kenmerk to wanted value; links to ourselves are stored without base, as in our messages."""

    def keep(self, value: str, origin: Origin) -> str:
        return without_base(value, origin)


def without_base(value: str, origin: Origin) -> str:
    """A plain link to ourselves without its base; anything else as it is."""
    if not value.startswith(("http://", "https://")) or "?" in value or "#" in value:
        return value
    path = origin.local_path(value)
    return value if path is None else BASE + path


FILTER_GROUP = Group(
    "filter_group", (Filters("filters", default={}), Text("naam", max_length=50)), nullable=False
)
KANALEN = ListOf("kanalen", FILTER_GROUP, default=REQUIRED)
