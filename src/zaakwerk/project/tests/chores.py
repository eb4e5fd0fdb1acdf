"""Chores: jobs for tests, which leave lines in a file as their trace."""

import time
from pathlib import Path

from django_tasks import TaskContext, task


def note(path: str, line: str) -> None:
    """Adds a line."""
    with Path(path).open("a", encoding="utf-8") as stream:
        stream.write(f"{line}\n")


@task()
def write(path: str, line: str) -> int:
    """Notes a line; the answer is its length."""
    note(path, line)
    return len(line)


@task(takes_context=True)
def linger(context: TaskContext, path: str, seconds: float) -> None:
    """Notes that it begins, takes its time, and notes that it is done."""
    note(path, f"begin {context.attempt}")
    time.sleep(seconds)
    note(path, f"einde {context.attempt}")


@task()
def fail(path: str) -> None:
    """Notes that it was tried and raises."""
    note(path, "geprobeerd")
    raise ValueError("dit lukt nooit")
