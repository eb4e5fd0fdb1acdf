"""`zaakwerk demo`: loads the fictional municipality and says how to sign in to it."""

import argparse

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """How to behave on a database in use."""
    parser.add_argument(
        "--if-empty", action="store_true", help="doe niets als er al zaken zijn, ook geen foutmelding"
    )


def run(given: argparse.Namespace) -> None:
    """Loads it, or refuses when the database holds other zaken."""
    start_django()
    from zaakwerk.demo import load
    from zaakwerk.zgw.problems import Problem

    try:
        lines = load.load()
    except Problem:
        if not given.if_empty:
            raise
        return
    for line in lines:
        say(line)


COMMAND = Command("demo", "De demogemeente laden in een lege database.", arguments, run)
