"""Create, change, publish and remove a version of a zaaktype."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.catalogi.commands.base import Create, Destroy, Update
from zaakwerk.catalogi.models import BesluitType, Catalogus, ZaakType
from zaakwerk.catalogi.rules import samenhang, selectielijst, versies

RULES = (
    selectielijst.ztc_001_procestype_is_known,
    samenhang.gangbaar_verlengingstermijn_goes_with_verlenging,
    samenhang.gangbaar_bronzaaktype_goes_with_broncatalogus,
    samenhang.gangbaar_zaaktype_names_known_types,
    versies.gangbaar_einde_not_before_begin,
)


@dataclass(frozen=True, kw_only=True)
class CreateZaakType(Create[ZaakType]):
    """Drafts a version of a zaaktype; other types are given by name or as themselves."""

    model = ZaakType
    rules: ClassVar[Any] = RULES

    catalogus: Catalogus
    identificatie: str
    omschrijving: str
    vertrouwelijkheidaanduiding: int
    doel: str
    aanleiding: str
    indicatie_intern_of_extern: str
    handeling_initiator: str
    onderwerp: str
    handeling_behandelaar: str
    doorlooptijd: str
    opschorting_en_aanhouding_mogelijk: bool
    verlenging_mogelijk: bool
    publicatie_indicatie: bool
    producten_of_diensten: Sequence[str]
    referentieproces: dict[str, Any]
    verantwoordelijke: str
    begin_geldigheid: date
    einde_geldigheid: date | None = None
    omschrijving_generiek: str = ""
    toelichting: str = ""
    servicenorm: str = ""
    verlengingstermijn: str = ""
    trefwoorden: Sequence[str] = ()
    publicatietekst: str = ""
    verantwoordingsrelatie: Sequence[str] = ()
    selectielijst_procestype: str = ""
    broncatalogus: dict[str, Any] | None = None
    bronzaaktype: dict[str, Any] | None = None
    besluittypen: Sequence[str | BesluitType] = ()
    deelzaaktypen: Sequence[str | ZaakType] = ()
    gerelateerde_zaaktypen: Sequence[dict[str, Any]] = ()
    versiedatum: date | None = None

    def complete(self, draft: ZaakType) -> None:
        draft.versiedatum = draft.versiedatum or draft.begin_geldigheid


class UpdateZaakType(Update[ZaakType]):
    """Changes a concept, or ends a published version."""

    rules = (
        versies.ztc_009_published_type_stays,
        *RULES,
        selectielijst.ztc_002_procestype_of_resultaten,
        versies.ztc_016_published_versions_do_not_overlap,
    )

    def complete(self, draft: ZaakType) -> None:
        draft.versiedatum = draft.versiedatum or draft.begin_geldigheid


class DestroyZaakType(Destroy[ZaakType]):
    """Removes a concept with its parts."""

    rules = (versies.ztc_009_published_type_stays,)
