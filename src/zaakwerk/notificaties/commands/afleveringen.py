"""Afleveringen: what an operator does with messages that were given up, and with a subscriber that failed."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.db.models import QuerySet

from zaakwerk.notificaties import breaker, callbacks, messages
from zaakwerk.notificaties.credentials import authorization, credentials_of
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.queries import given_up, open_rows
from zaakwerk.notificaties.scopes import CONSUMEREN
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.outbound import CallFailed

log = logging.getLogger("zaakwerk.notificaties")


@dataclass(frozen=True, kw_only=True)
class OperatorCommand(Command[Abonnement]):
    """What an operator does to one subscriber, whoever made its abonnement."""

    scopes: ClassVar[Scopes] = CONSUMEREN
    instance: Abonnement

    def target(self) -> Target:
        return Target("nrc")

    def lock(self) -> None:
        lock_row(self.instance)


@dataclass(frozen=True, kw_only=True)
class SendAgain(OperatorCommand):
    """Messages that were given up are sent again: those named, or all of the subscriber.

    They get a new day of attempts; until the first of these the answer that was received stays readable.
    """

    keys: Sequence[int] | None = None

    def rows(self) -> QuerySet[Aflevering]:
        """What is sent again."""
        rows = given_up(self.instance.pk)
        return rows if self.keys is None else rows.filter(pk__in=self.keys)

    def apply(self, journal: Journal) -> Abonnement:
        count = self.rows().update(
            opgegeven_op=None, volgende_poging=None, eerste_poging=None, pogingen=0, aangemaakt_op=now()
        )
        breaker.close(self.instance)
        log.info("%s berichten opnieuw verzonden aan abonnement %s", count, self.instance.uuid)
        return self.instance


@dataclass(frozen=True, kw_only=True)
class TryNow(OperatorCommand):
    """What waits for a subscriber is tried at once, such as after it said that it works again."""

    def apply(self, journal: Journal) -> Abonnement:
        open_rows(self.instance.pk).update(volgende_poging=None)
        breaker.close(self.instance)
        return self.instance


@dataclass(frozen=True)
class Trial:
    """What came of a test message."""

    answer: str
    is_delivered: bool
    is_reached: bool = True


@dataclass(frozen=True, kw_only=True)
class SendTrial(OperatorCommand):
    """A test message to a subscriber; success ends its pause, failure is shown and counted."""

    def execute(self, precondition: Callable[[], None] | None = None) -> tuple[Abonnement, Journal]:
        """As every command, after the call: outside the transaction, and only for who may."""
        self.authorise()
        trial = self.call()
        done = super().execute(precondition)
        breaker.learn(self.instance, [trial], now())
        self.instance.laatste_antwoord = trial.answer
        return done

    def call(self) -> Trial:
        """The call itself."""
        abonnement = self.instance
        try:
            auth = authorization(credentials_of(abonnement))
            answer = callbacks.send(abonnement.callback_url, auth, messages.trial(), abonnement.vorm)
        except CallFailed as failure:
            return Trial(str(failure), is_delivered=False, is_reached=False)
        return Trial(callbacks.words_of(answer), answer.is_success)

    def apply(self, journal: Journal) -> Abonnement:
        return self.instance
