"""The steps of a zaak as people see them: all when there are few, the telling ones when there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

StepState = Literal["done", "skipped", "current", "todo"]
STRIP_LIMIT = 7
RECENT_DONE = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One statustype in the course of a zaak; `datum` is when it was reached, `norm` how long it may take."""

    omschrijving: str
    state: StepState
    datum: date | None = None
    toelichting: str = ""
    norm: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Neighbouring steps left out of the strip, counted by what they are."""

    done: int
    skipped: int
    todo: int


@dataclass(frozen=True, slots=True)
class Course:
    """The steps in plain words for the person concerned: what was, what is, what follows."""

    earlier: tuple[Step, ...]
    recent: tuple[Step, ...]
    current: Step | None
    next: tuple[Step, ...]
    between: bool


def collapse(steps: Sequence[Step], limit: int = STRIP_LIMIT) -> list[Step | Gap]:
    """Up to `limit` steps in full, else the last done, the current, the next and the last, gaps between."""
    if len(steps) <= limit:
        return list(steps)
    here = current_index(steps)
    before = [i for i in range(here) if steps[i].state == "done"][-1:]
    shown = sorted({*before, here, min(here + 1, len(steps) - 1), len(steps) - 1})
    items: list[Step | Gap] = []
    start = 0
    for index in shown:
        items.extend(gap(steps[start:index]))
        items.append(steps[index])
        start = index + 1
    return items


def gap(left_out: Sequence[Step]) -> Sequence[Step | Gap]:
    """Nothing for nothing, a single step as itself, more as a count."""
    if len(left_out) < 2:
        return left_out
    states = [step.state for step in left_out]
    return [Gap(states.count("done"), states.count("skipped"), states.count("todo"))]


def current_index(steps: Sequence[Step]) -> int:
    """Where the zaak is: the current step, else the last one done, else the first."""
    reached = [i for i, step in enumerate(steps) if step.state in ("current", "done")]
    current = [i for i in reached if steps[i].state == "current"]
    return (current or reached or [0])[-1]


def course(steps: Sequence[Step], limit: int = STRIP_LIMIT) -> Course:
    """What the person concerned sees: skipped steps never, a long future only as its end."""
    done = tuple(step for step in steps if step.state == "done")
    todo = tuple(step for step in steps if step.state == "todo")
    current = next((step for step in reversed(steps) if step.state == "current"), None)
    few = len(done) <= RECENT_DONE + 1
    short = len(todo) <= limit - RECENT_DONE
    return Course(
        earlier=() if few else done[:-RECENT_DONE],
        recent=done if few else done[-RECENT_DONE:],
        current=current,
        next=todo if short else todo[-1:],
        between=not short,
    )
