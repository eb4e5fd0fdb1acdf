"""Inzage: who read which zaak, when and why, noted without making the reader wait.

A server buffers the lines of each process and writes them together, at the latest a second later; a process
that is killed loses that second. Without a server (commands, tests) a line is written at once. When the
buffer is full, because the database does not keep up, a reader writes its own line.
"""

import atexit
import contextlib
import hashlib
import hmac
import logging
import os
import queue
import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest

from zaakwerk.zaken.models import Inzage
from zaakwerk.zgw import chores, clock
from zaakwerk.zgw.actors import Actor, Person
from zaakwerk.zgw.kinds import passes_eleven_test
from zaakwerk.zgw.relations import dashed

# A claim for damages by a breach lapses five years after it is known (art. 82 AVG, art. 3:310 BW).
KEEP = timedelta(days=5 * 365)
PAUSE_SECONDS = 1.0
MAX_WAITING, BATCH = 20_000, 500
NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")

PAUSE = threading.Event()

logger = logging.getLogger(__name__)


def note(request: HttpRequest, actor: Actor, zaak: UUID, via: str) -> None:
    """Notes that the actor reads a zaak, through the API, the dossier, the werkplek or the portal."""
    BUFFER.add(
        Inzage(
            zaak=zaak,
            moment=clock.now(),
            via=via,
            applicatie_id=actor.applicatie_id[:100],
            gebruiker_id=reader_of(actor)[:255],
            gebruiker_weergave=without_numbers(actor.gebruiker_weergave)[:255],
            doel=without_numbers(request.META.get("HTTP_X_NLX_REQUEST_PROCESS_ID", ""))[:255],
            toelichting=without_numbers(request.META.get("HTTP_X_AUDIT_TOELICHTING", ""))[:1000],
        )
    )


def note_zaken(request: HttpRequest, actor: Actor, wires: Sequence[Mapping[str, Any]]) -> None:
    """Notes that the answer shows one zaak: it was asked by its address, or a list or search found it alone.

    A list of many is no reading of each: it shows what is there, and would drown the readings that count.
    """
    if len(wires) == 1 and request.method != "HEAD":
        note(request, actor, UUID(dashed(wires[0]["uuid"])), "api")


def note_parts(request: HttpRequest, actor: Actor, wires: Iterable[Mapping[str, Any]]) -> None:
    """Notes an answer with parts of one zaak, such as its rollen; parts of many are a list as above."""
    zaken = {uuid_of(wire) for wire in wires}
    if len(zaken) == 1 and request.method != "HEAD":
        note(request, actor, zaken.pop(), "api")


def uuid_of(wire: Mapping[str, Any]) -> UUID:
    """The zaak a part belongs to: from its field, or from its own address below the zaak."""
    url = wire.get("zaak") or wire.get("gerelateerdAan") or wire["url"]
    return UUID(url.partition("/zaken/api/v1/zaken/")[2][:36])


def remove_old(moment: datetime) -> int:
    """Removes the lines that were kept long enough; how many went."""
    return chores.remove(Inzage.objects.filter(moment__lt=moment - KEEP))


def reader_of(actor: Actor) -> str:
    """The user's id; of a citizen or company a pseudonym, the same at every visit."""
    return pseudonym(actor.person) if actor.person else without_numbers(actor.gebruiker_id)


def pseudonym(person: Person) -> str:
    """A name for a person that only an installation that knows the number can make."""
    key, text = settings.SECRET_KEY.encode(), f"inzage {person.kind} {person.number}"
    return f"{person.kind}-{hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:16]}"


def without_numbers(text: str) -> str:
    """The text with every number that may be a BSN blotted out, and without what no database keeps."""
    return NINE_DIGITS.sub(blot, text).replace("\x00", "")


def blot(found: re.Match[str]) -> str:
    """A BSN as dots; another number of nine digits as it is."""
    return "•" * 9 if passes_eleven_test(found[0]) else found[0]


def write(lines: list[Inzage]) -> None:
    """Writes lines with one statement."""
    Inzage.objects.bulk_create(lines)


@dataclass
class Buffer:
    """Lines that wait to be written by the thread of this process; off until a server turns it on."""

    is_on: bool = False
    waiting: queue.Queue[Inzage] = field(default_factory=lambda: queue.Queue(MAX_WAITING))
    pid: int = 0
    bell: threading.Event = field(default_factory=threading.Event)
    guard: threading.Lock = field(default_factory=threading.Lock)

    def add(self, line: Inzage) -> None:
        """Leaves a line with the thread; writes it here when there is none or it cannot keep up."""
        if self.is_on:
            self.start()
            try:
                self.waiting.put_nowait(line)
                return self.bell.set()
            except queue.Full:
                logger.warning("The buffer of the read log is full; a reader writes its own line.")
        line.save(force_insert=True)

    def start(self) -> None:
        """Starts the thread, once in every process: a fork takes none along."""
        if self.pid == os.getpid():
            return
        with self.guard:
            if self.pid != os.getpid():
                self.waiting, self.pid = queue.Queue(MAX_WAITING), os.getpid()
                threading.Thread(target=self.work, name="inzage", daemon=True).start()
                atexit.register(self.flush)

    def work(self) -> None:
        """Writes what waits, for as long as the process lives."""
        while self.bell.wait():
            self.bell.clear()
            PAUSE.wait(PAUSE_SECONDS)
            if not self.flush():
                connection.close()

    def flush(self) -> bool:
        """Writes everything that waits, in batches; False when the database is away."""
        with self.guard:
            while lines := self.taken():
                try:
                    write(lines)
                except Error:
                    logger.exception("The read log could not be written; trying again.")
                    self.put_back(lines)
                    return False
        return True

    def taken(self) -> list[Inzage]:
        """The next batch of lines that wait."""
        lines: list[Inzage] = []
        with contextlib.suppress(queue.Empty):
            while len(lines) < BATCH:
                lines.append(self.waiting.get_nowait())
        return lines

    def put_back(self, lines: list[Inzage]) -> None:
        """Lines that were not written wait again, as far as readers left room."""
        for line in lines:
            try:
                self.waiting.put_nowait(line)
            except queue.Full:
                logger.error("A line of the read log is lost: zaak %s, %s.", line.zaak, line.moment)
        self.bell.set()


BUFFER = Buffer()
