"""Uploads: large documents over real HTTP, made while they are sent, by a client that may break off."""

import base64
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from tests.tokens import Client, token

MEGABYTE = 1024 * 1024
DOCUMENTS = "/documenten/api/v1/enkelvoudiginformatieobjecten"
CATALOGI = "/catalogi/api/v1"
RSIN = "123456782"
BOUNDARY = "grens-van-het-formulier"
FORM = f"multipart/form-data; boundary={BOUNDARY}"
PERIOD = bytes(range(256)) * (3 * MEGABYTE // 256)
SECONDS = 120


def content(start: int, size: int) -> Iterator[bytes]:
    """The bytes of a made document from a place on; the same place always holds the same byte."""
    while size:
        at = start % len(PERIOD)
        piece = PERIOD[at : at + min(size, MEGABYTE)]
        yield piece
        start, size = start + len(piece), size - len(piece)


@dataclass
class Uploader:
    """One client application, and the kind of document it uploads."""

    client: Client
    soort: str = ""

    def __post_init__(self) -> None:
        self.soort = self.soort or self.make_type()

    def call(self, method: str, path: str, body: Any, status: int) -> Any:
        """One small call; its JSON, if it has any."""
        answer = self.client.request(method, path, body)
        assert answer.status == status, answer.data
        return answer.json() if answer.data else None

    def make_type(self) -> str:
        """A published informatieobjecttype in a catalogus of its own."""
        catalogus = {"domein": "GROOT", "rsin": RSIN, "contactpersoonBeheerNaam": "Tessa Tester"}
        made = self.call("POST", f"{CATALOGI}/catalogussen", catalogus, 201)
        soort = {
            "catalogus": made["url"],
            "omschrijving": "Opname",
            "vertrouwelijkheidaanduiding": "openbaar",
            "beginGeldigheid": "2024-01-01",
            "informatieobjectcategorie": "Beeld",
        }
        url: str = self.call("POST", f"{CATALOGI}/informatieobjecttypen", soort, 201)["url"]
        self.call("POST", f"{url}/publish", {}, 200)
        return url

    def body(self, **values: Any) -> dict[str, Any]:
        """The smallest body that registers a document, with anything else given."""
        return {
            "bronorganisatie": RSIN,
            "creatiedatum": "2024-05-01",
            "titel": "Opname",
            "auteur": "Tessa Tester",
            "taal": "nld",
            "informatieobjecttype": self.soort,
            **values,
        }

    def announce(self, size: int) -> dict[str, Any]:
        """A document that waits for so many bytes."""
        made: dict[str, Any] = self.call("POST", DOCUMENTS, self.body(bestandsomvang=size), 201)
        return made

    def send_base64(self, size: int) -> tuple[int, Any]:
        """A document as base64 in JSON; the status and the answer."""
        head = json.dumps(self.body()).encode()[:-1] + b', "inhoud": "'
        length = len(head) + (size + 2) // 3 * 4 + 2
        return self.stream("POST", DOCUMENTS, "application/json", length, in_base64(head, size))

    def send_part(self, part: dict[str, Any], lock: str, start: int) -> tuple[int, Any]:
        """One part, which has the bytes of the document from a place on; the status and the answer."""
        head, tail, length = form(part, lock)
        pieces = chain(head, content(start, part["omvang"]), tail)
        return self.stream("PUT", part["url"], FORM, length, pieces)

    def break_off(self, part: dict[str, Any], lock: str, then: Callable[[], None]) -> None:
        """Sends half of the first part, lets something happen, and hangs up."""
        head, _, length = form(part, lock)
        connection = self.open("PUT", part["url"], {"Content-Type": FORM, "Content-Length": str(length)})
        for piece in (head, *content(0, part["omvang"] // 2)):
            connection.send(piece)
        then()
        connection.close()

    def stream(
        self, method: str, url: str, kind: str, length: int, pieces: Iterator[bytes]
    ) -> tuple[int, Any]:
        """Sends a body piece by piece; the status and the JSON that came back."""
        connection = self.open(method, url, {"Content-Type": kind, "Content-Length": str(length)})
        for piece in pieces:
            connection.send(piece)
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        return answer.status, json.loads(said) if said else None

    def open(self, method: str, url: str, headers: dict[str, str]) -> HTTPConnection:
        """A request of which the body is still to come."""
        place = urlsplit(self.client.address)
        connection = HTTPConnection(str(place.hostname), place.port, timeout=SECONDS)
        connection.putrequest(method, urlsplit(url).path)
        connection.putheader("Authorization", f"Bearer {token(self.client.client_id, self.client.secret)}")
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection

    def unlock(self, document: dict[str, Any]) -> None:
        """Puts the parts together."""
        raw, url = json.dumps({"lock": document["lock"]}).encode(), f"{document['url']}/unlock"
        done = self.stream("POST", url, "application/json", len(raw), iter([raw]))
        assert done == (204, None), done

    def is_whole(self, document: dict[str, Any], size: int) -> bool:
        """Whether a download gives exactly the bytes that were made."""
        connection = self.open("GET", f"{document['url']}/download", {})
        answer = connection.getresponse()
        same = all(answer.read(len(piece)) == piece for piece in content(0, size))
        at_end = answer.read() == b""
        connection.close()
        return same and at_end and answer.status == 200


def form(part: dict[str, Any], lock: str) -> tuple[bytes, bytes, int]:
    """A multipart body around the content of a part: what stands before and after it, and its length."""
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="lock"\r\n\r\n{lock}\r\n'
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="inhoud"; filename="deel"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode()
    tail = f"\r\n--{BOUNDARY}--\r\n".encode()
    return head, tail, len(head) + int(part["omvang"]) + len(tail)


def chain(head: bytes, pieces: Iterator[bytes], tail: bytes) -> Iterator[bytes]:
    """A body with something before and after its content."""
    yield head
    yield from pieces
    yield tail


def in_base64(head: bytes, size: int) -> Iterator[bytes]:
    """A JSON body with content at its end; pieces are whole groups of three bytes until the last."""
    yield head
    whole = 3 * MEGABYTE // 4
    for start in range(0, size, whole):
        yield base64.b64encode(b"".join(content(start, min(whole, size - start))))
    yield b'"}'
