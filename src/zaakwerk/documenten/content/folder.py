"""Folder: the local store; a saved file is whole, in place and on the disk, or it is not there."""

import os
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage


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
