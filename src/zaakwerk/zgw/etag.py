"""ETag: a strong tag over the bytes of the answer, and the conditions a client may set on it (1.10)."""

import hashlib

from django.http import HttpRequest

from zaakwerk.zgw.problems import Problem


def tag_of(body: bytes) -> str:
    """The strong tag of a representation; its URLs make it differ per host."""
    return f'"{hashlib.md5(body, usedforsecurity=False).hexdigest()}"'


def tags_in(header: str) -> set[str]:
    """The tags of an If-Match or If-None-Match header."""
    return {part.strip().removeprefix("W/") for part in header.split(",") if part.strip()}


def is_unchanged(request: HttpRequest, tag: str) -> bool:
    """Whether the client holds this representation already."""
    tags = tags_in(request.META.get("HTTP_IF_NONE_MATCH", ""))
    return tag in tags or "*" in tags


def require_match(request: HttpRequest, tag: str) -> None:
    """Refuses a write on a representation the client has not seen (If-Match)."""
    tags = tags_in(request.META.get("HTTP_IF_MATCH", ""))
    if tags and "*" not in tags and tag not in tags:
        raise Problem(412, "precondition_failed", "Precondition failed.", "Het object is intussen gewijzigd.")
