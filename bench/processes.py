"""Processes: what a tree of processes has used, read from /proc (Linux)."""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PARENT = 1
TIMES = slice(11, 15)  # utime, stime, cutime, cstime


def stat_of(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat after the name, which may hold spaces."""
    return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()


def tree(root: int) -> list[int]:
    """A process and everything below it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                children.setdefault(int(stat_of(int(entry.name))[PARENT]), []).append(int(entry.name))
            except (FileNotFoundError, ProcessLookupError):
                continue
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


def cpu_seconds(root: int) -> float:
    """User and system time of a tree so far, with that of children that ended and were waited for."""
    total = 0
    for pid in tree(root):
        try:
            total += sum(map(int, stat_of(pid)[TIMES]))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total / TICKS


def resident_megabytes(pid: int) -> float:
    """The resident set of one process, shared pages included."""
    pages = (Path("/proc") / str(pid) / "statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6
