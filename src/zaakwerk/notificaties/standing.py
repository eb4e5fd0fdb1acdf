"""Standing: how the outbox and each subscriber are doing, in a few statements; for pages and metrics."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, QuerySet

from zaakwerk.notificaties import breaker, heartbeat
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.zgw.models import Bericht

WORKS, FALTERS, RESTS = "werkt", "hapert", "pauze"
# Failures in a row after which a subscriber is left alone long enough to call it a pause.
RESTS_FROM = 5
WAITING = {"afgeleverd_op": None, "opgegeven_op": None}
GIVEN_UP = {"opgegeven_op__isnull": False}


@dataclass(frozen=True)
class Outbox:
    """What waits to be distributed and delivered, and whether a worker is there."""

    te_verdelen: int
    wachtend: int
    opgegeven: int
    oudste: datetime | None
    worker_gezien: datetime | None

    def lag(self, moment: datetime) -> timedelta:
        """How long the oldest message waits."""
        return since(self.oudste, moment)

    def has_worker(self, moment: datetime) -> bool:
        """Whether a worker was seen lately."""
        return self.worker_gezien is not None and moment - self.worker_gezien < heartbeat.LOST_AFTER


@dataclass(frozen=True)
class Subscriber:
    """One abonnement with what it has still to get."""

    abonnement: Abonnement
    stand: str
    wachtend: int = 0
    opgegeven: int = 0
    oudste: datetime | None = None

    def lag(self, moment: datetime) -> timedelta:
        """How long its oldest message waits."""
        return since(self.oudste, moment)


def since(begin: datetime | None, moment: datetime) -> timedelta:
    """The time from a moment, never negative."""
    return max(moment - begin, timedelta(0)) if begin else timedelta(0)


def outbox(subscribers: list[Subscriber]) -> Outbox:
    """The whole, from the parts and what has still to be distributed."""
    waiting = Bericht.objects.filter(is_verdeeld=False).aggregate(n=Count("pk"), oldest=Min("aanmaakdatum"))
    moments = [waiting["oldest"], *(found.oudste for found in subscribers)]
    return Outbox(
        te_verdelen=waiting["n"],
        wachtend=sum(found.wachtend for found in subscribers),
        opgegeven=sum(found.opgegeven for found in subscribers),
        oudste=min((moment for moment in moments if moment), default=None),
        worker_gezien=heartbeat.last_seen(),
    )


def subscribers(moment: datetime, abonnementen: QuerySet[Abonnement] | None = None) -> list[Subscriber]:
    """Every subscriber, or those given, oldest first."""
    found = Abonnement.objects.all() if abonnementen is None else abonnementen
    waiting, given_up = tally(WAITING), tally(GIVEN_UP)
    return [
        Subscriber(
            abonnement,
            stand_of(abonnement, moment),
            wachtend=waiting.get(abonnement.pk, (0, None))[0],
            opgegeven=given_up.get(abonnement.pk, (0, None))[0],
            oudste=waiting.get(abonnement.pk, (0, None))[1],
        )
        for abonnement in found.select_related("aanmelding").order_by("id")
    ]


def tally(state: dict[str, Any]) -> dict[int, tuple[int, datetime | None]]:
    """Per abonnement how many deliveries are in a state, and since when the oldest is there."""
    rows = Aflevering.objects.filter(**state).values("abonnement")
    counted = rows.annotate(n=Count("pk"), oldest=Min("aangemaakt_op")).order_by()
    return {row["abonnement"]: (row["n"], row["oldest"]) for row in counted}


def stand_of(abonnement: Abonnement, moment: datetime) -> str:
    """In one word how a subscriber is doing: its breaker is closed, half open or open."""
    if not abonnement.mislukkingen:
        return WORKS
    is_long = abonnement.mislukkingen >= RESTS_FROM
    return RESTS if is_long and breaker.is_open(abonnement, moment) else FALTERS
