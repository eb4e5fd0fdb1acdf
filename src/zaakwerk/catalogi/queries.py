"""Answers what a zaaktype allows; for commands and screens of other rooms."""

from datetime import date
from typing import Any

from django.db.models import PROTECT, Max, Model, Q, QuerySet
from django.db.models.expressions import Expression
from django.db.models.fields.reverse_related import ForeignObjectRel

from zaakwerk.catalogi.models import (
    BesluitType,
    InformatieObjectType,
    StatusType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)

# A beginning and an end.
MINIMUM_STEPS = 2


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


def besluittypen_of(zaaktype: ZaakType, day: date) -> QuerySet[BesluitType]:
    """Published besluittypen a besluit in a zaak of the zaaktype may have, as valid on a date (4.5)."""
    found = BesluitType.objects.filter(
        catalogus=zaaktype.catalogus_id, omschrijving__in=zaaktype.besluittypen
    )
    return found.filter(valid_on(day), concept=False).order_by("omschrijving")


def name_of(named: Any) -> Any:
    """The name that versions of a type share: identificatie or omschrijving; anything else as it is."""
    if isinstance(named, ZaakType):
        return named.identificatie
    return named.omschrijving if isinstance(named, InformatieObjectType | BesluitType) else named


def is_in_use(kind: Model) -> bool:
    """Whether anything that may not lose it points at a type (or catalogus), in whatever room it lives.

    The registers protect the types they use by foreign key; so the model knows them, and this room need not.
    """
    return any(
        related.related_model._base_manager.filter(**{related.field.name: kind.pk}).exists()
        for related in kind._meta.get_fields(include_hidden=True)
        if isinstance(related, ForeignObjectRel) and related.on_delete is PROTECT
    )


def version_before(version: Any) -> Any:
    """The published version in force on the day this one begins, and older; None when there is none."""
    name = "identificatie" if isinstance(version, ZaakType) else "omschrijving"
    same = {"catalogus": version.catalogus_id, name: getattr(version, name), "concept": False}
    earlier = type(version)._default_manager.filter(
        valid_on(version.begin_geldigheid), begin_geldigheid__lt=version.begin_geldigheid, **same
    )
    return earlier.exclude(pk=version.pk).order_by("-begin_geldigheid").first()


def missing_for_use(zaaktype: ZaakType) -> list[tuple[str, str]]:
    """What a zaaktype lacks for good use, as code and Dutch sentence; it may be published without (4.4)."""
    missing = []
    if zaaktype.statustypen.count() < MINIMUM_STEPS:
        missing.append(("statustypen", "Het zaaktype heeft minder dan twee statustypen."))
    if not zaaktype.resultaattypen.exists():
        missing.append(("resultaattypen", "Het zaaktype heeft geen resultaattype."))
    if not zaaktype.roltypen.exists():
        missing.append(("roltypen", "Het zaaktype heeft geen roltype."))
    elif not zaaktype.roltypen.filter(omschrijving_generiek="initiator").exists():
        missing.append(("initiator", "Het zaaktype heeft geen roltype voor de initiator."))
    return missing
