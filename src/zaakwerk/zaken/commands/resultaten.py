"""Register, change and remove the resultaat (zrc-020); on a closed zaak the archive follows (3.7)."""

from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.zaken import archief
from zaakwerk.zaken.commands import bewaren
from zaakwerk.zaken.commands.base import DestroyPart, UpdatePart, ZaakCommand
from zaakwerk.zaken.models import Resultaat, Zaak
from zaakwerk.zaken.rules import parts
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class CreateResultaat(ZaakCommand[Resultaat]):
    """Registers the outcome."""

    rules: ClassVar[Any] = (parts.zrc_020_resultaattype_of_zaaktype, parts.zrc_020_one_resultaat)

    zaak: Zaak
    resultaattype: ResultaatType
    toelichting: str = ""

    def apply(self, journal: Journal) -> Resultaat:
        resultaat = Resultaat.objects.create(
            zaak=self.zaak, resultaattype=self.resultaattype, toelichting=self.toelichting
        )
        journal.created(resultaat)
        source = bewaren.source_of(resultaat, self.zaak)
        if source is not None:
            names = bewaren.put(self.zaak, archief.derive(source), self.resultaattype)
            bewaren.save(self.zaak, names, journal)
        return resultaat


class UpdateResultaat(UpdatePart[Resultaat]):
    """Changes the toelichting; another outcome is another resultaat."""


class DestroyResultaat(DestroyPart[Resultaat]):
    """Removes the outcome, so that another can be registered."""

    def apply(self, journal: Journal) -> Resultaat:
        names = bewaren.clear(self.subject_zaak, self.instance)
        if names:
            bewaren.save(self.subject_zaak, names, journal)
        return super().apply(journal)
