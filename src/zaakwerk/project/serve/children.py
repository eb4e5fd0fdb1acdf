"""Children: one process that must keep running, and when to try again after it died."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zaakwerk.project.serve.processes import SUPERVISOR_VARIABLE

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
# A child that ran this long was well: its next death counts as the first again.
WELL_AFTER = 60.0
# A child that ends by itself this soon after its first start will not get better by trying.
HOPELESS_WITHIN = 10.0


@dataclass
class Child:
    """A module run as `python -m`, its environment, and the sockets it inherits."""

    name: str
    module: str
    arguments: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    sockets: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    deaths: int = 0
    due: float = 0.0

    def start(self) -> None:
        """Starts it in a process group of its own, so that Ctrl-C reaches it through the supervisor only."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", self.module, *self.arguments],
            env={**os.environ, **self.environment, SUPERVISOR_VARIABLE: str(os.getpid())},
            stdin=subprocess.DEVNULL,
            pass_fds=self.sockets,
            process_group=0,
        )

    def has_died(self) -> bool:
        """Whether it ran and ended since the last look."""
        return self.process is not None and self.process.poll() is not None

    def is_hopeless(self) -> bool:
        """Whether its very first run ended by itself, so soon that it cannot start at all."""
        ended = self.process.returncode if self.process else 0
        return not self.deaths and ended > 0 and time.monotonic() - self.started < HOPELESS_WITHIN

    def plan_restart(self) -> float:
        """Notes the death, sets when to start again, and returns the delay in seconds."""
        now = time.monotonic()
        self.deaths = 1 if now - self.started > WELL_AFTER else self.deaths + 1
        delay = min(FIRST_DELAY * 2.0 ** (self.deaths - 1), LONGEST_DELAY)
        self.process, self.due = None, now + delay
        return delay

    def signal_group(self, number: signal.Signals) -> None:
        """Signals it with everything it started."""
        if self.process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)

    def end(self, deadline: float) -> None:
        """Waits for its end until the deadline, then forces it and what it left behind."""
        if not self.process:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, deadline - time.monotonic()))
        self.signal_group(signal.SIGKILL)
        self.process.wait()
