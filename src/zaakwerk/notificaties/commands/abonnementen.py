"""Abonnementen: a subscription is made and changed only when its callback proves itself (8.3)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.notificaties import callbacks
from zaakwerk.notificaties.credentials import Credentials, credentials_of
from zaakwerk.notificaties.models import ZGW, Abonnement
from zaakwerk.notificaties.rules import inconsistent_abonnement_filters, kanaal_naam_exists
from zaakwerk.notificaties.scopes import CONSUMEREN
from zaakwerk.zgw import secrets
from zaakwerk.zgw.actors import Actor, Scopes, Target
from zaakwerk.zgw.commands import Command, assign, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Forbidden, Invalid
from zaakwerk.zgw.rules import Rule

RULES: tuple[Rule, ...] = (kanaal_naam_exists, inconsistent_abonnement_filters)


@dataclass(frozen=True, kw_only=True)
class CreateAbonnement(Command[Abonnement]):
    """A new subscription of the calling application."""

    scopes: ClassVar[Scopes] = CONSUMEREN
    rules: ClassVar[Sequence[Rule]] = RULES
    callback_url: str
    auth: str
    kanalen: Sequence[Mapping[str, Any]]

    def target(self) -> Target:
        return Target("nrc")

    def wanted(self) -> Sequence[Mapping[str, Any]]:
        """The filter groups as asked for."""
        return self.kanalen

    def execute(self, precondition: Callable[[], None] | None = None) -> tuple[Abonnement, Journal]:
        """As every command, after the callback was called: outside the transaction, and only for who may."""
        self.authorise()
        self.check()
        prove(self.callback_url, Credentials(auth=self.auth))
        return super().execute(precondition)

    def apply(self, journal: Journal) -> Abonnement:
        return Abonnement.objects.create(
            callback_url=self.callback_url,
            auth=secrets.encrypt(self.auth),
            kanalen=list(self.kanalen),
            client_id=self.actor.applicatie_id,
        )


@dataclass(frozen=True, kw_only=True)
class UpdateAbonnement(Command[Abonnement]):
    """A subscription with other values; only by the application that made it."""

    scopes: ClassVar[Scopes] = CONSUMEREN
    rules: ClassVar[Sequence[Rule]] = RULES
    instance: Abonnement
    changes: dict[str, Any]
    partial: bool = True

    def target(self) -> Target:
        return Target("nrc")

    def authorise(self) -> None:
        super().authorise()
        require_owner(self.actor, self.instance)

    def lock(self) -> None:
        lock_row(self.instance)

    def wanted(self) -> Sequence[Mapping[str, Any]]:
        """The filter groups after the change."""
        groups: Sequence[Mapping[str, Any]] = self.changes.get("kanalen", self.instance.kanalen)
        return groups

    def execute(self, precondition: Callable[[], None] | None = None) -> tuple[Abonnement, Journal]:
        """As every command; a callback or credentials that are sent must prove themselves first."""
        self.authorise()
        self.check()
        if self.changes.keys() & {"callback_url", "auth"}:
            prove(
                self.changes.get("callback_url", self.instance.callback_url),
                self.credentials(),
                self.instance.vorm,
            )
        return super().execute(precondition)

    def credentials(self) -> Credentials:
        """What is used after the change: an aanmelding goes before the fixed header."""
        known = credentials_of(self.instance)
        return known if known.soort else Credentials(auth=self.changes.get("auth") or known.auth)

    def apply(self, journal: Journal) -> Abonnement:
        changes = dict(self.changes)
        if "auth" in changes:
            changes["auth"] = secrets.encrypt(changes["auth"])
        changed = assign(self.instance, changes)
        if changed:
            self.instance.save(update_fields=changed)
        return self.instance


@dataclass(frozen=True, kw_only=True)
class DestroyAbonnement(Command[Abonnement]):
    """A subscription removed, with what still waited for it; only by the application that made it."""

    scopes: ClassVar[Scopes] = CONSUMEREN
    instance: Abonnement

    def target(self) -> Target:
        return Target("nrc")

    def authorise(self) -> None:
        super().authorise()
        require_owner(self.actor, self.instance)

    def lock(self) -> None:
        lock_row(self.instance)

    def apply(self, journal: Journal) -> Abonnement:
        self.instance.delete()
        return self.instance


def require_owner(actor: Actor, abonnement: Abonnement) -> None:
    """Raises Forbidden for another application than the one that made the subscription."""
    if abonnement.client_id and abonnement.client_id != actor.applicatie_id:
        raise Forbidden("Alleen de applicatie die het abonnement maakte mag het wijzigen of verwijderen.")


def prove(url: str, credentials: Credentials, vorm: str = ZGW) -> None:
    """Raises Invalid when a callback does not refuse strangers and accept us."""
    fault = callbacks.fault_of(url, credentials, vorm)
    if fault:
        raise Invalid([fault])
