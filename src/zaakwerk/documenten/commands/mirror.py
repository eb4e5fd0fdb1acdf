"""Mirror by hand: what the register that leads a relation may ask of its mirror here (drc-002 … drc-004)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from zaakwerk.documenten import bronregister, queries, scopes
from zaakwerk.documenten.bronregister import Elsewhere, Source
from zaakwerk.documenten.commands.base import CreateBelow, DestroyBelow
from zaakwerk.documenten.commands.links import link_object
from zaakwerk.documenten.models import ObjectInformatieObject
from zaakwerk.documenten.rules import relaties
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class CreateMirror(CreateBelow[ObjectInformatieObject]):
    """Mirrors a relation that another register made; our own are mirrored by the command that makes them."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN
    rules: ClassVar[Any] = relaties.ON_CREATE
    inconsistency: ClassVar[str] = "De relatie bestaat niet in het bronregister; leg haar daar vast."

    object: str
    object_type: str

    @cached_property
    def source(self) -> Source:
        """Who leads the relation."""
        return bronregister.source_of(self.object, self.object_type, self.informatieobject)

    def prepare(self) -> None:
        self.authorise()
        self.source.ask()

    @property
    def is_mirrored(self) -> bool:
        """Whether the relation is there already."""
        identity = bronregister.identity_of(self.object)
        return self.source.is_of_its_kind and queries.is_mirrored(self.informatieobject, identity)

    @property
    def is_inconsistent(self) -> bool:
        """Whether there is such an object, but no relation with it."""
        return self.source.exists and self.source.is_of_its_kind and not self.source.has_relation

    def apply(self, journal: Journal) -> ObjectInformatieObject:
        identity = bronregister.identity_of(self.object)
        return link_object(self.informatieobject, self.object_type, identity, self.object, journal)


@dataclass(frozen=True, kw_only=True)
class DestroyMirror(DestroyBelow[ObjectInformatieObject]):
    """Takes the mirror of a relation away that is gone at its source; one of our own never is."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN
    rules: ClassVar[Any] = relaties.ON_DESTROY
    inconsistency: ClassVar[str] = "De relatie bestaat nog in het bronregister; verwijder haar daar."

    @cached_property
    def source(self) -> Source:
        """Who leads the relation."""
        found = self.instance
        return bronregister.source_of(found.object, found.object_type, found.informatieobject)

    def prepare(self) -> None:
        self.authorise()
        if isinstance(self.source, Elsewhere):
            self.source.ask_relation()

    @property
    def is_inconsistent(self) -> bool:
        """Whether the relation is still there."""
        return not isinstance(self.source, Elsewhere) or self.source.has_relation
