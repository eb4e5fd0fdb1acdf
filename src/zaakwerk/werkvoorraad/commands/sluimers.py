"""Put a zaak out of sight until a day, and take it back."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.werkvoorraad import rules
from zaakwerk.werkvoorraad.models import Sluimer
from zaakwerk.zaken import scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.queries import target_of
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class Snooze(Command[Sluimer]):
    """For this employee the zaak waits until a day; a second time replaces the first."""

    scopes: ClassVar[Scopes] = scopes.LEZEN
    rules: ClassVar[Any] = (rules.werkvoorraad_zaak_is_open, rules.werkvoorraad_snooze_ends_in_time)

    medewerker: Medewerker
    zaak: Zaak
    tot: date
    reden: str = ""

    def target(self) -> Target:
        return target_of(self.zaak)

    def apply(self, journal: Journal) -> Sluimer:
        values = {"tot": self.tot, "reden": self.reden[:200], "sinds": clock.now()}
        made, _ = Sluimer.objects.update_or_create(
            medewerker=self.medewerker, zaak=self.zaak, defaults=values
        )
        return made


@dataclass(frozen=True, kw_only=True)
class Wake(Command[Zaak]):
    """The zaak is back at once; nothing when it does not snooze."""

    scopes: ClassVar[Scopes] = scopes.LEZEN

    medewerker: Medewerker
    zaak: Zaak

    def target(self) -> Target:
        return target_of(self.zaak)

    def apply(self, journal: Journal) -> Zaak:
        Sluimer.objects.filter(medewerker=self.medewerker, zaak=self.zaak).delete()
        return self.zaak
