"""Numbers: each is given out once, per key of its counter."""

from typing import Any

import pytest

from zaakwerk.documenten.models import DocumentnummerTeller
from zaakwerk.zaken.models import ZaaknummerTeller
from zaakwerk.zgw.numbers import next_numbers

pytestmark = pytest.mark.django_db


def test_a_counter_starts_at_one_and_goes_on_after_the_last() -> None:
    key: dict[str, Any] = {"bronorganisatie": "517439943", "jaar": 2026}
    assert next_numbers(DocumentnummerTeller, **key) == range(1, 2)
    assert next_numbers(DocumentnummerTeller, 3, **key) == range(2, 5)
    assert next_numbers(DocumentnummerTeller, **key) == range(5, 6)
    assert DocumentnummerTeller.objects.get(**key).laatste == 5


def test_every_key_and_every_counter_counts_for_itself() -> None:
    next_numbers(DocumentnummerTeller, 7, bronorganisatie="517439943", jaar=2026)
    assert next_numbers(DocumentnummerTeller, bronorganisatie="517439943", jaar=2025)[0] == 1
    assert next_numbers(ZaaknummerTeller, bronorganisatie="517439943", jaar=2026)[0] == 1
