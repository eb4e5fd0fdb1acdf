"""Answers what a zaaktype allows; for commands and screens of other rooms."""

from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.db.models.expressions import Expression

from zaakwerk.catalogi.models import (
    InformatieObjectType,
    StatusType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)


def statustypen_of(zaaktype: ZaakType) -> QuerySet[StatusType]:
    """The frame of a zaaktype, first step first."""
    return StatusType.objects.filter(zaaktype=zaaktype).order_by("volgnummer")


def eindstatustype(zaaktype: ZaakType) -> StatusType | None:
    """The statustype that closes a zaak: the highest volgnummer; None in a zaaktype without statustypen."""
    return statustypen_of(zaaktype).last()


def is_eindstatus(statustype: StatusType) -> bool:
    """Whether a status of this type closes the zaak."""
    highest = StatusType.objects.filter(zaaktype=statustype.zaaktype_id).aggregate(highest=Max("volgnummer"))
    return bool(statustype.volgnummer == highest["highest"])


def informatieobjecttype_allowed(zaaktype: ZaakType, omschrijving: str) -> bool:
    """Whether documents with this informatieobjecttype omschrijving belong to the zaaktype (zrc-017)."""
    related = ZaakTypeInformatieObjectType.objects.filter(zaaktype=zaaktype)
    return related.filter(informatieobjecttype=omschrijving).exists()


def valid_on(day: date | Expression, prefix: str = "") -> Q:
    """Versions valid on a date; both ends are inclusive (C-21)."""
    begin, einde = f"{prefix}begin_geldigheid", f"{prefix}einde_geldigheid"
    return Q(**{f"{begin}__lte": day}) & (Q(**{f"{einde}__isnull": True}) | Q(**{f"{einde}__gte": day}))


def informatieobjecttypen_of(zaaktype: ZaakType, day: date) -> QuerySet[InformatieObjectType]:
    """Published informatieobjecttypen a document of the zaaktype may have, as valid on a date (4.5)."""
    names = ZaakTypeInformatieObjectType.objects.filter(zaaktype=zaaktype).values("informatieobjecttype")
    found = InformatieObjectType.objects.filter(catalogus=zaaktype.catalogus_id, omschrijving__in=names)
    return found.filter(valid_on(day), concept=False).order_by("omschrijving")


def name_of(named: Any) -> Any:
    """The name that versions of a type share: identificatie or omschrijving; anything else as it is."""
    if isinstance(named, ZaakType):
        return named.identificatie
    return named.omschrijving if isinstance(named, InformatieObjectType) else named
