"""Events: the forms in which a story of the demo is written down, in days before today."""

from dataclasses import dataclass, field

from zaakwerk.demo.declarations import Betrokkene, Medewerker


@dataclass(frozen=True)
class Gebeurtenis:
    """Something that happened, `dagen` days ago, by `wie`: a gebruikersnaam, or empty for the web form."""

    dagen: int
    wie: str = ""


@dataclass(frozen=True)
class Gezet(Gebeurtenis):
    """A status was set."""

    status: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Toegewezen(Gebeurtenis):
    """Somebody became behandelaar."""

    aan: str = ""


@dataclass(frozen=True)
class Stuk(Gebeurtenis):
    """A document came in or was made; `tekst` may name {zaaknummer}, {naam}, {datum} and {na[14]}."""

    soort: str = ""
    titel: str = ""
    tekst: str = ""
    auteur: str = ""
    formaat: str = "pdf"
    status: str = "definitief"
    tekening: str = ""


@dataclass(frozen=True)
class Opgeschort(Gebeurtenis):
    """The term was stopped."""

    reden: str = ""


@dataclass(frozen=True)
class Hervat(Gebeurtenis):
    """The term ran again, as many days later as it had stood still."""


@dataclass(frozen=True)
class Verlengd(Gebeurtenis):
    """The term was extended by what the zaaktype allows."""

    reden: str = ""


@dataclass(frozen=True)
class Uitkomst(Gebeurtenis):
    """A resultaat was registered."""

    resultaat: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Betrokken(Gebeurtenis):
    """Somebody else came to be concerned, in the role of this name."""

    rol: str = ""
    betrokkene: Betrokkene | Medewerker = field(kw_only=True)
    toelichting: str = ""


@dataclass(frozen=True)
class Zaak:
    """A zaak and its story; a number in `gegevens` is a date, that many days after today."""

    zaaktype: str
    omschrijving: str
    start: int
    initiator: Betrokkene | str
    verloop: tuple[Gebeurtenis, ...] = ()
    toelichting: str = ""
    gegevens: dict[str, str | int] = field(default_factory=dict)
    plek: tuple[float, float] | None = None
    naam: str = ""
    hoofdzaak: str = ""
    vervolg_op: str = ""
    vertrouwelijkheid: str = ""
