"""Reach: the one predicate that decides what an actor sees, as SQL for lists and as a test for one row."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Q

from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import Actor, Grant, Person, Scopes, Target
from zaakwerk.zgw.problems import Forbidden

NOTHING = Q(pk__in=[])


@dataclass(frozen=True)
class Reach:
    """Where a model keeps what rights depend on: `via` leads to the main object, then its type and level."""

    component: str
    type_path: str = ""
    level_path: str = ""
    via: str = ""
    person: Callable[[Person, str], Q] | None = None
    # What a type is called over its versions: an informatieobjecttype has no identificatie.
    type_name: str = "identificatie"
    # Where a type says in which collection it is.
    type_group: str = "catalogus"
    # Where the main object keeps its uuid, for rights that are about one object.
    object_path: str = ""
    # Where a row says that it is ready for publication; empty where nothing is kept back.
    published_path: str = ""

    def below(self, via: str) -> "Reach":
        """The same reach for a sub-resource that points at the main object by `via`."""
        return replace(self, via=f"{via}__{self.via}")

    @property
    def columns(self) -> tuple[str, ...]:
        """What a row must carry for `target_of`."""
        if not self.type_path:
            return ()
        stem = f"{self.via}{self.type_path}"
        more = (self.level_path, self.object_path, self.published_path)
        return (f"{stem}__uuid", f"{stem}__{self.type_name}", *(f"{self.via}{path}" for path in more if path))

    def target_of(self, values: Sequence[Any]) -> Target:
        """The target from the values of `columns` in one row."""
        if not values:
            return Target(self.component)
        uuid, name, *rest = values
        level = rest.pop(0) if self.level_path else 0
        itself = as_uuid(rest.pop(0)) if self.object_path else None
        is_published = bool(rest.pop(0)) if self.published_path else True
        return Target(self.component, as_uuid(uuid), name, level, itself, is_published)

    def visible_to(self, actor: Actor, scopes: Scopes) -> Q | None:
        """The rows an actor sees; None means every row. Raises Forbidden without any grant (1.4.4)."""
        if actor.person is not None:
            return self.person(actor.person, self.via) if self.person else NOTHING
        published = self.published_to(actor)
        if actor.all_rights:
            return published
        grants = self.grants(actor, scopes)
        if all(grant.denies for grant in grants):
            raise Forbidden(actor.why_not(scopes, Target(self.component)))
        granted = self.predicate(grants)
        return granted & published if granted and published else granted or published

    def published_to(self, actor: Actor) -> Q | None:
        """What is ready for publication, for who sees nothing else; None when that keeps nothing back."""
        if not (actor.sees_only_published and self.published_path):
            return None
        return Q(**{f"{self.via}{self.published_path}": True})

    def grants(self, actor: Actor, scopes: Scopes) -> tuple[Grant, ...]:
        """The grants that count for reading; a room may let rights on other components count (ztc-014)."""
        return actor.granted(self.component, scopes)

    def require(self, actor: Actor, scopes: Scopes, target: Target) -> None:
        """Raises Forbidden when the actor may not read this one row."""
        actor.require(scopes, target)
        if actor.sees_only_published and not target.is_published:
            raise Forbidden("Deze applicatie ziet alleen wat gereed is voor publicatie.")

    def predicate(self, grants: Sequence[Grant]) -> Q | None:
        """Grants as SQL; None when they open every row. A grant that denies beats every other."""
        denied = [grant.object_uuid for grant in grants if grant.denies]
        if not self.type_path and not denied:
            return None
        visible = self.by_type([grant for grant in grants if grant.object_uuid is None])
        opened = [grant.object_uuid for grant in grants if grant.object_uuid and not grant.denies]
        if opened:
            visible |= self.objects(opened)
        return visible & self.others(denied) if denied else visible

    def objects(self, uuids: Sequence[UUID | None]) -> Q:
        """The rows of these main objects."""
        return Q(**{f"{self.via}{self.object_path}__in": uuids}) if self.object_path else NOTHING

    def others(self, uuids: Sequence[UUID | None]) -> Q:
        """The rows of no such main object; none at all where a row does not tell which is its own."""
        return ~self.objects(uuids) if self.object_path else NOTHING

    def by_type(self, grants: Sequence[Grant]) -> Q:
        """Grants by type as SQL: per way to name a type and maximum level one list."""
        if not self.type_path:
            return Q(pk__isnull=False) if grants else NOTHING
        stem = f"{self.via}{self.type_path}"
        name, group = f"{stem}__{self.type_name}", f"{stem}__{self.type_group}__uuid"
        listed: dict[tuple[str, UUID | None, int], list[Any]] = defaultdict(list)
        open_levels = []
        for grant in grants:
            if grant.type_uuid is not None:
                listed[f"{stem}__uuid", None, grant.max_level].append(grant.type_uuid)
            elif grant.type_identificatie:
                listed[name, grant.type_group, grant.max_level].append(grant.type_identificatie)
            elif grant.type_group is not None:
                listed[group, None, grant.max_level].append(grant.type_group)
            else:
                open_levels.append(grant.max_level)
        visible = NOTHING
        for (column, within, level), values in listed.items():
            narrowed = Q(**{group: within}) if within else Q()
            visible |= Q(**{f"{column}__in": values}) & narrowed & self.up_to(level)
        return visible | self.up_to(max(open_levels)) if open_levels else visible

    def up_to(self, level: int) -> Q:
        """Rows of at most this confidentiality."""
        if not self.level_path or level >= vertrouwelijkheid.HIGHEST:
            return Q(pk__isnull=False)
        return Q(**{f"{self.via}{self.level_path}__lte": level})


def as_uuid(value: Any) -> UUID:
    """A uuid from the form in which a driver gives it."""
    return value if isinstance(value, UUID) else UUID(str(value))
