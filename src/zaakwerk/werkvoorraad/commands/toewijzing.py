"""Assign, release and take zaken; the rollen come and go through the commands of the zaken room."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.catalogi.models import RolType
from zaakwerk.werkvoorraad import behandeling, queries, rules
from zaakwerk.zaken import scopes
from zaakwerk.zaken.commands import CreateRol, DestroyRol
from zaakwerk.zaken.commands.base import ZaakCommand
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.queries import target_of
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import NotFound

Standing = list[dict[str, Any]]


def standing_of(rollen: list[Rol]) -> Standing:
    """Who handles a zaak, in a form that can be compared and be made again."""
    return [
        {
            "roltype": rol.roltype_id,
            "betrokkene_type": rol.betrokkene_type,
            "betrokkene": rol.betrokkene,
            "betrokkene_identificatie": rol.betrokkene_identificatie,
            "afwijkende_naam_betrokkene": rol.afwijkende_naam_betrokkene,
            "roltoelichting": rol.roltoelichting,
            "contactpersoon_rol": rol.contactpersoon_rol,
        }
        for rol in rollen
    ]


@dataclass(frozen=True, kw_only=True)
class BehandelaarCommand(ZaakCommand[Zaak]):
    """A command on who handles a zaak; a closed zaak is refused in words, whoever asks."""

    zaak: Zaak

    def lock(self) -> None:
        super().lock()
        vars(self).pop("rollen", None)  # what a screen asked before the lock may be old

    def authorise(self) -> None:
        self.actor.require(self.scopes, self.target())

    @cached_property
    def rollen(self) -> list[Rol]:
        """The rollen by which the zaak is handled, read once the zaak is locked."""
        return behandeling.of_zaak(self.zaak)

    @property
    def people(self) -> list[Rol]:
        """The persons among them."""
        return [rol for rol in self.rollen if rol.betrokkene_type == behandeling.MEDEWERKER]

    @property
    def teams(self) -> list[Rol]:
        """The teams among them."""
        return [rol for rol in self.rollen if rol.betrokkene_type == behandeling.TEAM]

    @cached_property
    def roltype(self) -> RolType | None:
        """The roltype of a behandelaar in this zaaktype; None when it has none."""
        found = RolType.objects.filter(
            zaaktype=self.zaak.zaaktype_id, omschrijving_generiek=behandeling.GENERIEK
        )
        return found.order_by("id").first()

    def remove(self, rollen: list[Rol]) -> None:
        """Takes rollen away."""
        for rol in rollen:
            DestroyRol(actor=self.actor, instance=rol).run()

    def add(self, kind: str, who: dict[str, str], why: str) -> None:
        """Gives somebody the rol of behandelaar."""
        if self.roltype is None:
            return  # the rules refuse before it comes to this
        CreateRol(
            actor=self.actor,
            zaak=self.zaak,
            roltype=self.roltype,
            betrokkene_type=kind,
            betrokkene_identificatie=who,
            roltoelichting=why,
        ).run()


@dataclass(frozen=True, kw_only=True)
class Assign(BehandelaarCommand):
    """Gives a zaak to an employee, or to a team with nobody in particular; it leaves who had it."""

    rules: ClassVar[Any] = (
        rules.werkvoorraad_zaak_is_open,
        rules.werkvoorraad_zaaktype_has_behandelaar,
        rules.werkvoorraad_behandelaar_may_work,
        rules.werkvoorraad_assignment_changes_something,
    )

    medewerker: Medewerker | None = None
    groep: Groep | None = None
    toelichting: str = "Toegewezen"

    @property
    def receiver(self) -> str:
        """Who gets it, by name."""
        return str(self.medewerker or self.groep)

    @cached_property
    def may_work(self) -> bool:
        """Whether the employee may read and change the zaak."""
        if self.medewerker is None:
            return True
        theirs, target = accounts.actor_of(self.medewerker), target_of(self.zaak)
        active = self.medewerker.is_active
        return active and theirs.may(scopes.LEZEN, target) and theirs.may(scopes.WRITE, target)

    @property
    def is_same(self) -> bool:
        """Whether it is as it should become already."""
        if self.medewerker is not None:
            return [rol.identificatie for rol in self.people] == [self.medewerker.username]
        wanted = [behandeling.team_key(self.groep.naam)] if self.groep else []
        return not self.people and [rol.identificatie for rol in self.teams] == wanted

    def apply(self, journal: Journal) -> Zaak:
        if self.medewerker is not None:
            self.remove(self.people)
            self.add(behandeling.MEDEWERKER, behandeling.person(self.medewerker), self.toelichting)
        elif self.groep is not None:
            self.remove(self.rollen)
            self.add(behandeling.TEAM, behandeling.team(self.groep), self.toelichting)
        return self.zaak


@dataclass(frozen=True, kw_only=True)
class Release(BehandelaarCommand):
    """Nobody in particular handles the zaak any more; its team does, or `team` when it has none."""

    rules: ClassVar[Any] = (
        rules.werkvoorraad_zaak_is_open,
        rules.werkvoorraad_release_has_behandelaar,
        rules.werkvoorraad_release_has_team,
    )

    team: Groep | None = None

    def apply(self, journal: Journal) -> Zaak:
        self.remove(self.people)
        if not self.teams and self.team is not None:
            self.add(behandeling.TEAM, behandeling.team(self.team), "Vrijgegeven")
        return self.zaak


@dataclass(frozen=True, kw_only=True)
class Restore(BehandelaarCommand):
    """Undoes an assignment or release: `was` stands again, if it is still `werd`."""

    rules: ClassVar[Any] = (
        rules.werkvoorraad_zaak_is_open,
        rules.werkvoorraad_undo_finds_it_unchanged,
    )

    was: Standing
    werd: Standing

    @property
    def current(self) -> Standing:
        """Who handles it now."""
        return standing_of(self.rollen)

    def apply(self, journal: Journal) -> Zaak:
        kept = [found for found in self.current if found in self.was]
        self.remove([rol for rol in self.rollen if standing_of([rol])[0] not in kept])
        for found in self.was:
            if found not in kept:
                roltype = RolType.objects.get(pk=found["roltype"])
                CreateRol(actor=self.actor, zaak=self.zaak, **{**found, "roltype": roltype}).run()
        return self.zaak


@dataclass(frozen=True, kw_only=True)
class TakeNext(Command[Zaak]):
    """The most urgent free zaak of the employee's teams becomes theirs; two people never get the same one."""

    scopes: ClassVar[Scopes] = scopes.WRITE

    medewerker: Medewerker
    teams: tuple[Groep, ...]

    def authorise(self) -> None:
        """Each zaak is judged when it is taken; the queue holds only what the actor may change."""

    def apply(self, journal: Journal) -> Zaak:
        passed: list[int] = []
        while True:
            zaak = queries.next_free(self.actor, self.teams, passed)
            if zaak is None:
                raise NotFound("Er ligt geen vrije zaak die je mag behandelen.")
            lock_row(zaak, "zaaktype")
            # Who took it before we held the lock has committed by now, so this look is the true one.
            if queries.is_still_free(zaak):
                words = "Pakte de volgende zaak"
                return Assign(
                    actor=self.actor, zaak=zaak, medewerker=self.medewerker, toelichting=words
                ).run()
            passed.append(zaak.pk)
