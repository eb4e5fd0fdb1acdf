"""Supervisor: starts the children, starts them again when they die, and ends them all."""

import queue
import signal
import sys
import time
from collections.abc import Sequence
from types import FrameType

from zaakwerk.project.serve.children import Child

# SIGTERM to the last child's end stays below ten seconds.
PATIENCE = 8.0
STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)


def report(line: str) -> None:
    """One line for the operator's log."""
    sys.stderr.write(f"zaakwerk: {line}\n")
    sys.stderr.flush()


class Supervisor:
    """Keeps the children running until SIGTERM or SIGINT; the exit code is 0 after a wanted end."""

    def __init__(self, children: Sequence[Child]) -> None:
        self.children = children
        # A queue that a signal handler may fill while the main loop waits on it.
        self.signals: queue.SimpleQueue[int] = queue.SimpleQueue()

    def run(self) -> int:
        """Supervises until told to stop."""
        for number in (*STOP_SIGNALS, signal.SIGCHLD):
            signal.signal(number, self.receive)
        try:
            while True:
                if not self.look_after_children():
                    return 1
                if self.next_signal() in STOP_SIGNALS:
                    return 0
        finally:
            self.end_children()

    def receive(self, number: int, frame: FrameType | None) -> None:
        """Notes a signal for the main loop."""
        self.signals.put(number)

    def next_signal(self) -> int | None:
        """The next signal, or nothing after a second: then a restart may be due."""
        try:
            return self.signals.get(timeout=1.0 if all(c.process for c in self.children) else 0.1)
        except queue.Empty:
            return None

    def look_after_children(self) -> bool:
        """Starts what must run; false when a child cannot start at all."""
        for child in self.children:
            if child.has_died():
                if child.is_hopeless():
                    report(f"{child.name} kan niet starten; zie de melding hierboven.")
                    return False
                delay = child.plan_restart()
                report(f"{child.name} is onverwacht gestopt en start over {delay:g} s opnieuw.")
            if child.process is None and time.monotonic() >= child.due:
                child.start()
        return True

    def end_children(self) -> None:
        """SIGTERM to all at once, then one deadline for all."""
        deadline = time.monotonic() + PATIENCE
        for child in self.children:
            if child.process:
                child.process.terminate()
        for child in self.children:
            child.end(deadline)
