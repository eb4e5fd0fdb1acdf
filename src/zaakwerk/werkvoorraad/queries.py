"""Questions about work: whose it is, what comes first, how much there is; lists and counts by one query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypeVar

from django.db import connection
from django.db.models import BigIntegerField, Case, F, Func, Q, QuerySet, Value, When
from django.db.models.expressions import OrderBy

from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning
from zaakwerk.werkvoorraad import behandeling
from zaakwerk.werkvoorraad.models import BewaardeLijst, Sluimer
from zaakwerk.zaken import queries, scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor

NU, WACHT, TEAM_VRIJ, TEAM_ALLES, KLAAR = TABS = ("nu", "wacht", "team-vrij", "team", "klaar")
DONE_DAYS = 30
# The urgency of a zaak, in words at the list: the legal limit first, then the planned day, then the oldest.
# Zaken without a date come last. The first part is the index `zaak_open`.
URGENCY: tuple[OrderBy | str, ...] = (
    F("uiterlijke_einddatum_afdoening").asc(nulls_last=True),
    F("einddatum_gepland").asc(nulls_last=True),
    "startdatum",
    "id",
)
LATEST_DONE = ("-einddatum", "-id")
Key = TypeVar("Key")
WIDE_ROLES = ("coordinator", "functioneel_beheerder")
# A function and no aggregate, which the ORM would group by.
COUNT = Func(template="COUNT(*)", output_field=BigIntegerField())
STANDING_STILL = Q(opschorting__indicatie=True)


@dataclass(frozen=True)
class Vrager:
    """Who asks for work, and on which day; their teams are read once."""

    actor: Actor
    medewerker: Medewerker
    today: date

    @cached_property
    def teams(self) -> tuple[Groep, ...]:
        """The groups they are in."""
        return behandeling.teams_of(self.medewerker)


def work(vrager: Vrager, tab: str) -> QuerySet[Zaak]:
    """The zaken of one tab, most urgent first; never one that the actor may not read."""
    found = queries.visible_to(vrager.actor).filter(condition(vrager, tab))
    return found.order_by(*(LATEST_DONE if tab == KLAAR else URGENCY))


def condition(vrager: Vrager, tab: str) -> Q:
    """What makes a zaak belong to a tab."""
    mine, is_open = behandeling.handled_by(vrager.medewerker.username), Q(einddatum=None)
    if tab == KLAAR:
        return mine & Q(einddatum__gte=vrager.today - timedelta(days=DONE_DAYS))
    if tab in (TEAM_VRIJ, TEAM_ALLES):
        of_team = is_open & behandeling.of_teams([behandeling.team_key(t.naam) for t in vrager.teams])
        return of_team & behandeling.is_free() if tab == TEAM_VRIJ else of_team
    waits = STANDING_STILL | snoozes(vrager)
    return is_open & mine & (waits if tab == WACHT else ~waits)


def snoozes(vrager: Vrager) -> Q:
    """Zaken that snooze for somebody; from the day itself on they are awake."""
    asleep = Sluimer.objects.filter(medewerker=vrager.medewerker, tot__gt=vrager.today)
    return Q(pk__in=asleep.values("zaak"))


def count_all(querysets: Mapping[Key, QuerySet[Any]]) -> dict[Key, int]:
    """The number of rows of each queryset, in one statement."""
    parts = [
        queryset.order_by().values_list(Value(number), COUNT)
        for number, queryset in enumerate(querysets.values())
    ]
    found = dict(parts[0].union(*parts[1:], all=True)) if parts else {}
    return {name: int(found.get(number, 0)) for number, name in enumerate(querysets)}


def next_free(actor: Actor, teams: Sequence[Groep], passed: Sequence[int] = ()) -> Zaak | None:
    """The most urgent free zaak of the teams that the actor may change, locked; locked ones are passed by."""
    names = [behandeling.team_key(team.naam) for team in teams]
    found = Zaak.objects.filter(behandeling.of_teams(names), behandeling.is_free(), einddatum=None)
    for wanted in (scopes.LEZEN, scopes.WRITE):
        predicate = queries.REACH.visible_to(actor, wanted)
        found = found if predicate is None else found.filter(predicate)
    found = found.exclude(pk__in=passed) if passed else found
    return found.order_by(*URGENCY).select_for_update(of=("self",), skip_locked=can_skip()).first()


def can_skip() -> bool:
    """Whether the database passes over locked rows; SQLite has one writer at a time."""
    return connection.features.has_select_for_update_skip_locked


def is_still_free(zaak: Zaak) -> bool:
    """Whether nobody took it meanwhile; ask while its row is locked."""
    return Zaak.objects.filter(behandeling.is_free(), pk=zaak.pk, einddatum=None).exists()


def teams_of(medewerker: Medewerker) -> tuple[Groep, ...]:
    """The groups somebody is in."""
    return behandeling.teams_of(medewerker)


def may_share_widely(medewerker: Medewerker) -> bool:
    """Whether somebody may share a list with the whole organisation."""
    today = clock.today()
    is_valid = (Q(geldig_van=None) | Q(geldig_van__lte=today)) & (
        Q(geldig_tot=None) | Q(geldig_tot__gte=today)
    )
    is_theirs = Q(medewerker=medewerker) | Q(groep__leden=medewerker)
    return Toekenning.objects.filter(is_valid & is_theirs, rol__in=WIDE_ROLES).exists()


def lists_for(medewerker: Medewerker) -> QuerySet[BewaardeLijst]:
    """The saved lists somebody sees: their own, their teams', and everybody's; own ones first."""
    seen = (
        Q(eigenaar=medewerker)
        | Q(bereik=BewaardeLijst.TEAM, groep__leden=medewerker)
        | Q(bereik=BewaardeLijst.ORGANISATIE)
    )
    own = Case(When(eigenaar=medewerker, then=Value(0)), default=Value(1))
    pks = BewaardeLijst.objects.filter(seen).values("pk")
    found = BewaardeLijst.objects.filter(pk__in=pks).select_related("groep", "eigenaar")
    return found.order_by(own, "naam", "id")


def colleagues(vrager: Vrager) -> QuerySet[Medewerker]:
    """Who else can be given a zaak: everybody whose account works, the asker's own teams first."""
    near = Medewerker.objects.filter(groepen__in=[team.pk for team in vrager.teams])
    own = Case(When(pk__in=near.values("pk"), then=Value(0)), default=Value(1))
    found = Medewerker.objects.filter(is_active=True).exclude(pk=vrager.medewerker.pk)
    return found.order_by(own, "last_name", "first_name", "pk")
