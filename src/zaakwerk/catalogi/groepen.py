"""Groepen: in which catalogus a type is, for rights that hold for a whole catalogus."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from zaakwerk.catalogi.models import BesluitType, InformatieObjectType, ZaakType

# Per component what its rights are about.
MODELS: Mapping[str, Any] = {"zrc": ZaakType, "drc": InformatieObjectType, "brc": BesluitType}


def catalogus_of(component: str, type_uuid: UUID) -> UUID | None:
    """The uuid of the catalogus of a type; None for an unknown type or a component without types."""
    model = MODELS.get(component)
    if model is None:
        return None
    found: UUID | None = (
        model.objects.filter(uuid=type_uuid).values_list("catalogus__uuid", flat=True).first()
    )
    return found
