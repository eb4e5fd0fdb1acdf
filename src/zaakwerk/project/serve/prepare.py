"""Prepare: what must be true of the database before it is served; run as `python -m`, and gone before it."""

import sys

from zaakwerk.project.refusals import Refused, refusals
from zaakwerk.project.serve.processes import follow_supervisor


def prepare() -> None:
    """Migrates SQLite; refuses a PostgreSQL database with open migrations (several servers may share it)."""
    import django
    from django.core.management import call_command
    from django.db import connection

    from zaakwerk.project.migrations import open_migrations

    django.setup()
    waiting = open_migrations()
    if waiting and connection.vendor != "sqlite":
        raise Refused(f"De database wacht op {len(waiting)} migraties. Voer eerst dit uit: zaakwerk migrate")
    if waiting:
        call_command("migrate", verbosity=0, interactive=False)


def main() -> int:
    """Exit 0 when the database can be served, else 1 with one line."""
    follow_supervisor()
    with refusals() as outcome:
        prepare()
    return outcome.code


if __name__ == "__main__":
    sys.exit(main())
