"""`zaakwerk worker`: delivers messages and does jobs and timed work, until it is told to stop."""

import argparse
import signal
import threading
from types import FrameType

from zaakwerk.project.cli.command import Command, no_arguments, start_django
from zaakwerk.project.serve.processes import follow_supervisor


def run(given: argparse.Namespace) -> None:
    """Works until SIGTERM or Ctrl-C; a second one ends it at once."""
    follow_supervisor()
    stop = threading.Event()

    def finish(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGTERM, finish)
    signal.signal(signal.SIGINT, finish)
    start_django()
    from zaakwerk.notificaties.worker import run as work
    from zaakwerk.project import jobs

    beside = threading.Thread(target=jobs.run, args=(stop,), name="jobs")
    beside.start()
    work(stop)
    beside.join()


COMMAND = Command("worker", "Achtergrondwerk doen; zoveel naast elkaar als nodig.", no_arguments, run)
