"""What the selectielijst knows: procestypen, their resultaten, and the generic names of results."""

from dataclasses import dataclass
from typing import ClassVar

PUBLIC_URL = "https://selectielijst.openzaak.nl/api/v1/"

PROCESTERMIJNEN = {
    "": "",
    "nihil": "Nihil",
    "bestaansduur_procesobject": "De bestaans- of geldigheidsduur van het procesobject.",
    "ingeschatte_bestaansduur_procesobject": (
        "De ingeschatte maximale bestaans- of geldigheidsduur van het procesobject."
    ),
    "vast_te_leggen_datum": (
        "De tijdens het proces vast te leggen datum waarop de geldigheid van het procesobject "
        "komt te vervallen."
    ),
    "samengevoegd_met_bewaartermijn": "De procestermijn is samengevoegd met de bewaartermijn.",
}
# The flags of a resultaat in the API, with the short names of our table.
TAAKGEBIEDEN = {
    "algemeenBestuurEnInrichtingOrganisatie": "abo",
    "bedrijfsvoeringEnPersoneel": "bvp",
    "publiekeInformatieEnRegistratie": "pir",
    "burgerzaken": "bz",
    "veiligheid": "vei",
    "verkeerEnVervoer": "vv",
    "economie": "eco",
    "onderwijs": "ond",
    "sportCultuurEnRecreatie": "scr",
    "sociaalDomein": "sd",
    "volksgezonheidEnMilieu": "vgm",
    "vhrosv": "vhrosv",
    "heffenBelastingen": "hb",
    "alleTaakgebieden": "alle",
}


@dataclass(frozen=True, slots=True)
class Procestype:
    """One of the 29 kinds of process of a municipality, in the edition of a year."""

    PATH: ClassVar = "procestypen"
    uuid: str
    jaar: int
    nummer: int
    naam: str
    omschrijving: str
    procesobject: str
    toelichting: str

    @property
    def public_url(self) -> str:
        """The URL under which the world knows it."""
        return f"{PUBLIC_URL}{self.PATH}/{self.uuid}"


@dataclass(frozen=True, slots=True)
class Resultaat:
    """One result of a procestype and what happens to its records.

    `waardering` is vernietigen or blijvend_bewaren, and '' when the result lapsed (`is_vervallen`);
    `bewaartermijn` is an ISO 8601 duration, possibly in days or months, or '' when none applies.
    """

    PATH: ClassVar = "resultaten"
    uuid: str
    procestype: Procestype
    volledig_nummer: str
    naam: str
    omschrijving: str
    waardering: str
    is_vervallen: bool
    procestermijn: str
    procestermijn_opmerking: str
    bewaartermijn: str
    taakgebieden: frozenset[str]
    herkomst: str
    toelichting: str

    @property
    def public_url(self) -> str:
        """The URL under which the world knows it."""
        return f"{PUBLIC_URL}{self.PATH}/{self.uuid}"

    @property
    def nummers(self) -> tuple[int, ...]:
        """The full number as numbers, to sort by: 1.10 comes after 1.9."""
        return tuple(int(part) for part in self.volledig_nummer.split("."))

    @property
    def is_specifiek(self) -> bool:
        """Whether it is a special case (7.1.20) of a generic result (7.1); the special case goes first."""
        return len(self.nummers) == 3

    @property
    def procestermijn_weergave(self) -> str:
        """The procestermijn in words."""
        return PROCESTERMIJNEN[self.procestermijn]


@dataclass(frozen=True, slots=True)
class Resultaattypeomschrijving:
    """A generic name that a resultaattype refers to."""

    PATH: ClassVar = "resultaattypeomschrijvingen"
    uuid: str
    omschrijving: str
    definitie: str
    opmerking: str

    @property
    def public_url(self) -> str:
        """The URL under which the world knows it."""
        return f"{PUBLIC_URL}{self.PATH}/{self.uuid}"
