"""Decides what a XES log becomes in the register: pure, from case records to the zaken and types to write."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from zaakwerk.invoer.xes.faults import Place, XesFault
from zaakwerk.invoer.xes.records import Case, Event
from zaakwerk.zgw.clock import legal_date

AFGEHANDELD: Final = "Afgehandeld"
EINDDATUM_BRON: Final = "einddatum bron"
# The source's own keys, so that a value can be traced back to the log.
EIGENSCHAPPEN: Final = ("channel", "department", EINDDATUM_BRON)
# A closing status must be the last one, also when the log closes a case before its last event.
AFTER_LAST_EVENT: Final = timedelta(milliseconds=1)
MAX_STATUSTYPEN: Final = 9999
MAX_IDENTIFICATIE, MAX_STATUSTYPE, MAX_MEDEWERKER, MAX_WAARDE = 40, 80, 200, 255


@dataclass(frozen=True, slots=True)
class StatusPlan:
    """One status to set: name of the statustype, aware moment, and who set it ('' is unknown)."""

    statustype: str
    gezet: datetime
    medewerker: str = ""


@dataclass(frozen=True, slots=True)
class ZaakPlan:
    """One zaak to write: fields, eigenschappen (name to value), statussen in order, closing status."""

    identificatie: str
    startdatum: date
    einddatum_gepland: date | None
    uiterlijke_einddatum_afdoening: date | None
    eigenschappen: dict[str, str]
    statussen: tuple[StatusPlan, ...]
    sluiting: StatusPlan | None

    @property
    def medewerkers(self) -> tuple[str, ...]:
        """The behandelaars, each once, in the order in which they first acted."""
        return tuple(dict.fromkeys(status.medewerker for status in self.statussen if status.medewerker))


@dataclass(frozen=True, slots=True)
class LogPlan:
    """What the log asks for: statustypen in order (the last is the eindstatus), first startdatum, counts."""

    statustypen: tuple[str, ...]
    medewerkers: tuple[str, ...]
    begin: date
    zaken: int
    statussen: int
    gesloten: int

    @property
    def open(self) -> int:
        """How many zaken stay open."""
        return self.zaken - self.gesloten


def plan_log(cases: Iterable[Case], now: datetime) -> LogPlan:
    """Check every case of a log and add up what it asks for; writes nothing, keeps no case.

    Raises `XesFault` at the first case that the register could not take at the moment `now`.
    """
    statustypen: dict[str, None] = {}
    medewerkers: dict[str, None] = {}
    begin = legal_date(now)
    zaken = statussen = gesloten = 0
    for case in cases:
        check(case, now)
        zaak = plan_zaak(case)
        statustypen.update(dict.fromkeys(status.statustype for status in zaak.statussen))
        medewerkers.update(dict.fromkeys(zaak.medewerkers))
        if len(statustypen) >= MAX_STATUSTYPEN:
            raise XesFault(
                "het logboek heeft te veel verschillende activiteiten.", Place(case.case_id, line=case.line)
            )
        begin = min(begin, zaak.startdatum)
        zaken += 1
        gesloten += zaak.sluiting is not None
        statussen += len(zaak.statussen) + (zaak.sluiting is not None)
    return LogPlan((*statustypen, AFGEHANDELD), tuple(medewerkers), begin, zaken, statussen, gesloten)


def plan_zaak(case: Case) -> ZaakPlan:
    """The zaak that a checked case becomes; dates are calendar dates in Europe/Amsterdam."""
    eigenschappen = {"channel": case.channel, "department": case.department, EINDDATUM_BRON: case.enddate_raw}
    return ZaakPlan(
        identificatie=case.case_id,
        startdatum=legal_date(min(_starts(case))),
        einddatum_gepland=legal_date(case.enddate_planned) if case.enddate_planned else None,
        uiterlijke_einddatum_afdoening=legal_date(case.deadline) if case.deadline else None,
        eigenschappen={naam: waarde for naam, waarde in eigenschappen.items() if waarde},
        statussen=tuple(StatusPlan(event.activity, event.timestamp, event.resource) for event in case.events),
        sluiting=_sluiting(case),
    )


def _sluiting(case: Case) -> StatusPlan | None:
    if case.enddate is None:
        return None
    moments = (event.timestamp + AFTER_LAST_EVENT for event in case.events)
    return StatusPlan(AFGEHANDELD, max((case.enddate, *moments)))


def _starts(case: Case) -> Iterator[datetime]:
    yield from (event.timestamp for event in case.events)
    if case.startdate is not None:
        yield case.startdate


def check(case: Case, now: datetime) -> None:
    """Raise `XesFault` when the register could not take the case: too long, no start, in the future."""
    place = Place(case.case_id, line=case.line)
    _fits("het kenmerk", case.case_id, MAX_IDENTIFICATIE, place)
    if not case.case_id.replace("-", "").replace("_", "").isalnum():
        raise XesFault("het kenmerk mag alleen letters, cijfers, - en _ bevatten.", place)
    _fits("channel", case.channel, MAX_WAARDE, place)
    _fits("department", case.department, MAX_WAARDE, place)
    if not case.events and case.startdate is None:
        raise XesFault("de zaak heeft geen startdatum en geen gebeurtenissen.", place)
    if case.enddate is not None and case.enddate > now:
        raise XesFault("de einddatum ligt in de toekomst.", place)
    for number, event in enumerate(case.events, 1):
        _check_event(event, now, Place(case.case_id, number, event.line))


def _check_event(event: Event, now: datetime, place: Place) -> None:
    _fits("de activiteit", event.activity, MAX_STATUSTYPE, place)
    _fits("de naam van de medewerker", event.resource, MAX_MEDEWERKER, place)
    if event.timestamp > now:
        raise XesFault("het tijdstip ligt in de toekomst.", place)
    if event.activity == AFGEHANDELD:
        raise XesFault(f"de activiteit heet '{AFGEHANDELD}', net als de eindstatus die wij toevoegen.", place)


def _fits(what: str, value: str, longest: int, place: Place) -> None:
    if len(value) > longest:
        raise XesFault(f"{what} is langer dan {longest} tekens.", place)
