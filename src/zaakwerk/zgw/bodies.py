"""Bodies: request bytes to a JSON object, within limits and with plain words for what is wrong."""

from typing import Any

import msgspec
from django.http import HttpRequest

from zaakwerk.zgw.problems import Invalid, Malformed, Problem, TooLarge, Violation

MAX_BODY = 10 * 1024 * 1024
METHODS_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


def require_json_type(request: HttpRequest) -> None:
    """415 for a body that does not call itself JSON."""
    kind = (request.content_type or "").lower()
    if kind != "application/json" and not kind.endswith("+json"):
        raise Problem(
            415, "unsupported_media_type", "Unsupported media type.", "Stuur de inhoud als application/json."
        )


def read_json(request: HttpRequest, limit: int = MAX_BODY) -> dict[str, Any]:
    """The body as a JSON object; raises Malformed, TooLarge or Invalid."""
    require_json_type(request)
    declared = request.META.get("CONTENT_LENGTH") or "0"
    if declared.isdigit() and int(declared) > limit:
        raise TooLarge(limit)
    raw = request.read(limit + 1)
    if len(raw) > limit:
        raise TooLarge(limit)
    return decode_object(raw)


def decode_object(raw: bytes) -> dict[str, Any]:
    """JSON bytes as an object."""
    if not raw.strip():
        raise Malformed("De inhoud van het verzoek is leeg; stuur een JSON-object.")
    try:
        body = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Malformed(f"De inhoud is geen geldige JSON: {str(error)[:200]}.") from None
    if not isinstance(body, dict):
        raise Invalid([Violation("invalid", "De inhoud moet een JSON-object zijn.")])
    return body
