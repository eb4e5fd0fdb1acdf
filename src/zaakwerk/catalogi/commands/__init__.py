"""Commands of the Catalogi API: one file per family of verbs."""

from zaakwerk.catalogi.commands.catalogus import CreateCatalogus, UpdateCatalogus
from zaakwerk.catalogi.commands.informatieobjecttype import (
    CreateInformatieObjectType,
    DestroyInformatieObjectType,
    UpdateInformatieObjectType,
)
from zaakwerk.catalogi.commands.onderdelen import (
    CreateEigenschap,
    CreateRolType,
    CreateStatusType,
    CreateZiot,
    DestroyEigenschap,
    DestroyRolType,
    DestroyStatusType,
    DestroyZiot,
    UpdateEigenschap,
    UpdateRolType,
    UpdateStatusType,
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
    "CreateCatalogus",
    "CreateEigenschap",
    "CreateInformatieObjectType",
    "CreateResultaatType",
    "CreateRolType",
    "CreateStatusType",
    "CreateZaakType",
    "CreateZiot",
    "DestroyEigenschap",
    "DestroyInformatieObjectType",
    "DestroyResultaatType",
    "DestroyRolType",
    "DestroyStatusType",
    "DestroyZaakType",
    "DestroyZiot",
    "Publish",
    "UpdateCatalogus",
    "UpdateEigenschap",
    "UpdateInformatieObjectType",
    "UpdateResultaatType",
    "UpdateRolType",
    "UpdateStatusType",
    "UpdateZaakType",
    "UpdateZiot",
]
