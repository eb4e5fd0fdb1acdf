"""`zaakwerk migrate`: brings the database to the form this version needs."""

import argparse

from zaakwerk.project.cli.command import Command, no_arguments, say, start_django


def run(given: argparse.Namespace) -> None:
    """Applies what is open and says how much that was."""
    start_django()
    from django.core.management import call_command

    from zaakwerk.project.migrations import open_migrations

    waiting = open_migrations()
    call_command("migrate", verbosity=0, interactive=False)
    say(f"De database is bijgewerkt: {len(waiting)} migraties." if waiting else "De database was al bij.")


COMMAND = Command("migrate", "De database bijwerken.", no_arguments, run)
