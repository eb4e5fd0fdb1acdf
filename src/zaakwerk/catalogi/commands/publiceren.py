"""Publish a version: from then on it is used, and stays as it is (4.4)."""

import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.commands.base import COMPONENT, M, lock_type, old_wire
from zaakwerk.catalogi.rules import versies
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Publish(Command[M]):
    """Publishes a zaaktype or an informatieobjecttype; one that is published already stays so, silently."""

    scopes: ClassVar[Scopes] = scopes.SCHRIJVEN
    rules: ClassVar[Any] = (versies.ztc_016_published_versions_do_not_overlap,)
    instance: M

    def lock(self) -> None:
        lock_type(self.instance)

    def target(self) -> Target:
        return COMPONENT

    def draft(self) -> Any:
        """The version as it would be, not saved; what the rules judge."""
        draft: Any = copy.copy(self.instance)
        draft.concept = False
        return draft

    def apply(self, journal: Journal) -> M:
        version: Any = self.instance
        if version.concept:
            oud = old_wire(version)
            version.concept = False
            version.save(update_fields=["concept"])
            journal.updated(version, oud, "update")
        return version  # type: ignore[no-any-return]
