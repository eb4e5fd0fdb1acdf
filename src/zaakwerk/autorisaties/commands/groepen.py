"""Groepen: making, changing and removing a team, and giving and taking away roles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from zaakwerk.autorisaties.commands.mensen import MensenCommand, note, toekenning_as_dict
from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning
from zaakwerk.autorisaties.rules.mensen import eigen_operator_remains, eigen_toekenning_is_for_somebody
from zaakwerk.zgw import clock
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Conflict, NotFound
from zaakwerk.zgw.rules import Rule


@dataclass(frozen=True, kw_only=True)
class SaveGroep(MensenCommand[Groep]):
    """A team as it becomes: its name, its name in the organisation's own sign-in, and its members."""

    instance: Groep | None = None
    naam: str
    claim: str = ""
    leden: Sequence[Medewerker] = ()

    def apply(self, journal: Journal) -> Groep:
        groep = self.instance or Groep()
        if any(found.pk != groep.pk for found in Groep.objects.filter(naam=self.naam)):
            raise Conflict(f"Er is al een groep {self.naam}.")
        oud = self.as_dict(groep) if groep.pk else None
        groep.naam, groep.claim = self.naam, self.claim
        groep.save()
        groep.leden.set(self.leden)
        actie = "update" if oud else "create"
        wat = f"Groep {groep} {'gewijzigd' if oud else 'toegevoegd'}"
        note(self.actor, actie, groep, wat, oud, self.as_dict(groep))
        return groep

    def as_dict(self, groep: Groep) -> dict[str, object]:
        """What the audit trail keeps of a team."""
        leden = groep.leden.order_by("username").values_list("username", flat=True)
        return {"naam": groep.naam, "claim": groep.claim, "leden": list(leden)}


@dataclass(frozen=True, kw_only=True)
class DestroyGroep(MensenCommand[Groep]):
    """Removes a team without toekenningen; its members stay."""

    instance: Groep

    def lock(self) -> None:
        lock_row(self.instance)

    def apply(self, journal: Journal) -> Groep:
        if self.instance.toekenningen.exists():
            raise Conflict("Haal eerst de rollen van deze groep weg.")
        note(self.actor, "destroy", self.instance, f"Groep {self.instance} verwijderd")
        pk = self.instance.pk
        self.instance.delete()
        self.instance.pk = pk
        return self.instance


@dataclass(frozen=True, kw_only=True)
class GiveToekenning(MensenCommand[Toekenning]):
    """A role for a person or a team, as wide and as long as said."""

    rules: ClassVar[Sequence[Rule]] = (eigen_toekenning_is_for_somebody,)
    rol: str
    medewerker: Medewerker | None = None
    groep: Groep | None = None
    zaaktype_identificatie: str = ""
    catalogus: UUID | None = None
    max_vertrouwelijkheid: int
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def apply(self, journal: Journal) -> Toekenning:
        made = Toekenning.objects.create(
            rol=self.rol,
            medewerker=self.medewerker,
            groep=self.groep,
            zaaktype_identificatie=self.zaaktype_identificatie,
            catalogus=self.catalogus,
            max_vertrouwelijkheid=self.max_vertrouwelijkheid,
            geldig_van=self.geldig_van,
            geldig_tot=self.geldig_tot,
            gegeven_door=self.actor.gebruiker_weergave or self.actor.applicatie_weergave,
            gegeven_op=clock.now(),
        )
        note(
            self.actor,
            "create",
            subject_of(made),
            f"Rol gegeven: {made.get_rol_display()}",
            nieuw=toekenning_as_dict(made),
        )
        return made


@dataclass(frozen=True, kw_only=True)
class TakeToekenning(MensenCommand[Toekenning]):
    """Takes a role away; what it was stays in the audit trail."""

    rules: ClassVar[Sequence[Rule]] = (eigen_operator_remains,)
    takes_from: ClassVar[Medewerker | None] = None
    instance: Toekenning

    def lock(self) -> None:
        lock_row(self.instance, "medewerker", "groep")

    @property
    def toekenning(self) -> Toekenning:
        """What goes."""
        return self.instance

    def apply(self, journal: Journal) -> Toekenning:
        oud = toekenning_as_dict(self.instance)
        note(
            self.actor,
            "destroy",
            subject_of(self.instance),
            f"Rol weggehaald: {self.instance.get_rol_display()}",
            oud=oud,
        )
        pk = self.instance.pk
        self.instance.delete()
        self.instance.pk = pk
        return self.instance


def subject_of(toekenning: Toekenning) -> Medewerker | Groep:
    """Whose a toekenning is; the table holds none that is nobody's."""
    found = toekenning.medewerker or toekenning.groep
    if found is None:
        raise NotFound("Deze rol is van niemand.")
    return found
