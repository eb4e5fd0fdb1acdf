"""`zaakwerk import xes FILE`: zaken from an event log, checked whole before anything is written."""

import argparse
from pathlib import Path

from zaakwerk.project.cli.command import Command, say, start_django
from zaakwerk.project.refusals import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    """The kind of file, the file, and whose zaken these become."""
    parser.add_argument("kind", choices=["xes"], help="soort bestand")
    parser.add_argument("file", type=Path, metavar="FILE", help="bestand, ook met gzip (.xes.gz)")
    parser.add_argument("--bronorganisatie", metavar="RSIN", help="RSIN van de organisatie")
    parser.add_argument("--domein", metavar="D", help="domein van de catalogus, vijf hoofdletters")
    parser.add_argument("--notify", action="store_true", help="stuur ook notificaties")


def run(given: argparse.Namespace) -> None:
    """Imports with a progress bar on stderr; a second run skips what is there."""
    if not given.file.is_file():
        raise Refused(f"Het bestand {given.file} bestaat niet.")
    start_django()
    from tqdm import tqdm

    from zaakwerk.invoer import xes

    with tqdm(unit="zaak", disable=None) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        result = xes.import_file(given.file, given.bronorganisatie, given.domein, given.notify, progress)
    say(str(result))


COMMAND = Command("import", "Zaken overnemen uit een bestand.", arguments, run)
