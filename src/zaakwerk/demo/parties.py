"""Parties: people and organisations as betrokkenen of a zaak, in the form the standard gives them."""

from typing import Any

from zaakwerk.catalogi.models import RolType
from zaakwerk.demo.declarations import Medewerker, Organisatie, Persoon
from zaakwerk.zaken.commands import CreateRol
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.resources.betrokkenen import BETROKKENEN
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.groups import read_group
from zaakwerk.zgw.links import Origin

WOONPLAATS = "Zonnedael"
Partij = Persoon | Organisatie | Medewerker | str


def add_rol(actor: Actor, zaak: Zaak, roltype: RolType, partij: Partij, toelichting: str = "") -> Rol:
    """Gives somebody a role; a plain text is a team of the municipality."""
    kind, identificatie = identification_of(partij)
    return CreateRol(
        actor=actor,
        zaak=zaak,
        roltype=roltype,
        betrokkene_type=kind,
        roltoelichting=toelichting or roltype.omschrijving,
        betrokkene_identificatie=read_group(BETROKKENEN[kind], identificatie, Origin("")),
    ).run()


def identification_of(partij: Partij) -> tuple[str, dict[str, Any]]:
    """The betrokkeneType and what identifies them."""
    match partij:
        case Persoon():
            return "natuurlijk_persoon", person(partij)
        case Medewerker():
            return "medewerker", {
                "identificatie": partij.gebruikersnaam,
                "voorletters": f"{partij.voornaam[0]}.",
                "voorvoegselAchternaam": partij.voorvoegsel,
                "achternaam": partij.achternaam,
            }
        case Organisatie(vestiging=""):
            return "niet_natuurlijk_persoon", {
                "innNnpId": partij.rsin,
                "statutaireNaam": partij.naam,
                "innRechtsvorm": partij.rechtsvorm,
                "bezoekadres": f"{partij.adres}, {partij.postcode} {WOONPLAATS}",
            }
        case Organisatie():
            return "vestiging", {
                "vestigingsNummer": partij.vestiging,
                "kvkNummer": partij.kvk,
                "handelsnaam": [partij.naam],
                "verblijfsadres": address(partij),
            }
    return "organisatorische_eenheid", {"identificatie": partij, "naam": f"Team {partij}"}


def person(persoon: Persoon) -> dict[str, Any]:
    """An inhabitant with name and address."""
    return {
        "inpBsn": persoon.bsn,
        "geslachtsnaam": persoon.achternaam,
        "voorvoegselGeslachtsnaam": persoon.voorvoegsel,
        "voorletters": persoon.voorletters,
        "geslachtsaanduiding": persoon.aanduiding,
        "verblijfsadres": address(persoon),
    }


def address(partij: Persoon | Organisatie) -> dict[str, Any]:
    """Where they live or work; the identification of the address is made up like everything else."""
    return {
        "aoaIdentificatie": f"9999{partij.huisnummer:012d}",
        "wplWoonplaatsNaam": WOONPLAATS,
        "gorOpenbareRuimteNaam": partij.straat,
        "aoaHuisnummer": partij.huisnummer,
        "aoaPostcode": partij.postcode,
    }
