"""Actors: who acts, with which grants; application, employee and citizen are one thing here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.problems import Forbidden

Scopes = frozenset[str]


class Target(NamedTuple):
    """What a right is tested against: the component, the type of the object and its confidentiality.

    `object_uuid` names the object itself, for rights that are about one object. `is_published` says whether
    it may be read by who sees nothing but what is ready for publication.
    """

    component: str
    type_uuid: UUID | None = None
    type_identificatie: str = ""
    level: int = 0
    object_uuid: UUID | None = None
    is_published: bool = True


@dataclass
class Groups:
    """In which collection a type is, by component and uuid; the room that keeps the types fills it."""

    find: Callable[[str, UUID], UUID | None] | None = None

    def of(self, target: Target) -> UUID | None:
        """The collection of the type of a target; None when it has none."""
        return self.find(target.component, target.type_uuid) if self.find and target.type_uuid else None


GROUPS = Groups()


class Grant(NamedTuple):
    """Scopes on one component, for one type or every type, up to a level.

    A type is given by uuid, by the identificatie its versions share, by the collection it is in
    (`type_group`), or by the last two together. With `object_uuid` the grant is about one object, whatever
    its type and level; one that `denies` keeps the actor out, whatever else was granted.
    """

    component: str
    scopes: Scopes
    type_uuid: UUID | None = None
    type_identificatie: str = ""
    max_level: int = vertrouwelijkheid.HIGHEST
    type_group: UUID | None = None
    object_uuid: UUID | None = None
    denies: bool = False

    def covers(self, target: Target) -> bool:
        """Whether the grant reaches this object, or an object of this type and confidentiality."""
        if self.object_uuid is not None:
            return self.component == target.component and self.object_uuid == target.object_uuid
        if self.component != target.component or target.level > self.max_level:
            return False
        if self.type_uuid is not None:
            return self.type_uuid == target.type_uuid
        if self.type_identificatie not in ("", target.type_identificatie):
            return False
        return self.type_group is None or self.type_group == GROUPS.of(target)


class Person(NamedTuple):
    """A citizen or company as the portal knows it: kind (bsn, kvk, rsin, vestiging) and number."""

    kind: str
    number: str


@dataclass(frozen=True)
class Actor:
    """Who acts: the application and user for the audit trail, and what they may."""

    applicatie_id: str = ""
    applicatie_weergave: str = ""
    gebruiker_id: str = ""
    gebruiker_weergave: str = ""
    all_rights: bool = False
    grants: tuple[Grant, ...] = ()
    # Narrows reading alone (C-41), whatever the grants say.
    sees_only_published: bool = False
    person: Person | None = None
    toelichting: str = field(default="", compare=False)

    def granted(self, component: str, scopes: Scopes) -> tuple[Grant, ...]:
        """The grants on a component that hold at least one of the scopes, and those that deny."""
        return tuple(
            grant
            for grant in self.grants
            if grant.component == component and (grant.denies or grant.scopes & scopes)
        )

    def may(self, scopes: Scopes, target: Target) -> bool:
        """Whether one of the scopes is granted for this target (1.4.4), and nothing denies it."""
        return self.all_rights or (
            any(grant.scopes & scopes and grant.covers(target) for grant in self.grants)
            and not self.is_denied(target)
        )

    def is_denied(self, target: Target) -> bool:
        """Whether the actor is kept out of this one object."""
        return any(grant.denies and grant.covers(target) for grant in self.grants)

    def may_any(self, component: str, scopes: Scopes) -> bool:
        """Whether one of the scopes is granted on anything in the component."""
        return self.all_rights or any(not grant.denies for grant in self.granted(component, scopes))

    def why_not(self, scopes: Scopes, target: Target) -> str:
        """Why the actor may not, in one Dutch sentence; empty when they may."""
        if self.may(scopes, target):
            return ""
        wanted = " of ".join(sorted(scopes))
        if not self.may_any(target.component, scopes):
            return f"Hiervoor is het recht {wanted} nodig."
        if self.is_denied(target):
            return "Dit is voor u afgeschermd."
        return f"Het recht {wanted} geldt niet voor dit type of deze vertrouwelijkheid."

    def require(self, scopes: Scopes, target: Target) -> None:
        """Raises Forbidden with the reason when the actor may not."""
        reason = self.why_not(scopes, target)
        if reason:
            raise Forbidden(reason)


SYSTEM = Actor(applicatie_id="zaakwerk", applicatie_weergave="Zaakwerk", all_rights=True)


def any_of(names: Iterable[str]) -> Scopes:
    """A scope expression: any of these names suffices."""
    return frozenset(names)
