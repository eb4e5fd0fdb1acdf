"""`zaakwerk demo`: loads the fictional municipality and says how to sign in to it."""

import argparse

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """How to behave on a database in use."""
    parser.add_argument(
        "--if-empty", action="store_true", help="laat een database met zaken zoals hij is, zonder fout"
    )


def run(given: argparse.Namespace) -> None:
    """Loads it, or refuses when the database is in use; the accounts are shown whenever they work."""
    start_django()
    from zaakwerk.demo import accounts, load
    from zaakwerk.zgw.problems import Conflict

    try:
        load.load()
    except Conflict:
        if not given.if_empty:
            raise
        if not load.is_loaded():
            return
    for line in accounts.lines():
        say(line)


COMMAND = Command("demo", "De demogemeente laden in een lege database.", arguments, run)
