"""Toegang: asking for one zaak, deciding about it, and shielding a zaak from somebody.

This room does not know zaken: a zaak comes in as the Target of rights on it, `behandelt` as whether the actor
is its behandelaar.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from zaakwerk.autorisaties.commands.mensen import write_line
from zaakwerk.autorisaties.mag import mag
from zaakwerk.autorisaties.models import Medewerker, Zaakrecht
from zaakwerk.autorisaties.rules.mensen import (
    eigen_toegang_by_somebody_else,
    eigen_toegang_ends,
    eigen_toegang_is_asked_once,
)
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor, Target
from zaakwerk.zgw.commands import Command, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.problems import Forbidden, NotFound
from zaakwerk.zgw.rules import Rule


@dataclass(frozen=True, kw_only=True)
class ZaakrechtCommand(Command[Zaakrecht]):
    """A command about one person and one zaak; noted in the audit trail of the zaak."""

    zaak: Target
    behandelt: bool = False

    def target(self) -> Target:
        return self.zaak

    @property
    def zaak_uuid(self) -> UUID:
        """Which zaak."""
        if self.zaak.object_uuid is None:
            raise NotFound("De zaak bestaat niet.")
        return self.zaak.object_uuid

    def authorise(self) -> None:
        besluit = may_decide(self.actor, self.zaak, self.behandelt)
        if besluit:
            raise Forbidden(besluit)

    def note(self, actie: str, wat: str, recht: Zaakrecht) -> None:
        """The line in the audit trail, with who, why and until when."""
        main = self.zaak_uuid, f"{BASE}/zaken/api/v1/zaken/{self.zaak_uuid}", "zaak"
        facts = {"medewerker": recht.medewerker.username, "reden": recht.reden, "tot": str(recht.tot or "")}
        write_line(self.actor, actie, main, wat, nieuw={**facts, "toelichting": recht.toelichting})


def may_decide(actor: Actor, zaak: Target, behandelt: bool) -> str:
    """Why the actor may not decide who sees a zaak; empty for its behandelaar and who coordinates it."""
    if behandelt and mag(actor, "lezen", zaak).toegestaan:
        return ""
    return mag(actor, "toegang_verlenen", zaak).reden


@dataclass(frozen=True, kw_only=True)
class AskToegang(ZaakrechtCommand):
    """Asks to read a zaak until a day; everybody with an account may ask."""

    rules: ClassVar[Sequence[Rule]] = (eigen_toegang_ends, eigen_toegang_is_asked_once)
    medewerker: Medewerker
    reden: str
    tot: date

    def authorise(self) -> None:
        if self.actor.is_denied(self.zaak):
            raise Forbidden("Deze zaak is voor u afgeschermd. Toegang vragen kan niet.")

    def apply(self, journal: Journal) -> Zaakrecht:
        made = Zaakrecht.objects.create(
            medewerker=self.medewerker,
            zaak=self.zaak_uuid,
            soort=Zaakrecht.TOEGANG,
            staat=Zaakrecht.GEVRAAGD,
            reden=self.reden,
            tot=self.tot,
            gevraagd_op=clock.now(),
        )
        self.note("create", f"{self.medewerker} vraagt toegang", made)
        return made


@dataclass(frozen=True, kw_only=True)
class DecideToegang(ZaakrechtCommand):
    """Gives the access that was asked for, possibly shorter, or refuses it."""

    rules: ClassVar[Sequence[Rule]] = (eigen_toegang_by_somebody_else, eigen_toegang_ends)
    instance: Zaakrecht
    is_toegekend: bool
    tot: date
    toelichting: str = ""

    def lock(self) -> None:
        lock_row(self.instance, "medewerker")

    def apply(self, journal: Journal) -> Zaakrecht:
        recht = self.instance
        recht.staat = Zaakrecht.GELDT if self.is_toegekend else Zaakrecht.AFGEWEZEN
        recht.tot, recht.toelichting = self.tot, self.toelichting
        recht.besloten_door, recht.besloten_op = self.actor.gebruiker_weergave, clock.now()
        recht.save()
        words = "krijgt toegang" if self.is_toegekend else "krijgt geen toegang"
        self.note("update", f"{recht.medewerker} {words}", recht)
        return recht


@dataclass(frozen=True, kw_only=True)
class ShieldZaak(ZaakrechtCommand):
    """Keeps somebody out of a zaak, whatever their role: a relative, a colleague, somebody well known."""

    medewerker: Medewerker
    reden: str

    def apply(self, journal: Journal) -> Zaakrecht:
        made = Zaakrecht.objects.create(
            medewerker=self.medewerker,
            zaak=self.zaak_uuid,
            soort=Zaakrecht.AFSCHERMING,
            staat=Zaakrecht.GELDT,
            reden=self.reden,
            gevraagd_op=clock.now(),
            besloten_door=self.actor.gebruiker_weergave,
            besloten_op=clock.now(),
        )
        self.note("create", f"Zaak afgeschermd voor {self.medewerker}", made)
        return made


@dataclass(frozen=True, kw_only=True)
class WithdrawZaakrecht(ZaakrechtCommand):
    """Ends an access or a shield before its time."""

    instance: Zaakrecht

    def lock(self) -> None:
        lock_row(self.instance, "medewerker")

    def apply(self, journal: Journal) -> Zaakrecht:
        self.instance.staat = Zaakrecht.INGETROKKEN
        self.instance.save(update_fields=["staat"])
        self.note("update", f"{self.instance.soort} van {self.instance.medewerker} beëindigd", self.instance)
        return self.instance
