"""Besluiten: what the register of zaken asks about them; their room stands above this one and answers."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.zaken.models import Zaak


class Besluiten(Protocol):
    """The port; `besluit` is a URL as the register stores it."""

    def concerns(self, besluit: str, zaak: Zaak) -> bool:
        """Whether the leading side says that the besluit belongs to the zaak."""

    def types_outside(self, zaak: Zaak, zaaktype: ZaakType) -> Sequence[str]:
        """The types of its besluiten that have no place in a zaaktype (brc-007)."""

    def dates(self, zaak: Zaak, name: str) -> Sequence[date | None]:
        """`ingangsdatum` or `vervaldatum` of every besluit of the zaak."""


class NoBesluiten:
    """An installation without besluiten."""

    def concerns(self, besluit: str, zaak: Zaak) -> bool:
        return False

    def types_outside(self, zaak: Zaak, zaaktype: ZaakType) -> Sequence[str]:
        return ()

    def dates(self, zaak: Zaak, name: str) -> Sequence[date | None]:
        return ()


_answering: list[Besluiten] = [NoBesluiten()]


def register(answering: Besluiten) -> None:
    """Called by the room of besluiten in ready()."""
    _answering[0] = answering


def ask() -> Besluiten:
    """Whoever answers about besluiten."""
    return _answering[0]
