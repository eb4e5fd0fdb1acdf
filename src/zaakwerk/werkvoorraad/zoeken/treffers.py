"""Treffers: the zaken that answer a question, and the few numbers about them that a page shows.

One statement finds the first `CAP` zaken in order with what facets need; page, counts and facets all come
from it, so they cannot differ. An export reads on past the cap from the same query.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy

from zaakwerk.werkvoorraad import behandeling
from zaakwerk.werkvoorraad.queries import URGENCY, count_all
from zaakwerk.werkvoorraad.zoeken import personen, tekst
from zaakwerk.werkvoorraad.zoeken.vraag import Chosen, Vraag
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw.actors import Actor

CAP = 2000
OPEN, DICHT, NIEMAND, GEEN = "open", "dicht", "-", "-"
ORDERS: dict[str, tuple[OrderBy | str, ...]] = {
    "-startdatum": ("-startdatum", "-id"),
    "startdatum": ("startdatum", "id"),
    "termijn": URGENCY,
    "-termijn": (F("uiterlijke_einddatum_afdoening").desc(nulls_last=True), "-id"),
    "identificatie": ("identificatie", "id"),
    "-identificatie": ("-identificatie", "-id"),
}
USUAL_ORDER = "-startdatum"
FIRST_YEAR, LAST_YEAR = 1900, 2200


class Treffer(NamedTuple):
    """What facets and pages need of a zaak that was found."""

    pk: int
    zaaktype: str
    zaaktype_naam: str
    status: str | None
    einddatum: date | None
    startdatum: date


COLUMNS = (
    "pk",
    "zaaktype__identificatie",
    "zaaktype__omschrijving",
    "status__statustype__omschrijving",
    "einddatum",
    "startdatum",
)


@dataclass(frozen=True)
class Waarde:
    """One value of a facet: what to ask for, what to call it, and how many."""

    waarde: str
    label: str
    aantal: int


def find(actor: Actor, vraag: Vraag) -> QuerySet[Zaak]:
    """The zaken that answer a question, in its order; never one that the actor may not read."""
    found = queries.visible_to(actor).filter(*conditions(actor, vraag))
    return found.order_by(*order_of(vraag))


def order_of(vraag: Vraag) -> tuple[OrderBy | str, ...]:
    """How what is found is sorted; the key comes last, so that it is always the same."""
    return ORDERS.get(vraag.sorteer, ORDERS[USUAL_ORDER])


def conditions(actor: Actor, vraag: Vraag) -> list[Q]:
    """Everything a zaak must answer to."""
    asked = [tekst.zaken_with(vraag.q)] if vraag.q else []
    if vraag.betrokkene:
        rol = personen.known(actor, vraag.betrokkene)
        asked.append(personen.same_person(rol) if rol else Q(pk__in=[]))
    asked += [one_of(facet, values) for facet, values in vraag.met.items()]
    return asked + [~one_of(facet, values) for facet, values in vraag.zonder.items()]


def one_of(facet: str, values: Sequence[str]) -> Q:
    """Zaken with one of these values of a facet."""
    if facet == "zaaktype":
        return Q(zaaktype__identificatie__in=values)
    if facet == "status":
        named = Q(status__statustype__omschrijving__in=[value for value in values if value != GEEN])
        return named | Q(status=None) if GEEN in values else named
    return reduce(or_, (SINGLE[facet](value) for value in values))


def with_stand(value: str) -> Q:
    """Open or closed zaken."""
    return Q(einddatum=None) if value == OPEN else Q(einddatum__isnull=False)


def with_behandelaar(value: str) -> Q:
    """Zaken of an employee, by gebruikersnaam, or of nobody."""
    return behandeling.is_free() if value == NIEMAND else behandeling.handled_by(value)


def in_year(value: str) -> Q:
    """Zaken that started in a year; none for what is no year."""
    year = int(value) if value.isascii() and value.isdigit() and len(value) == 4 else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Q(pk__in=[])
    return Q(startdatum__gte=date(year, 1, 1), startdatum__lte=date(year, 12, 31))


SINGLE = {"stand": with_stand, "behandelaar": with_behandelaar, "jaar": in_year}


def first_found(actor: Actor, vraag: Vraag) -> list[Treffer]:
    """The first `CAP` and one more, in order; what facets need is read of these alone, not of every hit."""
    keys = find(actor, vraag).values("pk")[: CAP + 1]
    rows = Zaak.objects.filter(pk__in=keys).order_by(*order_of(vraag)).values_list(*COLUMNS)
    return [Treffer(*row) for row in rows]


def facets(treffers: Sequence[Treffer]) -> dict[str, list[Waarde]]:
    """How many of what was found have which value, most first; years newest first."""
    names = {found.zaaktype: found.zaaktype_naam for found in treffers}
    stands = Counter(OPEN if found.einddatum is None else DICHT for found in treffers)
    years = Counter(str(found.startdatum.year) for found in treffers)
    statuses = Counter(found.status or GEEN for found in treffers)
    return {
        "zaaktype": values_of(Counter(found.zaaktype for found in treffers), names),
        "status": values_of(statuses, {}),
        "stand": values_of(stands, {}),
        "behandelaar": handlers(treffers),
        "jaar": sorted(values_of(years, {}), key=lambda found: found.waarde, reverse=True),
    }


def values_of(counter: Counter[str], names: dict[str, str]) -> list[Waarde]:
    """Counted values with their names."""
    found = [Waarde(value, names.get(value, value), count) for value, count in counter.items()]
    return sorted(found, key=lambda value: (-value.aantal, value.label.casefold()))


def handlers(treffers: Sequence[Treffer]) -> list[Waarde]:
    """Who handles what was found, and how many nobody does."""
    pks = [found.pk for found in treffers]
    rollen = behandeling.rollen(behandeling.MEDEWERKER).filter(zaak__in=pks).order_by("id")
    names: dict[str, str] = {}
    handled: set[tuple[int, str]] = set()
    for rol in rollen.only(*NAME_COLUMNS):
        names[rol.identificatie] = name_of(rol)
        handled.add((rol.zaak_id, rol.identificatie))
    counter: Counter[str] = Counter(username for _, username in handled if username)
    nobody = len(pks) - len({pk for pk, _ in handled})
    return values_of(counter + Counter({NIEMAND: nobody}), names)


NAME_COLUMNS = (
    "zaak",
    "identificatie",
    "betrokkene_type",
    "afwijkende_naam_betrokkene",
    "betrokkene_identificatie",
    "omschrijving",
)


def page_of(pks: Sequence[int]) -> QuerySet[Zaak]:
    """The zaken of a page; their order is for the caller."""
    return Zaak.objects.filter(pk__in=pks)


def widening(actor: Actor, vraag: Vraag) -> tuple[Chosen, int] | None:
    """Which value to drop when nothing is found: the one whose absence gives most, and how many."""
    tries = {chosen: find(actor, vraag.without(chosen)) for chosen in vraag.chosen}
    found = count_all({str(number): query for number, query in enumerate(tries.values())})
    best = max(zip(tries, found.values(), strict=True), key=lambda pair: pair[1], default=None)
    return best if best and best[1] else None


def label_of(chosen: Chosen, known: Any) -> str:
    """What to call a chosen value: as its facet does, else the value itself."""
    return next((found.label for found in known if found.waarde == chosen.waarde), chosen.waarde)


def names_of(usernames: Sequence[str]) -> dict[str, str]:
    """The names of behandelaars who are chosen, also when nothing was found."""
    rollen = Rol.objects.filter(
        omschrijving_generiek=behandeling.Fixed(behandeling.GENERIEK),
        betrokkene_type=behandeling.MEDEWERKER,
        identificatie__in=usernames,
    )
    return {rol.identificatie: name_of(rol) for rol in rollen.order_by("-id")[:50]}
