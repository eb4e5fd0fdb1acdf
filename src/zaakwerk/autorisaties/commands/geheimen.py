"""Secrets of client ids: made here, stored encrypted, and seen once by who asked for them."""

import logging
import secrets as tokens
from dataclasses import dataclass
from typing import ClassVar

from zaakwerk.autorisaties.models import ClientId
from zaakwerk.autorisaties.scopes import BIJWERKEN
from zaakwerk.zgw import secrets
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal

LOG = logging.getLogger(__name__)
BYTES = 32


def make_secret() -> str:
    """A secret nobody can guess."""
    return tokens.token_urlsafe(BYTES)


@dataclass(frozen=True, kw_only=True)
class SetSecret(Command[ClientId]):
    """Gives a client id this secret; the old one stops working at once."""

    scopes: ClassVar[Scopes] = BIJWERKEN
    instance: ClientId
    secret: str

    def target(self) -> Target:
        return Target("ac")

    def lock(self) -> None:
        lock_row(self.instance)

    def apply(self, journal: Journal) -> ClientId:
        self.instance.secret = secrets.encrypt(self.secret)
        self.instance.save(update_fields=["secret"])
        LOG.info("%s replaced the secret of client id %s", self.actor.gebruiker_id, self.instance.client_id)
        return self.instance
