"""Writes planned zaken into the register, a batch at a time, with the commands that every other room uses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from zaakwerk.invoer.xes.catalogus import Types
from zaakwerk.invoer.xes.plan import StatusPlan, ZaakPlan
from zaakwerk.invoer.xes.waves import run_wave
from zaakwerk.zaken.commands import CreateEigenschap, CreateResultaat, CreateRol, CreateZaak, SetStatus
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import Command

ROLTOELICHTING = "Werkte aan de zaak volgens het logboek"


@dataclass(frozen=True, kw_only=True)
class PlannedStatus(SetStatus):
    """A status of which the plan knows whether it closes, so that the catalogue is not asked 10,000 times."""

    closes: bool = False


@dataclass
class Dossier:
    """A plan, and the zaak and rollen that were written of it so far."""

    plan: ZaakPlan
    zaak: Zaak
    rollen: dict[str, Rol] = field(default_factory=dict)


@dataclass(frozen=True)
class Writer:
    """What every zaak of an import has in common: types, organisation, who acts, whether others are told."""

    types: Types
    organisatie: str
    actor: Actor
    notify: bool

    def write(self, plans: Sequence[ZaakPlan]) -> None:
        """Write zaken that are not there yet, wave by wave; call it inside a transaction."""
        zaken = self.run(self.create_zaak(plan) for plan in plans)
        dossiers = [Dossier(plan, zaak) for plan, zaak in zip(plans, zaken, strict=True)]
        self.run(command for dossier in dossiers for command in self.create_eigenschappen(dossier))
        self.add_rollen(dossiers)
        for number in range(max(len(plan.statussen) for plan in plans)):
            self.run(
                self.set_status(dossier, dossier.plan.statussen[number])
                for dossier in dossiers
                if number < len(dossier.plan.statussen)
            )
        self.close(dossiers)

    def run(self, commands: Iterable[Command[Any]]) -> list[Any]:
        """One wave."""
        return run_wave(commands, self.actor, self.notify)

    def add_rollen(self, dossiers: Sequence[Dossier]) -> None:
        """Every person of the log becomes one behandelaar of the zaak they worked on."""
        wanted = [(dossier, naam) for dossier in dossiers for naam in dossier.plan.medewerkers]
        made = self.run(self.create_rol(dossier, naam) for dossier, naam in wanted)
        for (dossier, naam), rol in zip(wanted, made, strict=True):
            dossier.rollen[naam] = rol

    def close(self, dossiers: Sequence[Dossier]) -> None:
        """The resultaat and then the eindstatus of the zaken that the log knows as ended."""
        ended = [(dossier, sluiting) for dossier in dossiers if (sluiting := dossier.plan.sluiting)]
        self.run(self.create_resultaat(dossier) for dossier, _ in ended)
        self.run(self.set_status(dossier, sluiting) for dossier, sluiting in ended)

    def create_zaak(self, plan: ZaakPlan) -> CreateZaak:
        """The command for the zaak itself."""
        return CreateZaak(
            actor=self.actor,
            zaaktype=self.types.zaaktype,
            bronorganisatie=self.organisatie,
            verantwoordelijke_organisatie=self.organisatie,
            identificatie=plan.identificatie,
            startdatum=plan.startdatum,
            einddatum_gepland=plan.einddatum_gepland,
            uiterlijke_einddatum_afdoening=plan.uiterlijke_einddatum_afdoening,
        )

    def create_eigenschappen(self, dossier: Dossier) -> Iterator[CreateEigenschap]:
        """The commands for what the log says more of the zaak."""
        for naam, waarde in dossier.plan.eigenschappen.items():
            eigenschap = self.types.eigenschappen[naam]
            yield CreateEigenschap(actor=self.actor, zaak=dossier.zaak, eigenschap=eigenschap, waarde=waarde)

    def create_rol(self, dossier: Dossier, naam: str) -> CreateRol:
        """The command for one behandelaar; a log knows people by one name only."""
        return CreateRol(
            actor=self.actor,
            zaak=dossier.zaak,
            roltype=self.types.roltype,
            roltoelichting=ROLTOELICHTING,
            betrokkene_type="medewerker",
            betrokkene_identificatie={
                "identificatie": naam,
                "achternaam": naam,
                "voorletters": "",
                "voorvoegselAchternaam": "",
            },
        )

    def set_status(self, dossier: Dossier, status: StatusPlan) -> PlannedStatus:
        """The command for one status."""
        return PlannedStatus(
            actor=self.actor,
            zaak=dossier.zaak,
            statustype=self.types.statustypen[status.statustype],
            datum_status_gezet=status.gezet,
            gezetdoor=dossier.rollen.get(status.medewerker),
            closes=status is dossier.plan.sluiting,
        )

    def create_resultaat(self, dossier: Dossier) -> CreateResultaat:
        """The command for the one outcome a log knows."""
        return CreateResultaat(actor=self.actor, zaak=dossier.zaak, resultaattype=self.types.resultaattype)
