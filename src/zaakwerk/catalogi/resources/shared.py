"""Shared: what several resources of the Catalogi API declare the same way."""

from collections.abc import Callable
from typing import Any

from django.db import models

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.models import Catalogus, ZaakType
from zaakwerk.catalogi.reach import REACH
from zaakwerk.catalogi.sources import first_begin, last_einde
from zaakwerk.zgw import registry
from zaakwerk.zgw.kinds import Date, Field, Text
from zaakwerk.zgw.relations import Link
from zaakwerk.zgw.resource import Channel


def catalogus_url(version: Any) -> str:
    """The URL of the catalogus of a zaaktype or informatieobjecttype, without base."""
    return registry.for_model(Catalogus).url_for(version.catalogus)


KENMERKEN = {"catalogus": catalogus_url}
READ: dict[str, Any] = {"reach": REACH, "read": scopes.LEZEN}
PART: dict[str, Any] = {**READ, "main": "zaaktype", "channel": Channel("zaaktypen", KENMERKEN)}


def own(model: type[models.Model]) -> Callable[[], models.QuerySet[Any]]:
    """The parts of our own zaaktypen, without those of copies."""
    return lambda: model._default_manager.filter(zaaktype__elders="")


def zaaktype_link() -> Link:
    """The zaaktype a part belongs to, loaded with its catalogus."""
    return Link("zaaktype", ZaakType, related=("catalogus",), same_api=True)


def catalogus_link(*, read_only: bool = False) -> Link:
    """The catalogus; of a part it is that of its zaaktype."""
    source = "zaaktype__catalogus__uuid" if read_only else ""
    return Link("catalogus", Catalogus, same_api=True, source=source, read_only=read_only)


def zaaktype_identificatie() -> Text:
    """The name of the zaaktype a part belongs to."""
    return Text("zaaktype_identificatie", source="zaaktype__identificatie", read_only=True)


def period_of_part() -> tuple[Field, ...]:
    """The dates of a part: those of its zaaktype (4.5, deprecated)."""
    return (
        Date("begin_geldigheid", source="zaaktype__begin_geldigheid", nullable=True),
        Date("einde_geldigheid", source="zaaktype__einde_geldigheid", nullable=True, read_only=True),
        *life_of(ZaakType, "identificatie", "zaaktype__"),
    )


def life_of(model: Any, name: str, prefix: str = "") -> tuple[Field, ...]:
    """First and last day over all versions (4.5, deprecated)."""
    begin, einde = first_begin(model, name, prefix), last_einde(model, name, prefix)
    return (
        Date("begin_object", source=begin, nullable=True, read_only=True),
        Date("einde_object", source=einde, nullable=True, read_only=True),
    )
