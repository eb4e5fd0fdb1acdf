"""Delen: the body of a PUT on a bestandsdeel, its content received as it streams by (5.5)."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.http.request import UnreadablePostError

from zaakwerk.documenten.content.incoming import Content, Incoming
from zaakwerk.zgw.problems import Invalid, Malformed, Problem, TooLarge, Violation

FIELD, LOCK = "inhoud", "lock"
# What the other fields of a form may take together; a whole form that is no multipart is held in memory.
MAX_FORM = 10 * 1024 * 1024
FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"


@dataclass(frozen=True)
class Part:
    """What a client sent: the lock id, and the content if there was any."""

    lock_id: str
    inhoud: Content | None


class Receiver(FileUploadHandler):
    """Hands the file `inhoud` to its place as it streams by; any other file is passed over."""

    chunk_size = 256 * 1024

    def __init__(self, request: HttpRequest, place: Incoming, omvang: int) -> None:
        super().__init__(request)
        self.place, self.omvang = place, omvang
        self.is_received = False

    def new_file(self, *arguments: Any, **options: Any) -> None:
        super().new_file(*arguments, **options)
        if self.field_name == FIELD:
            self.place.restart()
            self.is_received = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.field_name == FIELD:
            take(self.place, raw_data, self.omvang)

    def file_complete(self, file_size: int) -> None:
        return None


def take(place: Incoming, piece: bytes, omvang: int) -> None:
    """Appends a piece; refuses at once what is more than was announced, before it fills a disk."""
    if place.omvang + len(piece) > omvang:
        words = f"Dit bestandsdeel moet {omvang} bytes zijn; er kwamen er meer."
        raise Invalid([Violation("file-size", words, FIELD)])
    place.write(piece)


def read_part(request: HttpRequest, place: Incoming, omvang: int) -> Part:
    """The body of a PUT on a part that was announced with this size; raises the Problem of a broken one."""
    kind = (request.content_type or "").lower()
    try:
        if kind == MULTIPART:
            return read_multipart(request, place, omvang)
        if kind == FORM:
            return read_form(request, place, omvang)
    except UnreadablePostError:
        raise Malformed("De inhoud van het verzoek is afgebroken.") from None
    except (MultiPartParserError, ValueError) as error:
        raise Malformed(f"De inhoud is geen geldig formulier: {error}.") from None
    words = f"Stuur een bestandsdeel als {MULTIPART}."
    raise Problem(415, "unsupported_media_type", "Unsupported media type.", words)


def read_multipart(request: HttpRequest, place: Incoming, omvang: int) -> Part:
    """A form with a file in it."""
    receiver = Receiver(request, place, omvang)
    try:
        fields, _ = MultiPartParser(request.META, request, [receiver], request.encoding or "utf-8").parse()
    except RequestDataTooBig:
        raise TooLarge(MAX_FORM) from None
    except SuspiciousOperation:
        raise Malformed("Het formulier heeft te veel velden.") from None
    if FIELD in fields:
        # Decoded as text it would not be the same bytes.
        words = "Stuur de inhoud als bestand, met een bestandsnaam (filename) in het formulier."
        raise Invalid([Violation("invalid", words, FIELD)])
    return Part(fields.get(LOCK, ""), place.finish() if receiver.is_received else None)


def read_form(request: HttpRequest, place: Incoming, omvang: int) -> Part:
    """A form in one piece; each of its bytes is a character here, so that content stays what it was."""
    raw = request.read(MAX_FORM + 1)
    if len(raw) > MAX_FORM:
        raise TooLarge(MAX_FORM)
    fields = dict(
        parse_qsl(raw.decode("latin-1"), keep_blank_values=True, encoding="latin-1", max_num_fields=20)
    )
    if FIELD in fields:
        take(place, fields[FIELD].encode("latin-1"), omvang)
    return Part(fields.get(LOCK, ""), place.finish() if FIELD in fields else None)
