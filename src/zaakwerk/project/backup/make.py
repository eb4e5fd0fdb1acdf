"""Make: writes a backup of a site that keeps working meanwhile."""

import os
from datetime import UTC, datetime
from pathlib import Path

from zaakwerk.project.backup import postgresql, sqlite
from zaakwerk.project.backup.manifest import (
    CONTENT,
    KEY,
    Manifest,
    Print,
    Snapshot,
    copy_file,
    files_in,
    print_of,
)
from zaakwerk.project.refusals import Refused


def make(directory: Path) -> Manifest:
    """Database first, content after it: every document the database knows was stored before."""
    from django.conf import settings
    from django.db import connection

    from zaakwerk import __version__

    made = datetime.now(UTC).isoformat(timespec="seconds")
    empty_directory(directory)
    copied = copy_database(directory)
    files = {str(path.relative_to(directory)): print_of(path) for path in files_in(directory)}
    files |= copy_content(Path(settings.DOCUMENTS_DIR), directory)
    files |= copy_key(Path(settings.DATA_DIR), directory)
    files |= copy_selectielijst(directory)
    manifest = Manifest(
        version=__version__,
        made=made,
        database=connection.vendor,
        rows=copied.rows,
        migrations=copied.migrations,
        files=files,
        has_key=KEY in files,
    )
    manifest.write(directory)
    return manifest


def empty_directory(directory: Path) -> None:
    """Makes the directory, for its owner only; refuses one that holds something."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(directory.iterdir()):
        raise Refused(f"De map {directory} is niet leeg. Kies een nieuwe map.")


def copy_database(directory: Path) -> Snapshot:
    """The database of one moment; refuses one that was never made."""
    from django.conf import settings
    from django.db import connection

    if connection.vendor != "sqlite":
        if postgresql.is_empty():
            raise Refused("Er is nog geen database om te bewaren. Voer eerst dit uit: zaakwerk migrate")
        return postgresql.dump(directory)
    path = Path(settings.DATABASES["default"]["NAME"])
    if sqlite.is_empty(path):
        raise Refused("Er is nog geen database om te bewaren. Voer eerst dit uit: zaakwerk migrate")
    return sqlite.dump(path, directory)


def copy_content(source: Path, directory: Path) -> dict[str, Print]:
    """Copies the content store; a document destroyed meanwhile is rightly absent."""
    prints: dict[str, Print] = {}
    for path in files_in(source):
        target = directory / CONTENT / path.relative_to(source)
        try:
            prints[str(target.relative_to(directory))] = copy_file(path, target)
        except FileNotFoundError:
            target.unlink(missing_ok=True)
    return prints


def copy_key(data_dir: Path, directory: Path) -> dict[str, Print]:
    """Copies the key from the data directory; one from the environment is kept by the operator."""
    source = data_dir / KEY
    if os.environ.get("ZAAKWERK_SECRET_KEY", "").strip() or not source.exists():
        return {}
    return {KEY: copy_file(source, directory / KEY, mode=0o600)}


def copy_selectielijst(directory: Path) -> dict[str, Print]:
    """Copies the selectielijst that was loaded over the built-in one, when there is one."""
    from zaakwerk.selectielijst import kopie

    if kopie.stamp() is None:
        return {}
    return {kopie.FILE: copy_file(kopie.path(), directory / kopie.FILE)}
