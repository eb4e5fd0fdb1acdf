"""Inrichten: declare the moves and gates of a zaaktype, as a whole."""

from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.models import ZaakType
from zaakwerk.kader import rules
from zaakwerk.kader.feiten import Pijl
from zaakwerk.kader.inrichting import Kaderinrichting, Poortje
from zaakwerk.kader.models import Overgang, Poort
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.representation import wire_of


@dataclass(frozen=True, kw_only=True)
class DeclareKader(Command[ZaakType]):
    """Gives a zaaktype exactly these moves and gates; what stays the same is left alone."""

    scopes: ClassVar[Scopes] = scopes.WIJZIGEN
    rules: ClassVar[Any] = (
        rules.kader_published_frame_stays,
        rules.kader_steps_of_zaaktype,
        rules.kader_moves_do_not_contradict,
    )

    zaaktype: ZaakType
    kader: Kaderinrichting

    def lock(self) -> None:
        lock_row(self.zaaktype, "catalogus")

    def target(self) -> Target:
        return Target("ztc")

    def apply(self, journal: Journal) -> ZaakType:
        replace(Overgang, self.zaaktype, [as_row(pijl) for pijl in self.kader.overgangen], journal)
        replace(Poort, self.zaaktype, [as_gate(poort) for poort in self.kader.poorten], journal)
        return self.zaaktype


Row = tuple[tuple[str, Any], ...]


def as_row(pijl: Pijl) -> Row:
    """The columns of a move."""
    return (
        ("van", pijl.van),
        ("naar", pijl.naar),
        ("soort", pijl.soort),
        ("rol", pijl.rol),
        ("reden_verplicht", pijl.reden_verplicht),
    )


def as_gate(poort: Poortje) -> Row:
    """The columns of a gate."""
    return (("stap", poort.stap), ("soort", poort.soort), ("naam", poort.naam))


def replace(model: Any, zaaktype: ZaakType, wanted: list[Row], journal: Journal) -> None:
    """Removes what is not wanted any more, and adds what is new."""
    names = [name for name, _ in wanted[0]] if wanted else []
    kept = set()
    for row in model.objects.filter(zaaktype=zaaktype).order_by("id"):
        row.zaaktype = zaaktype
        columns = tuple((name, getattr(row, name)) for name in names)
        if columns in wanted:
            kept.add(columns)
            continue
        journal.destroyed(row, wire_of(registry.for_model(model), row.pk))
        pk = row.pk
        row.delete()
        row.pk = pk
    for columns in wanted:
        if columns not in kept:
            journal.created(model.objects.create(zaaktype=zaaktype, **dict(columns)))
