"""Base64 text: the inside of a JSON string, checked as JSON and decoded piece by piece."""

import binascii
import codecs
import re
from collections.abc import Callable

from zaakwerk.zgw.problems import Malformed, Violation

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
WHITESPACE = b" \n\r\t"
CONTROL = re.compile(rb"[\x00-\x1f]")
ESCAPE = re.compile(rb"\\(?:u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
PLAIN = {
    b'"': b'"',
    b"\\": b"\\",
    b"/": b"/",
    b"b": b"\b",
    b"f": b"\f",
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
}


def unescape(found: re.Match[bytes]) -> bytes:
    """One JSON escape as the bytes it stands for; what base64 cannot hold becomes a byte it does not know."""
    if found[1] is None:
        return PLAIN[found[2]]
    code = int(found[1], 16)
    return bytes([code]) if code < 128 else b"\x7f"


class Base64Text:
    """Decodes to a sink; the first fault stops the decoding, not the check that the string is JSON."""

    def __init__(self, sink: Callable[[bytes], None]) -> None:
        self.sink = sink
        self.begin()

    def begin(self) -> None:
        """At the start of a string."""
        self.fault: Violation | None = None
        self.pending = b""
        self.padding = 0
        self.utf8 = codecs.getincrementaldecoder("utf-8")()
        self.is_ascii = True

    def feed(self, piece: bytes) -> None:
        """A piece of the string as it stands in the JSON; escapes are never cut in two."""
        foreign = piece.translate(None, ALPHABET + b" ")
        if foreign or not self.is_ascii:
            self.check_json(piece, foreign)
            piece = ESCAPE.sub(unescape, piece) if b"\\" in foreign else piece
            if piece.translate(None, ALPHABET + WHITESPACE):
                self.refuse("invalid-base64", "De inhoud bevat tekens die niet in base64 voorkomen.")
        if self.fault is None:
            self.decode(piece.translate(None, WHITESPACE))

    def check_json(self, piece: bytes, foreign: bytes) -> None:
        """Raises Malformed for bytes that no JSON string may hold."""
        if CONTROL.search(foreign):
            raise Malformed("De inhoud is geen geldige JSON: een stuurteken in een tekst.")
        self.is_ascii = self.is_ascii and foreign.isascii()
        if not self.is_ascii:
            self.check_utf8(piece, final=False)

    def check_utf8(self, piece: bytes, final: bool) -> None:
        """Raises Malformed when the string is no UTF-8."""
        try:
            self.utf8.decode(piece, final)
        except UnicodeDecodeError:
            raise Malformed("De inhoud is geen geldige JSON: een tekst is geen UTF-8.") from None

    def decode(self, text: bytes) -> None:
        """Decodes every full group of four; padding ends the text."""
        body, mark, after = text.partition(b"=")
        if (self.padding and body) or after.strip(b"="):
            self.refuse("invalid-base64", "De inhoud gaat verder na het einde van de base64.")
            return
        self.padding += len(mark) + len(after)
        text = self.pending + body
        whole = len(text) & ~3
        self.pending = text[whole:]
        if whole:
            self.sink(binascii.a2b_base64(text[:whole]))

    def end(self) -> None:
        """At the closing quote: the last group, which padding must complete."""
        self.check_utf8(b"", final=True)
        if self.fault is None and ((len(self.pending) + self.padding) % 4 or self.padding > 2):
            self.refuse("incorrect-base64-padding", "De base64 van de inhoud is niet goed afgesloten.")
        elif self.fault is None and self.pending:
            self.sink(binascii.a2b_base64(self.pending + b"=" * self.padding))

    def refuse(self, code: str, reason: str) -> None:
        """Keeps the first fault."""
        self.fault = self.fault or Violation(code, reason, "inhoud")
