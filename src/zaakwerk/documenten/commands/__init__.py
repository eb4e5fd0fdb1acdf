"""Commands of the Documenten API: every way in which documents change."""

from zaakwerk.documenten.commands.delen import ReceivePart
from zaakwerk.documenten.commands.destroy import DestroyDocument
from zaakwerk.documenten.commands.gebruiksrechten import (
    CreateGebruiksrechten,
    DestroyGebruiksrechten,
    UpdateGebruiksrechten,
)
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
from zaakwerk.documenten.commands.verzendingen import CreateVerzending, DestroyVerzending, UpdateVerzending

__all__ = [
    "CreateGebruiksrechten",
    "CreateMirror",
    "CreateVerzending",
    "DestroyDocument",
    "DestroyGebruiksrechten",
    "DestroyMirror",
    "DestroyVerzending",
    "LinkObject",
    "LockDocument",
    "ReceivePart",
    "RegisterDocument",
    "UnlinkObject",
    "UnlockDocument",
    "UpdateDocument",
    "UpdateGebruiksrechten",
    "UpdateVerzending",
    "link_object",
    "unlink_all",
    "unlink_object",
]
