"""Declarations: the forms in which the demo municipality is written down; readable tables, no behaviour."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Statustype:
    """A step: what it is called at the desk, how the person concerned reads it, and its checklist: per
    question a short name and the question itself.
    """

    omschrijving: str
    statustekst: str
    toelichting: str
    doorlooptijd: str = ""
    informeren: bool = True
    checklist: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Resultaattype:
    """An outcome: its generic name, its number in the selectielijst of 2020, and where retention starts."""

    omschrijving: str
    generiek: str
    nummer: str
    toelichting: str
    afleidingswijze: str = "afgehandeld"
    datumkenmerk: str = ""


@dataclass(frozen=True)
class Eigenschap:
    """A property: `stap` is the omschrijving of the statustype before which it is filled."""

    naam: str
    definitie: str
    formaat: str = "tekst"
    lengte: str = "100"
    waarden: tuple[str, ...] = ()
    stap: str = ""


@dataclass(frozen=True)
class Documentsoort:
    """A kind of document of a zaaktype: which way it goes and at which step it belongs."""

    omschrijving: str
    richting: str
    stap: str = ""


@dataclass(frozen=True)
class Besluittype:
    """A kind of decision, laid down in a document of the kind `Besluit`, with the time to object."""

    omschrijving: str
    toelichting: str
    reactietermijn: str = "P6W"
    publicatietekst: str = ""


@dataclass(frozen=True)
class Zaaktype:
    """A zaaktype with everything under it, in the words of the catalogue."""

    identificatie: str
    omschrijving: str
    doel: str
    aanleiding: str
    onderwerp: str
    handeling_initiator: str
    procestype: int
    verantwoordelijke: str
    doorlooptijd: str
    servicenorm: str
    statustypen: tuple[Statustype, ...]
    resultaattypen: tuple[Resultaattype, ...]
    eigenschappen: tuple[Eigenschap, ...]
    documentsoorten: tuple[Documentsoort, ...]
    handeling_behandelaar: str = "Behandelen"
    initiator: str = "Aanvrager"
    extra_rollen: tuple[tuple[str, str], ...] = ()
    vertrouwelijkheid: str = "zaakvertrouwelijk"
    intern_of_extern: str = "extern"
    toelichting: str = ""
    verlengingstermijn: str = ""
    opschorten: bool = True
    publicatietekst: str = ""
    trefwoorden: tuple[str, ...] = ()
    deelzaaktypen: tuple[str, ...] = ()
    besluittype: Besluittype | None = None


@dataclass(frozen=True)
class Gemeente:
    """The municipality itself."""

    naam: str
    rsin: str
    domein: str
    adres: str
    telefoon: str
    email: str


@dataclass(frozen=True)
class Medewerker:
    """Somebody who works for the municipality, with the role they sign in with."""

    gebruikersnaam: str
    voornaam: str
    achternaam: str
    rol: str
    functie: str
    team: str
    voorvoegsel: str = ""

    @property
    def naam(self) -> str:
        """The name as people say it."""
        return " ".join(filter(None, (self.voornaam, self.voorvoegsel, self.achternaam)))


@dataclass(frozen=True)
class Persoon:
    """An inhabitant; the BSN is a test number."""

    bsn: str
    voorletters: str
    achternaam: str
    aanduiding: str
    straat: str
    huisnummer: int
    postcode: str
    voorvoegsel: str = ""
    omschrijving: str = ""

    @property
    def naam(self) -> str:
        """The name as a letter has it."""
        return " ".join(filter(None, (self.voorletters, self.voorvoegsel, self.achternaam)))

    @property
    def adres(self) -> str:
        """Street and number."""
        return f"{self.straat} {self.huisnummer}"


@dataclass(frozen=True)
class Organisatie:
    """A company (with KVK number and vestiging) or an association (known by its RSIN only)."""

    naam: str
    rsin: str
    rechtsvorm: str
    straat: str
    huisnummer: int
    postcode: str
    kvk: str = ""
    vestiging: str = ""
    omschrijving: str = ""

    @property
    def adres(self) -> str:
        """Street and number."""
        return f"{self.straat} {self.huisnummer}"


Betrokkene = Persoon | Organisatie
