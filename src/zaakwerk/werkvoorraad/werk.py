"""Werk: zaken and taken in one list, the most urgent first; counted and paged by the database.

A list is one query of (soort, pk, dates); the rows of a page are then read per soort. A taak is as urgent
as its own latest date, or else as its zaak. A taak of a zaak that somebody may not see is in no list and no
count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from itertools import islice
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce, TruncDate

from zaakwerk.kader.models import Taak
from zaakwerk.werkvoorraad import queries, rijen
from zaakwerk.werkvoorraad.queries import DONE_DAYS, KLAAR, NU, TABS, TEAM_VRIJ, WACHT, Vrager
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.queries import REACH
from zaakwerk.zaken.scopes import LEZEN
from zaakwerk.zgw import clock

ZAKEN, TAKEN = SOORTEN = ("zaken", "taken")
Item = Zaak | Taak
TAAK_REACH = REACH.below("zaak")
# Of equals the taak comes first, for its zaak is done after it.
URGENCY: tuple[OrderBy | str, ...] = (
    F("uiterlijk_op").asc(nulls_last=True),
    F("gepland_op").asc(nulls_last=True),
    "begin",
    "soort",
    "nummer",
)
LATEST_DONE = ("-klaar", "soort", "-nummer")


@dataclass(frozen=True)
class Telling:
    """How much work of each soort a tab has."""

    zaken: int
    taken: int

    @property
    def totaal(self) -> int:
        """All of it."""
        return self.zaken + self.taken

    def of(self, soort: str) -> int:
        """What there is of a soort; of everything for any other word."""
        return {ZAKEN: self.zaken, TAKEN: self.taken}.get(soort, self.totaal)


@dataclass(frozen=True)
class Lijst:
    """The work of one tab, of one soort or (`soort` empty) of both; slicing reads that part of it."""

    vrager: Vrager
    tab: str
    soort: str = ""

    @cached_property
    def keys(self) -> QuerySet[Any, tuple[str, int]]:
        """What is in the list, in order: tuples that begin with soort and pk."""
        is_done = self.tab == KLAAR
        asked = [soort for soort in SOORTEN if self.soort in ("", soort)]
        parts = [keys_of(soort, part(self.vrager, self.tab, soort), is_done) for soort in asked]
        found = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
        return found.order_by(*(LATEST_DONE if is_done else URGENCY))

    def __getitem__(self, wanted: slice) -> list[Item]:
        return read([(key[0], key[1]) for key in self.keys[wanted]])

    def parts(self, size: int) -> Iterator[list[Item]]:
        """The whole list, so many at a time."""
        keys = ((key[0], key[1]) for key in self.keys.iterator(chunk_size=size))
        while chunk := list(islice(keys, size)):
            yield read(chunk)


def keys_of(soort: str, found: QuerySet[Any], is_done: bool) -> QuerySet[Any, Any]:
    """One part of a list as the columns by which both parts are put in one order."""
    is_taak = soort == TAKEN
    zaak = "zaak__" if is_taak else ""
    limit = F(f"{zaak}uiterlijke_einddatum_afdoening")
    columns: dict[str, Any] = {"soort": Value(soort), "nummer": F("pk")}
    if is_done:
        done_on = TruncDate("afgerond_op", tzinfo=clock.AMSTERDAM)
        columns["klaar"] = done_on if is_taak else F("einddatum")
    else:
        columns |= {
            "uiterlijk_op": Coalesce("uiterlijk", limit) if is_taak else limit,
            "gepland_op": F(f"{zaak}einddatum_gepland"),
            "begin": F(f"{zaak}startdatum"),
        }
    keys: QuerySet[Any, Any] = found.annotate(**columns).values_list(*columns)
    return keys


def part(vrager: Vrager, tab: str, soort: str) -> QuerySet[Any]:
    """The zaken or the taken of a tab, in no order."""
    if soort == ZAKEN:
        return queries.work(vrager, tab).order_by()
    predicate = TAAK_REACH.visible_to(vrager.actor, LEZEN)
    found = Taak.objects.filter(taken_of(vrager, tab))
    return found if predicate is None else found.filter(predicate)


def taken_of(vrager: Vrager, tab: str) -> Q:
    """What makes a taak belong to a tab; it never waits, and a closed zaak asks nothing more."""
    if tab == KLAAR:
        since = datetime.combine(vrager.today - timedelta(days=DONE_DAYS), time.min, tzinfo=clock.AMSTERDAM)
        return Q(afgerond_door=vrager.medewerker.username, afgerond_op__gte=since)
    is_open = Q(afgerond_op=None, zaak__einddatum=None)
    if tab == NU:
        return is_open & Q(medewerker=vrager.medewerker)
    if tab == WACHT:
        return Q(pk__in=[])
    of_team = is_open & Q(groep__in=[team.pk for team in vrager.teams])
    return of_team & Q(medewerker=None) if tab == TEAM_VRIJ else of_team


def counts(vrager: Vrager) -> dict[str, Telling]:
    """How much work each tab has: the queries of the lists themselves, counted in one statement."""
    wanted = {(tab, soort): part(vrager, tab, soort) for tab in TABS for soort in SOORTEN}
    found = queries.count_all(wanted)
    return {tab: Telling(found[tab, ZAKEN], found[tab, TAKEN]) for tab in TABS}


def read(keys: Sequence[tuple[str, int]]) -> list[Item]:
    """The zaken and taken with these keys, in their order, with what stands in their own row."""
    pks = {soort: [pk for kind, pk in keys if kind == soort] for soort in SOORTEN}
    zaken = rijen.with_parts(Zaak.objects.filter(pk__in=pks[ZAKEN])) if pks[ZAKEN] else ()
    taken = with_zaak(Taak.objects.filter(pk__in=pks[TAKEN])) if pks[TAKEN] else ()
    found: dict[tuple[str, int], Item] = {(ZAKEN, zaak.pk): zaak for zaak in zaken}
    found |= {(TAKEN, taak.pk): taak for taak in taken}
    return [found[key] for key in keys if key in found]


def with_zaak(found: QuerySet[Taak]) -> QuerySet[Taak]:
    """Taken with their zaak as a row shows it, and who has them."""
    related = ("medewerker", "groep", "zaak__zaaktype", "zaak__status__statustype")
    return found.select_related(*related)
