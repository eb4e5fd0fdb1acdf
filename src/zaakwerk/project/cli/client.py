"""`zaakwerk client add`: registers the client id and secret with which an application signs its tokens."""

import argparse

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """The pair, and whether it may do everything at once."""
    actions = parser.add_subparsers(dest="action", metavar="ACTIE", required=True)
    add = actions.add_parser("add", help="toevoegen, of het geheim vervangen")
    add.add_argument("id", metavar="ID", help="client-id zoals in het token")
    add.add_argument("--secret", required=True, metavar="S", help="gedeeld geheim")
    add.add_argument("--all-rights", action="store_true", help="maak ook een Applicatie met alle rechten")


def run(given: argparse.Namespace) -> None:
    """Stores the secret; a running server sees it at once."""
    start_django()
    from zaakwerk.autorisaties import commands

    commands.add_client(given.id, given.secret, all_rights=given.all_rights)
    say(f"Client {given.id} is opgeslagen.")


COMMAND = Command("client", "Een applicatie toegang geven tot de API's.", arguments, run)
