"""Personen: people and companies in zaken somebody may see, by name, or by a number that is in no address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from zaakwerk.werkvoorraad.zoeken import tekst
from zaakwerk.werkvoorraad.zoektekst import OWN_PEOPLE
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Rol
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.kinds import passes_eleven_test

BSN_DIGITS, KVK_DIGITS = 9, 8
NUMBERS = ("bsn", "nnp_id", "kvk_nummer", "vestigingsnummer")
MOST_ZAKEN, MOST_PEOPLE = 200, 5


@dataclass
class Persoon:
    """Somebody found by name, and in how many of the zaken that were looked at."""

    naam: str
    rol: Rol
    zaken: set[int] = field(default_factory=set)


def is_number(text: str) -> bool:
    """Whether a text is a BSN or the number of a company, which may stand in no address."""
    digits = text.replace(" ", "").replace(".", "")
    if not (digits.isascii() and digits.isdigit()):
        return False
    return len(digits) == KVK_DIGITS or (len(digits) == BSN_DIGITS and passes_eleven_test(digits))


def by_number(actor: Actor, text: str) -> Rol | None:
    """A rol of the person or company with a number, in a zaak the actor may see."""
    number = text.replace(" ", "").replace(".", "")
    columns = ("bsn", "nnp_id") if len(number) == BSN_DIGITS else ("kvk_nummer", "nnp_id")
    for column in columns:
        found = within(actor, Rol.objects.filter(**{column: number})).order_by("-id").first()
        if found is not None:
            return found
    return None


def within(actor: Actor, rollen: QuerySet[Rol]) -> QuerySet[Rol]:
    """The rollen in zaken that the actor may see."""
    return rollen.filter(zaak__in=queries.visible_to(actor).order_by().values("pk"))


def known(actor: Actor, uuid: UUID | None) -> Rol | None:
    """The rol that an address names, when the actor may see its zaak."""
    return within(actor, Rol.objects.filter(uuid=uuid)).first() if uuid else None


def same_person(rol: Rol) -> Q:
    """Zaken in which the person of a rol has a part; without a number only this one zaak is certain."""
    for column in NUMBERS:
        number = getattr(rol, column)
        if number:
            return Q(pk__in=Rol.objects.filter(**{column: number}).values("zaak"))
    return Q(pk=rol.zaak_id)


def by_name(q: str, zaken: Sequence[int]) -> list[Persoon]:
    """The people whose name has every word, in the first of the zaken found; those with most zaken first.

    `zaken` are the keys of what a search found, so of nothing that the reader may not see.
    """
    rollen = (
        Rol.objects.filter(zaak__in=zaken[:MOST_ZAKEN])
        .exclude(betrokkene_type__in=OWN_PEOPLE)
        .order_by("-id")
    )
    people: dict[Any, Persoon] = {}
    for rol in rollen:
        naam = name_of(rol)
        if tekst.is_named(naam, q):
            people.setdefault(key_of(rol), Persoon(naam, rol)).zaken.add(rol.zaak_id)
    return most_first(people.values())


def key_of(rol: Rol) -> Any:
    """What makes two rollen the same person: a number, else the name."""
    numbers = next((getattr(rol, column) for column in NUMBERS if getattr(rol, column)), "")
    return (rol.betrokkene_type, numbers or name_of(rol).casefold())


def most_first(people: Iterable[Persoon]) -> list[Persoon]:
    """The few with most zaken."""
    return sorted(people, key=lambda person: (-len(person.zaken), person.naam))[:MOST_PEOPLE]
