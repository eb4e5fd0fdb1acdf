"""Set a status: the command that moves a zaak through its frame, closes it and reopens it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from zaakwerk.catalogi.models import StatusType
from zaakwerk.zaken import archief, queries, scopes
from zaakwerk.zaken.commands import bewaren
from zaakwerk.zaken.commands.base import ZaakCommand, old_wire
from zaakwerk.zaken.models import Resultaat, Rol, Status, Zaak
from zaakwerk.zaken.rules import status as status_rules
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class SetStatus(ZaakCommand[Status]):
    """Adds a status; the eindstatus closes the zaak (zrc-007), another reopens a closed one (zrc-008)."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN | scopes.STATUSSEN_TOEVOEGEN | scopes.HEROPENEN
    rules: ClassVar[Any] = status_rules.ON_SET

    zaak: Zaak
    statustype: StatusType
    datum_status_gezet: datetime
    statustoelichting: str = ""
    gezetdoor: Rol | None = None

    @cached_property
    def closes(self) -> bool:
        """Whether this is the eindstatus."""
        return queries.closes(self.zaak, self.statustype)

    @property
    def reopens(self) -> bool:
        """Whether a closed zaak becomes open again."""
        return self.zaak.is_closed and not self.closes

    @cached_property
    def resultaat(self) -> Resultaat | None:
        """The zaak's resultaat with its type."""
        return queries.find_resultaat(self.zaak)

    @cached_property
    def deelzaken(self) -> Sequence[Zaak]:
        """The zaak's deelzaken."""
        return queries.deelzaken_of(self.zaak)

    def lock(self) -> None:
        lock_row(self.zaak, "zaaktype", "status")

    def references(self) -> Iterator[str]:
        urls = queries.asked_at_closing(self.zaak)
        yield from urls if urls and queries.closes(self.zaak, self.statustype) else ()

    def authorise(self) -> None:
        self.actor.require(self.needed_scopes(), self.target())

    def needed_scopes(self) -> Scopes:
        """Which scopes suffice depends on where the zaak stands (2.4, C-40)."""
        if self.zaak.is_closed:
            return scopes.HEROPENEN | (scopes.GEFORCEERD_BIJWERKEN if self.closes else frozenset())
        anew = scopes.AANMAKEN if self.zaak.status_id is None else frozenset()
        return scopes.STATUSSEN_TOEVOEGEN | scopes.HEROPENEN | anew

    def apply(self, journal: Journal) -> Status:
        changes_zaak = self.closes or self.reopens
        oud = old_wire(self.zaak) if changes_zaak else b""
        followers = bewaren.grounds_below(self.zaak) if changes_zaak else []
        status = Status.objects.create(
            zaak=self.zaak,
            statustype=self.statustype,
            datum_status_gezet=self.datum_status_gezet,
            statustoelichting=self.statustoelichting,
            gezetdoor=self.gezetdoor,
        )
        journal.created(status)
        names = [*self.move_status(status), *self.close(), *self.reopen()]
        if names:
            self.zaak.save(update_fields=names)
        if changes_zaak:
            journal.updated(self.zaak, oud, notify=False)
        for ground in followers:
            bewaren.follow_and_save(ground, journal)
        return status

    def move_status(self, status: Status) -> list[str]:
        """The newest status is the current one; a status added in the past changes only the history."""
        current = self.zaak.status if self.zaak.status_id else None
        if current is not None and current.datum_status_gezet > status.datum_status_gezet:
            return []
        self.zaak.status = status
        return ["status"]

    def close(self) -> list[str]:
        """Sets the end date and the archive parameters (zrc-007, zrc-021)."""
        if not self.closes or self.resultaat is None:
            return []
        ground = bewaren.ground_from(self.resultaat, self.zaak)
        if ground is not None:  # a correction of the end date: what was derived from it goes along
            bewaren.release(ground)
        einddatum = self.zaak.einddatum = clock.legal_date(self.datum_status_gezet)
        source = archief.Source(self.zaak, self.resultaat.resultaattype, einddatum, self.outside)
        names = bewaren.put(self.zaak, archief.derive(source), self.resultaat.resultaattype)
        return ["einddatum", *names]

    def reopen(self) -> list[str]:
        """Clears the end date and the archive parameters (zrc-008); the resultaat stays."""
        if not self.reopens:
            return []
        self.zaak.einddatum = self.zaak.archiefactiedatum = self.zaak.startdatum_bewaartermijn = None
        self.zaak.archiefnominatie = ""
        return ["einddatum", "archiefactiedatum", "startdatum_bewaartermijn", "archiefnominatie"]
