"""Termijnen: until when one may respond to a besluit, by its type and the Algemene termijnenwet."""

from collections.abc import Iterator
from datetime import date, timedelta

import isodate  # type: ignore[import-untyped]

SATURDAY, SUNDAY = 5, 6
# Longer terms do not move for a day off (Algemene termijnenwet, article 4).
MOST_DAYS, MOST_MONTHS = 90, 3
# New Year, Bevrijdingsdag and Christmas; and after Easter: tweede Paasdag, Hemelvaart, tweede Pinksterdag.
FIXED = ((1, 1), (5, 5), (12, 25), (12, 26))
FROM_EASTER = (-2, 1, 39, 50)  # Good Friday counts as one by article 3, second paragraph


def reactiedatum(termijn: str, verzenddatum: date | None, publicatiedatum: date | None) -> date | None:
    """The last day to respond: the term, counted from the day after sending or else publication (Awb 6:8).

    `termijn` is an ISO duration; without it or without such a day there is nothing to count.
    """
    bekend = verzenddatum or publicatiedatum
    if not termijn or bekend is None:
        return None
    duration = isodate.parse_duration(termijn)
    try:
        einde: date = bekend + duration
        return first_working_day(einde) if may_move(duration) else einde
    except (OverflowError, ValueError):
        return None  # beyond the calendar


def may_move(duration: timedelta | isodate.Duration) -> bool:
    """Whether a term is of the kind that ends on a working day."""
    if isinstance(duration, timedelta):
        return duration.days <= MOST_DAYS
    return bool(duration.years == 0 and duration.months <= MOST_MONTHS and not duration.tdelta)


def first_working_day(day: date) -> date:
    """The day itself, or the first after it that is no Saturday, Sunday or feestdag (article 1)."""
    while day.weekday() in (SATURDAY, SUNDAY) or day in feestdagen(day.year):
        day += timedelta(days=1)
    return day


def feestdagen(jaar: int) -> frozenset[date]:
    """The days off that the Algemene termijnenwet names, but for Sundays (article 3)."""
    return frozenset(feestdagen_of(jaar))


def feestdagen_of(jaar: int) -> Iterator[date]:
    """One by one."""
    yield from (date(jaar, month, day) for month, day in FIXED)
    pasen = easter(jaar)
    yield from (pasen + timedelta(days=days) for days in FROM_EASTER)
    koningsdag = date(jaar, 4, 27)
    yield koningsdag if koningsdag.weekday() != SUNDAY else date(jaar, 4, 26)


def easter(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous computus."""
    golden, century = jaar % 19, jaar // 100
    corrected = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - corrected + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (jaar % 100 // 4) - epact - jaar % 100 % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(jaar, month, day + 1)
