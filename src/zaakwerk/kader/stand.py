"""Stand: what the evaluator answers: which moves a zaak has, who may make them, and why not yet."""

from dataclasses import dataclass
from typing import Literal

from zaakwerk.kader.feiten import Eis, Soort, Stap, Uitkomst

# What mends a reason; a face knows the way to each. "geen" is mended by time or by another zaak.
Herstel = Literal[
    "eigenschap_invullen",
    "document_toevoegen",
    "checklist_beantwoorden",
    "object_koppelen",
    "taak_afronden",
    "deelzaak_afhandelen",
    "resultaat_kiezen",
    "besluit_vastleggen",
    "gebruiksrecht_vastleggen",
    "document_vrijgeven",
    "ander_vragen",
    "beheerder_vragen",
    "geen",
]
HandelingSoort = Literal["stap", "afhandelen"] | Herstel


@dataclass(frozen=True)
class Reden:
    """Why a move cannot be made yet: a Dutch sentence, its kind, what it is about, and what mends it.

    `soort` is that of the Eis, or `recht`, `rol`, `reden` or `inrichting`; `sleutel` is that of the Eis.
    """

    soort: str
    over: str
    zin: str
    herstel: Herstel
    sleutel: str = ""


@dataclass(frozen=True)
class Keuze:
    """One move from where the zaak stands.

    `wie` says in words who may make it. `sleutel` names it in forms and in the API: soort and volgnummer.
    """

    soort: Soort
    naar: Stap
    eisen: tuple[Eis, ...]
    redenen: tuple[Reden, ...]
    reden_verplicht: bool
    rol: str
    wie: str
    sluit: bool

    @property
    def is_toegestaan(self) -> bool:
        """Whether the move can be made now."""
        return not self.redenen

    @property
    def sleutel(self) -> str:
        """Such as `volgend:3`."""
        return f"{self.soort}:{self.naar.volgnummer}"


@dataclass(frozen=True)
class Handeling:
    """The one thing to do now.

    `soort` is `stap` (make the move), `afhandelen` (close: choose the outcome), or what mends the first
    thing that is missing. `reden` says why it cannot be done by this actor; empty when it can.
    """

    soort: HandelingSoort
    tekst: str
    over: str
    keuze: Keuze
    reden: str = ""

    @property
    def is_toegestaan(self) -> bool:
        """Whether this actor can do it."""
        return not self.reden


@dataclass(frozen=True)
class UitkomstStand:
    """An outcome, and what it still asks."""

    uitkomst: Uitkomst
    redenen: tuple[Reden, ...]

    @property
    def is_toegestaan(self) -> bool:
        """Whether the zaak could close with it, as far as the outcome itself goes."""
        return not self.redenen


@dataclass(frozen=True)
class Stand:
    """Where a zaak stands: its moves in the order in which they are likely, and the one thing to do now.

    `redenen` says why there is nothing to do in an open zaak; else it is empty.
    """

    huidige: Stap | None
    is_gesloten: bool
    keuzes: tuple[Keuze, ...]
    uitkomsten: tuple[UitkomstStand, ...]
    primair: Handeling | None
    redenen: tuple[Reden, ...] = ()

    @property
    def volgende(self) -> Keuze | None:
        """The move that is expected: the first one forward."""
        return self.primair.keuze if self.primair else None

    @property
    def nodig(self) -> tuple[Eis, ...]:
        """All that the expected move asks, met or not."""
        return self.volgende.eisen if self.volgende else ()

    def keuze(self, sleutel: str) -> Keuze | None:
        """The move with this name."""
        return next((keuze for keuze in self.keuzes if keuze.sleutel == sleutel), None)
