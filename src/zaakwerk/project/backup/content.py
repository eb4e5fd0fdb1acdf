"""Content: the files of documents on their way to a backup and back, from a folder or from object storage."""

import hashlib
import shutil
from functools import partial
from pathlib import Path

from zaakwerk.project.backup.manifest import CHUNK, CONTENT, Manifest, Print, copy_file
from zaakwerk.project.refusals import Refused


def is_folder() -> bool:
    """Whether content lies in a folder of this machine."""
    from django.conf import settings

    return settings.DOCUMENTS_S3 is None


def folder() -> Path:
    """The folder of the content store, or the one in which content is received first."""
    from django.conf import settings

    return Path(settings.DOCUMENTS_DIR)


def copy_out(directory: Path) -> dict[str, Print]:
    """Copies the content store; a document destroyed meanwhile is rightly absent."""
    prints: dict[str, Print] = {}
    for name in names():
        target = directory / CONTENT / name
        try:
            prints[f"{CONTENT}/{name}"] = (
                copy_file(folder() / name, target) if is_folder() else fetch(name, target)
            )
        except FileNotFoundError:
            target.unlink(missing_ok=True)
    return prints


def names() -> list[str]:
    """Every file in the store, in a fixed order; what is on its way in is no content yet."""
    from zaakwerk.documenten.content import store

    return sorted(found.name for found in store.keeper().stored())


def fetch(name: str, target: Path) -> Print:
    """Copies one object to a file."""
    from zaakwerk.documenten.content import store

    target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with store.storage().open(name, "rb") as stream, target.open("wb") as copy:
        target.chmod(0o640)
        for chunk in iter(partial(stream.read, CHUNK), b""):
            digest.update(chunk)
            copy.write(chunk)
            size += len(chunk)
    return [digest.hexdigest(), size]


def refuse_content_in_use() -> None:
    """A restore never mixes with what is there."""
    if is_folder():
        if folder().exists() and any(folder().iterdir()):
            raise Refused(f"De map {folder()} is niet leeg. Terugzetten kan alleen in een lege map.")
    elif names():
        raise Refused("De S3-opslag is niet leeg. Terugzetten kan alleen in een lege bucket of prefix.")


def copy_in(directory: Path, manifest: Manifest) -> None:
    """Copies the content back and compares every print."""
    for name, expected in manifest.files.items():
        path = Path(name)
        if path.parts[0] != CONTENT:
            continue
        place = Path(*path.parts[1:])
        if is_folder():
            found = copy_file(directory / path, folder() / place)
        else:
            found = send(directory / path, place.as_posix())
        if found != expected:
            raise Refused(f"Het bestand {name} is niet goed teruggezet.")


def send(source: Path, name: str) -> Print:
    """Copies one file to an object, and reads it back."""
    from zaakwerk.documenten.content import store
    from zaakwerk.documenten.content.folder import Received

    with Received(source) as file:
        store.storage().save(name, file)
    digest, size = hashlib.sha256(), 0
    with store.storage().open(name, "rb") as stream:
        for chunk in iter(partial(stream.read, CHUNK), b""):
            digest.update(chunk)
            size += len(chunk)
    return [digest.hexdigest(), size]


def clear() -> None:
    """Takes away what a restore put into an empty store."""
    from zaakwerk.documenten.content import store

    if not is_folder():
        for name in names():
            store.storage().delete(name)
    shutil.rmtree(folder(), ignore_errors=True)
