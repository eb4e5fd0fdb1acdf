"""Port: the one way in which Zaakwerk asks about persons and companies, whatever register answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from django.utils.translation import gettext

from zaakwerk.zgw.kinds import passes_eleven_test

Soort = Literal["persoon", "bedrijf"]
BSN_DIGITS, KVK_DIGITS = 9, 8
LEAST_LETTERS = 2


class OnjuisteVraag(ValueError):
    """A question no source can answer, with the Dutch reason for the person who asked."""


@dataclass(frozen=True)
class Vraag:
    """What to look for: a number that identifies one, or a name that many may have."""

    soort: Soort | None = None
    nummer: str = ""
    naam: str = ""


@dataclass(frozen=True)
class Partij:
    """A person or company as a source knows it.

    `nummer` is the BSN or KVK number; `betrokkene_type` and `identificatie` are what a rol keeps (14.1).
    """

    soort: Soort
    nummer: str
    naam: str
    betrokkene_type: str
    identificatie: dict[str, Any] = field(default_factory=dict)
    adres: str = ""
    geboortedatum: str = ""
    indicaties: tuple[str, ...] = ()

    @property
    def kenmerk(self) -> str:
        """The number as a page may show it: a BSN masked, a KVK number in full."""
        return f"BSN •••••{self.nummer[-4:]}" if self.soort == "persoon" else f"KVK {self.nummer}"


class Bron(Protocol):
    """A source: the built-in test source, or the adapter of a national register."""

    naam: str
    is_test: bool

    def zoek(self, vraag: Vraag) -> Sequence[Partij]:
        """What fits the question, at most a screenful; empty when nothing does."""

    def haal_op(self, soort: Soort, nummer: str) -> Partij | None:
        """The one with this BSN or KVK number; None when the source does not know it."""


def read(tekst: str) -> Vraag:
    """A question as somebody types it: nine digits are a BSN, eight a KVK number, the rest is a name."""
    plain = tekst.strip()
    digits = plain.replace(" ", "").replace(".", "")
    if digits.isascii() and digits.isdigit():
        if len(digits) == BSN_DIGITS and passes_eleven_test(digits):
            return Vraag("persoon", digits)
        if len(digits) == KVK_DIGITS:
            return Vraag("bedrijf", digits)
        raise OnjuisteVraag(
            gettext(
                "Dit is geen geldig burgerservicenummer (negen cijfers) of KVK-nummer (acht cijfers). "
                "Controleer de cijfers."
            )
        )
    if len(plain) < LEAST_LETTERS:
        raise OnjuisteVraag(
            gettext("Typ een burgerservicenummer, een KVK-nummer of ten minste twee letters.")
        )
    return Vraag(naam=plain)
