"""Zaaknummers: give out the next one, or set some aside before their zaak exists (zrc-002, 2.7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.zaken import queries, scopes
from zaakwerk.zaken.models import ZaaknummerReservering
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal

MOST = 10_000


@dataclass(frozen=True, kw_only=True)
class ReserveNumbers(Command[Any]):
    """Sets numbers aside for one organisation; they are never given out again and do not expire."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN

    bronorganisatie: str
    aantal: int = 1

    def authorise(self) -> None:
        # There is no zaaktype yet: the right to register a zaak of any type suffices.
        if not self.actor.may_any("zrc", self.scopes):
            self.actor.require(self.scopes, Target("zrc"))

    def apply(self, journal: Journal) -> list[str]:
        """The numbers, in order."""
        moment = clock.now()
        numbers = new_numbers(self.bronorganisatie, clock.legal_date(moment).year, self.aantal)
        ZaaknummerReservering.objects.bulk_create(
            (
                ZaaknummerReservering(
                    bronorganisatie=self.bronorganisatie, identificatie=number, gereserveerd_op=moment
                )
                for number in numbers
            ),
            batch_size=1000,
        )
        return numbers


def new_numbers(bronorganisatie: str, jaar: int, aantal: int = 1) -> list[str]:
    """ZAAK-{year}-{ten digits}, so many as asked; skips what clients chose themselves."""
    found: list[str] = []
    while len(found) < aantal:
        found += free_numbers(bronorganisatie, jaar, aantal - len(found))
    return found


def free_numbers(bronorganisatie: str, jaar: int, aantal: int) -> Iterator[str]:
    """The next numbers of the counter, without those that a zaak has already."""
    numbers = [f"ZAAK-{jaar}-{number:010d}" for number in queries.next_numbers(bronorganisatie, jaar, aantal)]
    taken = queries.taken_among(bronorganisatie, numbers)
    return (number for number in numbers if number not in taken)


def use_reservation(reservation: ZaaknummerReservering) -> None:
    """Notes that a number set aside has its zaak now."""
    reservation.gebruikt_op = clock.now()
    reservation.save(update_fields=["gebruikt_op"])
