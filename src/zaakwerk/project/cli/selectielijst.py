"""`zaakwerk selectielijst load FILE|URL`: a fresh copy of the selectielijst, over the built-in one."""

import argparse

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where the copy comes from."""
    actions = parser.add_subparsers(dest="action", metavar="ACTIE", required=True)
    load = actions.add_parser("load", help="overnemen; wat niet in de kopie staat, blijft")
    load.add_argument("source", metavar="FILE|URL", help="JSON-bestand, of de root van een selectielijst-API")


def run(given: argparse.Namespace) -> None:
    """Checks the whole copy before it counts; running servers see it at once."""
    start_django()
    from zaakwerk.selectielijst import queries

    kopie = queries.load(given.source)
    say(
        f"Selectielijst overgenomen: {len(kopie.procestypen)} procestypen, "
        f"{len(kopie.resultaten)} resultaten, {len(kopie.omschrijvingen)} resultaattypeomschrijvingen."
    )


COMMAND = Command("selectielijst", "Een nieuwe selectielijst overnemen.", arguments, run)
