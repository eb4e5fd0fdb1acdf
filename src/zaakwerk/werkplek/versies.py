"""Versies: a form says which values it was read at; what a colleague changed is never overwritten."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django import forms

from zaakwerk.zgw.problems import Problem

DIGITS = 12


class Botsing(NamedTuple):
    """One field that two people changed: what it is called, what was sent, and what it is now."""

    naam: str
    label: str
    mijn: str
    nu: str


@dataclass
class Conflict(Problem):
    """409: somebody else changed the same field."""

    botsingen: tuple[Botsing, ...] = ()

    @classmethod
    def over(cls, botsingen: list[Botsing]) -> "Conflict":
        """The refusal with what collides."""
        words = "Een collega heeft dit intussen gewijzigd. Er is niets overschreven."
        return cls(409, "conflict", "Conflict", words, botsingen=tuple(botsingen))


def plain(value: str) -> str:
    """A text with one kind of line ends: browsers send another than they were given."""
    return value.replace("\r\n", "\n")


def digest(value: str) -> str:
    """A value as a stamp holds it."""
    return hashlib.sha256(plain(value).encode()).hexdigest()[:DIGITS]


def stamp(values: Mapping[str, str]) -> str:
    """The values a form is read at, short enough for a hidden field."""
    return ",".join(f"{name}:{digest(value)}" for name, value in values.items())


def read(text: str) -> dict[str, str]:
    """The digests of a stamp by name of the field; what is no stamp says nothing."""
    pairs = (part.rpartition(":") for part in text.split(","))
    return {name: value for name, colon, value in pairs if colon and name}


@dataclass(frozen=True)
class Vergelijking:
    """A form against what is there now: `mijn` is what was sent, `nu` what is there, by field."""

    stempel: Mapping[str, str]
    mijn: Mapping[str, str]
    nu: Mapping[str, str]

    @property
    def changed(self) -> list[str]:
        """The fields this form really changes: a colleague's change of another field stays."""
        return [
            name
            for name, value in self.mijn.items()
            if plain(value) != plain(self.nu.get(name, "")) and digest(value) != self.stempel.get(name)
        ]

    @property
    def collisions(self) -> list[str]:
        """The changed fields that somebody else changed too since the form was read."""
        return [
            name
            for name in self.changed
            if name in self.stempel and self.stempel[name] != digest(self.nu.get(name, ""))
        ]

    def refuse(self, label_of: Callable[[str], str], words: Callable[[str, str], str]) -> None:
        """Raises Conflict with both values of every field that collides."""
        found = [
            Botsing(name, label_of(name), words(name, self.mijn[name]), words(name, self.nu.get(name, "")))
            for name in self.collisions
        ]
        if found:
            raise Conflict.over(found)


def merged(restored: str, now: str) -> str:
    """The stamp of a form that was put back: as it was read then, for the fields it has now."""
    then = read(restored)
    return ",".join(f"{name}:{then.get(name, found)}" for name, found in read(now).items())


def renew(form: forms.Form, now: str) -> None:
    """After a refusal the page shows what is there now: what is sent next is chosen knowingly."""
    data: Any = form.data
    data = data.copy()
    data["versie"] = now
    form.data = data
