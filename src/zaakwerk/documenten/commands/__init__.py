"""Commands of the Documenten API: every way in which documents change."""

from zaakwerk.documenten.commands.destroy import DestroyDocument
from zaakwerk.documenten.commands.links import (
    LinkObject,
    UnlinkObject,
    link_object,
    unlink_all,
    unlink_object,
)
from zaakwerk.documenten.commands.locks import LockDocument, UnlockDocument
from zaakwerk.documenten.commands.mirror import CreateMirror, DestroyMirror
from zaakwerk.documenten.commands.register import RegisterDocument
from zaakwerk.documenten.commands.update import UpdateDocument

__all__ = [
    "CreateMirror",
    "DestroyDocument",
    "DestroyMirror",
    "LinkObject",
    "LockDocument",
    "RegisterDocument",
    "UnlinkObject",
    "UnlockDocument",
    "UpdateDocument",
    "link_object",
    "unlink_all",
    "unlink_object",
]
