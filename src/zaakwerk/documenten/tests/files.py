"""Files of every kind with text in them, made here; and some that mean harm."""

import io
import zipfile
import zlib
from datetime import date
from email.message import EmailMessage

from docx import Document
from odf.opendocument import OpenDocumentText
from odf.text import H, P

from zaakwerk.demo.pdf import assemble, make_pdf

WORDS = "De schutting aan de Kerkstraat is té hoog"


def pdf(words: str = WORDS) -> bytes:
    """One page."""
    return make_pdf("Brief", ["Gemeente Voorbeeld"], words, date(2024, 5, 1))


def docx(words: str = WORDS) -> bytes:
    """A paragraph and a table."""
    document = Document()
    document.add_paragraph(words)
    document.add_table(1, 1).cell(0, 0).text = "Tabelcel met bedragen"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def odt(words: str = WORDS) -> bytes:
    """A heading and a paragraph."""
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Kop van de brief"))
    document.text.addElement(P(text=words))
    target = io.BytesIO()
    document.write(target)
    return target.getvalue()


def mail(words: str = WORDS, subtype: str = "plain") -> bytes:
    """A message with an attachment."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Klacht", "burger@example.nl", "post@example.nl"
    message.set_content(words if subtype == "plain" else f"<p>{words}</p><script>geheim()</script>", subtype)
    message.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="tuinfoto.jpg")
    return message.as_bytes()


def zip_bomb() -> bytes:
    """A docx of which the body unpacks to 300 megabytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open("word/document.xml", "w", force_zip64=True) as entry:
            for _ in range(300):
                entry.write(b" " * 1024 * 1024)
    return target.getvalue()


def entity_bomb() -> bytes:
    """An odt whose entities multiply."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><x>&e11;</x>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
        packed.writestr("content.xml", xml)
    return target.getvalue()


def pdf_bomb() -> bytes:
    """A page whose content unpacks to 400 megabytes, in two steps."""
    packer, piece = zlib.compressobj(1), b"BT (x) Tj " * 100_000
    stream = zlib.compress(b"".join([*(packer.compress(piece) for _ in range(400)), packer.flush()]), 9)
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
            b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream"
            % (len(stream), stream),
        ]
    )


def pdf_loop() -> bytes:
    """Pages that are their own children."""
    return assemble(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999 >>"]
    )
