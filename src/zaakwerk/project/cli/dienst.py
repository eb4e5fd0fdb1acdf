"""`zaakwerk dienst add`: registers an API of another installation that our objects may refer to."""

import argparse

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """The address of the service, and how we sign in there."""
    actions = parser.add_subparsers(dest="action", metavar="ACTIE", required=True)
    add = actions.add_parser("add", help="toevoegen, of wijzigen")
    add.add_argument("basis", metavar="URL", help="adres tot en met de versie")
    add.add_argument("--component", required=True, metavar="C", help="ztc, zrc, drc, brc of ander")
    add.add_argument("--naam", default="", metavar="N", help="naam voor mensen")
    add.add_argument("--client-id", default="", metavar="ID", help="client-id waarmee wij ons aanmelden")
    add.add_argument("--secret", default="", metavar="S", help="gedeeld geheim")


def run(given: argparse.Namespace) -> None:
    """Stores the service; a running server sees it at once."""
    start_django()
    from zaakwerk.zgw import diensten

    dienst = diensten.save(given.naam, given.component, given.basis, given.client_id, given.secret)
    say(f"Dienst {dienst} is opgeslagen: {dienst.basis}")


COMMAND = Command("dienst", "Een API van een andere installatie registreren.", arguments, run)
