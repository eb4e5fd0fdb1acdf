"""Generate: fills the empty database of ZAAKWERK_DATABASE_URL with zaken; `python -m bench.generate`."""

import argparse
import os
import sys
import time
from random import Random

import django

SEED = 20_190_101


def main() -> None:
    """Migrates and fills; one line of progress."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200_000, help="aantal zaken")
    size = parser.parse_args().size
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zaakwerk.project.settings")
    django.setup()
    generate(size)


def generate(size: int) -> None:
    """The whole seed: schema, catalogue, clients, register."""
    # Models can be imported only after django.setup().
    from django.core.management import call_command
    from django.db import transaction

    from bench import catalogue
    from bench.loading import bulk
    from bench.register import Register
    from zaakwerk.zaken import tellingen
    from zaakwerk.zaken.models import Zaak

    call_command("migrate", verbosity=0, interactive=False)
    if Zaak.objects.exists():
        raise SystemExit("Deze database is niet leeg.")
    random, started = Random(SEED), time.monotonic()
    zaaktypen, document = catalogue.make_catalogue(random)
    catalogue.make_clients(zaaktypen)
    register = Register(random, zaaktypen, document, size)
    with bulk([table.name for table in register.tables.values()]):
        for done in register.load():
            sys.stderr.write(f"\r  {done:,} zaken, {time.monotonic() - started:.0f} s".replace(",", "."))
            sys.stderr.flush()
    with transaction.atomic():
        tellingen.recount()  # SQLite adds a line per zaak, which readers would have to fold
    sys.stderr.write(f"; klaar na {time.monotonic() - started:.0f} s\n")


if __name__ == "__main__":
    main()
