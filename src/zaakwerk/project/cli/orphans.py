"""`zaakwerk orphans`: files in the store of documents that no document needs."""

import argparse

from zaakwerk.project.cli.command import Command, say, start_django


def arguments(parser: argparse.ArgumentParser) -> None:
    """To look, or to clean."""
    parser.add_argument("--clean", action="store_true", help="ruim ze op; zonder worden ze alleen genoemd")


def run(given: argparse.Namespace) -> None:
    """Names what is older than a day and nobody needs, and removes it when asked."""
    start_django()
    from zaakwerk.documenten.content import orphans
    from zaakwerk.zgw.clock import now

    found = orphans.find(now())
    for file in found.files:
        say(f"{file.name}: {file.omvang} bytes, van {file.moment:%Y-%m-%d %H:%M} UTC")
    for upload in found.uploads:
        say(f"{upload.name}: afgebroken ontvangst, van {upload.moment:%Y-%m-%d %H:%M} UTC")
    for sha256 in found.rows:
        say(f"{sha256}: hoort bij geen document meer")
    if given.clean:
        orphans.clean(found)
    done = "opgeruimd" if given.clean else "gevonden"
    say(f"{found.count} {done}; {found.young} jonger dan een dag, die blijven voorlopig staan.")


COMMAND = Command("orphans", "Bestanden zoeken die bij geen document horen.", arguments, run)
