"""Herleiden: finds archive dates that could not be known at closing, because another system did not answer.

The chore asks again every hour, for a few minutes at most, and goes on next time where it stopped.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import ClassVar

from django.db.models import Q, QuerySet

from zaakwerk.zaken import archief, queries
from zaakwerk.zaken.commands import bewaren
from zaakwerk.zaken.commands.base import ZaakCommand
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import external
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import Problem

MAX_SECONDS = 240.0
BATCH = 50
# What may lie elsewhere.
WIJZEN = ("zaakobject", "gerelateerde_zaak", "ingangsdatum_besluit", "vervaldatum_besluit")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class DeriveArchive(ZaakCommand[Zaak]):
    """Derives an archive date that is not known yet; nothing happens when it still is not."""

    instance: Zaak

    @property
    def subject_zaak(self) -> Zaak:
        return self.instance

    def references(self) -> Iterator[str]:
        yield from queries.sources_elsewhere(self.instance)

    def apply(self, journal: Journal) -> Zaak:
        zaak, resultaat = self.instance, queries.find_resultaat(self.instance)
        source = bewaren.source_of(resultaat, zaak, self.outside) if resultaat else None
        if source is None or zaak.archiefactiedatum is not None:
            return zaak
        derived = archief.derive(source)
        if derived.archiefactiedatum is not None:
            names = bewaren.put(zaak, derived, source.resultaattype)
            bewaren.save(zaak, names, journal)
        return zaak


@dataclass
class Round:
    """Where the chore is in the register: it goes on after the last zaak it looked at."""

    after: int = 0
    most: ClassVar[int] = BATCH

    def next(self) -> list[Zaak]:
        """The next zaken to look at; from the beginning when none is left."""
        found = list(waiting().filter(pk__gt=self.after).order_by("pk")[: self.most])
        self.after = found[-1].pk if len(found) == self.most else 0
        return found


ROUND = Round()


def waiting() -> QuerySet[Zaak]:
    """Closed zaken without archive date whose resultaattype has a term that counts from elsewhere."""
    kind = "resultaat__resultaattype__"
    ways = Q()
    for wijze in WIJZEN:
        ways |= Q(**{f"{kind}brondatum_archiefprocedure__afleidingswijze": wijze})
    closed = Zaak.objects.filter(
        ways, einddatum__isnull=False, archiefactiedatum=None, archiefstatus="nog_te_archiveren"
    )
    return closed.exclude(**{f"{kind}archiefactietermijn": ""}).select_related("zaaktype")


def catch_up(moment: datetime) -> int:
    """The chore; how many zaken got a date."""
    end, found = monotonic() + MAX_SECONDS, 0
    while monotonic() < end and (zaken := ROUND.next()):
        with external.remembered(seconds=max(end - monotonic(), 0)):
            found += sum(derive(zaak) for zaak in zaken if queries.sources_elsewhere(zaak))
        if not ROUND.after:
            break
    return found


def derive(zaak: Zaak) -> bool:
    """Whether a zaak got its date now."""
    try:
        return DeriveArchive(actor=SYSTEM, instance=zaak).run().archiefactiedatum is not None
    except Problem as problem:
        logger.warning("The archive date of zaak %s is still not known: %s", zaak.uuid, problem)
        return False
