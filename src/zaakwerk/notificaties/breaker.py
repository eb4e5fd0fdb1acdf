"""Breaker: a subscriber that keeps failing is asked less and less often, as every worker sees."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from django.db.models import F

from zaakwerk.notificaties.models import Abonnement

# The pause of a subscriber that is away, and of one that answers but refuses.
LONGEST_PAUSE, LONGEST_REFUSED_PAUSE = 60.0, 5.0
ANSWER_LENGTH = 500


class Attempt(Protocol):
    """What came of one call."""

    @property
    def answer(self) -> str: ...

    @property
    def is_delivered(self) -> bool: ...

    @property
    def is_reached(self) -> bool: ...


def is_open(abonnement: Abonnement, moment: datetime) -> bool:
    """Whether nothing may be tried yet."""
    return abonnement.rust_tot is not None and abonnement.rust_tot > moment


def learn(abonnement: Abonnement, attempts: Sequence[Attempt], moment: datetime) -> None:
    """Counts attempts, and opens or closes the breaker; one statement, also on the instance."""
    if not attempts:
        return
    delivered = [attempt for attempt in attempts if attempt.is_delivered]
    failed = [attempt for attempt in attempts if not attempt.is_delivered]
    for attempt in attempts:
        abonnement.mislukkingen = 0 if attempt.is_delivered else abonnement.mislukkingen + 1
    abonnement.rust_tot = moment + pause(abonnement.mislukkingen, attempts[-1].is_reached)
    changes = {"mislukkingen": abonnement.mislukkingen, "rust_tot": abonnement.rust_tot}
    if not abonnement.mislukkingen:
        abonnement.rust_tot = changes["rust_tot"] = None
    if delivered:
        changes |= {"laatst_gelukt_op": moment, "aantal_gelukt": F("aantal_gelukt") + len(delivered)}
    if failed:
        answer = clean(failed[-1].answer)
        changes |= {"laatst_mislukt_op": moment, "aantal_mislukt": F("aantal_mislukt") + len(failed)}
        changes |= {"laatste_antwoord": answer}
    Abonnement.objects.filter(pk=abonnement.pk).update(**changes)


def pause(mislukkingen: int, is_reached: bool) -> timedelta:
    """How long to leave a subscriber alone: a quarter of a second, doubled with each failure in a row."""
    longest = LONGEST_REFUSED_PAUSE if is_reached else LONGEST_PAUSE
    return timedelta(seconds=min(2.0 ** min(mislukkingen - 3, 9), longest))


def close(abonnement: Abonnement) -> None:
    """Lets the next attempt be made at once; it closes for good when that succeeds."""
    abonnement.rust_tot = None
    Abonnement.objects.filter(pk=abonnement.pk).update(rust_tot=None)


def clean(answer: str) -> str:
    """An answer as the database takes it."""
    return answer.replace("\x00", "")[:ANSWER_LENGTH]
