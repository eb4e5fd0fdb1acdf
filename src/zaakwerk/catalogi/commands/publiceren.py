"""Publish a version: from then on it is used, and stays as it is (4.4)."""

import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.catalogi import queries, scopes
from zaakwerk.catalogi.commands.base import COMPONENT, M, end_before, lock_type, old_wire
from zaakwerk.catalogi.rules import versies
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Publish(Command[M]):
    """Publishes a version of a type; one that is published already stays so, silently.

    With `end_previous` the version that is in force until then ends on the day before.
    """

    scopes: ClassVar[Scopes] = scopes.SCHRIJVEN
    rules: ClassVar[Any] = (versies.ztc_016_published_versions_do_not_overlap,)
    instance: M
    end_previous: bool = False

    def lock(self) -> None:
        lock_type(self.instance)

    def target(self) -> Target:
        return COMPONENT

    @property
    def previous(self) -> Any:
        """The version that this one takes the place of; None when nothing is asked or there is none."""
        return queries.version_before(self.instance) if self.end_previous else None

    def draft(self) -> Any:
        """The version as it would be, not saved; what the rules judge."""
        draft: Any = copy.copy(self.instance)
        draft.concept = False
        return draft

    def apply(self, journal: Journal) -> M:
        version: Any = self.instance
        if version.concept:
            if previous := self.previous:
                end_before(previous, version.begin_geldigheid, journal)
            oud = old_wire(version)
            version.concept = False
            version.save(update_fields=["concept"])
            journal.updated(version, oud, "update")
        return version  # type: ignore[no-any-return]
