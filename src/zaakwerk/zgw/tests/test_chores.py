"""Chores: each has its turn, whatever the others do, and the worker waits for none."""

from datetime import datetime

import pytest

from zaakwerk.zgw import chores

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_chore_that_fails_keeps_none_from_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[datetime] = []

    def fail(moment: datetime) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr(chores, "CHORES", [fail, done.append])
    chores.start().join(10)
    assert len(done) == 1


def test_chores_never_run_beside_themselves_in_one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    inner: list[bool] = []

    def again(moment: datetime) -> None:
        thread = chores.start()
        thread.join(10)
        inner.append(thread.is_alive())

    monkeypatch.setattr(chores, "CHORES", [again])
    chores.start().join(10)
    assert inner == [False]
