"""Resource: the declaration from which views, SQL, audit lines, messages and OpenAPI are derived."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.filters import Filter
from zaakwerk.zgw.kinds import Field
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.reach import Reach

UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


@dataclass(frozen=True)
class Channel:
    """A notification channel: its name and the kenmerken of a main object, in wire form."""

    name: str
    kenmerken: Mapping[str, Callable[[Any], str]]


@dataclass(frozen=True)
class Extra:
    """An operation that no resource declares, or more about one that does, as OpenAPI describes it.

    `path` is relative to the component, as in zaaktypen/{uuid}/publish; it answers with `answer`, or when
    that is empty with the representation of `resource`. `takes` and `gives` are media types of what is no
    JSON: a form with a file in it, or a file.
    """

    method: str
    path: str
    operation_id: str
    scopes: Scopes
    resource: "Resource | None" = None
    status: int = 200
    summary: str = ""
    query: tuple[Filter, ...] = ()
    body: tuple[Field, ...] = ()
    answer: tuple[Field, ...] = ()
    takes: str = "application/json"
    gives: str = ""


@dataclass(eq=False)
class Resource:
    """One resource: where it lives, how it looks, who reads it, which commands write it.

    `path` may hang below a parent (`zaken/{parent}/zaakeigenschappen`, with `parent_field` the foreign key).
    `main` names the foreign key to the main object of audit trail and channel; empty when it is itself main.
    """

    name: str
    path: str
    model: type[models.Model]
    fields: tuple[Field, ...]
    reach: Reach
    read: Scopes
    filters: tuple[Filter, ...] = ()
    orderings: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ("-id",)
    paginated: bool = True
    create: Any = None
    update: Any = None
    destroy: Any = None
    main: str = ""
    parent_field: str = ""
    channel: Channel | None = None
    audited: bool = False
    needs_crs: bool = False
    has_etag: bool = True
    weergave: Callable[[Any], str] = str
    base: Callable[[], models.QuerySet[Any]] | None = None
    # Relations that only expand shows: objects of other systems, and names beyond the schemas (C-04).
    expansions: tuple[Field, ...] = ()
    component: "Component" = field(init=False)

    @property
    def prefix(self) -> str:
        """The path before the uuid, e.g. /zaken/api/v1/zaken/."""
        return f"{self.component.prefix}/{self.path}/"

    def url_of(self, uuid: Any, parent: Any = "") -> str:
        """The URL without base, from the uuid and for a nested resource its parent's."""
        from zaakwerk.zgw.relations import dashed

        return BASE + self.prefix.replace("{parent}", dashed(parent) if parent else "") + dashed(uuid)

    def url_for(self, instance: Any) -> str:
        """The URL of an instance, without base."""
        parent = getattr(instance, self.parent_field).uuid if self.parent_field else ""
        return self.url_of(instance.uuid, parent)

    def uuid_in(self, path: str) -> UUID | None:
        """The uuid in a local path of this resource; None for any other path."""
        pattern = re.escape(self.prefix).replace(r"\{parent\}", UUID_FORM)
        found = re.fullmatch(f"{pattern}({UUID_FORM})", path.lower())
        return UUID(found[1]) if found else None

    def main_of(self, instance: Any) -> Any:
        """The main object an instance belongs to."""
        return getattr(instance, self.main) if self.main else instance

    def queryset(self) -> models.QuerySet[Any]:
        """Every row the resource can represent."""
        return self.base() if self.base else self.model._default_manager.all()

    def field_for(self, key: str) -> Field | None:
        """The field with this wire key."""
        return next((found for found in self.fields if found.key == key), None)

    def expansion_for(self, key: str) -> Field | None:
        """The relation that `expand` knows by this name, or another field of that name."""
        named = (found for found in self.expansions if found.key == key)
        return next(named, None) or self.field_for(key)


@dataclass(eq=False)
class Component:
    """One API: its name in paths, its code in the standard, its version, and its resources."""

    name: str
    code: str
    version: str
    title: str
    resources: tuple[Resource, ...]
    extra: Mapping[str, Any] = field(default_factory=dict)
    extras: tuple[Extra, ...] = ()

    def __post_init__(self) -> None:
        for resource in self.resources:
            resource.component = self

    @property
    def prefix(self) -> str:
        """The base path, e.g. /zaken/api/v1."""
        return f"/{self.name}/api/v1"
