"""PDF: one page with text and a simple drawing, by hand; letters that open in every viewer."""

import textwrap
from collections.abc import Sequence
from datetime import date

WIDTH, HEIGHT, MARGIN = 595, 842, 62
SIZE, LEADING, COLUMNS = 11, 16, 84
OBJECT = b"%d 0 obj\n%s\nendobj\n"


def make_pdf(title: str, head: Sequence[str], text: str, made_on: date, drawing: bytes = b"") -> bytes:
    """A page A4: a head of short lines, the title, the text in paragraphs, and a drawing below."""
    stream = b"\n".join([*written(title, head, text), drawing])
    info = f"<< /Title {literal(title)} /Creator (Zaakwerk demo) /CreationDate (D:{made_on:%Y%m%d}090000Z) >>"
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
    )
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page.encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
            font("Helvetica"),
            font("Helvetica-Bold"),
            info.encode("cp1252", "replace"),
        ]
    )


def written(title: str, head: Sequence[str], text: str) -> list[bytes]:
    """The text operators: small head, bold title, wrapped paragraphs."""
    lines = [(line, "F1", 9) for line in head]
    lines += [("", "F1", SIZE), (title, "F2", 15), ("", "F1", SIZE)]
    for paragraph in text.split("\n"):
        lines += [(line, "F1", SIZE) for line in textwrap.wrap(paragraph, COLUMNS) or [""]]
    operators = [b"BT", f"{LEADING} TL {MARGIN} {HEIGHT - MARGIN} Td".encode()]
    for line, name, size in lines:
        operators.append(f"/{name} {size} Tf {literal(line)} Tj T*".encode("cp1252", "replace"))
    return [*operators, b"ET"]


def literal(text: str) -> str:
    """Text as a PDF string."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({escaped})"


def font(name: str) -> bytes:
    """One of the fonts every viewer has."""
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def assemble(objects: Sequence[bytes]) -> bytes:
    """Numbered objects, the table of where they are, and the trailer; the last object is the info."""
    body, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += OBJECT % (number, content)
    count = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (count, len(objects))
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )
