"""Berichten: messages that other providers publish through us (8.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from zaakwerk.notificaties.rules import kenmerken_inconsistent_with_kanaal, message_kanaal_exists
from zaakwerk.notificaties.scopes import PUBLICEREN
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.journal import Journal, post
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.rules import Rule


@dataclass(frozen=True, kw_only=True)
class PublishBericht(Command[Bericht]):
    """A message of another provider, put in the outbox beside our own."""

    scopes: ClassVar[Scopes] = PUBLICEREN
    rules: ClassVar[Sequence[Rule]] = (message_kanaal_exists, kenmerken_inconsistent_with_kanaal)
    kanaal: str
    hoofd_object: str
    resource: str
    resource_url: str
    actie: str
    aanmaakdatum: datetime
    kenmerken: Mapping[str, str] = field(default_factory=dict)

    def target(self) -> Target:
        return Target("nrc")

    def apply(self, journal: Journal) -> Bericht:
        bericht = Bericht(
            kanaal=self.kanaal,
            hoofd_object=self.hoofd_object,
            resource=self.resource,
            resource_url=self.resource_url,
            actie=self.actie,
            aanmaakdatum=self.aanmaakdatum,
            kenmerken=dumps(self.kenmerken),
        )
        post([bericht])
        return bericht
