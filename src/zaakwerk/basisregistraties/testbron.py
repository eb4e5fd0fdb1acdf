"""Testbron: invented persons and companies with test numbers, until a national source is connected."""

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from zaakwerk.basisregistraties.port import Partij, Soort, Vraag

MOST = 10
Row = dict[str, str]


class Testbron:
    """Answers from two tables in this room; nobody in them exists."""

    naam = "Testbron"
    is_test = True

    def zoek(self, vraag: Vraag) -> Sequence[Partij]:
        """By number at most one; by name whoever has every word of it."""
        if vraag.soort is not None:
            found = self.haal_op(vraag.soort, vraag.nummer)
            return [found] if found else []
        words = vraag.naam.casefold().split()
        fitting = (
            partij for partij in parties().values() if all(word in partij.naam.casefold() for word in words)
        )
        return sorted(fitting, key=lambda partij: partij.naam)[:MOST]

    def haal_op(self, soort: Soort, nummer: str) -> Partij | None:
        """The person or company with this number."""
        return parties().get((soort, nummer))


@cache
def parties() -> dict[tuple[str, str], Partij]:
    """Everybody, by kind and number."""
    people = [person(row) for row in rows("personen.csv")]
    companies = [company(row) for row in rows("bedrijven.csv")]
    return {(partij.soort, partij.nummer): partij for partij in [*people, *companies]}


def rows(name: str) -> list[Row]:
    """A table of this room."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def person(row: Row) -> Partij:
    """A row of persons."""
    parts = (row["voorletters"], row["voorvoegsel"], row["geslachtsnaam"])
    identificatie: dict[str, Any] = {
        "inpBsn": row["bsn"],
        "voorletters": row["voorletters"],
        "voorvoegselGeslachtsnaam": row["voorvoegsel"],
        "geslachtsnaam": row["geslachtsnaam"],
        "verblijfsadres": address(row),
    }
    return Partij(
        "persoon",
        row["bsn"],
        " ".join(part for part in parts if part),
        "natuurlijk_persoon",
        identificatie,
        written(row),
        row["geboortedatum"],
        tuple(row["indicaties"].split(";")) if row["indicaties"] else (),
    )


def company(row: Row) -> Partij:
    """A row of companies; one with a branch is registered as that branch, which names the company too."""
    if row["vestigingsnummer"]:
        identificatie: dict[str, Any] = {
            "vestigingsNummer": row["vestigingsnummer"],
            "kvkNummer": row["kvk"],
            "handelsnaam": [row["naam"]],
            "verblijfsadres": address(row),
        }
        return Partij("bedrijf", row["kvk"], row["naam"], "vestiging", identificatie, written(row))
    # Existing forms and the portal look for a KVK number here (14.1).
    identificatie = {"innNnpId": row["kvk"], "statutaireNaam": row["naam"], "bezoekadres": written(row)}
    return Partij("bedrijf", row["kvk"], row["naam"], "niet_natuurlijk_persoon", identificatie, written(row))


def address(row: Row) -> dict[str, Any]:
    """The address as a rol keeps it; invented addresses have no number in the register of addresses."""
    return {
        "aoaIdentificatie": "0" * 16,
        "wplWoonplaatsNaam": row["plaats"],
        "gorOpenbareRuimteNaam": row["straat"],
        "aoaPostcode": row["postcode"],
        "aoaHuisnummer": int(row["huisnummer"]),
    }


def written(row: Row) -> str:
    """The address in one line."""
    return f"{row['straat']} {row['huisnummer']}, {row['postcode']} {row['plaats']}"
