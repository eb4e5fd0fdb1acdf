"""Stored: what lies in the store, as checks and cleaning see it, whichever store it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Stored:
    """A whole file in the store: its name, its size in bytes, and when it was put there."""

    name: str
    omvang: int
    moment: datetime


@dataclass(frozen=True)
class Unfinished:
    """What an upload left that never came to its end; no reader sees it."""

    name: str
    moment: datetime
    remove: Callable[[], None]


class Keeper(Protocol):
    """What a store of ours can do beside Django's storage interface; everything may raise OSError."""

    def stored(self) -> Iterator[Stored]:
        """Every file in the store."""

    def unfinished(self) -> Iterator[Unfinished]:
        """Uploads that were begun and not finished."""

    def probe(self) -> None:
        """Writes something, reads it back and removes it."""

    def reach(self) -> None:
        """Only looks whether the store answers."""
