"""Moments: dates, moments and durations, in the forms clients send them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import isodate  # type: ignore[import-untyped]
import msgspec

from zaakwerk.zgw.clock import AMSTERDAM
from zaakwerk.zgw.kinds.base import Convert, Field, empty_as_null, fault
from zaakwerk.zgw.links import Origin


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
