"""Stukken: puts a document of a dossier in order: its rights of use, its status, and its lock.

What blocks closing a zaak is mended here (zrc-007), through the commands of the register of documents.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from zaakwerk.documenten import queries, scopes
from zaakwerk.documenten.commands import (
    CreateGebruiksrechten,
    LockDocument,
    UnlockDocument,
    UpdateDocument,
)
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Invalid, Violation

# Somebody who works on a document under a lock leaves few lines; older ones say nothing of this lock.
LATEST_LINES = 50
FINAL = ("definitief", "gearchiveerd")


@dataclass(frozen=True)
class Stuk:
    """One document as somebody at the desk would put it in order."""

    actor: Actor
    document: EnkelvoudigInformatieObject
    why_not_write: str

    @cached_property
    def locking(self) -> AuditRegel | None:
        """The line that tells who took the lock that is on it now."""
        if not self.document.lock:
            return None
        lines = AuditRegel.objects.filter(hoofd_uuid=self.document.uuid)
        return next((line for line in lines.order_by("-id")[:LATEST_LINES] if takes_lock(line)), None)

    @property
    def is_mine(self) -> bool:
        """Whether the lock is the actor's own."""
        line, me = self.locking, self.actor.gebruiker_id
        return line is not None and bool(me) and line.gebruiker_id == me

    @property
    def may_force(self) -> bool:
        """Whether the actor may take the lock of somebody else off."""
        return self.actor.may(scopes.GEFORCEERD_UNLOCK, queries.target_of(self.document))

    @property
    def holder(self) -> str:
        """Who holds the lock, and since when, in words."""
        line = self.locking
        if line is None:
            return gettext("Het document is op slot. Wie het op slot zette, is niet bekend.")
        who = line.gebruiker_weergave or line.gebruiker_id or line.applicatie_weergave or line.applicatie_id
        since = {"wie": who or gettext("een ander systeem"), "sinds": in_words(line.aanmaakdatum)}
        if self.is_mine:
            return gettext("U hebt dit document op slot gezet op %(sinds)s.") % since
        return gettext("Het document is op slot gezet door %(wie)s, op %(sinds)s.") % since

    @property
    def why_not_unlock(self) -> str:
        """Why the actor may not take the lock off, and who can."""
        if self.why_not_write or self.is_mine or self.may_force:
            return self.why_not_write
        return gettext("Alleen wie het slot zette, of een coördinator, haalt het eraf.")

    @property
    def why_not_change(self) -> str:
        """Why the document itself cannot be changed now."""
        if self.why_not_write or not self.document.lock or self.is_mine:
            return self.why_not_write
        return gettext("Dit kan pas als het document niet meer op slot is.")

    @property
    def why_not_final(self) -> str:
        """Why it cannot be made final."""
        latest = self.document.laatste_versie
        if latest is not None and latest.status in FINAL:
            return gettext("Dit document is al definitief.")
        return self.why_not_change

    def change(self, **changes: Any) -> None:
        """A new version, under a lock of this moment; under the own lock, which stays, when there is one."""
        with transaction.atomic():
            held = bool(self.document.lock)
            if held and not self.is_mine:
                raise Invalid([Violation("existing-lock", self.why_not_change)])
            if not held:
                LockDocument(actor=self.actor, instance=self.document).run()
            key = self.document.lock
            UpdateDocument(actor=self.actor, instance=self.document, changes=changes, lock_id=key).run()
            if not held:
                UnlockDocument(actor=self.actor, instance=self.document, lock_id=key).run()

    def lay_down_rights(self, geldt: bool, voorwaarden: str) -> None:
        """Says that nothing limits the use of the document, or what does, from now on."""
        if not geldt:
            return self.change(indicatie_gebruiksrecht=False)
        CreateGebruiksrechten(
            actor=self.actor,
            informatieobject=self.document,
            startdatum=clock.now(),
            omschrijving_voorwaarden=voorwaarden,
        ).run()
        return None

    def make_final(self) -> None:
        """Makes it definitief."""
        self.change(status="definitief")

    def unlock(self) -> None:
        """Takes the lock off: the own one by its id, another by force where one may."""
        lock_id = self.document.lock if self.is_mine else ""
        UnlockDocument(actor=self.actor, instance=self.document, lock_id=lock_id).run()


def in_words(moment: datetime) -> str:
    """A moment: "24 november 2026, 10:15"."""
    return date_format(localtime(moment), "j F Y, H:i")


def takes_lock(line: AuditRegel) -> bool:
    """Whether a line of the audit trail tells that a document was locked."""
    return not is_locked(line.oud) and is_locked(line.nieuw)


def is_locked(wire: str) -> bool:
    """Whether a stored representation is of a document under a lock."""
    return bool(wire) and bool(json.loads(wire).get("locked"))
