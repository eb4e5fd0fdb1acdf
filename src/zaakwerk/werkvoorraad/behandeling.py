"""Behandeling: who handles a zaak; the one place that says which rol makes somebody its behandelaar.

A person handles a zaak by a rol with omschrijvingGeneriek behandelaar and betrokkeneType medewerker, whose
identificatie is their gebruikersnaam. A team does by such a rol of betrokkeneType organisatorische_eenheid,
whose identificatie is the naam of the groep, as far as the standard has room for it (24 characters). A zaak
that has a team and no person is free: anybody of the team may take it.
"""

from collections.abc import Sequence
from typing import Any, Literal

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Expression

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.zaken.models import Rol, Zaak

Kind = Literal["medewerker", "organisatorische_eenheid"]
MEDEWERKER: Kind = "medewerker"
TEAM: Kind = "organisatorische_eenheid"
GENERIEK = "behandelaar"
LONGEST_IDENTIFICATIE = 24


class Fixed(Expression):
    """A word of the standard as SQL text: a bound value would hide from the planner which index fits."""

    def __init__(self, word: str) -> None:
        if not word.replace("_", "").isalpha():
            raise ValueError(word)
        super().__init__(output_field=CharField())
        self.word = word

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        return f"'{self.word}'", ()


def rollen(kind: Kind) -> QuerySet[Rol]:
    """Every rol by which somebody of this kind handles a zaak."""
    return Rol.objects.filter(omschrijving_generiek=Fixed(GENERIEK), betrokkene_type=kind)


def handled_by(username: str) -> Q:
    """Zaken that an employee handles."""
    return Q(pk__in=rollen(MEDEWERKER).filter(identificatie=username).values("zaak"))


def of_teams(names: Sequence[str]) -> Q:
    """Zaken of one of these teams."""
    return Q(pk__in=rollen(TEAM).filter(identificatie__in=names).values("zaak"))


def is_free() -> Q:
    """Zaken that no person handles."""
    return ~Q(Exists(rollen(MEDEWERKER).filter(zaak=OuterRef("pk"))))


def of_zaak(zaak: Zaak) -> list[Rol]:
    """The rollen by which people and teams handle one zaak, oldest first."""
    found = Rol.objects.filter(
        zaak=zaak, omschrijving_generiek=GENERIEK, betrokkene_type__in=(MEDEWERKER, TEAM)
    )
    return list(found.select_related("roltype").order_by("id"))


def person(medewerker: Medewerker) -> dict[str, str]:
    """What identifies an employee as betrokkene."""
    return {
        "identificatie": medewerker.username,
        "achternaam": medewerker.last_name or medewerker.username,
        "voorletters": f"{medewerker.first_name[0]}." if medewerker.first_name else "",
        "voorvoegselAchternaam": "",
    }


def team(groep: Groep) -> dict[str, str]:
    """What identifies a team as betrokkene."""
    return {"identificatie": team_key(groep.naam), "naam": groep.naam, "isGehuisvestIn": ""}


def team_key(naam: str) -> str:
    """What a team is known by in a rol."""
    return naam[:LONGEST_IDENTIFICATIE]


def teams_of(medewerker: Medewerker) -> tuple[Groep, ...]:
    """The groups somebody is in."""
    return tuple(Groep.objects.filter(leden=medewerker).order_by("naam"))
