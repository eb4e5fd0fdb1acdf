"""Aanmeldingen: how we sign in at a subscriber, and the form its messages have; ours, beside the standard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from zaakwerk.notificaties.commands.abonnementen import prove, require_owner
from zaakwerk.notificaties.credentials import Credentials, credentials_of
from zaakwerk.notificaties.models import CLOUDEVENTS, ZGW, Aanmelding, Abonnement
from zaakwerk.notificaties.rules import aanmelding_onvolledig, soort_onbekend
from zaakwerk.notificaties.scopes import CONSUMEREN
from zaakwerk.zgw import secrets
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.rules import Rule


@dataclass(frozen=True, kw_only=True)
class OwnCommand(Command[Abonnement]):
    """A change of one abonnement by the application that made it; the callback must prove itself."""

    scopes: ClassVar[Scopes] = CONSUMEREN
    instance: Abonnement

    def target(self) -> Target:
        return Target("nrc")

    def authorise(self) -> None:
        super().authorise()
        require_owner(self.actor, self.instance)

    def lock(self) -> None:
        lock_row(self.instance)

    def execute(self, precondition: Callable[[], None] | None = None) -> tuple[Abonnement, Journal]:
        """As every command, after the callback was called: outside the transaction, and only for who may."""
        self.authorise()
        self.check()
        prove(self.instance.callback_url, self.credentials(), self.vorm())
        return super().execute(precondition)

    def credentials(self) -> Credentials:
        """The credentials after the change."""
        return credentials_of(self.instance)

    def vorm(self) -> str:
        """The form after the change."""
        return self.instance.vorm


@dataclass(frozen=True, kw_only=True)
class SetAanmelding(OwnCommand):
    """A subscriber gets messages with a ZGW token or one of OAuth2 instead of the fixed header."""

    rules: ClassVar[Sequence[Rule]] = (aanmelding_onvolledig,)
    soort: str
    client_id: str
    secret: str
    token_url: str = ""
    scope: str = ""

    def credentials(self) -> Credentials:
        return Credentials("", self.soort, self.client_id, self.secret, self.token_url, self.scope)

    def apply(self, journal: Journal) -> Abonnement:
        values = {
            "soort": self.soort,
            "client_id": self.client_id,
            "secret": secrets.encrypt(self.secret),
            "token_url": self.token_url,
            "scope": self.scope,
        }
        aanmelding, _ = Aanmelding.objects.update_or_create(abonnement=self.instance, defaults=values)
        self.instance.aanmelding = aanmelding
        return self.instance


@dataclass(frozen=True, kw_only=True)
class RemoveAanmelding(OwnCommand):
    """A subscriber gets the fixed header of its abonnement again."""

    def credentials(self) -> Credentials:
        return Credentials(auth=secrets.decrypt(self.instance.auth))

    def apply(self, journal: Journal) -> Abonnement:
        Aanmelding.objects.filter(abonnement=self.instance).delete()
        return self.instance


@dataclass(frozen=True, kw_only=True)
class SetCloudEvents(OwnCommand):
    """A subscriber gets its messages as CloudEvents: of the types it names, or of every type."""

    rules: ClassVar[Sequence[Rule]] = (soort_onbekend,)
    soorten: Sequence[str] = ()

    def vorm(self) -> str:
        return CLOUDEVENTS

    def apply(self, journal: Journal) -> Abonnement:
        self.instance.vorm, self.instance.soorten = CLOUDEVENTS, list(dict.fromkeys(self.soorten))
        self.instance.save(update_fields=["vorm", "soorten"])
        return self.instance


@dataclass(frozen=True, kw_only=True)
class RemoveCloudEvents(OwnCommand):
    """A subscriber gets its messages in the form of the standard again."""

    def vorm(self) -> str:
        return ZGW

    def apply(self, journal: Journal) -> Abonnement:
        self.instance.vorm, self.instance.soorten = ZGW, []
        self.instance.save(update_fields=["vorm", "soorten"])
        return self.instance
