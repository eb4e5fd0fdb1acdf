"""`zaakwerk check`: looks at configuration, database, storage and clock."""

import argparse

from zaakwerk.project.cli.command import Command, no_arguments, say, start_django
from zaakwerk.project.refusals import Refused


def run(given: argparse.Namespace) -> None:
    """Shows what was found; refuses when something must be mended."""
    start_django()
    from zaakwerk.project.diagnosis import diagnose

    wrong = 0
    for finding in diagnose():
        wrong += bool(finding.mend)
        words = " ".join(f"{finding.part}: {finding.state} {finding.mend}".split())
        say(f"{'FOUT' if finding.mend else 'goed'}  {words}")
    if wrong:
        raise Refused(f"Niet in orde: {wrong} {'punt' if wrong == 1 else 'punten'}; zie de regels met FOUT.")


COMMAND = Command("check", "Controleren of de installatie in orde is.", no_arguments, run)
