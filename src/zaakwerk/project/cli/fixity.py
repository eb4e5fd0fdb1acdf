"""`zaakwerk fixity`: compares the bytes of documents with what was put in the store."""

import argparse

from zaakwerk.project.cli.command import Command, say, start_django
from zaakwerk.project.refusals import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    """Everything, or a part of it at a time."""
    parser.add_argument(
        "--sample",
        type=at_least_one,
        metavar="N",
        help="alleen N bestanden: die het langst niet zijn vergeleken",
    )


def at_least_one(text: str) -> int:
    """A number of files."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is geen aantal van 1 of meer")
    return int(text)


def run(given: argparse.Namespace) -> None:
    """Names every version whose content is missing or damaged, and refuses when there is one."""
    start_django()
    from zaakwerk.documenten.content import fixity

    report = fixity.verify(given.sample)
    for found in report.findings:
        say(
            f"FOUT  document {found.document}, versie {found.versie}: de inhoud is {STATES[found.bevinding]}."
        )
    say(f"Vergeleken: {report.checked} {'bestand' if report.checked == 1 else 'bestanden'}.")
    if report.findings:
        count = len(report.findings)
        words = "versie heeft" if count == 1 else "versies hebben"
        raise Refused(f"{count} {words} geen goede inhoud meer. Zet die terug uit een back-up.")


STATES = {"ontbreekt": "weg", "beschadigd": "beschadigd"}
COMMAND = Command("fixity", "Controleren of de inhoud van documenten nog heel is.", arguments, run)
