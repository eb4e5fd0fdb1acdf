"""Kanalen: making a channel; channels never change or go (8.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from zaakwerk.notificaties.models import Kanaal
from zaakwerk.notificaties.rules import unique_name_of_kanaal
from zaakwerk.notificaties.scopes import PUBLICEREN
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.rules import Rule


@dataclass(frozen=True, kw_only=True)
class CreateKanaal(Command[Kanaal]):
    """A new channel, with the names of the kenmerken its messages carry."""

    scopes: ClassVar[Scopes] = PUBLICEREN
    rules: ClassVar[Sequence[Rule]] = (unique_name_of_kanaal,)
    naam: str
    documentatie_link: str = ""
    filters: Sequence[str] = ()

    def target(self) -> Target:
        return Target("nrc")

    def apply(self, journal: Journal) -> Kanaal:
        return Kanaal.objects.create(
            naam=self.naam,
            documentatie_link=self.documentatie_link,
            filters=list(dict.fromkeys(self.filters)),
        )
