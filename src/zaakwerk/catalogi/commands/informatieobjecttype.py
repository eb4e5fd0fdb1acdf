"""Create, change, publish and remove a version of an informatieobjecttype."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.catalogi.commands.base import Create, Destroy, Update
from zaakwerk.catalogi.models import Catalogus, InformatieObjectType
from zaakwerk.catalogi.rules import versies


@dataclass(frozen=True, kw_only=True)
class CreateInformatieObjectType(Create[InformatieObjectType]):
    """Drafts a version of a kind of document."""

    model = InformatieObjectType
    rules: ClassVar[Any] = (versies.gangbaar_einde_not_before_begin,)

    catalogus: Catalogus
    omschrijving: str
    vertrouwelijkheidaanduiding: int
    informatieobjectcategorie: str
    begin_geldigheid: date
    einde_geldigheid: date | None = None
    trefwoord: Sequence[str] = ()
    omschrijving_generiek: dict[str, Any] | None = None


class UpdateInformatieObjectType(Update[InformatieObjectType]):
    """Changes a concept, or ends a published version."""

    rules = versies.ON_PUBLISHED


class DestroyInformatieObjectType(Destroy[InformatieObjectType]):
    """Removes a concept."""

    rules = (versies.ztc_009_published_type_stays,)
