"""Base: creating, changing and removing a type; what differs per kind of type is its rules."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, ClassVar, TypeVar

from django.db.models import Field, Model, ProtectedError

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.queries import name_of
from zaakwerk.catalogi.rules import versies
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Invalid, Violation
from zaakwerk.zgw.representation import wire_of
from zaakwerk.zgw.rules import Rule

M = TypeVar("M", bound=Model)
COMPONENT = Target("ztc")
# Lists of names of other types; each name once, as the standard asks.
NAMED = ("besluittypen", "informatieobjecttypen", "deelzaaktypen")


@dataclass(frozen=True, kw_only=True)
class Create(Command[M]):
    """Makes a type from the fields of the command; a part of a zaaktype locks that zaaktype first."""

    scopes: ClassVar[Scopes] = scopes.SCHRIJVEN
    model: ClassVar[type[Model]]

    def lock(self) -> None:
        if zaaktype := self.sent("zaaktype"):
            lock_row(zaaktype, "catalogus")

    def target(self) -> Target:
        return COMPONENT

    def sent(self, name: str) -> Any:
        """What was given for a field; None when nothing."""
        return getattr(self, name, None)

    def draft(self) -> M:
        """The type as it would be, not saved; what the rules judge."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        draft: Any = self.model()
        fill(draft, given)
        self.complete(draft)
        return draft  # type: ignore[no-any-return]

    def complete(self, draft: Any) -> None:
        """Fills what follows from the rest; override where something does."""

    def apply(self, journal: Journal) -> M:
        made = self.draft()
        made.save(force_insert=True)
        self.relate(made)
        journal.created(made)
        return made

    def relate(self, made: Any) -> None:
        """Writes what is no column of the type itself; override where there is such a thing."""


@dataclass(frozen=True, kw_only=True)
class Update(Command[M]):
    """Changes a type to `changes`; `partial` tells PATCH from PUT."""

    scopes: ClassVar[Scopes] = scopes.WIJZIGEN
    instance: M
    changes: dict[str, Any]
    partial: bool = True

    def lock(self) -> None:
        lock_type(self.instance)

    def target(self) -> Target:
        return COMPONENT

    def violations(self) -> list[Violation]:
        is_concept = getattr(self.instance, "concept", True)
        rules: Sequence[Rule] = self.rules
        if not is_concept and not versies.is_correction(self):
            # What was right on publication is not judged anew when the version only ends.
            rules = versies.ON_PUBLISHED
        return [violation for rule in rules for violation in rule(self)]

    def sent(self, name: str) -> Any:
        """What was given for a field; None when nothing."""
        return self.changes.get(name)

    def draft(self) -> M:
        """The type as it would be, not saved; what the rules judge."""
        draft = copy.copy(self.instance)
        fill(draft, self.changes)
        self.complete(draft)
        return draft

    def complete(self, draft: Any) -> None:
        """Fills what follows from the rest; override where something does."""

    def apply(self, journal: Journal) -> M:
        oud, draft = old_wire(self.instance), self.draft()
        changed = [
            f
            for f in columns(self.instance)
            if f.value_from_object(draft) != f.value_from_object(self.instance)
        ]
        for field in changed:
            setattr(self.instance, field.name, getattr(draft, field.name))
        self.instance.save(update_fields=[field.name for field in changed])
        self.relate(self.instance)
        journal.updated(self.instance, oud, "partial_update" if self.partial else "update")
        return self.instance

    def relate(self, changed: Any) -> None:
        """Writes what is no column of the type itself; override where there is such a thing."""


@dataclass(frozen=True, kw_only=True)
class Destroy(Command[M]):
    """Removes a concept with everything below it."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN
    instance: M

    def lock(self) -> None:
        lock_type(self.instance)

    def target(self) -> Target:
        return COMPONENT

    def apply(self, journal: Journal) -> M:
        journal.destroyed(self.instance, old_wire(self.instance))
        pk = self.instance.pk
        try:
            self.instance.delete()
        except ProtectedError:
            raise Invalid([Violation("pending-relations", "Het type is nog in gebruik.")]) from None
        self.instance.pk = pk
        return self.instance


def lock_type(instance: Model) -> None:
    """Locks a type; before it its zaaktype, or its catalogus within which versions may not overlap."""
    relation = next((name for name in ("zaaktype", "catalogus") if hasattr(instance, f"{name}_id")), "")
    if not relation:
        lock_row(instance)
        return
    lock_row(getattr(instance, relation))
    lock_row(instance, "zaaktype__catalogus" if relation == "zaaktype" else relation)


def columns(instance: Model) -> list[Field[Any, Any]]:
    """The columns of a type that a command may set."""
    return [field for field in instance._meta.concrete_fields if not field.primary_key]


def fill(draft: Model, values: dict[str, Any]) -> None:
    """Sets those of the values that are columns; types that are kept by name become their name."""
    for field in columns(draft):
        if field.name in values:
            value = values[field.name]
            named = value if field.is_relation else as_names(value)
            setattr(draft, field.name, list(dict.fromkeys(named)) if field.name in NAMED else named)


def as_names(value: Any) -> Any:
    """A value, or each of a list, with types replaced by the names their versions share."""
    return [name_of(item) for item in value] if isinstance(value, list | tuple) else name_of(value)


def old_wire(instance: Model) -> bytes:
    """The representation before the change."""
    return wire_of(registry.for_model(type(instance)), instance.pk)


def end_before(version: Any, begin: date, journal: Journal) -> None:
    """Ends a version on the day before another begins."""
    oud = old_wire(version)
    version.einde_geldigheid = begin - timedelta(days=1)
    version.save(update_fields=["einde_geldigheid"])
    journal.updated(version, oud)
