"""`zaakwerk manage …`: Django's own commands, for operators and developers."""

import argparse
import os
import sys

from zaakwerk.project.cli.command import Command


def arguments(parser: argparse.ArgumentParser) -> None:
    """Everything after `manage` is Django's."""
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="commando van Django")


def run(given: argparse.Namespace) -> None:
    """Hands over to Django's command line."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakwerk.project.settings")
    sys.argv[0] = "zaakwerk manage"
    execute_from_command_line([sys.argv[0], *given.rest])


COMMAND = Command("manage", "Beheercommando's van Django.", arguments, run)
