"""Registry: which resource represents which model; filled at start-up by the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from zaakwerk.zgw.resource import Component, Resource

RESOURCES: dict[type[models.Model], Resource] = {}
COMPONENTS: dict[str, Component] = {}


def register(component: Component) -> None:
    """Makes a component and its resources known; called from AppConfig.ready()."""
    COMPONENTS[component.name] = component
    for resource in component.resources:
        RESOURCES[resource.model] = resource


def for_model(model: type[models.Model]) -> Resource:
    """The resource that represents a model."""
    return RESOURCES[model]


def all_resources() -> tuple[Resource, ...]:
    """Every registered resource, component by component."""
    return tuple(resource for component in COMPONENTS.values() for resource in component.resources)


def resolve(path: str) -> tuple[Resource, str] | None:
    """The resource and uuid a local path names; None when it names no object."""
    for resource in RESOURCES.values():
        uuid = resource.uuid_in(path)
        if uuid is not None:
            return resource, str(uuid)
    return None
