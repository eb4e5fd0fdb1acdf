"""Namen: what to call a betrokkene; never a number."""

from typing import Any

from zaakwerk.zaken.models import Rol


def name_of(rol: Rol) -> str:
    """The name of a betrokkene, as far as the register has one; else what the role is called."""
    return rol.afwijkende_naam_betrokkene or known_name(rol) or rol.omschrijving


def known_name(rol: Rol) -> str:
    """The name in the identifying data; empty when there is none."""
    known: dict[str, Any] = rol.betrokkene_identificatie or {}
    if rol.betrokkene_type == "natuurlijk_persoon":
        given = known.get("voornamen") or known.get("voorletters")
        return spaced(given, known.get("voorvoegselGeslachtsnaam"), known.get("geslachtsnaam"))
    if rol.betrokkene_type == "medewerker":
        surname = spaced(known.get("voorvoegselAchternaam"), known.get("achternaam"))
        return spaced(known.get("voorletters"), surname) or known.get("identificatie", "")
    trade = ", ".join(known.get("handelsnaam") or [])
    return trade or known.get("statutaireNaam") or known.get("naam") or ""


def spaced(*parts: str | None) -> str:
    """The parts that are there, with a space between."""
    return " ".join(part for part in parts if part)
