"""Controlesom: whether content is what its sender says it is, for the digests that can be told apart (5.2).

The standard leaves integriteit to the clients. A value that is no digest of its algorithm is kept as it is;
one that is, and differs from that of the content, means that content was damaged on its way.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any, BinaryIO

from zaakwerk.documenten.content import store
from zaakwerk.documenten.content.incoming import Content
from zaakwerk.documenten.models import Inhoud

PIECE = 1024 * 1024
# By the name of the standard: ours, and how many hexadecimal digits a digest has.
DIGESTS = {"md5": ("md5", 32), "sha_1": ("sha1", 40), "sha_256": ("sha256", 64), "sha_512": ("sha512", 128)}


def differs(integriteit: dict[str, Any] | None, content: Content | Inhoud | None) -> bool:
    """Whether integriteit holds a digest, and it is another than that of the content."""
    if integriteit is None or content is None or integriteit["algoritme"] not in DIGESTS:
        return False
    name, length = DIGESTS[integriteit["algoritme"]]
    wanted: str = integriteit["waarde"].lower()
    if not re.fullmatch(f"[0-9a-f]{{{length}}}", wanted):
        return False
    return wanted != (content.sha256 if name == "sha256" else digest_of(content, name))


# Asked before the transaction and again within it; read once.
@lru_cache(maxsize=16)
def digest_of(content: Content | Inhoud, name: str) -> str:
    """The digest of content in hexadecimal digits, by the algorithm of hashlib with this name."""
    digest = hashlib.new(name, usedforsecurity=False)
    for piece in pieces_of(content):
        digest.update(piece)
    return digest.hexdigest()


def pieces_of(content: Content | Inhoud) -> Iterator[bytes]:
    """The bytes of content that was just received, or that is in the store."""
    with opened(content) as stream:
        yield from iter(partial(stream.read, PIECE), b"")


def opened(content: Content | Inhoud) -> BinaryIO:
    """Content as a file to read; raises the Problem of a store that does not give it."""
    return content.path.open("rb") if isinstance(content, Content) else store.open_content(content)  # type: ignore[return-value]
