"""Save, change and remove lists, and keep how somebody wants to see them."""

from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.werkvoorraad import kolommen, rules
from zaakwerk.werkvoorraad.models import BewaardeLijst, Weergave
from zaakwerk.zaken import scopes
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.commands import Command, M, assign
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Forbidden


@dataclass(frozen=True, kw_only=True)
class OwnCommand(Command[M]):
    """A command on something of an employee themselves; whoever may read zaken has lists."""

    scopes: ClassVar[Scopes] = scopes.LEZEN

    medewerker: Medewerker

    def authorise(self) -> None:
        if not self.actor.may_any("zrc", self.scopes):
            raise Forbidden


@dataclass(frozen=True, kw_only=True)
class SaveList(OwnCommand[BewaardeLijst]):
    """Keeps a question under a name."""

    rules: ClassVar[Any] = (rules.werkvoorraad_list_has_unique_name, rules.werkvoorraad_sharing_needs_right)

    naam: str
    vraag: str
    kolommen: tuple[str, ...] = ()
    bereik: str = BewaardeLijst.PRIVE
    groep: Groep | None = None

    lijst_pk: ClassVar[int] = 0

    @property
    def owner(self) -> Medewerker:
        """Whose list it becomes."""
        return self.medewerker

    def apply(self, journal: Journal) -> BewaardeLijst:
        return BewaardeLijst.objects.create(
            naam=self.naam.strip(),
            eigenaar=self.medewerker,
            bereik=self.bereik,
            groep=self.groep if self.bereik == BewaardeLijst.TEAM else None,
            vraag=self.vraag,
            kolommen=kolommen.known(self.kolommen),
            gemaakt_op=clock.now(),
        )


@dataclass(frozen=True, kw_only=True)
class UpdateList(OwnCommand[BewaardeLijst]):
    """Another name for a list, or other people who see it."""

    rules: ClassVar[Any] = (
        rules.werkvoorraad_only_owner_changes_list,
        rules.werkvoorraad_list_has_unique_name,
        rules.werkvoorraad_sharing_needs_right,
    )

    lijst: BewaardeLijst
    naam: str
    bereik: str
    groep: Groep | None = None

    @property
    def lijst_pk(self) -> int:
        """Which list the name may be of already."""
        return self.lijst.pk

    @property
    def owner(self) -> Medewerker:
        """Among whose lists the name must be the only one."""
        return self.lijst.eigenaar

    def apply(self, journal: Journal) -> BewaardeLijst:
        groep = self.groep if self.bereik == BewaardeLijst.TEAM else None
        changes = {"naam": self.naam.strip(), "bereik": self.bereik, "groep": groep}
        self.lijst.save(update_fields=assign(self.lijst, changes))
        return self.lijst


@dataclass(frozen=True, kw_only=True)
class DestroyList(OwnCommand[BewaardeLijst]):
    """Removes a list; the zaken in it stay where they are."""

    rules: ClassVar[Any] = (rules.werkvoorraad_only_owner_changes_list,)

    lijst: BewaardeLijst

    def apply(self, journal: Journal) -> BewaardeLijst:
        BewaardeLijst.objects.filter(pk=self.lijst.pk).delete()
        return self.lijst


@dataclass(frozen=True, kw_only=True)
class SaveWeergave(OwnCommand[Weergave]):
    """Keeps columns and density for an employee."""

    kolommen: tuple[str, ...]
    is_compact: bool

    def apply(self, journal: Journal) -> Weergave:
        values = {"kolommen": kolommen.known(self.kolommen), "is_compact": self.is_compact}
        made, _ = Weergave.objects.update_or_create(medewerker=self.medewerker, defaults=values)
        return made
