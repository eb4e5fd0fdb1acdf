"""Commands: the only way the register changes; fields are the input, rules the guards, `apply` the effect."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from django.db import IntegrityError, models, transaction

from zaakwerk.zgw.actors import Actor, Scopes, Target
from zaakwerk.zgw.instances import find
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Conflict, Invalid, NotFound, Violation
from zaakwerk.zgw.rules import Rule

M = TypeVar("M", bound=models.Model)


@dataclass(frozen=True, kw_only=True)
class Command(Generic[M]):
    """One change of the register: lock, authorise, check, apply, journal; all in one transaction."""

    actor: Actor
    scopes: ClassVar[Scopes]
    rules: ClassVar[Sequence[Rule]] = ()
    is_silent: ClassVar[bool] = False

    def prepare(self) -> None:
        """Learns before the transaction what takes long, such as the answer of another host."""

    def lock(self) -> None:
        """Locks and refreshes the subject, so that rules judge what is really there."""

    def target(self) -> Target:
        """What the actor's rights are tested against."""
        raise NotImplementedError

    def authorise(self) -> None:
        """Raises Forbidden when the actor may not; override for rules that depend on state."""
        self.actor.require(self.scopes, self.target())

    def violations(self) -> list[Violation]:
        """Every reason why this cannot be done; a screen may ask before the button is pressed."""
        return [violation for rule in self.rules for violation in rule(self)]

    def apply(self, journal: Journal) -> M:
        """The effect; tells the journal what changed."""
        raise NotImplementedError

    def run(self) -> M:
        """Does it, or raises the Problem that says why not; nothing is half-written."""
        return self.execute()[0]

    def execute(self, precondition: Callable[[], None] | None = None) -> tuple[M, Journal]:
        """As `run`, with the journal that holds the new representations.

        `precondition` is asked once the subject is locked, such as whether it is still what the client saw.
        """
        journal = Journal(self.actor, is_silent=self.is_silent)
        self.prepare()
        try:
            with transaction.atomic():
                self.lock()
                if precondition is not None:
                    precondition()
                self.authorise()
                self.check()
                instance = self.apply(journal)
                journal.flush()
        except IntegrityError as error:
            self.check()  # the constraint's rule sees now what another writer did meanwhile
            if points_at_nothing(error):
                words = "Iets waar dit naar verwijst, is intussen verwijderd. Haal de gegevens opnieuw op."
                raise Conflict(words) from None
            raise
        return instance, journal

    def check(self) -> None:
        """Raises Invalid with every violation."""
        found = self.violations()
        if found:
            raise Invalid(found)


def points_at_nothing(error: IntegrityError) -> bool:
    """Whether a foreign key was broken: another writer destroyed its object after it was read."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state == "23503" or "FOREIGN KEY" in str(error)


def lock_row(instance: models.Model, *related: str) -> None:
    """Takes the row lock (SQLite holds the write lock since BEGIN) and refreshes the instance."""
    fresh = find(type(instance), "pk", instance.pk, related, locks=True)
    if fresh is None:
        raise NotFound("Het object bestaat niet meer.")
    vars(instance).update(vars(fresh))


def assign(instance: models.Model, changes: dict[str, Any]) -> list[str]:
    """Sets changed attributes and returns their names, for `save(update_fields=...)`."""
    changed = [name for name, value in changes.items() if getattr(instance, name) != value]
    for name in changed:
        setattr(instance, name, changes[name])
    return changed
