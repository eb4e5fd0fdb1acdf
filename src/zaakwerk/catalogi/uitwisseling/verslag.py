"""Verslag: what an import did or would do, object by object, with the reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Uitkomst(StrEnum):
    """What becomes of one object."""

    NIEUW = "nieuw"
    GELIJK = "gelijk"
    GEWIJZIGD = "gewijzigd"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Regel:
    """One object: its kind, what people call it, the outcome and the reason for it."""

    soort: str
    naam: str
    uitkomst: Uitkomst
    reden: str = ""

    def __str__(self) -> str:
        reden = f": {self.reden}" if self.reden else ""
        return f"{self.uitkomst:<9} {self.soort} {self.naam}{reden}"


@dataclass
class Verslag:
    """Every object of the file, and whether anything was written."""

    is_proef: bool
    regels: list[Regel] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)

    @property
    def conflicten(self) -> list[Regel]:
        """What stands in the way."""
        return [regel for regel in self.regels if regel.uitkomst is Uitkomst.CONFLICT]

    @property
    def is_geschreven(self) -> bool:
        """Whether the register holds the objects now."""
        return not self.is_proef and not self.conflicten

    @property
    def aantallen(self) -> dict[str, int]:
        """How many objects per outcome, every outcome named."""
        counted = Counter(regel.uitkomst for regel in self.regels)
        return {str(uitkomst): counted[uitkomst] for uitkomst in Uitkomst}

    @property
    def samenvatting(self) -> str:
        """The whole in one Dutch sentence."""
        tally = ", ".join(f"{number} {name}" for name, number in self.aantallen.items())
        if self.conflicten:
            return f"Er is niets overgenomen, want er zijn conflicten: {tally}."
        if self.is_proef:
            return f"Dit was een proef, er is niets overgenomen: {tally}."
        return f"De catalogus is overgenomen: {tally}."

    def lines(self, every: bool = False) -> Iterator[str]:
        """The report for a person: what changes and what conflicts, or every object."""
        telling = (Uitkomst.GEWIJZIGD, Uitkomst.CONFLICT)
        yield from self.opmerkingen
        yield from (str(regel) for regel in self.regels if every or regel.uitkomst in telling)
        yield self.samenvatting

    def wire(self) -> dict[str, Any]:
        """The report as JSON."""
        return {
            "proef": self.is_proef,
            "overgenomen": self.is_geschreven,
            "samenvatting": self.samenvatting,
            "aantallen": self.aantallen,
            "opmerkingen": self.opmerkingen,
            "objecten": [
                {"soort": r.soort, "naam": r.naam, "uitkomst": str(r.uitkomst), "reden": r.reden}
                for r in self.regels
            ],
        }
