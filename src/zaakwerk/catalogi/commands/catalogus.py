"""Create, change and remove a catalogus."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from zaakwerk.catalogi.commands.base import Create, Destroy, Update
from zaakwerk.catalogi.models import Catalogus
from zaakwerk.catalogi.rules import samenhang, versies
from zaakwerk.zgw.problems import Problem

RULES = (samenhang.gangbaar_unique_as_declared,)


@dataclass(frozen=True, kw_only=True)
class CreateCatalogus(Create[Catalogus]):
    """Opens a catalogus for a domain of an organisation."""

    model = Catalogus
    rules: ClassVar[Any] = RULES

    domein: str
    rsin: str
    contactpersoon_beheer_naam: str
    contactpersoon_beheer_telefoonnummer: str = ""
    contactpersoon_beheer_emailadres: str = ""
    naam: str = ""
    versie: str = ""
    begindatum_versie: date | None = None


class UpdateCatalogus(Update[Catalogus]):
    """Changes a catalogus."""

    rules = RULES


class DestroyCatalogus(Destroy[Catalogus]):
    """Removes an empty catalogus (1.4.0)."""

    rules = (versies.ztc_017_catalogus_is_empty,)

    def check(self) -> None:
        """A catalogus that is not empty is a conflict, and not a fault of the request (ztc-017)."""
        for found in self.violations():
            raise Problem(409, found.code, "Conflict.", found.reason)
