"""Report: the figures of a run as a table for people and as JSON for comparing."""

import json
import os
import platform
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

OUT = Path(".bench")
MOST_MEMORY = 150
EXPLANATION = """\
web          CPU van het webproces per verzoek (gebruiker + systeem), in ms
db           CPU van de databaseserver per verzoek, in ms (SQLite draait in het webproces)
verz./s      verzoeken per seconde van één webproces met {connections} verbinding(en)
limiet       dezelfde SQL-opdrachten zonder Zaakwerk: {replay};
             CPU van client en database samen per verzoek in ms, en verzoeken per seconde
deel CPU     limiet-CPU / (web + db): het deel van onze rekentijd dat de database zelf al kost
deel verz.   verz./s van ons / verz./s van de limiet
Elk getal is de mediaan van {runs} metingen, ± de halve spreiding tussen laagste en hoogste.
"""
REPLAY = {
    "postgresql": "pgbench -M prepared, 1 verbinding, unix-socket",
    "sqlite": "kale lus op sqlite3 met dezelfde PRAGMA's",
}


@dataclass(frozen=True)
class Figure:
    """The median of several runs, and half of the distance between the lowest and the highest."""

    median: float
    spread: float


def figure(values: Sequence[float]) -> Figure:
    """Summarises runs."""
    return Figure(statistics.median(values), (max(values) - min(values)) / 2)


@dataclass(frozen=True)
class Line:
    """One operation on one database."""

    name: str
    title: str
    aim: float
    web_ms: Figure
    db_ms: Figure
    rate: Figure
    limit_ms: Figure
    limit_rate: Figure
    statements: int

    @property
    def share_cpu(self) -> float:
        """The limit's CPU as a share of ours."""
        return self.limit_ms.median / (self.web_ms.median + self.db_ms.median)

    @property
    def share_rate(self) -> float:
        """Our requests per second as a share of the limit's."""
        return self.rate.median / self.limit_rate.median


def explain(vendor: str, connections: int, runs: int) -> str:
    """What the columns mean, precisely."""
    return EXPLANATION.format(connections=connections, replay=REPLAY[vendor], runs=runs)


def table(lines: Sequence[Line]) -> str:
    """The lines as text."""
    head = (
        "",
        "web ms",
        "db ms",
        "verz./s",
        "limiet ms",
        "limiet /s",
        "deel CPU",
        "deel verz.",
        "doel",
        "SQL",
    )
    rows = [head, *map(cells, lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
            ]
        )
        for row in rows
    )


def cells(line: Line) -> tuple[str, ...]:
    """One line as text cells."""
    return (
        line.title,
        milliseconds(line.web_ms),
        milliseconds(line.db_ms),
        f"{line.rate.median:.0f} ±{line.rate.spread:.0f}",
        milliseconds(line.limit_ms),
        f"{line.limit_rate.median:.0f} ±{line.limit_rate.spread:.0f}",
        f"{line.share_cpu:.0%}",
        f"{line.share_rate:.0%}",
        f"{line.aim:.0%}" if line.aim else "",
        str(line.statements),
    )


def milliseconds(found: Figure) -> str:
    """Three significant places, with the spread."""
    return f"{found.median:.2f} ±{found.spread:.2f}"


def write(size: int, results: Mapping[str, Any]) -> Path:
    """One JSON file per run."""
    OUT.mkdir(exist_ok=True)
    path = OUT / f"{time.strftime('%Y%m%d-%H%M%S')}-{size}.json"
    machine = {"cpus": os.cpu_count(), "load": os.getloadavg(), "python": platform.python_version()}
    path.write_text(json.dumps({"size": size, "machine": machine, **results}, indent=1, ensure_ascii=False))
    return path


def as_data(line: Line) -> dict[str, Any]:
    """A line for JSON."""
    return {**asdict(line), "share_cpu": line.share_cpu, "share_rate": line.share_rate}
