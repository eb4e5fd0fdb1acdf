"""Command line: `zaakwerk COMMAND`, a stable contract: exit 0 done, 1 refused with one line, 2 usage."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from zaakwerk import __version__
from zaakwerk.project.cli import (
    backup,
    catalogus,
    check,
    client,
    demo,
    dienst,
    fixity,
    import_,
    manage,
    migrate,
    orphans,
    restore,
    selectielijst,
    serve,
    user,
    worker,
)
from zaakwerk.project.cli.command import Command
from zaakwerk.project.refusals import USAGE, refusals

COMMANDS: tuple[Command, ...] = (
    serve.COMMAND,
    worker.COMMAND,
    migrate.COMMAND,
    demo.COMMAND,
    check.COMMAND,
    client.COMMAND,
    dienst.COMMAND,
    user.COMMAND,
    import_.COMMAND,
    catalogus.COMMAND,
    backup.COMMAND,
    restore.COMMAND,
    fixity.COMMAND,
    orphans.COMMAND,
    selectielijst.COMMAND,
    manage.COMMAND,
)

# What shells give a program that Ctrl-C ended.
INTERRUPTED = 130


class Parser(argparse.ArgumentParser):
    """Says in one Dutch line that the usage is wrong, after the usage itself."""

    def error(self, message: str) -> NoReturn:
        """Wrong usage: exit 2."""
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"zaakwerk: dit commando klopt niet ({message}). Zie: {self.prog} --help\n")


def build_parser() -> Parser:
    """The whole grammar of the command line."""
    parser = Parser(prog="zaakwerk", description="Zaakwerk: zaaksysteem voor gemeenten.")
    parser.add_argument("--version", action="version", version=f"zaakwerk {__version__}")
    choices = parser.add_subparsers(dest="command", metavar="COMMANDO", required=True)
    for command in COMMANDS:
        own = choices.add_parser(command.name, help=command.help, description=command.help)
        command.arguments(own)
        own.set_defaults(run=command.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    arguments = build_parser().parse_args(argv)
    try:
        with refusals() as outcome:
            arguments.run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    return outcome.code
