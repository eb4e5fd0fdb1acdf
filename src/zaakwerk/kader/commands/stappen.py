"""Stappen: take a step within the frame; the status, and to close the resultaat, go in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from django.db import models

from zaakwerk.catalogi.models import ResultaatType, StatusType
from zaakwerk.kader import queries, rules
from zaakwerk.kader.evaluatie import evaluate
from zaakwerk.kader.feiten import Feiten, Soort
from zaakwerk.kader.models import GezetteStap
from zaakwerk.kader.stand import Keuze
from zaakwerk.zaken import scopes
from zaakwerk.zaken.commands import CreateResultaat, SetStatus
from zaakwerk.zaken.commands.base import ZaakCommand
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.queries import find_resultaat
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Forbidden

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, kw_only=True)
class TakeStep(ZaakCommand[GezetteStap]):
    """Makes a move of the stand when its gates are met; the standard's own status endpoint knows no gates.

    `toelichting` goes with the status, where the person concerned reads it; `reden` stays inside.
    `resultaattype` is for the move that closes a zaak without resultaat.
    """

    scopes: ClassVar[Scopes] = scopes.AANMAKEN | scopes.STATUSSEN_TOEVOEGEN | scopes.HEROPENEN
    rules: ClassVar[Any] = (
        rules.kader_move_exists,
        rules.kader_gates_are_met,
        rules.kader_reason_is_given,
        rules.kader_resultaat_is_for_closing,
    )

    zaak: Zaak
    soort: Soort
    naar: StatusType
    toelichting: str = ""
    reden: str = ""
    resultaattype: ResultaatType | None = None

    @cached_property
    def feiten(self) -> Feiten:
        """The zaak as it is, and as if the outcome were registered."""
        found = queries.facts_of(self.zaak, self.actor)
        if self.resultaattype is None or found.resultaat is not None:
            return found
        return found.met_resultaat(self.resultaattype.uuid)

    @cached_property
    def keuze(self) -> Keuze | None:
        """The move as the evaluator sees it now; None when there is no such move."""
        keuzes = evaluate(self.feiten).keuzes
        return next((k for k in keuzes if k.soort == self.soort and k.naar.uuid == self.naar.uuid), None)

    def lock(self) -> None:
        lock_row(self.zaak, "zaaktype", "status", "hoofdzaak")
        for name in ("feiten", "keuze"):  # what a screen asked before may be different by now
            vars(self).pop(name, None)

    def authorise(self) -> None:
        reasons = list(self.refusals())
        if reasons:
            raise Forbidden(" ".join(dict.fromkeys(reasons)))

    def refusals(self) -> Iterator[str]:
        """Why this actor may not; for a move that does not exist, why they may not set any status."""
        if self.keuze is not None:
            yield from (reden.zin for reden in self.keuze.redenen if reden.herstel == "ander_vragen")
            return
        may = self.feiten.bevoegdheid
        yield from filter(None, [may.heropenen if self.feiten.is_gesloten else may.zetten])

    def apply(self, journal: Journal) -> GezetteStap:
        van = self.feiten.huidige_stap
        if self.resultaattype is not None and self.wants_resultaat():
            chosen = CreateResultaat(
                actor=self.actor,
                zaak=self.zaak,
                resultaattype=self.resultaattype,
                toelichting=self.toelichting,
            )
            do(chosen, journal)
        status = do(self.status(), journal)
        made = GezetteStap.objects.create(
            zaak=self.zaak,
            status=status,
            soort=self.soort,
            van=van.naam if van else "",
            naar=self.naar.omschrijving,
            reden=self.reden.strip(),
            gezet_op=status.datum_status_gezet,
        )
        journal.created(made)
        return made

    def wants_resultaat(self) -> bool:
        """Whether the outcome is not the one the zaak has already; another one is refused (zrc-020)."""
        known = find_resultaat(self.zaak)
        return known is None or known.resultaattype != self.resultaattype

    def status(self) -> SetStatus:
        """The status this step is, set by the actor in the role they have in the zaak."""
        mine = Rol.objects.filter(
            zaak=self.zaak, betrokkene_type="medewerker", identificatie=self.actor.gebruiker_id
        )
        return SetStatus(
            actor=self.actor,
            zaak=self.zaak,
            statustype=self.naar,
            datum_status_gezet=clock.now(),
            statustoelichting=self.toelichting,
            gezetdoor=mine.order_by("-id").first() if self.actor.gebruiker_id else None,
        )


def do(command: Command[M], journal: Journal) -> M:
    """A command as part of another, on the same locked zaak and in the same journal."""
    command.prepare()
    command.authorise()
    command.check()
    return command.apply(journal)
