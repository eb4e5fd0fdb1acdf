"""Processes: how a child is tied to its parent, so that nothing is left behind."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
SUPERVISOR_VARIABLE = "ZAAKWERK_SUPERVISOR_PID"


def die_with_parent(number: int = signal.SIGTERM) -> None:
    """Asks the kernel to signal this process when its parent ends, also by kill -9 (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)


def follow_supervisor() -> None:
    """Ties this child to the supervisor that started it; ends at once when that is already gone."""
    supervisor = os.environ.get(SUPERVISOR_VARIABLE)
    if supervisor is None:
        return
    die_with_parent()
    if os.getppid() != int(supervisor):
        # The parent ended between fork and prctl: no signal will ever come.
        sys.exit(0)
