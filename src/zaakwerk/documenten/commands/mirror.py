"""Mirror by hand: what a client may ask of the mirror itself, which is always refused (drc-002 … drc-004)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from zaakwerk.documenten import queries, rules, scopes
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, ObjectInformatieObject
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.resource import Resource


@dataclass(frozen=True, kw_only=True)
class CreateMirror(Command[ObjectInformatieObject]):
    """Refuses: here a relation and its mirror come to be in one transaction, so there is never one to add."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN
    rules: ClassVar[Any] = rules.ON_MIRROR
    inconsistency: ClassVar[str] = "De relatie bestaat niet in het bronregister; leg haar daar vast."

    informatieobject: EnkelvoudigInformatieObject
    object: str
    object_type: str

    def target(self) -> Target:
        return queries.target_of(self.informatieobject)

    @cached_property
    def object_resource(self) -> Resource | None:
        """The kind of the object; None when there is no such object."""
        found = registry.resolve(self.object.removeprefix(BASE)) if self.object.startswith(BASE) else None
        if found is None or not found[0].model._default_manager.filter(uuid=found[1]).exists():
            return None
        return found[0]

    @property
    def has_object(self) -> bool:
        """Whether there is an object, of the kind it is said to be."""
        return self.object_resource is not None and self.object_resource.name == self.object_type

    @cached_property
    def is_mirrored(self) -> bool:
        """Whether the relation is there already."""
        mirrors = self.informatieobject.objectinformatieobjecten
        return self.has_object and mirrors.filter(object_uuid=self.object.rpartition("/")[2]).exists()

    @property
    def is_inconsistent(self) -> bool:
        """Whether there is such an object, but no relation with it."""
        return self.has_object and not self.is_mirrored


@dataclass(frozen=True, kw_only=True)
class DestroyMirror(Command[ObjectInformatieObject]):
    """Refuses: as long as there is a mirror, the relation it mirrors exists."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN
    rules: ClassVar[Any] = (rules.drc_004_relation_exists_at_its_source,)
    inconsistency: ClassVar[str] = "De relatie bestaat nog in het bronregister; verwijder haar daar."
    is_inconsistent: ClassVar[bool] = True

    instance: ObjectInformatieObject

    def target(self) -> Target:
        return queries.target_of(self.instance.informatieobject)
