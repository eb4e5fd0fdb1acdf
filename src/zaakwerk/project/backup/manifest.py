"""Manifest: what a backup holds, so that a restore can prove it holds the same."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from zaakwerk.project.refusals import Refused

NAME = "manifest.json"
KEY = "secret.key"
CONTENT = "documenten"
FORMAT = 1
CHUNK = 1024 * 1024
# SHA-256 and size in bytes, as JSON gives them back.
Print = list[str | int]


@dataclass(frozen=True)
class Snapshot:
    """What a copied database holds: rows per table and the migrations that made it, as `[app, name]`."""

    rows: dict[str, int]
    migrations: list[list[str]]


@dataclass(frozen=True)
class Manifest:
    """A backup in facts: kind of database, its snapshot, and the print of each file."""

    version: str
    made: str
    database: str
    rows: dict[str, int]
    migrations: list[list[str]]
    files: dict[str, Print]
    has_key: bool
    format: int = FORMAT

    def summary(self) -> str:
        """How much it is, in words."""
        content = sum(name.startswith(f"{CONTENT}/") for name in self.files)
        return f"{sum(self.rows.values())} rijen en {content} bestanden van documenten"

    def write(self, directory: Path) -> None:
        """Written last: a backup without it is not a backup."""
        text = json.dumps(asdict(self), indent=1, sort_keys=True)
        (directory / NAME).write_text(text + "\n", encoding="utf-8")


def read(directory: Path) -> Manifest:
    """The manifest of a backup; refuses what is none."""
    try:
        manifest = Manifest(**json.loads((directory / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise Refused(f"In {directory} staat geen (volledige) back-up van Zaakwerk.") from error
    if manifest.format != FORMAT:
        raise Refused(f"De back-up in {directory} heeft een vorm die deze versie niet kent.")
    return manifest


def copy_file(source: Path, target: Path, mode: int = 0o640) -> Print:
    """Copies one file and returns its print."""
    target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as original, target.open("wb") as copy:
        target.chmod(mode)
        while chunk := original.read(CHUNK):
            digest.update(chunk)
            copy.write(chunk)
            size += len(chunk)
    return [digest.hexdigest(), size]


def print_of(path: Path) -> Print:
    """The print of one file."""
    with path.open("rb") as stream:
        return [hashlib.file_digest(stream, "sha256").hexdigest(), path.stat().st_size]


def files_in(directory: Path) -> Iterator[Path]:
    """Every file below a directory, in a fixed order."""
    return (path for path in sorted(directory.rglob("*")) if path.is_file())


def verify(directory: Path, manifest: Manifest) -> None:
    """Refuses a backup of which a file is gone or changed, before anything is restored from it."""
    for name, expected in manifest.files.items():
        path = directory / name
        if not path.is_file():
            raise Refused(f"De back-up is niet compleet: {name} ontbreekt.")
        if print_of(path) != expected:
            raise Refused(f"De back-up is beschadigd: {name} is veranderd sinds de back-up.")
