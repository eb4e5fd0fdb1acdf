"""Reach of the catalogue: no restriction on types, and who reads zaken or documenten reads the types too."""

from dataclasses import dataclass

from zaakwerk.catalogi import scopes
from zaakwerk.zgw.actors import Actor, Grant, Scopes, Target
from zaakwerk.zgw.reach import Reach


@dataclass(frozen=True)
class CatalogueReach(Reach):
    """ztc-014: a request that carries zaken.lezen or documenten.lezen counts as one with catalogi.lezen."""

    def grants(self, actor: Actor, scopes_asked: Scopes) -> tuple[Grant, ...]:
        readers = scopes.READERS if scopes_asked & scopes.LEZEN else frozenset()
        own = super().grants(actor, scopes_asked)
        return own or tuple(grant for grant in actor.grants if grant.scopes & readers)

    def require(self, actor: Actor, scopes_asked: Scopes, target: Target) -> None:
        if not self.grants(actor, scopes_asked):
            super().require(actor, scopes_asked, target)


REACH = CatalogueReach("ztc")
