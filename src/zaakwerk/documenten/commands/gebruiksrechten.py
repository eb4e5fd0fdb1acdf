"""Gebruiksrechten: laid down, changed and taken back; the document's indicatie follows (drc-006)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from zaakwerk.documenten import queries, scopes
from zaakwerk.documenten.commands.base import CreateBelow, DestroyBelow, UpdateBelow, old_wire
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Gebruiksrechten
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class CreateGebruiksrechten(CreateBelow[Gebruiksrechten]):
    """Lays down conditions on the use of a document."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN

    startdatum: datetime
    omschrijving_voorwaarden: str
    einddatum: datetime | None = None

    def apply(self, journal: Journal) -> Gebruiksrechten:
        made = Gebruiksrechten(
            informatieobject=self.informatieobject,
            startdatum=self.startdatum,
            einddatum=self.einddatum,
            omschrijving_voorwaarden=self.omschrijving_voorwaarden,
        )
        made.save(force_insert=True)
        journal.created(made)
        indicate(self.informatieobject, True, journal)
        return made


@dataclass(frozen=True, kw_only=True)
class UpdateGebruiksrechten(UpdateBelow[Gebruiksrechten]):
    """Changes the conditions; those of another document are other gebruiksrechten."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN


@dataclass(frozen=True, kw_only=True)
class DestroyGebruiksrechten(DestroyBelow[Gebruiksrechten]):
    """Takes the conditions back; without any left nothing is known of the rights on the document."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN

    def apply(self, journal: Journal) -> Gebruiksrechten:
        gone = super().apply(journal)
        if not queries.has_gebruiksrechten(self.informatieobject.pk):
            indicate(self.informatieobject, None, journal)
        return gone


def indicate(document: EnkelvoudigInformatieObject, value: bool | None, journal: Journal) -> None:
    """Sets the indicatie of a document, with a line in its audit trail when that is a change."""
    if document.indicatie_gebruiksrecht is value:
        return
    oud = old_wire(document)
    document.indicatie_gebruiksrecht = value
    document.save(update_fields=["indicatie_gebruiksrecht"])
    journal.updated(document, oud, notify=False)
