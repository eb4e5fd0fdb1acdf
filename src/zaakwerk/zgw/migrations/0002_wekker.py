"""PostgreSQL wakes the workers itself when the outbox grows, so that a command need not (see zgw/wake.py)."""

from typing import Any

from django.db import migrations

MAKE = (
    "CREATE OR REPLACE FUNCTION zgw_bericht_wekker() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN NOTIFY zaakwerk_outbox; RETURN NULL; END $$",
    "CREATE OR REPLACE TRIGGER zgw_bericht_wekker AFTER INSERT ON zgw_bericht "
    "FOR EACH STATEMENT EXECUTE FUNCTION zgw_bericht_wekker()",
)
UNMAKE = (
    "DROP TRIGGER IF EXISTS zgw_bericht_wekker ON zgw_bericht",
    "DROP FUNCTION IF EXISTS zgw_bericht_wekker()",
)


def run(editor: Any, statements: tuple[str, ...]) -> None:
    """The statements, on the database that has NOTIFY."""
    if editor.connection.vendor == "postgresql":
        for statement in statements:
            editor.execute(statement)


def make(apps: Any, editor: Any) -> None:
    run(editor, MAKE)


def unmake(apps: Any, editor: Any) -> None:
    run(editor, UNMAKE)


class Migration(migrations.Migration):
    dependencies = [("zgw", "0001_initial")]

    operations = [migrations.RunPython(make, unmake)]
