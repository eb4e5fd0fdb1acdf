"""Delivery: the messages of one abonnement, in order per main object, each at least once (8.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event
from time import monotonic

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from zaakwerk.notificaties import breaker, callbacks, credentials
from zaakwerk.notificaties.credentials import Credentials
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.queries import open_rows
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.outbound import CallFailed

BATCH, BATCH_SECONDS = 20, 2.0
UNAUTHORIZED = 401
# A message that is refused is tried again after longer and longer; a subscriber that is away, each minute.
LONGEST_DELAY, LONGEST_ABSENCE = timedelta(hours=1), timedelta(minutes=1)
GIVE_UP_AFTER = timedelta(hours=24)
# However old: a message that waited behind another, or for a worker, is tried for so long itself.
OWN_CHANCE = timedelta(hours=1)


@dataclass(frozen=True)
class Outcome:
    """What came of one attempt; `is_reached` when the subscriber answered at all."""

    aflevering: Aflevering
    answer: str
    is_delivered: bool
    is_reached: bool = True


def due(abonnement: int, moment: datetime) -> list[Aflevering]:
    """The next messages, oldest first; a main object whose first message waits for a retry is passed over."""
    rows = open_rows(abonnement)
    waiting = rows.filter(volgende_poging__gt=moment).values("hoofd_object")
    return list(rows.exclude(hoofd_object__in=waiting).select_related("bericht").order_by("id")[:BATCH])


def abonnementen_due(moment: datetime) -> list[int]:
    """The abonnementen with something that may be tried now."""
    is_due = Q(volgende_poging=None) | Q(volgende_poging__lte=moment)
    rows = Aflevering.objects.filter(is_due, abonnement=OuterRef("pk"), afgeleverd_op=None, opgegeven_op=None)
    may_try = Q(rust_tot=None) | Q(rust_tot__lte=moment)
    found = Abonnement.objects.filter(may_try, Exists(rows))
    return list(found.order_by("pk").values_list("pk", flat=True))


def deliver(abonnement: Abonnement, rows: list[Aflevering], stop: Event) -> list[Outcome]:
    """Tries a batch outside any transaction and writes down what came of it."""
    outcomes = list(attempts(abonnement, rows, stop))
    moment = now()
    with transaction.atomic():
        # The subscriber's row before those of its messages, in the order in which it is also removed.
        breaker.learn(abonnement, outcomes, moment)
        record(outcomes, moment)
    return outcomes


def attempts(abonnement: Abonnement, rows: list[Aflevering], stop: Event) -> Iterator[Outcome]:
    """One attempt per message, for a short while; after a failure no later message of its main object."""
    known, failed = credentials.credentials_of(abonnement), set()
    end = monotonic() + BATCH_SECONDS
    for row in rows:
        if stop.is_set() or monotonic() > end:
            return
        if row.hoofd_object in failed:
            continue
        outcome = attempt(abonnement, known, row)
        yield outcome
        if not outcome.is_reached:
            return  # nobody is there: the rest of the batch would only wait
        if not outcome.is_delivered:
            failed.add(row.hoofd_object)


def attempt(abonnement: Abonnement, known: Credentials, row: Aflevering) -> Outcome:
    """One call; a refused token is not used again."""
    try:
        auth = credentials.authorization(known)
        answer = callbacks.send(abonnement.callback_url, auth, row.bericht, abonnement.vorm)
    except CallFailed as failure:
        return Outcome(row, str(failure), is_delivered=False, is_reached=False)
    if answer.status == UNAUTHORIZED:
        credentials.forget(known)
    return Outcome(row, callbacks.words_of(answer), answer.is_success)


def record(outcomes: list[Outcome], moment: datetime) -> None:
    """Writes outcomes in one short transaction."""
    delivered = [outcome.aflevering.pk for outcome in outcomes if outcome.is_delivered]
    with transaction.atomic():
        Aflevering.objects.filter(pk__in=delivered).update(
            afgeleverd_op=moment, volgende_poging=None, pogingen=F("pogingen") + 1, laatste_antwoord=""
        )
        for outcome in outcomes:
            if not outcome.is_delivered:
                record_failure(outcome, moment)


def record_failure(outcome: Outcome, moment: datetime) -> None:
    """Plans the next attempt, or gives the message up and keeps it with the answer."""
    row = outcome.aflevering
    pogingen, eerste_poging = row.pogingen + 1, row.eerste_poging or moment
    answer = breaker.clean(outcome.answer)
    is_over = row.aangemaakt_op <= moment - GIVE_UP_AFTER and eerste_poging <= moment - OWN_CHANCE
    Aflevering.objects.filter(pk=row.pk).update(
        pogingen=pogingen,
        eerste_poging=eerste_poging,
        volgende_poging=None if is_over else moment + delay_after(pogingen, outcome.is_reached),
        opgegeven_op=moment if is_over else None,
        laatste_antwoord=answer,
    )
    if is_over and not outcome.is_reached:
        give_up_all(row.abonnement_id, answer, moment)


def give_up_all(abonnement: int, answer: str, moment: datetime) -> None:
    """What waited for a day behind a subscriber that is away shares the fate of the message it waited for."""
    old = open_rows(abonnement).filter(aangemaakt_op__lte=moment - GIVE_UP_AFTER)
    old.update(opgegeven_op=moment, volgende_poging=None, laatste_antwoord=answer)


def delay_after(pogingen: int, is_reached: bool) -> timedelta:
    """How long to wait after so many attempts: 1, 2, 4, … seconds, up to a limit."""
    longest = LONGEST_DELAY if is_reached else LONGEST_ABSENCE
    return min(timedelta(seconds=2 ** min(pogingen - 1, 12)), longest)
