"""Refusals: how a command that cannot be done says so in one Dutch line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

DONE, REFUSED, USAGE = 0, 1, 2


class Refused(Exception):
    """The command cannot be done; the message is one Dutch sentence for the operator."""


@dataclass
class Outcome:
    """How a command ended."""

    code: int = DONE


@contextmanager
def refusals() -> Iterator[Outcome]:
    """Turns an expected refusal into one line on stderr and exit code 1; a fault of ours keeps its trace."""
    outcome = Outcome()
    try:
        yield outcome
    except Exception as error:
        line = sentence(error)
        if line is None:
            raise
        outcome.code = REFUSED
        sys.stderr.write(f"zaakwerk: {' '.join(line.split())}\n")


def sentence(error: Exception) -> str | None:
    """The Dutch line for a refusal, or None when the error is a fault of ours."""
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management.base import CommandError
    from django.db import OperationalError

    from zaakwerk.project.environment import WrongSetting
    from zaakwerk.zgw.problems import Problem

    match error:
        case Refused() | WrongSetting() | Problem() | CommandError():
            return str(error)
        case ImproperlyConfigured():
            return f"De configuratie klopt niet: {error}"
        case OperationalError():
            return f"De database is niet te gebruiken: {error}"
        case OSError() if error.strerror:
            place = f" ({error.filename})" if error.filename else ""
            return f"Lezen of schrijven lukt niet: {error.strerror}{place}."
    return None
