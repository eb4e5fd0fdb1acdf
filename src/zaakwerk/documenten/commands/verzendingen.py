"""Verzendingen: whom a document came from or went to (5.9)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.documenten import scopes
from zaakwerk.documenten.commands.base import CreateBelow, DestroyBelow, UpdateBelow
from zaakwerk.documenten.models import Verzending
from zaakwerk.documenten.rules.verzendingen import ON_VERZENDING
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal

FIELDS = tuple(found.name for found in Verzending._meta.concrete_fields if found.name not in ("id", "uuid"))


@dataclass(frozen=True, kw_only=True)
class CreateVerzending(CreateBelow[Verzending]):
    """Notes that a document was received from somebody, or sent to somebody."""

    # C-27: the standard forgets the scopes; those of the document count.
    scopes: ClassVar[Scopes] = scopes.AANMAKEN
    rules: ClassVar[Any] = ON_VERZENDING

    betrokkene: str
    aard_relatie: str
    contact_persoon: str
    toelichting: str = ""
    ontvangstdatum: date | None = None
    verzenddatum: date | None = None
    contactpersoonnaam: str = ""
    binnenlands_correspondentieadres: dict[str, Any] | None = None
    buitenlands_correspondentieadres: dict[str, Any] | None = None
    correspondentie_postadres: dict[str, Any] | None = None
    faxnummer: str = ""
    emailadres: str = ""
    mijn_overheid: bool = False
    telefoonnummer: str = ""

    def apply(self, journal: Journal) -> Verzending:
        made = Verzending(**{name: self.value(name) for name in FIELDS})
        made.save(force_insert=True)
        journal.created(made)
        return made


@dataclass(frozen=True, kw_only=True)
class UpdateVerzending(UpdateBelow[Verzending]):
    """Changes what is known of it."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    rules: ClassVar[Any] = ON_VERZENDING


@dataclass(frozen=True, kw_only=True)
class DestroyVerzending(DestroyBelow[Verzending]):
    """Removes it."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN
