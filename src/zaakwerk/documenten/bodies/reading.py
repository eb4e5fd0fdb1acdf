"""Reading: the body of a write on a document, its content received on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.http.request import UnreadablePostError

from zaakwerk.documenten.bodies.base64text import Base64Text
from zaakwerk.documenten.bodies.splitter import MAX_REST, Splitter
from zaakwerk.documenten.content.incoming import MAX_CONTENT, Content, Incoming
from zaakwerk.zgw.bodies import decode_object, require_json_type
from zaakwerk.zgw.problems import Malformed, TooLarge, Violation

PIECE = 128 * 1024
FIELD = "inhoud"
# Base64 makes four bytes of three; line breaks and escapes may take as much again.
MAX_BODY = MAX_CONTENT * 2 + MAX_REST


@dataclass(frozen=True)
class Sent:
    """What a client sent: the fields, whether `inhoud` was there, its content, and what is wrong with it."""

    body: dict[str, Any]
    has_inhoud: bool
    inhoud: Content | None
    faults: list[Violation]


def read_document(request: HttpRequest, incoming: Incoming) -> Sent:
    """The body of a POST, PUT or PATCH on a document; raises Malformed, TooLarge or Invalid."""
    require_json_type(request)
    declared = request.META.get("CONTENT_LENGTH") or "0"
    if declared.isdigit() and int(declared) > MAX_BODY:
        raise TooLarge(MAX_BODY)
    text = Base64Text(incoming.write)
    splitter = Splitter(FIELD, text, on_begin=incoming.restart)
    for piece in pieces(request):
        splitter.feed(piece)
    body = decode_object(splitter.finish())
    return sent(body, text, incoming)


def pieces(request: HttpRequest) -> Iterator[bytes]:
    """The body in pieces; a client that hangs up has sent no valid JSON."""
    try:
        while piece := request.read(PIECE):
            yield piece
    except UnreadablePostError:
        raise Malformed("De inhoud van het verzoek is afgebroken.") from None


def sent(body: dict[str, Any], text: Base64Text, incoming: Incoming) -> Sent:
    """The content goes by what the decoder took for the last `inhoud`: a text, null or something else."""
    is_present, value = FIELD in body, body.pop(FIELD, None)
    if isinstance(value, str):
        faults = [text.fault] if text.fault else []
        return Sent(body, is_present, None if faults else incoming.finish(), faults)
    incoming.restart()
    faults = [] if value is None else [Violation("invalid", "Stuur de inhoud als base64-tekst.", FIELD)]
    return Sent(body, is_present, None, faults)
