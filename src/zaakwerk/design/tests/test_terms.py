"""A term says with a word and a number where it stands."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from zaakwerk.design.terms import Term, TermState

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "state", "word"),
    [
        (21, "ruim", "nog 21 dagen"),
        (15, "ruim", "nog 15 dagen"),
        (14, "let-op", "nog 14 dagen"),
        (4, "let-op", "nog 4 dagen"),
        (3, "kritiek", "nog 3 dagen"),
        (1, "kritiek", "morgen"),
        (0, "kritiek", "vandaag"),
        (-1, "te-laat", "1 dag te laat"),
        (-3, "te-laat", "3 dagen te laat"),
        (-729, "te-laat", "729 dagen te laat"),
        (-731, "te-laat", "2 jaar te laat"),
    ],
)
def test_the_distance_to_the_last_day_decides_state_and_word(days: int, state: TermState, word: str) -> None:
    term = Term.towards(TODAY + timedelta(days=days), TODAY)
    with translation.override("nl"):
        assert (term.state, term.word) == (state, word)


def test_without_a_last_day_there_is_no_term() -> None:
    with translation.override("nl"):
        assert Term.towards(None, TODAY).word == "Geen termijn"


def test_the_windows_are_those_of_the_caller() -> None:
    assert Term.towards(TODAY + timedelta(days=20), TODAY, attention=28, critical=7).state == "let-op"
    assert Term.towards(TODAY + timedelta(days=6), TODAY, attention=28, critical=7).state == "kritiek"


def test_a_clock_that_stands_still_or_costs_money_says_so() -> None:
    with translation.override("nl"):
        assert Term("stil", reason="Wacht op aanvrager").word == "Klok staat stil"
        assert Term("dwangsom", amount=161).word == "Dwangsom loopt: € 161"
        assert Term("klaar").word == "Afgehandeld"
