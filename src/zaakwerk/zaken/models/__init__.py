"""Tables of the register of zaken: the zaak with its own parts, and what a zaak is related to."""

from zaakwerk.zaken.models.eigen import Inzage, VerweesdeSpiegel, WijzigingTeller, ZaakTelling, ZaakWijziging
from zaakwerk.zaken.models.nummers import ZaaknummerReservering, ZaaknummerTeller
from zaakwerk.zaken.models.relaties import (
    GerelateerdeZaak,
    KlantContact,
    ZaakBesluit,
    ZaakContactMoment,
    ZaakNotitie,
    ZaakObject,
    ZaakVerzoek,
)
from zaakwerk.zaken.models.zaken import (
    Resultaat,
    Rol,
    Status,
    Zaak,
    ZaakEigenschap,
    ZaakInformatieObject,
)

__all__ = [
    "GerelateerdeZaak",
    "Inzage",
    "KlantContact",
    "Resultaat",
    "Rol",
    "Status",
    "VerweesdeSpiegel",
    "WijzigingTeller",
    "Zaak",
    "ZaakBesluit",
    "ZaakContactMoment",
    "ZaakEigenschap",
    "ZaakInformatieObject",
    "ZaakNotitie",
    "ZaakObject",
    "ZaakTelling",
    "ZaakVerzoek",
    "ZaakWijziging",
    "ZaaknummerReservering",
    "ZaaknummerTeller",
]
