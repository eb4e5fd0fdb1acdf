"""The last day to respond: table tests of the term and of the days off."""

from datetime import date

import pytest

from zaakwerk.besluiten.termijnen import easter, feestdagen, reactiedatum


@pytest.mark.parametrize(
    ("termijn", "verzonden", "einde"),
    [
        ("P6W", date(2026, 1, 1), date(2026, 2, 12)),  # Awb 6:7 and 6:8: known on 1-1, until 12-2
        ("P6W", date(2026, 3, 16), date(2026, 4, 28)),  # Monday 27 April is Koningsdag
        ("P6W", date(2026, 3, 24), date(2026, 5, 6)),  # Bevrijdingsdag
        ("P6W", date(2025, 11, 13), date(2025, 12, 29)),  # Christmas, then a weekend
        ("P6W", date(2026, 2, 20), date(2026, 4, 7)),  # Good Friday, the weekend and tweede Paasdag
        ("P1D", date(2026, 1, 9), date(2026, 1, 12)),  # a Saturday
        ("P3M", date(2026, 1, 31), date(2026, 4, 30)),
        ("P12W", date(2026, 1, 3), date(2026, 3, 30)),  # a Saturday
        ("P13W", date(2026, 1, 3), date(2026, 4, 4)),  # a Saturday, but too long a term to move
        ("P4M", date(2026, 1, 3), date(2026, 5, 3)),  # a Sunday, but too long a term to move
        ("P1Y", date(2025, 1, 3), date(2026, 1, 3)),
    ],
)
def test_awb_6_8_the_term_counts_from_the_day_after_sending(
    termijn: str, verzonden: date, einde: date
) -> None:
    assert reactiedatum(termijn, verzonden, None) == einde


def test_sending_goes_before_publication() -> None:
    assert reactiedatum("P1W", None, date(2026, 1, 5)) == date(2026, 1, 12)
    assert reactiedatum("P1W", date(2026, 1, 6), date(2026, 1, 5)) == date(2026, 1, 13)


def test_without_a_term_or_a_day_there_is_no_last_day() -> None:
    assert reactiedatum("", date(2026, 1, 5), None) is None
    assert reactiedatum("P6W", None, None) is None
    assert reactiedatum("P6W", date(9999, 12, 31), None) is None
    assert reactiedatum("P1Y", date(9999, 12, 31), None) is None


def test_koningsdag_on_a_sunday_is_the_day_before() -> None:
    assert {date(2025, 4, 26)} == {day for day in feestdagen(2025) if day.month == 4 and day.day > 22}
    assert date(2026, 4, 27) in feestdagen(2026)


@pytest.mark.parametrize(
    "pasen", [date(1900, 4, 15), date(2000, 4, 23), date(2024, 3, 31), date(2026, 4, 5), date(2038, 4, 25)]
)
def test_easter(pasen: date) -> None:
    assert easter(pasen.year) == pasen
