"""Medewerkers: adding, changing and deactivating people, their password, second factor and sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from zaakwerk.autorisaties.commands.first_accounts import user_faults
from zaakwerk.autorisaties.commands.mensen import MensenCommand, note, person_as_dict
from zaakwerk.autorisaties.models import Groep, Herstelcode, Medewerker, TweedeFactor
from zaakwerk.autorisaties.rules.mensen import (
    eigen_name_is_usable,
    eigen_not_oneself,
    eigen_operator_remains,
    eigen_password_is_strong,
)
from zaakwerk.zgw import clock
from zaakwerk.zgw.commands import assign, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Violation
from zaakwerk.zgw.rules import Rule


@dataclass(frozen=True, kw_only=True)
class CreateMedewerker(MensenCommand[Medewerker]):
    """A new employee; without password only the organisation's own sign-in opens the desk."""

    rules: ClassVar[Sequence[Rule]] = (eigen_name_is_usable, eigen_password_is_strong)
    username: str
    password: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""

    def name_faults(self) -> list[Violation]:
        """What is wrong with the name."""
        return list(user_faults(self.username))

    def apply(self, journal: Journal) -> Medewerker:
        made = Medewerker.objects.create_user(
            self.username,
            self.email,
            self.password or None,
            first_name=self.first_name,
            last_name=self.last_name,
        )
        note(self.actor, "create", made, f"Medewerker {made} toegevoegd", nieuw=person_as_dict(made))
        return made


@dataclass(frozen=True, kw_only=True)
class UpdateMedewerker(MensenCommand[Medewerker]):
    """Name and e-mail address of an employee, and the teams they are in when `groepen` is given."""

    instance: Medewerker
    changes: Mapping[str, Any] = field(default_factory=dict)
    groepen: Sequence[Groep] | None = None

    def lock(self) -> None:
        lock_row(self.instance)

    def apply(self, journal: Journal) -> Medewerker:
        oud = person_as_dict(self.instance) | self.teams()
        changed = assign(self.instance, dict(self.changes))
        if changed:
            self.instance.save(update_fields=changed)
        if self.groepen is not None:
            self.instance.groepen.set(self.groepen)
        nieuw = person_as_dict(self.instance) | self.teams()
        if oud != nieuw:
            note(self.actor, "update", self.instance, f"Medewerker {self.instance} gewijzigd", oud, nieuw)
        return self.instance

    def teams(self) -> dict[str, Any]:
        """The teams by name."""
        return {"groepen": list(self.instance.groepen.order_by("naam").values_list("naam", flat=True))}


@dataclass(frozen=True, kw_only=True)
class SetActive(MensenCommand[Medewerker]):
    """Lets an employee sign in or not; who may no longer is signed out everywhere at once."""

    rules: ClassVar[Sequence[Rule]] = (eigen_not_oneself, eigen_operator_remains)
    instance: Medewerker
    is_active: bool

    def lock(self) -> None:
        lock_row(self.instance)

    @property
    def takes_from(self) -> Medewerker | None:
        """Who loses rights by this."""
        return None if self.is_active else self.instance

    def apply(self, journal: Journal) -> Medewerker:
        oud = person_as_dict(self.instance)
        self.instance.is_active = self.is_active
        self.instance.save(update_fields=["is_active"])
        if not self.is_active:
            end_sessions(self.instance)
        wat = "mag weer inloggen" if self.is_active else "mag niet meer inloggen"
        nieuw = person_as_dict(self.instance)
        note(self.actor, "update", self.instance, f"Medewerker {self.instance} {wat}", oud, nieuw)
        return self.instance


@dataclass(frozen=True, kw_only=True)
class SetPassword(MensenCommand[Medewerker]):
    """A new password; every session of the employee ends."""

    rules: ClassVar[Sequence[Rule]] = (eigen_password_is_strong,)
    instance: Medewerker
    password: str

    def lock(self) -> None:
        lock_row(self.instance)

    def apply(self, journal: Journal) -> Medewerker:
        self.instance.set_password(self.password)
        self.instance.save(update_fields=["password"])
        note(self.actor, "update", self.instance, f"Wachtwoord van {self.instance} vervangen")
        return self.instance


@dataclass(frozen=True, kw_only=True)
class ResetSecondFactor(MensenCommand[Medewerker]):
    """Takes the second factor away from who lost it, and ends their sessions; they set up a new one."""

    instance: Medewerker

    def lock(self) -> None:
        lock_row(self.instance)

    def apply(self, journal: Journal) -> Medewerker:
        TweedeFactor.objects.filter(medewerker=self.instance).delete()
        Herstelcode.objects.filter(medewerker=self.instance).delete()
        end_sessions(self.instance)
        note(self.actor, "update", self.instance, f"Tweede factor van {self.instance} weggehaald")
        return self.instance


@dataclass(frozen=True, kw_only=True)
class EndSessions(MensenCommand[Medewerker]):
    """Signs an employee out everywhere; everybody may do so for themselves."""

    instance: Medewerker

    def lock(self) -> None:
        lock_row(self.instance)

    def authorise(self) -> None:
        if self.actor.gebruiker_id != self.instance.username:
            super().authorise()

    def apply(self, journal: Journal) -> Medewerker:
        end_sessions(self.instance)
        note(self.actor, "update", self.instance, f"{self.instance} overal uitgelogd")
        return self.instance


def end_sessions(medewerker: Medewerker) -> None:
    """Every session stops counting, and the rows of those that still ran are taken away."""
    medewerker.sessie_versie += 1
    medewerker.save(update_fields=["sessie_versie"])
    running = Session.objects.filter(expire_date__gte=clock.now()).iterator()
    theirs = [row.pk for row in running if row.get_decoded().get(SESSION_KEY) == str(medewerker.pk)]
    Session.objects.filter(pk__in=theirs).delete()
