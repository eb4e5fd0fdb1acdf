"""`zaakwerk backup DIR`: a consistent copy of database, content and key."""

import argparse
from pathlib import Path

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where the copy goes."""
    parser.add_argument("directory", type=Path, metavar="DIR", help="nieuwe map voor de back-up")


def run(given: argparse.Namespace) -> None:
    """Makes it while the web keeps working, and says what is in it."""
    start_django()
    from zaakwerk.project.backup.make import make

    manifest = make(given.directory)
    say(f"Back-up gemaakt in {given.directory}: {manifest.summary()}.")
    if not manifest.has_key:
        say("De sleutel staat niet in de back-up. Bewaar ZAAKWERK_SECRET_KEY zelf.")


COMMAND = Command("backup", "Een back-up maken van database, documenten en sleutel.", arguments, run)
