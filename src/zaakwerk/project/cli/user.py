"""`zaakwerk user add`: makes the first people who can sign in."""

import argparse

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """Name, role and password."""
    actions = parser.add_subparsers(dest="action", metavar="ACTIE", required=True)
    add = actions.add_parser("add", help="toevoegen")
    add.add_argument("name", metavar="NAME", help="naam om mee in te loggen")
    add.add_argument("--role", required=True, metavar="R", help="rol, bijvoorbeeld behandelaar of beheerder")
    add.add_argument("--password", metavar="P", help="wachtwoord; zonder wordt er een gemaakt en getoond")


def run(given: argparse.Namespace) -> None:
    """Makes the medewerker with one role for everything."""
    start_django()
    from zaakwerk.autorisaties import commands

    password = commands.add_user(given.name, given.role, given.password)
    say(f"Medewerker {given.name} kan inloggen.")
    if given.password is None:
        say(f"Wachtwoord: {password}")


COMMAND = Command("user", "Een medewerker laten inloggen.", arguments, run)
