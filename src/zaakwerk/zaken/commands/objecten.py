"""Add, change and remove the objects a zaak is about (2.5); a date in one may decide how long it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.zaken import queries, scopes
from zaakwerk.zaken.commands import bewaren
from zaakwerk.zaken.commands.base import DestroyPart, UpdatePart, ZaakCommand
from zaakwerk.zaken.models import Zaak, ZaakObject
from zaakwerk.zaken.rules import objecten
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class CreateObject(ZaakCommand[ZaakObject]):
    """Says what the zaak is about."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN | scopes.WRITE
    rules: ClassVar[Any] = objecten.ON_OBJECT

    zaak: Zaak
    object_type: str
    object: str = ""
    zaakobjecttype: str = ""
    object_type_overige: str = ""
    object_type_overige_definitie: dict[str, Any] | None = None
    relatieomschrijving: str = ""
    object_identificatie: dict[str, Any] | None = None

    def references(self) -> Iterator[str]:
        yield from (self.object, (self.object_type_overige_definitie or {}).get("url", ""))
        yield from dating(self.zaak)

    def apply(self, journal: Journal) -> ZaakObject:
        ground = bewaren.ground_of(self.zaak, self.outside)
        made = ZaakObject.objects.create(
            zaak=self.zaak,
            object=self.object,
            zaakobjecttype=self.zaakobjecttype,
            object_type=self.object_type,
            object_type_overige=self.object_type_overige,
            object_type_overige_definitie=self.object_type_overige_definitie,
            relatieomschrijving=self.relatieomschrijving,
            object_identificatie=self.object_identificatie,
        )
        journal.created(made)
        bewaren.follow_and_save(ground, journal)
        return made


class UpdateObject(UpdatePart[ZaakObject]):
    """Changes what is said about an object; another object is another zaakobject."""

    rules: ClassVar[Any] = objecten.ON_OBJECT

    def references(self) -> Iterator[str]:
        definitie = self.changes.get("object_type_overige_definitie")
        if definitie is not None:
            yield from (self.instance.object, definitie["url"])
        yield from dating(self.instance.zaak)

    def apply(self, journal: Journal) -> ZaakObject:
        ground = bewaren.ground_of(self.subject_zaak, self.outside)
        changed = super().apply(journal)
        bewaren.follow_and_save(ground, journal)
        return changed


class DestroyObject(DestroyPart[ZaakObject]):
    """Takes an object away from the zaak."""

    scopes: ClassVar[Scopes] = scopes.WRITE | scopes.VERWIJDEREN

    def references(self) -> Iterator[str]:
        yield from dating(self.instance.zaak)

    def apply(self, journal: Journal) -> ZaakObject:
        ground = bewaren.ground_of(self.subject_zaak, self.outside)
        gone = super().apply(journal)
        bewaren.follow_and_save(ground, journal)
        return gone


def dating(zaak: Zaak) -> Iterator[str]:
    """The objects elsewhere that date the retention of a closed zaak."""
    yield from queries.sources_elsewhere(zaak) if zaak.is_closed else ()
