"""Add and remove betrokkenen (zrc-019)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from zaakwerk.catalogi.models import RolType
from zaakwerk.zaken.commands.base import DestroyPart, ZaakCommand
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.rules import parts
from zaakwerk.zgw import clock
from zaakwerk.zgw.journal import Journal

# Which identifying value stands in which column, so that lists can find it (2.8).
COLUMNS = {
    "inpBsn": "bsn",
    "anpIdentificatie": "anp_identificatie",
    "inpA_nummer": "a_nummer",
    "innNnpId": "nnp_id",
    "annIdentificatie": "ann_identificatie",
    "vestigingsNummer": "vestigingsnummer",
    "kvkNummer": "kvk_nummer",
    "identificatie": "identificatie",
}


@dataclass(frozen=True, kw_only=True)
class CreateRol(ZaakCommand[Rol]):
    """Gives somebody a role in the zaak."""

    rules: ClassVar[Any] = (
        parts.zrc_019_roltype_of_zaaktype,
        parts.zrc_019_one_identification,
        parts.zrc_019_betrokkene_exists,
        parts.gangbaar_one_initiator,
    )

    zaak: Zaak
    roltype: RolType
    betrokkene_type: str
    roltoelichting: str
    betrokkene: str = ""
    betrokkene_identificatie: dict[str, Any] | None = None
    afwijkende_naam_betrokkene: str = ""
    indicatie_machtiging: str = ""
    contactpersoon_rol: dict[str, Any] | None = None

    def references(self) -> Iterator[str]:
        yield self.betrokkene

    def apply(self, journal: Journal) -> Rol:
        rol = Rol.objects.create(
            zaak=self.zaak,
            roltype=self.roltype,
            omschrijving=self.roltype.omschrijving,
            omschrijving_generiek=self.roltype.omschrijving_generiek,
            betrokkene_type=self.betrokkene_type,
            betrokkene=self.betrokkene,
            betrokkene_identificatie=self.betrokkene_identificatie,
            afwijkende_naam_betrokkene=self.afwijkende_naam_betrokkene,
            roltoelichting=self.roltoelichting,
            registratiedatum=clock.now(),
            indicatie_machtiging=self.indicatie_machtiging,
            contactpersoon_rol=self.contactpersoon_rol,
            **search_columns(self.betrokkene_identificatie or {}),
        )
        journal.created(rol)
        return rol


def search_columns(identificatie: dict[str, Any]) -> dict[str, str]:
    """The identifying values of a betrokkene by column."""
    return {column: identificatie.get(key) or "" for key, column in COLUMNS.items()}


class DestroyRol(DestroyPart[Rol]):
    """Takes a role away; a rol is replaced, never changed."""
