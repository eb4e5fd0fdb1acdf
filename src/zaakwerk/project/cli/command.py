"""Command: the form every command of the command line has."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """One command: its name, one line of help, its arguments, and what it does."""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], None]


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """For a command without arguments."""


def start_django() -> None:
    """Loads settings and rooms; a command does this first when it needs the register."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakwerk.project.settings")
    django.setup()


def say(line: str) -> None:
    """A line of result for the person who gave the command."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
