"""Create, change and remove the parts of a zaaktype: its steps, roles, properties and kinds of document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.commands.base import Create, Destroy, Update
from zaakwerk.catalogi.models import (
    Catalogus,
    Eigenschap,
    InformatieObjectType,
    RolType,
    StatusType,
    ZaakObjectType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.catalogi.rules import samenhang, versies
from zaakwerk.zgw.actors import Scopes

PART = (
    versies.ztc_010_published_zaaktype_keeps_its_parts,
    versies.gangbaar_part_begins_with_zaaktype,
    samenhang.gangbaar_unique_as_declared,
)
STATUSTYPE = (*PART, samenhang.gangbaar_eigenschappen_of_same_zaaktype)
EIGENSCHAP = (*PART, samenhang.ztc_015_dates_are_digits, samenhang.gangbaar_statustype_of_same_zaaktype)
ZAAKOBJECTTYPE = (*PART, samenhang.gangbaar_catalogus_of_zaaktype)
ZIOT = (
    *PART,
    samenhang.gangbaar_documenttype_of_same_catalogus,
    samenhang.gangbaar_statustype_of_same_zaaktype,
)


@dataclass(frozen=True, kw_only=True)
class CreateStatusType(Create[StatusType]):
    """Adds a step to the frame; `eigenschappen` are those that must be filled before it."""

    scopes: ClassVar[Scopes] = scopes.WIJZIGEN
    model = StatusType
    rules: ClassVar[Any] = STATUSTYPE

    zaaktype: ZaakType
    omschrijving: str
    volgnummer: int
    omschrijving_generiek: str = ""
    statustekst: str = ""
    informeren: bool = False
    doorlooptijd: str = ""
    toelichting: str = ""
    checklistitem_statustype: Sequence[dict[str, Any]] = ()
    eigenschappen: Sequence[Eigenschap] | None = None
    begin_geldigheid: date | None = None

    def relate(self, made: StatusType) -> None:
        take(made, self.eigenschappen)


class UpdateStatusType(Update[StatusType]):
    """Changes a step."""

    rules = STATUSTYPE

    def relate(self, changed: StatusType) -> None:
        take(changed, self.sent("eigenschappen"))


def take(statustype: StatusType, eigenschappen: Sequence[Eigenschap] | None) -> None:
    """Makes exactly these eigenschappen belong to the step; None leaves them as they are."""
    if eigenschappen is None:
        return
    kept = [eigenschap.pk for eigenschap in eigenschappen]
    Eigenschap.objects.filter(statustype=statustype).exclude(pk__in=kept).update(statustype=None)
    Eigenschap.objects.filter(pk__in=kept).update(statustype=statustype)


class DestroyStatusType(Destroy[StatusType]):
    """Removes a step."""

    rules = (versies.ztc_010_published_zaaktype_keeps_its_parts,)


@dataclass(frozen=True, kw_only=True)
class CreateRolType(Create[RolType]):
    """Adds a role."""

    scopes: ClassVar[Scopes] = scopes.WIJZIGEN
    model = RolType
    rules: ClassVar[Any] = PART

    zaaktype: ZaakType
    omschrijving: str
    omschrijving_generiek: str
    begin_geldigheid: date | None = None


class UpdateRolType(Update[RolType]):
    """Changes a role."""

    rules = PART


class DestroyRolType(Destroy[RolType]):
    """Removes a role."""

    rules = (versies.ztc_010_published_zaaktype_keeps_its_parts,)


@dataclass(frozen=True, kw_only=True)
class CreateEigenschap(Create[Eigenschap]):
    """Adds a case-specific property."""

    scopes: ClassVar[Scopes] = scopes.WIJZIGEN
    model = Eigenschap
    rules: ClassVar[Any] = EIGENSCHAP

    zaaktype: ZaakType
    naam: str
    definitie: str
    specificatie: dict[str, Any]
    toelichting: str = ""
    statustype: StatusType | None = None
    begin_geldigheid: date | None = None


class UpdateEigenschap(Update[Eigenschap]):
    """Changes a property."""

    rules = EIGENSCHAP


class DestroyEigenschap(Destroy[Eigenschap]):
    """Removes a property."""

    rules = (versies.ztc_010_published_zaaktype_keeps_its_parts,)


@dataclass(frozen=True, kw_only=True)
class CreateZiot(Create[ZaakTypeInformatieObjectType]):
    """Says that a kind of document belongs to the zaaktype; by name, or the type itself."""

    scopes: ClassVar[Scopes] = scopes.WIJZIGEN
    model = ZaakTypeInformatieObjectType
    rules: ClassVar[Any] = ZIOT

    zaaktype: ZaakType
    informatieobjecttype: str | InformatieObjectType
    volgnummer: int
    richting: str
    statustype: StatusType | None = None


class UpdateZiot(Update[ZaakTypeInformatieObjectType]):
    """Changes what is said of a kind of document."""

    rules = ZIOT


class DestroyZiot(Destroy[ZaakTypeInformatieObjectType]):
    """Takes a kind of document away from the zaaktype."""

    rules = (versies.ztc_010_published_zaaktype_keeps_its_parts,)


@dataclass(frozen=True, kw_only=True)
class CreateZaakObjectType(Create[ZaakObjectType]):
    """Says which kind of object a zaak may be about; the catalogus is that of the zaaktype."""

    scopes: ClassVar[Scopes] = scopes.WIJZIGEN
    model = ZaakObjectType
    rules: ClassVar[Any] = ZAAKOBJECTTYPE

    zaaktype: ZaakType
    ander_objecttype: bool
    objecttype: str
    relatie_omschrijving: str
    catalogus: Catalogus | None = None
    begin_geldigheid: date | None = None


class UpdateZaakObjectType(Update[ZaakObjectType]):
    """Changes a kind of object."""

    rules = ZAAKOBJECTTYPE


class DestroyZaakObjectType(Destroy[ZaakObjectType]):
    """Takes a kind of object away from the zaaktype."""

    rules = (versies.ztc_010_published_zaaktype_keeps_its_parts,)
