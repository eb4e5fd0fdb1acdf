"""Create, change, publish and remove a version of a besluittype."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.catalogi.commands.base import Create, Destroy, Update
from zaakwerk.catalogi.models import BesluitType, Catalogus, InformatieObjectType
from zaakwerk.catalogi.rules import samenhang, versies

RULES = (versies.gangbaar_einde_not_before_begin, samenhang.gangbaar_besluittype_names_known_types)


@dataclass(frozen=True, kw_only=True)
class CreateBesluitType(Create[BesluitType]):
    """Drafts a version of a kind of decision; documents are given by name or as themselves."""

    model = BesluitType
    rules: ClassVar[Any] = RULES

    catalogus: Catalogus
    omschrijving: str
    publicatie_indicatie: bool
    informatieobjecttypen: Sequence[str | InformatieObjectType]
    begin_geldigheid: date
    einde_geldigheid: date | None = None
    omschrijving_generiek: str = ""
    besluitcategorie: str = ""
    reactietermijn: str = ""
    publicatietekst: str = ""
    publicatietermijn: str = ""
    toelichting: str = ""


class UpdateBesluitType(Update[BesluitType]):
    """Changes a concept, or ends a published version."""

    rules = (*versies.ON_PUBLISHED, samenhang.gangbaar_besluittype_names_known_types)


class DestroyBesluitType(Destroy[BesluitType]):
    """Removes a concept."""

    rules = (versies.ztc_009_published_type_stays,)
