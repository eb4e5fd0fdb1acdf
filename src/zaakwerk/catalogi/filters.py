"""Filters that look further than one column: status, validity, names and words (4.5, 4.6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Exists, Field, OuterRef, Q, QuerySet, TextField

from zaakwerk.catalogi.models import InformatieObjectType, ZaakType, ZaakTypeInformatieObjectType
from zaakwerk.catalogi.queries import valid_on
from zaakwerk.catalogi.sources import DAY, Overlaps
from zaakwerk.zgw import registry
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.filters import Filter, exact, link, output_field, read_uuid
from zaakwerk.zgw.kinds import Date, Text
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.sources import Arg

STATUS = Text("status", choices=("alles", "definitief", "concept"))
IDENTIFICATIE = Text("identificatie", default="")


@dataclass(frozen=True)
class Publication(Filter):
    """`status`: only published types unless concepts are asked for."""

    default: Any = "definitief"

    def q(self, value: Any, output: Field[Any, Any]) -> Q:
        if value == "alles":
            return Q()
        return self.is_published() if value == "definitief" else ~self.is_published()

    def is_published(self) -> Q:
        """What counts as definitief."""
        return Q(**{self.column: False})

    def shape(self, value: Any) -> Any:
        return value

    def args(self, value: Any) -> dict[str, Any]:
        return {}


class RelationPublication(Publication):
    """`status` of a ziot: a concept on either side makes it a concept."""

    def is_published(self) -> Q:
        published = InformatieObjectType.objects.filter(
            catalogus=OuterRef("zaaktype__catalogus"),
            omschrijving=OuterRef("informatieobjecttype"),
            concept=False,
        )
        return super().is_published() & Q(Exists(published))


@dataclass(frozen=True)
class ValidOn(Filter):
    """`datumGeldigheid`: versions valid on a day; also the day for which related versions are looked up."""

    def q(self, value: Any, output: Field[Any, Any]) -> Q:
        return valid_on(DAY, self.column.removesuffix("begin_geldigheid"))

    def args(self, value: Any) -> dict[str, Any]:
        return {DAY.name: value}


class DayOnly(ValidOn):
    """`datumGeldigheid` where it chooses related versions only, and hides nothing."""

    def q(self, value: Any, output: Field[Any, Any]) -> Q:
        return Q()


@dataclass(frozen=True)
class OfZaaktype(Filter):
    """`zaaktype` on informatieobjecttypen: those the zaaktype names, in its own catalogus."""

    def q(self, value: Any, output: Field[Any, Any]) -> Q:
        related = ZaakTypeInformatieObjectType.objects.filter(
            zaaktype__uuid=Arg(self.key, ZaakType._meta.get_field("uuid")),
            zaaktype__catalogus=OuterRef("catalogus"),
            informatieobjecttype=OuterRef("omschrijving"),
        )
        return Q(Exists(related))


@dataclass(frozen=True)
class RelatedType(Filter):
    """A related type by URL or by the `name` its versions share; `related` finds it from a row."""

    name: str = field(kw_only=True)
    related: QuerySet[Any] = field(kw_only=True, compare=False)

    def read(self, raw: str, origin: Origin) -> Any:
        value = super().read(raw, origin)
        return read_uuid(value, origin) if value.startswith(("http://", "https://")) else value

    def q(self, value: Any, output: Field[Any, Any]) -> Q:
        by = "uuid" if isinstance(value, UUID) else self.name
        slot = Arg(self.key, output_field(self.related.model, by))
        return Q(Exists(self.related.filter(**{by: slot})))

    def shape(self, value: Any) -> Any:
        return isinstance(value, UUID)


@dataclass(frozen=True)
class AnyWord(Filter):
    """A comma-separated list of words of which the JSON column holds at least one."""

    def read(self, raw: str, origin: Origin) -> Any:
        # One JSON value, so that neither the statement nor its nesting grows with the number of words.
        return dumps([super(AnyWord, self).read(word, origin) for word in raw.split(",")])

    def q(self, value: Any, output: Field[Any, Any]) -> Q:
        return Q(Overlaps(self.column, Arg(self.key, TextField())))


@dataclass(frozen=True)
class ByName(Filter):
    """An informatieobjecttype by omschrijving or by URL."""

    def read(self, raw: str, origin: Origin) -> Any:
        value = super().read(raw, origin)
        path = origin.local_path(value) if value.startswith(("http://", "https://")) else None
        uuid = registry.for_model(InformatieObjectType).uuid_in(path) if path else None
        found = InformatieObjectType.objects.filter(uuid=uuid).first() if uuid else None
        return found.omschrijving if found else value


def of_zaaktype() -> tuple[Filter, ...]:
    """The filters of everything that belongs to one zaaktype."""
    return (
        link("zaaktype", "zaaktype"),
        exact("zaaktypeIdentificatie", IDENTIFICATIE, "zaaktype__identificatie"),
        Publication("status", STATUS, "zaaktype__concept"),
        valid("datumGeldigheid", "zaaktype__"),
    )


def valid(key: str, prefix: str = "") -> Filter:
    """Versions valid on a day; `prefix` leads from the row to the version."""
    return ValidOn(key, Date(key), f"{prefix}begin_geldigheid")
