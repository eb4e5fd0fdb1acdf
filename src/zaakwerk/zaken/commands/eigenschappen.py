"""Set, change and remove case-specific properties (zrc-018)."""

from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.catalogi.models import Eigenschap
from zaakwerk.zaken.commands import bewaren
from zaakwerk.zaken.commands.base import DestroyPart, UpdatePart, ZaakCommand
from zaakwerk.zaken.models import Zaak, ZaakEigenschap
from zaakwerk.zaken.rules import parts
from zaakwerk.zaken.specificatie import why_not_fitting
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class CreateEigenschap(ZaakCommand[ZaakEigenschap]):
    """Gives a property a value; one that does not fit its specificatie is stored with a warning."""

    rules: ClassVar[Any] = (parts.zrc_018_eigenschap_of_zaaktype,)

    zaak: Zaak
    eigenschap: Eigenschap
    waarde: str

    def apply(self, journal: Journal) -> ZaakEigenschap:
        ground = bewaren.ground_of(self.zaak)
        made = ZaakEigenschap.objects.create(
            zaak=self.zaak, eigenschap=self.eigenschap, naam=self.eigenschap.naam, waarde=self.waarde
        )
        journal.created(made)
        bewaren.follow_and_save(ground, journal)
        warn(journal, self.eigenschap, self.waarde)
        return made


class UpdateEigenschap(UpdatePart[ZaakEigenschap]):
    """Changes the value."""

    def apply(self, journal: Journal) -> ZaakEigenschap:
        ground = bewaren.ground_of(self.subject_zaak)
        changed = super().apply(journal)
        bewaren.follow_and_save(ground, journal)
        warn(journal, changed.eigenschap, changed.waarde)
        return changed


class DestroyEigenschap(DestroyPart[ZaakEigenschap]):
    """Removes the property from the zaak."""

    def apply(self, journal: Journal) -> ZaakEigenschap:
        ground = bewaren.ground_of(self.subject_zaak)
        gone = super().apply(journal)
        bewaren.follow_and_save(ground, journal)
        return gone


def warn(journal: Journal, eigenschap: Eigenschap, waarde: str) -> None:
    """X-Warning for a value that does not fit (zrc-018; also on change, C-38)."""
    reason = why_not_fitting(waarde, eigenschap.specificatie)
    if reason:
        journal.warnings.append(reason)
