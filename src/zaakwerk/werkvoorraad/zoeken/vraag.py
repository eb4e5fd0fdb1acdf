"""Vraag: what somebody looks for, as it stands in an address; never a personal number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

FACETTEN = ("zaaktype", "status", "stand", "behandelaar", "jaar")
WITHOUT = "niet-"
MOST_VALUES, LONGEST = 20, 120
Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Chosen:
    """One value of a facet that is asked for, or asked to be left out."""

    facet: str
    waarde: str
    is_without: bool = False


@dataclass(frozen=True)
class Vraag:
    """Words, a person (by one of their rollen), values of facets with and without, and an order."""

    q: str = ""
    betrokkene: UUID | None = None
    met: Values = field(default_factory=dict)
    zonder: Values = field(default_factory=dict)
    sorteer: str = ""

    @property
    def chosen(self) -> list[Chosen]:
        """Every value of a facet in the question."""
        found = [Chosen(facet, value) for facet, values in self.met.items() for value in values]
        return found + [
            Chosen(facet, value, True) for facet, values in self.zonder.items() for value in values
        ]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.q or self.betrokkene or self.chosen)

    @property
    def address(self) -> str:
        """The question as the query of an address, without the page."""
        pairs: list[tuple[str, str]] = [("q", self.q)] if self.q else []
        pairs += [("betrokkene", str(self.betrokkene))] if self.betrokkene else []
        pairs += [(WITHOUT * one.is_without + one.facet, one.waarde) for one in self.chosen]
        pairs += [("sorteer", self.sorteer)] if self.sorteer else []
        return urlencode(pairs)

    def adding(self, chosen: Chosen) -> "Vraag":
        """The question with one value of a facet more."""
        return self.without(chosen).changed(chosen, lambda values: (*values, chosen.waarde))

    def without(self, chosen: Chosen) -> "Vraag":
        """The question without one value of a facet."""
        return self.changed(chosen, lambda values: tuple(v for v in values if v != chosen.waarde))

    def changed(self, chosen: Chosen, change: Any) -> "Vraag":
        """The question with other values for one facet."""
        side = self.zonder if chosen.is_without else self.met
        values = {**side, chosen.facet: change(side.get(chosen.facet, ()))}
        kept = {facet: found for facet, found in values.items() if found}
        return replace(self, zonder=kept) if chosen.is_without else replace(self, met=kept)


def read(data: Any) -> Vraag:
    """The question in a QueryDict; what it does not know it ignores."""
    return Vraag(
        q=clean(data.get("q", "")),
        betrokkene=uuid_or_none(data.get("betrokkene", "")),
        met=values_of(data, ""),
        zonder=values_of(data, WITHOUT),
        sorteer=clean(data.get("sorteer", "")),
    )


def values_of(data: Any, prefix: str) -> Values:
    """The values of every facet that has some."""
    found = {facet: unique(data.getlist(prefix + facet)) for facet in FACETTEN}
    return {facet: values for facet, values in found.items() if values}


def unique(values: Sequence[str]) -> tuple[str, ...]:
    """The values that say something, once each."""
    return tuple(dict.fromkeys(filter(None, map(clean, values))))[:MOST_VALUES]


def clean(text: str) -> str:
    """Text a database takes, of a length that makes sense."""
    return text.replace("\x00", "").strip()[:LONGEST]


def uuid_or_none(text: str) -> UUID | None:
    """A uuid, or None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None
