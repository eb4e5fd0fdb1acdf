"""Feiten: everything the evaluator looks at, as plain data; who gathers them is no concern of who judges."""

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

# The kinds of move: forward, back, over steps, straight to the end, and from the end back into the work.
Soort = Literal["volgend", "terug", "overslaan", "afbreken", "heropenen"]
SOORTEN: tuple[Soort, ...] = ("volgend", "terug", "overslaan", "afbreken", "heropenen")
# Moves off the beaten path: whoever makes them says why.
MET_REDEN: frozenset[Soort] = frozenset({"terug", "overslaan", "afbreken", "heropenen"})

EisSoort = Literal[
    "eigenschap",
    "document",
    "checklist",
    "zaakobject",
    "taak",
    "deelzaak",
    "resultaat",
    "besluit",
    "gebruiksrecht",
    "bewerking",
    "archief",
    "hoofdzaak",
]


@dataclass(frozen=True)
class Eis:
    """One thing that is asked before a move, and whether it is there.

    `naam` is what it is about; `toelichting` says more: the question of a checklist item, the richting of
    a document; `sleutel` is the uuid of that object where it has one. What is not `is_verplicht` is shown
    and never refuses.
    """

    soort: EisSoort
    naam: str
    is_vervuld: bool
    toelichting: str = ""
    is_verplicht: bool = True
    sleutel: str = ""

    @property
    def vraagt(self) -> str:
        """What it is called where people read it: a question of a checklist by its own words."""
        return self.toelichting if self.soort == "checklist" and self.toelichting else self.naam

    @property
    def ontbreekt(self) -> bool:
        """Whether it stands in the way."""
        return self.is_verplicht and not self.is_vervuld


@dataclass(frozen=True)
class Stap:
    """A statustype of the zaaktype, with what it asks before a zaak reaches it."""

    uuid: UUID
    naam: str
    volgnummer: int
    eisen: tuple[Eis, ...] = ()


@dataclass(frozen=True)
class Uitkomst:
    """A resultaattype, with what it asks before a zaak closes with it."""

    uuid: UUID
    naam: str
    eisen: tuple[Eis, ...] = ()


@dataclass(frozen=True)
class Pijl:
    """A move as the beheerder declares it, from step to step by name; an empty `van` means every step.

    `rol` is the generic role in the zaak that may make it (beslisser, zaakcoordinator, …); empty for
    everybody who may set a status.
    """

    van: str
    naar: str
    soort: Soort
    rol: str = ""
    reden_verplicht: bool = False


@dataclass(frozen=True)
class Bevoegdheid:
    """What the actor may: per right the sentence why not, empty when they may.

    `rollen` are the generic roles they have in the zaak; `gaat_boven_rol` is for who may force a change.
    """

    zetten: str = ""
    heropenen: str = ""
    rollen: frozenset[str] = frozenset()
    gaat_boven_rol: bool = False


# Judged without a person: only what the zaak itself lacks.
IEDEREEN = Bevoegdheid(gaat_boven_rol=True)


@dataclass(frozen=True)
class Feiten:
    """One zaak as the evaluator sees it.

    `huidige` and `bereikt` are uuids of steps, `resultaat` that of its resultaattype. `sluiten` and
    `heropenen` are what closing and reopening ask whatever the step (zrc-007, zrc-008).
    """

    stappen: tuple[Stap, ...]
    huidige: UUID | None = None
    bereikt: frozenset[UUID] = frozenset()
    is_gesloten: bool = False
    pijlen: tuple[Pijl, ...] = ()
    uitkomsten: tuple[Uitkomst, ...] = ()
    resultaat: UUID | None = None
    sluiten: tuple[Eis, ...] = ()
    heropenen: tuple[Eis, ...] = ()
    bevoegdheid: Bevoegdheid = IEDEREEN

    @property
    def huidige_stap(self) -> Stap | None:
        """The step the zaak is at."""
        return next((stap for stap in self.stappen if stap.uuid == self.huidige), None)

    @property
    def eindstap(self) -> Stap | None:
        """The step that closes: the last one."""
        return self.stappen[-1] if self.stappen else None

    def met_resultaat(self, resultaat: UUID | None) -> "Feiten":
        """As if the zaak had this resultaattype: what choosing it would mean."""
        return replace(self, resultaat=resultaat)
