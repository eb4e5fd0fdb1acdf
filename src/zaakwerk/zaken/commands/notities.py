"""Write, change and remove notes about a zaak (2.5 ZaakNotitie); also on a closed zaak (C-45)."""

from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.zaken import scopes
from zaakwerk.zaken.commands.base import DestroyPart, UpdatePart, ZaakCommand, old_wire
from zaakwerk.zaken.models import Zaak, ZaakNotitie
from zaakwerk.zaken.rules import relaties
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.commands import assign
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.problems import NotFound


@dataclass(frozen=True, kw_only=True)
class CreateNotitie(ZaakCommand[ZaakNotitie]):
    """Writes a note."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN

    zaak: Zaak
    onderwerp: str
    tekst: str
    aangemaakt_door: str = ""
    notitie_type: str = "intern"
    status: str = "concept"

    def authorise(self) -> None:
        self.actor.require(self.scopes, self.target())

    def apply(self, journal: Journal) -> ZaakNotitie:
        moment = clock.now()
        made = ZaakNotitie.objects.create(
            zaak=self.zaak,
            onderwerp=self.onderwerp,
            tekst=self.tekst,
            aangemaakt_door=self.aangemaakt_door,
            notitie_type=self.notitie_type,
            status=self.status,
            aanmaakdatum=moment,
            wijzigingsdatum=moment,
        )
        journal.created(made)
        return made


class UpdateNotitie(UpdatePart[ZaakNotitie]):
    """Changes a note that is still a concept; making it definitief is the last change."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    rules: ClassVar[Any] = (relaties.gangbaar_notitie_is_concept,)

    def lock(self) -> None:
        super().lock()
        refresh_status(self.instance)

    def authorise(self) -> None:
        self.actor.require(self.scopes, self.target())

    def apply(self, journal: Journal) -> ZaakNotitie:
        oud = old_wire(self.instance)
        names = assign(self.instance, {**self.changes, "wijzigingsdatum": clock.now()})
        self.instance.save(update_fields=names)
        journal.updated(self.instance, oud, "partial_update" if self.partial else "update")
        return self.instance


class DestroyNotitie(DestroyPart[ZaakNotitie]):
    """Removes a note."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN

    def authorise(self) -> None:
        self.actor.require(self.scopes, self.target())


def refresh_status(notitie: ZaakNotitie) -> None:
    """Sees what another writer made of the note before the zaak was locked."""
    try:
        notitie.refresh_from_db(fields=["status"])
    except ZaakNotitie.DoesNotExist:
        raise NotFound("De notitie bestaat niet meer.") from None
