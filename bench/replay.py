"""Replay: the captured statements without Zaakwerk, prepared, by pgbench or a bare sqlite3 loop."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.processes import cpu_seconds
from bench.seeds import Site
from tests.clusters import find_binaries

Step = dict[str, Any]
# PostgreSQL plans a prepared statement for its values five times before it settles on one plan.
PLANNED = 6
# pgbench binds at most this many values in one statement; only long lists of uuids come near it.
MOST_ARGUMENTS = 250
# What pgbench would take for one of its variables.
VARIABLE = re.compile(r"(?<!:):(?=[A-Za-z0-9_])")
QUOTED = re.compile(r"(E?)'(.*)'((?:::[\w\[\]\" ]+)?)", re.DOTALL)
NUMBER = re.compile(r"-?\d+")
TPS = re.compile(r"tps = ([\d.]+) \(without initial connection time\)")
DONE = re.compile(r"number of transactions actually processed: (\d+)")


@dataclass(frozen=True)
class Limit:
    """What the statements of one request cost by themselves: CPU milliseconds and requests per second."""

    cpu_ms: float
    rate: float


def replay(site: Site, samples: Sequence[Sequence[Step]], seconds: float) -> Limit:
    """One run of the samples in turn for some seconds."""
    return (
        replay_sqlite(site, samples, seconds) if site.vendor == "sqlite" else pgbench(site, samples, seconds)
    )


def pgbench(site: Site, samples: Sequence[Sequence[Step]], seconds: float) -> Limit:
    """One client over the unix socket, -M prepared; counts pgbench itself and every database process.

    The server plans each statement anew the first few times: a short run of that alone is subtracted.
    """
    with tempfile.TemporaryDirectory(prefix="zw-bench-", dir="/tmp") as scratch:
        variables: dict[str, str] = {}
        command: list[Any] = [find_binaries() / "pgbench", "--no-vacuum", "--protocol=prepared", "--client=1"]
        for number, steps in enumerate(samples):
            path = Path(scratch) / f"{number}.sql"
            path.write_text("".join(f"{pgbench_text(step, variables)};\n" for step in steps))
            command += ["-f", path]
        command += [f"--define={name}={value}" for name, value in variables.items()]
        planned = run_pgbench(site, [*command, f"--transactions={PLANNED * len(samples)}"])
        whole = run_pgbench(site, [*command, f"--time={max(round(seconds), 1)}"])
    count, elapsed, spent = (long - short for long, short in zip(whole, planned, strict=True))
    return Limit(spent * 1000 / count, count / elapsed)


def run_pgbench(site: Site, command: Sequence[Any]) -> tuple[int, float, float]:
    """How many transactions, in how many seconds, for how many seconds of CPU."""
    before, own_before = cpu_seconds(site.postmaster), children_cpu()
    done = subprocess.run([*command, site.url], capture_output=True, text=True, env=site.environment)
    spent = cpu_seconds(site.postmaster) - before + children_cpu() - own_before
    rate, count = TPS.search(done.stdout), DONE.search(done.stdout)
    if done.returncode or not rate or not count or "ERROR" in done.stderr:
        raise SystemExit(f"pgbench: {done.stdout}\n{done.stderr[:4000]}")
    return int(count[1]), int(count[1]) / float(rate[1]), spent


def pgbench_text(step: Step, variables: dict[str, str]) -> str:
    """A statement with a variable for every value, so that pgbench binds what Zaakwerk binds."""
    sql, literals = str(step["sql"]), step["params"]
    if not literals:
        return sql
    if len(literals) > MOST_ARGUMENTS and not any(map(VARIABLE.search, literals)):
        return sql % tuple(literals)
    return sql % tuple(as_variable(literal, variables) for literal in literals)


def as_variable(literal: str, variables: dict[str, str]) -> str:
    """An SQL literal as a pgbench variable with its cast; keywords, expressions and '' stay as they are."""
    quoted = QUOTED.fullmatch(literal.strip())
    if not quoted and not NUMBER.fullmatch(literal.strip()):
        return literal
    name = f"v{len(variables)}"
    if not quoted:
        variables[name] = literal.strip()
        return f":{name}"
    escaped, text, cast = quoted.groups()
    if not text:
        return literal
    text = text.replace("''", "'")
    variables[name] = text.replace("\\\\", "\\") if escaped else text
    return f":{name}{cast}"


def children_cpu() -> float:
    """CPU seconds of the children this process waited for."""
    times = os.times()
    return times.children_user + times.children_system


def replay_sqlite(site: Site, samples: Sequence[Sequence[Step]], seconds: float) -> Limit:
    """A process of its own that holds nothing but sqlite3."""
    with tempfile.NamedTemporaryFile("w", prefix="zw-bench-", dir="/tmp") as stream:
        json.dump(samples, stream)
        stream.flush()
        command = [sys.executable, "-m", "bench.bare", str(site.sqlite), stream.name, str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    count, spent, elapsed = map(float, done.stdout.split())
    return Limit(spent * 1000 / count, count / elapsed)
