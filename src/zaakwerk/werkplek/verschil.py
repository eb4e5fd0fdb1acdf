"""Verschil: what a change changed, field by field, without addresses and personal numbers."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext

from zaakwerk.zaken.inzage import without_numbers

HIDDEN = {"url", "uuid", "zaak", "gerelateerdAan", "eigenschappen", "rollen", "zaakinformatieobjecten"}
MOST_CHARACTERS = 400
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Verschil(NamedTuple):
    """One field: its name in words, and what it was and became."""

    naam: str
    oud: str
    nieuw: str


def between(oud: Mapping[str, Any], nieuw: Mapping[str, Any]) -> list[Verschil]:
    """The fields that differ, groups opened up; of something new or gone all its fields."""
    was, became = flat(oud), flat(nieuw)
    return [
        Verschil(in_words(key), was.get(key, ""), became.get(key, ""))
        for key in {**was, **became}
        if was.get(key, "") != became.get(key, "")
    ]


def flat(wire: Mapping[str, Any], path: str = "") -> dict[str, str]:
    """The values by name, those of groups with the name of the group before it."""
    found: dict[str, str] = {}
    for key, value in wire.items():
        name = f"{path} {key}".strip()
        if key in HIDDEN:
            continue
        if isinstance(value, Mapping):
            found |= flat(value, name)
        else:
            found[name] = text_of(value)
    return found


def text_of(value: Any) -> str:
    """A value as text; an address says nothing to a reader, only that it is there."""
    if isinstance(value, list):
        return ", ".join(text_of(one) for one in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{in_words(key)} {text_of(one)}" for key, one in value.items())
    if isinstance(value, bool):
        return gettext("ja") if value else gettext("nee")
    text = "" if value is None else str(value)
    if text.startswith("\ue000"):
        return gettext("(verwijzing)")
    return without_numbers(text)[:MOST_CHARACTERS]


def in_words(key: str) -> str:
    """A key of the standard as people read it: "einddatum gepland"."""
    return CAMEL.sub(" ", key).replace("_", " ").lower().capitalize()
