"""A site of its own in a fresh process: uploads one made document through the whole WSGI stack.

    python -m zaakwerk.documenten.tests.uploads MEGABYTES [--parts] [--limit MEGABYTES] [--kill-at MEGABYTES]

ZAAKWERK_DATA_DIR says where; how it went is printed as JSON. With `--parts` it goes in bestandsdelen, else as
base64 in JSON. `--limit` caps the size of any file, as a full disk would; `--kill-at` ends the process by
SIGKILL when so much has been sent.
"""

import argparse
import base64
import json
import os
import resource
import signal
import sys
import time
from typing import Any

import django

MEGABYTE = 1024 * 1024
# A megabyte of content, and the base64 of one.
PLAIN = b"zaak" * (MEGABYTE // 4)
LINE = base64.b64encode(b"zaak" * (MEGABYTE // 4 // 3 * 3)).ljust(4 * MEGABYTE // 3 // 4 * 4, b"A")
FORM = "multipart/form-data; boundary=grens"


class MadeBody:
    """A body with content of any size in it, made while it is read, and so without memory of its own."""

    def __init__(self, head: bytes, piece: bytes, tail: bytes, megabytes: int, kill_at: int = 0) -> None:
        self.head, self.piece, self.tail = head, piece, tail
        self.pieces, self.kill_at = megabytes, kill_at
        self.length = len(head) + megabytes * len(piece) + len(tail)
        self.parts, self.rest = self.make(), b""

    def make(self) -> Any:
        """The body in pieces of a megabyte of content."""
        yield self.head
        for number in range(self.pieces):
            if self.kill_at and number == self.kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            yield self.piece
        yield self.tail

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`."""
        self.rest = self.rest or next(self.parts, b"")
        part, self.rest = self.rest[:size], self.rest[size:]
        return part

    # Django asks whether it is there, and never calls it for a body that is no form.
    readline = read


def in_json(head: dict[str, Any], megabytes: int, kill_at: int = 0) -> MadeBody:
    """A document as base64 in JSON."""
    return MadeBody(json.dumps(head).encode()[:-1] + b', "inhoud": "', LINE, b'"}', megabytes, kill_at)


def in_form(lock: str, size: int) -> MadeBody:
    """The content of a bestandsdeel of so many bytes, which are whole megabytes."""
    head = (
        f'--grens\r\nContent-Disposition: form-data; name="lock"\r\n\r\n{lock}\r\n'
        '--grens\r\nContent-Disposition: form-data; name="inhoud"; filename="deel"\r\n\r\n'
    )
    return MadeBody(head.encode(), PLAIN, b"\r\n--grens--\r\n", size // MEGABYTE)


def send(
    application: Any, body: MadeBody, method: str = "POST", path: str = "", kind: str = "application/json"
) -> tuple[int, dict[str, Any]]:
    """Sends the body to the documents or another path; the status and the JSON that was answered."""
    from zaakwerk.documenten.tests.builders import DOCUMENTS
    from zaakwerk.zgw.tests.api import ApiClient

    given: list[str] = []
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path or DOCUMENTS,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(body.length),
        "HTTP_AUTHORIZATION": f"Bearer {ApiClient('site').token()}",
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
    }
    answer = application(environ, lambda status, headers: given.append(status))
    said = b"".join(answer)
    return int(given[0].split()[0]), json.loads(said) if said else {}


def send_in_parts(application: Any, head: dict[str, Any], megabytes: int) -> tuple[int, dict[str, Any]]:
    """A document in bestandsdelen, the last one first; the status of the unlock and what was announced."""
    announced = json.dumps({**head, "bestandsomvang": megabytes * MEGABYTE}).encode()
    _, made = send(application, MadeBody(announced, b"", b"", 0))
    for part in reversed(made["bestandsdelen"]):
        path = part["url"].removeprefix("http://localhost")
        status, answer = send(application, in_form(made["lock"], part["omvang"]), "PUT", path, FORM)
        if status != 200:
            return status, answer
    unlock = MadeBody(json.dumps({"lock": made["lock"]}).encode(), b"", b"", 0)
    path = made["url"].removeprefix("http://localhost") + "/unlock"
    return send(application, unlock, "POST", path)[0], made


def read_whole(body: MadeBody) -> int:
    """What reading the body in one go takes, in megabytes: shows that the measure would see it."""
    before = memory("VmRSS")
    forget_peak()
    b"".join(iter(lambda: body.read(MEGABYTE), b""))
    return memory("VmHWM") - before


def memory(name: str) -> int:
    """A line of /proc/self/status, in megabytes: VmRSS is now, VmHWM the peak."""
    with open("/proc/self/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith(name))
    return int(line.split()[1]) // 1024


def forget_peak() -> None:
    """Lets the peak count from now."""
    with open("/proc/self/clear_refs", "w", encoding="ascii") as switch:
        switch.write("5")


def main() -> None:
    """Migrates, uploads a small document to warm up, then the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", type=int)
    parser.add_argument("--parts", action="store_true")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--kill-at", type=int, default=0)
    arguments = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "zaakwerk.project.settings"
    django.setup()

    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    from zaakwerk.documenten.tests.builders import document_body
    from zaakwerk.zgw.tests.api import api_client

    call_command("migrate", verbosity=0)
    api_client("site")
    application, head = get_wsgi_application(), document_body()
    if send(application, in_json(head, 1))[0] != 201 or send_in_parts(application, head, 1)[0] != 204:
        sys.exit("the small document was refused")
    if arguments.limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (arguments.limit * MEGABYTE, resource.RLIM_INFINITY))
    before = memory("VmRSS")
    forget_peak()
    started = time.process_time()
    if arguments.parts:
        status, answer = send_in_parts(application, head, arguments.megabytes)
    else:
        status, answer = send(application, in_json(head, arguments.megabytes, arguments.kill_at))
    cost = time.process_time() - started
    result = {"status": status, "answer": answer, "rise": memory("VmHWM") - before, "seconds": cost}
    result["whole"] = read_whole(in_json(head, arguments.megabytes))
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
