"""Folder: the local store; a saved file is whole, in place and on the disk, or it is not there."""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage

from zaakwerk.documenten.content.incoming import FOLDER
from zaakwerk.documenten.content.stored import Stored, Unfinished

PROBE = b"zaakwerk"


class Received(File):  # type: ignore[type-arg]
    """Received content as a file, for any storage to read; the local one takes the file itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.open("rb"), name=str(path))

    def temporary_file_path(self) -> str:
        """Where it is, written and synced, on the file system of the store."""
        return str(self.name)


class FolderStorage(FileSystemStorage):
    """Files named by their content: saving one again puts the same bytes in the same place."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: Any) -> str:
        target = Path(self.path(name))
        make_folder(target.parent, Path(self.location))
        os.replace(content.temporary_file_path(), target)
        sync_folder(target.parent)
        return name

    def stored(self) -> Iterator[Stored]:
        """Every file, but for what is on its way in."""
        root = Path(self.location)
        for folder, below, names in os.walk(root, onerror=None):
            below[:] = [name for name in below if name != FOLDER]
            for name in names:
                path = Path(folder, name)
                if found := look_at(path):
                    yield Stored(path.relative_to(root).as_posix(), found.st_size, moment_of(found))

    def unfinished(self) -> Iterator[Unfinished]:
        """Temporary files: of uploads under way, and of those whose process was killed."""
        return temporary_files(Path(self.location))

    def probe(self) -> None:
        """Writes, reads and removes a temporary file."""
        root = Path(self.location)
        root.mkdir(mode=0o750, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=root) as file:
            file.write(PROBE)
            file.flush()
            os.fsync(file.fileno())

    def reach(self) -> None:
        """A folder is as near as its disk."""
        self.probe()


def temporary_files(root: Path) -> Iterator[Unfinished]:
    """What is on its way in: every store receives content in a folder first."""
    for path in sorted((root / FOLDER).glob("*")):
        if found := look_at(path):
            yield Unfinished(path.name, moment_of(found), path.unlink)


def look_at(path: Path) -> os.stat_result | None:
    """Facts about a file; None when it is gone since it was seen."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def moment_of(found: os.stat_result) -> datetime:
    """When a file was written."""
    return datetime.fromtimestamp(found.st_mtime, UTC)


def make_folder(folder: Path, root: Path) -> None:
    """Makes a folder below the root such that it survives a power failure."""
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    while folder != root:
        folder = folder.parent
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Puts the names in a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
