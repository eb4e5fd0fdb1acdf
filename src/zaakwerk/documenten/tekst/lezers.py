"""Lezers: the text of a file, by the kind its first bytes say it is; run in a process of its own.

    python -m zaakwerk.documenten.tekst.lezers .UITGANG FORMAAT < bestand > tekst

The limits come first: what a hostile file does to a library ends this process and nothing else. Exit 0 with
the text, 3 when the kind is unknown, anything else when it cannot be read.
"""

import contextlib
import email
import email.policy
import io
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import BinaryIO

MEGABYTE = 1024 * 1024
MOST_MEMORY, MOST_SECONDS, MOST_OUTPUT = 768 * MEGABYTE, 40, 4 * MEGABYTE
# What a packed file may become: more than any letter, less than a bomb.
MOST_UNPACKED, MOST_ENTRIES = 200 * MEGABYTE, 10_000
MOST_CHARACTERS = 300_000
UNKNOWN = 3
TEXT_NAMES = (".txt", ".md", ".csv", ".tsv", ".log", ".json", ".xml")
HTML_NAMES = (".html", ".htm")
Pieces = Iterator[str]


def limit() -> None:
    """What this process may use, whatever it is given to read."""
    limits = {
        resource.RLIMIT_AS: MOST_MEMORY,
        resource.RLIMIT_CPU: MOST_SECONDS,
        resource.RLIMIT_FSIZE: MOST_OUTPUT,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in limits.items():
        resource.setrlimit(kind, (most, most))


def pdf(stream: BinaryIO) -> Pieces:
    """Page by page; a scan has no text."""
    from pypdf import PdfReader

    reader = PdfReader(stream, strict=False)
    if reader.is_encrypted:
        reader.decrypt("")
    for page in reader.pages:
        yield page.extract_text()


def docx(stream: BinaryIO) -> Pieces:
    """The body in the order it is read, tables included."""
    from docx import Document
    from docx.oxml.ns import qn

    refuse_bomb(stream)
    for paragraph in Document(stream).element.body.iter(qn("w:p")):
        yield "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def odt(stream: BinaryIO) -> Pieces:
    """Headings and paragraphs."""
    from odf import teletype, text
    from odf.opendocument import load

    refuse_bomb(stream)
    body = load(stream).text
    for kind in (text.H, text.P):
        for node in body.getElementsByType(kind):
            yield teletype.extractText(node)


def refuse_bomb(stream: BinaryIO) -> None:
    """Raises ValueError for a file that unpacks to far more than it is."""
    entries = zipfile.ZipFile(stream).infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise ValueError("a packed file that is too large")
    stream.seek(0)


def mail(stream: BinaryIO) -> Pieces:
    """Subject, people, names of attachments, and the text; HTML only when there is no plain text."""
    message = email.message_from_binary_file(stream, policy=email.policy.default)
    yield from (str(message[header]) for header in ("subject", "from", "to", "cc") if message[header])
    body = message.get_body(("plain", "html"))
    if body is not None:
        content = str(body.get_content())
        yield (
            "\n".join(html(io.BytesIO(content.encode()))) if body.get_content_subtype() == "html" else content
        )
    for part in message.iter_attachments():
        yield part.get_filename() or ""


def plain(stream: BinaryIO) -> Pieces:
    """UTF-8, UTF-16 with its mark, or else what Windows writes."""
    raw = stream.read(MOST_CHARACTERS * 4)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield raw.decode("utf-16", errors="replace")
        return
    try:
        yield raw.decode("utf-8-sig", errors="strict" if len(raw) < MOST_CHARACTERS * 4 else "ignore")
    except UnicodeDecodeError:
        yield raw.decode("cp1252", errors="replace")


class Words(HTMLParser):
    """Collects what a browser would show."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style") and self.hidden > 0

    def handle_data(self, data: str) -> None:
        if not self.hidden and data.strip():
            self.found.append(data.strip())


def html(stream: BinaryIO) -> Pieces:
    """The text between the tags."""
    words = Words()
    for piece in plain(stream):
        words.feed(piece)
    words.close()
    yield from words.found


def reader_of(stream: BinaryIO, name: str, formaat: str) -> Callable[[BinaryIO], Pieces] | None:
    """How to read a file: its first bytes count, then its name and format; None for a kind without text."""
    head = stream.read(4096)
    stream.seek(0)
    name, formaat = name.lower(), formaat.lower()
    if b"%PDF-" in head[:1024]:
        return pdf
    if head.startswith(b"PK\x03\x04"):
        return packed(stream)
    if name.endswith(".eml") or formaat.startswith("message/rfc822"):
        return mail
    if b"\0" in head and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return None
    if name.endswith(HTML_NAMES) or formaat.startswith("text/html"):
        return html
    return plain if name.endswith(TEXT_NAMES) or formaat.startswith("text/") or is_utf8(head) else None


def packed(stream: BinaryIO) -> Callable[[BinaryIO], Pieces] | None:
    """Which of the packed kinds a file is."""
    names = set(zipfile.ZipFile(stream).namelist())
    kind = docx if "word/document.xml" in names else odt if {"mimetype", "content.xml"} <= names else None
    stream.seek(0)
    return kind


def is_utf8(head: bytes) -> bool:
    """Whether a file that says nothing of itself looks like text."""
    with contextlib.suppress(UnicodeDecodeError):
        return bool(head[:-3].decode() or head.decode())
    return False


def text_of(stream: BinaryIO, name: str, formaat: str) -> str | None:
    """The text of a file, as much as is kept; None when it is no kind of ours."""
    reader = reader_of(stream, name, formaat)
    if reader is None:
        return None
    found, size = [], 0
    for piece in reader(stream):
        found.append(piece)
        size += len(piece)
        if size > MOST_CHARACTERS:
            break
    return "\n".join(found)[:MOST_CHARACTERS]


def main() -> int:
    """Reads standard input within the limits."""
    limit()
    with open(0, "rb", closefd=False) as stream:
        text = text_of(stream, *sys.argv[1:3])
    if text is None:
        return UNKNOWN
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
