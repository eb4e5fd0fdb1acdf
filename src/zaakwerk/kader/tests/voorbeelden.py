"""Plain facts for tests of the evaluator: a frame of five steps, and short ways to change it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from zaakwerk.kader.feiten import Eis, EisSoort, Feiten, Stap, Uitkomst

NAMEN = ("Ontvangen", "Toetsen", "Advies", "Besluiten", "Afgehandeld")


def stap(nummer: int, *eisen: Eis) -> Stap:
    """The step with this volgnummer, counted from 1."""
    return Stap(UUID(int=nummer), NAMEN[nummer - 1], nummer, eisen)


def eis(soort: EisSoort, naam: str = "X", is_vervuld: bool = False, **more: Any) -> Eis:
    """Something that is asked, and by default not there."""
    return Eis(soort, naam, is_vervuld, **more)


def feiten(bij: int = 1, *, eisen: Mapping[int, tuple[Eis, ...]] | None = None, **more: Any) -> Feiten:
    """A zaak at a step; 0 for a zaak without status. `eisen` gives the gates per step."""
    stappen = tuple(stap(n, *(eisen or {}).get(n, ())) for n in range(1, len(NAMEN) + 1))
    values: dict[str, Any] = {
        "stappen": stappen,
        "huidige": UUID(int=bij) if bij else None,
        "bereikt": frozenset(UUID(int=n) for n in range(1, bij + 1)),
        **more,
    }
    return Feiten(**values)


def uitkomst(naam: str = "Verleend", *eisen: Eis) -> Uitkomst:
    """An outcome."""
    return Uitkomst(UUID(int=100 + len(naam)), naam, eisen)
