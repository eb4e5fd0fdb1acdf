"""`zaakwerk restore DIR`: puts a backup back into an empty site."""

import argparse
from pathlib import Path

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where the copy is."""
    parser.add_argument("directory", type=Path, metavar="DIR", help="map met de back-up")


def run(given: argparse.Namespace) -> None:
    """Refuses on existing data; else restores, compares and says what is back."""
    start_django()
    from zaakwerk.project.backup.restore import restore

    manifest = restore(given.directory)
    say(f"Teruggezet en vergeleken: {manifest.summary()}.")
    if not manifest.has_key:
        say("De sleutel zat niet in de back-up. Zet dezelfde ZAAKWERK_SECRET_KEY als eerst.")


COMMAND = Command("restore", "Een back-up terugzetten in een lege installatie.", arguments, run)
