"""Commands of the Catalogi API: one file per family of verbs."""

from zaakwerk.catalogi.commands.besluittype import (
    CreateBesluitType,
    DestroyBesluitType,
    UpdateBesluitType,
)
from zaakwerk.catalogi.commands.catalogus import CreateCatalogus, DestroyCatalogus, UpdateCatalogus
from zaakwerk.catalogi.commands.informatieobjecttype import (
    CreateInformatieObjectType,
    DestroyInformatieObjectType,
    UpdateInformatieObjectType,
)
from zaakwerk.catalogi.commands.nieuwe_versie import NewVersion
from zaakwerk.catalogi.commands.onderdelen import (
    CreateEigenschap,
    CreateRolType,
    CreateStatusType,
    CreateZaakObjectType,
    CreateZiot,
    DestroyEigenschap,
    DestroyRolType,
    DestroyStatusType,
    DestroyZaakObjectType,
    DestroyZiot,
    UpdateEigenschap,
    UpdateRolType,
    UpdateStatusType,
    UpdateZaakObjectType,
    UpdateZiot,
)
from zaakwerk.catalogi.commands.publiceren import Publish
from zaakwerk.catalogi.commands.resultaattype import (
    CreateResultaatType,
    DestroyResultaatType,
    UpdateResultaatType,
)
from zaakwerk.catalogi.commands.zaaktype import CreateZaakType, DestroyZaakType, UpdateZaakType

__all__ = [
    "CreateBesluitType",
    "CreateCatalogus",
    "CreateEigenschap",
    "CreateInformatieObjectType",
    "CreateResultaatType",
    "CreateRolType",
    "CreateStatusType",
    "CreateZaakObjectType",
    "CreateZaakType",
    "CreateZiot",
    "DestroyBesluitType",
    "DestroyCatalogus",
    "DestroyEigenschap",
    "DestroyInformatieObjectType",
    "DestroyResultaatType",
    "DestroyRolType",
    "DestroyStatusType",
    "DestroyZaakObjectType",
    "DestroyZaakType",
    "DestroyZiot",
    "NewVersion",
    "Publish",
    "UpdateBesluitType",
    "UpdateCatalogus",
    "UpdateEigenschap",
    "UpdateInformatieObjectType",
    "UpdateResultaatType",
    "UpdateRolType",
    "UpdateStatusType",
    "UpdateZaakObjectType",
    "UpdateZaakType",
    "UpdateZiot",
]
