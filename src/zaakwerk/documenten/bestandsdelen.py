"""Bestandsdelen: content that comes in parts, from its announcement until they are put together (5.5)."""

from collections.abc import Sequence

from django.conf import settings

from zaakwerk.documenten.content.incoming import MAX_CONTENT, Content, Incoming
from zaakwerk.documenten.controlesom import pieces_of
from zaakwerk.documenten.models import BestandsDeel, Inhoud

# Each is a row that is written at once, in the answer to one small request.
MAX_PARTS = 10_000


def most_bytes() -> int:
    """How large a document in parts may be."""
    return int(min(MAX_CONTENT, MAX_PARTS * settings.PART_SIZE))


def sizes_of(omvang: int) -> list[int]:
    """How many bytes each part has; the last one has what is left."""
    whole, rest = divmod(omvang, settings.PART_SIZE)
    return [settings.PART_SIZE] * whole + ([rest] if rest else [])


class Upload:
    """Parts put together before their document is locked, so that no other writer waits for it.

    `hashes` are those of the parts it was made of; the caller compares them once the document is locked.
    """

    def __init__(self) -> None:
        self.place = Incoming()
        self.hashes: list[str | None] = []
        self.content: Content | Inhoud | None = None

    def merge(self, parts: Sequence[BestandsDeel]) -> None:
        """Makes the content of complete parts, in their order; a part alone is the content already."""
        self.hashes = [part.inhoud_id for part in parts]
        contents = [part.inhoud for part in parts if part.inhoud]
        if len(contents) == 1:
            self.content = contents[0]
            return
        for content in contents:
            for piece in pieces_of(content):
                self.place.write(piece)
        self.content = self.place.finish() if contents else None

    def discard(self) -> None:
        """Removes what the store did not take over."""
        self.place.discard()
