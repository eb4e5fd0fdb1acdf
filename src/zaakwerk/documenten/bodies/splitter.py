"""Splitter: takes one top-level string out of a JSON object as its bytes stream by.

It knows just enough JSON to find that string. Everything else goes to `rest` untouched, so whatever is wrong
with the JSON is found by the decoder that reads the rest.
"""

import json
import re
from collections.abc import Callable

from zaakwerk.documenten.bodies.base64text import Base64Text
from zaakwerk.zgw.problems import Malformed, Problem

MAX_REST = 1024 * 1024
UNSTRUCTURED = re.compile(rb'[^"{}\[\],:]*+')
# Whole escapes only: one that is cut by the end of the data waits for the rest of it.
TEXT = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
STRICT_TEXT = re.compile(rb'(?:[^"\\]++|\\["\\/bfnrt]|\\u[0-9A-Fa-f]{4})*+')
LONGEST_ESCAPE = 6
QUOTE = ord('"')
State = Callable[[bytes, int], int]


def end_of(pattern: re.Pattern[bytes], data: bytes, at: int) -> int:
    """Where a match from here ends; here, when there is none."""
    found = pattern.match(data, at)
    return found.end() if found else at


class Splitter:
    """Feed it pieces; `text` gets the inside of the string named `key`, `rest` keeps `""` in its place.

    As in any JSON reader the last of duplicate keys counts: `on_begin` is called at each one.
    """

    def __init__(self, key: str, text: Base64Text, on_begin: Callable[[], None]) -> None:
        self.key = key
        self.text = text
        self.on_begin = on_begin
        self.rest = bytearray()
        self.tail = b""
        self.depth = 0
        self.is_object = False
        self.expects_key = False
        self.current_key = bytearray()
        self.state: State = self.structure

    def feed(self, piece: bytes) -> None:
        """The next bytes of the body."""
        data, at, before = self.tail + piece, 0, -1
        while before != at < len(data):
            before, at = at, self.state(data, at)
        self.tail = data[at:]
        if len(self.rest) > MAX_REST:
            words = f"De gegevens naast de inhoud zijn groter dan {MAX_REST} bytes."
            raise Problem(413, "payload_too_large", "Payload too large.", words)

    def finish(self) -> bytes:
        """The body without the content; a string that never ended stays open, for the decoder to refuse."""
        return bytes(self.rest + self.tail)

    def structure(self, data: bytes, at: int) -> int:
        """Between strings: follows how deep we are, and whether a key or a value comes next."""
        end = end_of(UNSTRUCTURED, data, at)
        self.rest += data[at : end + 1]
        if end == len(data):
            return end
        mark = data[end]
        if mark == QUOTE:
            self.open_string()
        elif mark in b"{[":
            self.depth += 1
            if self.depth == 1:
                self.is_object = self.expects_key = mark == ord("{")
        elif mark in b"}]":
            self.depth -= 1
        elif self.depth == 1:
            self.expects_key = self.is_object and mark == ord(",")
        return end + 1

    def open_string(self) -> None:
        """What kind of string begins: a top-level key, the content, or any other."""
        if self.depth == 1 and self.expects_key:
            self.current_key.clear()
            self.state = self.key_string
        elif self.depth == 1 and self.is_object and self.is_content():
            self.text.begin()
            self.on_begin()
            self.state = self.content
        else:
            self.state = self.string

    def is_content(self) -> bool:
        """Whether the last key is the one we look for; a key may be written with escapes."""
        raw = bytes(self.current_key)
        if b"\\" not in raw:
            return raw == self.key.encode()
        try:
            return bool(json.loads(b'"' + raw + b'"') == self.key)
        except ValueError:
            return False

    def string(self, data: bytes, at: int) -> int:
        """Inside a string that stays as it is."""
        end = end_of(TEXT, data, at)
        self.rest += data[at:end]
        if end < len(data) and data[end] == QUOTE:
            self.rest.append(QUOTE)
            self.state = self.structure
            return end + 1
        return end

    def key_string(self, data: bytes, at: int) -> int:
        """Inside a top-level key."""
        end = self.string(data, at)
        self.current_key += data[at:end].removesuffix(b'"') if self.state == self.structure else data[at:end]
        return end

    def content(self, data: bytes, at: int) -> int:
        """Inside the content."""
        end = end_of(STRICT_TEXT, data, at)
        self.text.feed(data[at:end])
        if end == len(data):
            return end
        if data[end] == QUOTE:
            self.text.end()
            self.rest.append(QUOTE)
            self.state = self.structure
            return end + 1
        if len(data) - end >= LONGEST_ESCAPE:
            raise Malformed("De inhoud is geen geldige JSON: een onbekende escape in een tekst.")
        return end
