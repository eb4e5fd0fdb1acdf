"""A case becomes one zaak with its status history; the real log gives the published totals."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from zaakwerk.invoer.xes.faults import Place, XesFault
from zaakwerk.invoer.xes.plan import AFGEHANDELD, LogPlan, StatusPlan, ZaakPlan, plan_log, plan_zaak
from zaakwerk.invoer.xes.reader import read_cases
from zaakwerk.invoer.xes.records import Case
from zaakwerk.invoer.xes.tests.logs import RECEIPT, case, event, log, needs_receipt, read
from zaakwerk.zgw.clock import legal_date

NOW = datetime(2025, 1, 1, tzinfo=UTC)
MONDAY = "2024-03-04T09:00:00.125+01:00"
TUESDAY = "2024-03-05T10:30:00.000+01:00"
FRIDAY = "2024-03-08T17:00:00.000+01:00"


def moment(text: str) -> datetime:
    """The aware moment that a text stands for."""
    return datetime.fromisoformat(text)


def planned(*parts: str) -> list[ZaakPlan]:
    """The zaken planned for hand-made cases."""
    return [plan_zaak(found) for found in read(log(*parts))]


def test_each_event_is_one_status_in_the_order_of_the_case() -> None:
    (zaak,) = planned(
        case("A-1", [event("B", MONDAY, "Piet"), event("A", TUESDAY, ""), event("B", FRIDAY, "Piet")])
    )
    assert zaak.statussen == (
        StatusPlan("B", moment(MONDAY), "Piet"),
        StatusPlan("A", moment(TUESDAY), ""),
        StatusPlan("B", moment(FRIDAY), "Piet"),
    )
    assert zaak.medewerkers == ("Piet",)


def test_events_at_the_same_moment_keep_the_order_of_the_file() -> None:
    (zaak,) = planned(case("A-1", [event("B", MONDAY), event("A", MONDAY)], enddate=MONDAY))
    assert [status.statustype for status in zaak.statussen] == ["B", "A"]
    assert zaak.sluiting == StatusPlan(AFGEHANDELD, moment(MONDAY) + timedelta(milliseconds=1))


def test_a_case_without_enddate_stays_open() -> None:
    (zaak,) = planned(case("A-1", [event("A", MONDAY)]))
    assert zaak.sluiting is None
    assert "einddatum bron" not in zaak.eigenschappen


def test_a_case_closes_at_its_enddate_when_that_is_later_than_the_last_event() -> None:
    (zaak,) = planned(case("A-1", [event("A", MONDAY)], enddate=FRIDAY))
    assert zaak.sluiting == StatusPlan(AFGEHANDELD, moment(FRIDAY))


def test_a_case_closed_before_its_last_event_closes_one_millisecond_after_it() -> None:
    (zaak,) = planned(case("A-1", [event("A", MONDAY), event("B", FRIDAY)], enddate=TUESDAY))
    assert zaak.sluiting == StatusPlan(AFGEHANDELD, moment(FRIDAY) + timedelta(milliseconds=1))
    assert zaak.eigenschappen["einddatum bron"] == TUESDAY


@pytest.mark.parametrize(("startdate", "first"), [(MONDAY, TUESDAY), (TUESDAY, MONDAY), ("", MONDAY)])
def test_startdatum_is_the_earlier_of_startdate_and_first_event(startdate: str, first: str) -> None:
    (zaak,) = planned(case("A-1", [event("A", first)], startdate=startdate))
    assert zaak.startdatum == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-06-30T22:30:00+00:00", date(2024, 7, 1)),
        ("2024-12-31T23:30:00+00:00", date(2025, 1, 1)),
        ("2024-03-31T00:30:00+01:00", date(2024, 3, 31)),
        ("2024-10-27T23:59:59+01:00", date(2024, 10, 27)),
    ],
)
def test_dates_are_calendar_dates_in_amsterdam(text: str, day: date) -> None:
    (zaak,) = planned(case("A-1", startdate=text, enddate_planned=text, deadline=text))
    assert (zaak.startdatum, zaak.einddatum_gepland, zaak.uiterlijke_einddatum_afdoening) == (day, day, day)


def test_channel_department_and_the_raw_enddate_are_kept_as_eigenschappen() -> None:
    (full, bare) = planned(
        case("A-1", [event("A", MONDAY)], channel="Balie", department="Bouw", enddate=TUESDAY),
        case("A-2", [event("A", MONDAY)]),
    )
    assert full.eigenschappen == {"channel": "Balie", "department": "Bouw", "einddatum bron": TUESDAY}
    assert bare.eigenschappen == {}
    assert (full.identificatie, bare.einddatum_gepland, bare.uiterlijke_einddatum_afdoening) == (
        "A-1",
        None,
        None,
    )


def test_statustypen_come_in_order_of_first_appearance_and_end_with_afgehandeld() -> None:
    cases = read(
        log(
            case("A-1", [event("B", MONDAY, "Piet"), event("C", TUESDAY, "Ans")]),
            case("A-2", [event("A", MONDAY, "Ans"), event("B", TUESDAY, "Wim")], enddate=FRIDAY),
        )
    )
    assert plan_log(cases, NOW) == LogPlan(
        ("B", "C", "A", AFGEHANDELD), ("Piet", "Ans", "Wim"), date(2024, 3, 4), 2, 5, 1
    )
    assert plan_log(cases, NOW).open == 1


@pytest.mark.parametrize(
    ("found", "place", "reason"),
    [
        (case("A" * 41, startdate=MONDAY), Place("A" * 41, 0, 11), "het kenmerk is langer dan 40 tekens."),
        (
            case("A-1", [event("x" * 81, MONDAY)]),
            Place("A-1", 1, 13),
            "de activiteit is langer dan 80 tekens.",
        ),
        (
            case("A-1", [event("A", MONDAY, "x" * 201)]),
            Place("A-1", 1, 13),
            "de naam van de medewerker is langer dan 200 tekens.",
        ),
        (
            case("A-1", startdate=MONDAY, channel="x" * 256),
            Place("A-1", 0, 11),
            "channel is langer dan 255 tekens.",
        ),
        (case("A 1"), Place("A 1", 0, 11), "het kenmerk mag alleen letters, cijfers, - en _ bevatten."),
        (case("A-1"), Place("A-1", 0, 11), "de zaak heeft geen startdatum en geen gebeurtenissen."),
        (
            case("A-1", [event("A", MONDAY), event("A", "2025-01-02T00:00:00Z")]),
            Place("A-1", 2, 18),
            "het tijdstip ligt in de toekomst.",
        ),
        (
            case("A-1", [event("A", MONDAY)], enddate="2025-01-02T00:00:00Z"),
            Place("A-1", 0, 11),
            "de einddatum ligt in de toekomst.",
        ),
        (
            case("A-1", [event(AFGEHANDELD, MONDAY)]),
            Place("A-1", 1, 13),
            "de activiteit heet 'Afgehandeld', net als de eindstatus die wij toevoegen.",
        ),
    ],
)
def test_what_the_register_cannot_take_is_refused_with_its_place(
    found: str, place: Place, reason: str
) -> None:
    with pytest.raises(XesFault) as caught:
        plan_log(read(log(found)), NOW)
    assert (caught.value.place, caught.value.reason) == (place, reason)


@pytest.fixture(scope="module")
def receipt() -> list[Case]:
    """The cases of the real log."""
    with RECEIPT.open("rb") as stream:
        return list(read_cases(stream))


@needs_receipt
def test_the_real_log_gives_1434_zaken_9906_statussen_1329_closed_105_open(receipt: list[Case]) -> None:
    plan = plan_log(receipt, NOW)
    assert (plan.zaken, plan.statussen, plan.gesloten, plan.open) == (1434, 9906, 1329, 105)
    assert (len(plan.statustypen), plan.statustypen[-1], len(plan.medewerkers)) == (28, AFGEHANDELD, 48)
    assert plan.statustypen[0] == "Confirmation of receipt"


@needs_receipt
def test_no_zaak_of_the_real_log_has_two_statussen_at_one_moment_or_out_of_order(receipt: list[Case]) -> None:
    for zaak in map(plan_zaak, receipt):
        closing = [zaak.sluiting] if zaak.sluiting else []
        moments = [status.gezet for status in (*zaak.statussen, *closing)]
        assert all(earlier < later for earlier, later in pairwise(moments)), zaak.identificatie


@needs_receipt
def test_every_zaak_of_the_real_log_agrees_with_its_case(receipt: list[Case]) -> None:
    for found, zaak in zip(receipt, map(plan_zaak, receipt), strict=True):
        last, first = found.events[-1].timestamp, found.events[0].timestamp
        assert [(s.statustype, s.gezet, s.medewerker) for s in zaak.statussen] == [
            (e.activity, e.timestamp, e.resource) for e in found.events
        ]
        assert found.startdate is not None
        assert zaak.startdatum == min(legal_date(found.startdate), legal_date(first))
        assert (zaak.sluiting is None) == (found.enddate is None)
        if zaak.sluiting is not None and found.enddate is not None:
            assert zaak.sluiting.gezet == max(found.enddate, last + timedelta(milliseconds=1))
            assert zaak.eigenschappen["einddatum bron"] == found.enddate_raw
