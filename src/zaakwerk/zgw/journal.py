"""Journal: audit lines and outgoing messages of one command, written in its transaction."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from zaakwerk.zgw import clock, registry, wake
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.instances import insert_all
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.representation import wire_of
from zaakwerk.zgw.resource import Resource

RESULTS = {"create": 201, "destroy": 204}
WEERGAVE = {
    "create": "Object aangemaakt",
    "update": "Object bijgewerkt",
    "partial_update": "Object deels bijgewerkt",
    "destroy": "Object verwijderd",
}
# What rooms write along in the transaction of a change; filled at start-up.
FOLLOWERS: list[Callable[["Journal", datetime], None]] = []


def post(berichten: list[Bericht]) -> None:
    """Puts messages in the outbox and wakes the workers: one statement, none for no message."""
    if berichten:
        insert_all(berichten)
        wake.ring()


@dataclass
class Entry:
    """One change of one object."""

    resource: Resource
    instance: models.Model
    actie: str
    oud: bytes = b""
    nieuw: bytes = b""
    notify: bool = True


@dataclass
class Journal:
    """Collects what a command changes; `flush` writes it with two statements."""

    actor: Actor
    entries: list[Entry] = field(default_factory=list)
    is_silent: bool = False
    warnings: list[str] = field(default_factory=list)
    forgotten: frozenset[UUID] = frozenset()

    def created(self, instance: models.Model) -> None:
        """An object came to be; its representation is read when the command is done."""
        self.add(instance, "create")

    def updated(
        self, instance: models.Model, oud: bytes, actie: str = "partial_update", notify: bool = True
    ) -> None:
        """An object changed; `oud` is its representation from before."""
        self.add(instance, actie, oud, notify)

    def destroyed(self, instance: models.Model, oud: bytes, notify: bool = True) -> None:
        """An object is about to go; `oud` is its representation."""
        self.add(instance, "destroy", oud, notify)

    def add(self, instance: models.Model, actie: str, oud: bytes = b"", notify: bool = True) -> None:
        """One entry; call it while the instance still has its relations."""
        resource = registry.for_model(type(instance))
        self.entries.append(Entry(resource, instance, actie, oud, notify=notify))

    def forget_lines(self, main_uuids: Iterable[UUID]) -> None:
        """The audit trail goes with its main object: only messages remain to be sent (1.12)."""
        self.forgotten = frozenset(main_uuids)

    def flush(self) -> None:
        """Reads the new representations and writes audit lines and messages."""
        moment = clock.now()
        for entry in self.entries:
            if entry.actie != "destroy":
                entry.nieuw = wire_of(entry.resource, entry.instance.pk)
        audited = [entry for entry in self.entries if entry.resource.audited and not self.is_forgotten(entry)]
        insert_all(self.line(entry, moment) for entry in audited)
        if not self.is_silent:
            channelled = [entry for entry in self.entries if entry.resource.channel and entry.notify]
            post([self.message(entry, moment) for entry in channelled])
        for follow in FOLLOWERS:
            follow(self, moment)

    def is_forgotten(self, entry: Entry) -> bool:
        """Whether an entry's audit trail is gone with its main object."""
        return bool(self.forgotten) and entry.resource.main_of(entry.instance).uuid in self.forgotten

    def wire(self, instance: models.Model) -> bytes:
        """The new representation of an object this journal wrote; links without base."""
        return next((found.nieuw for found in self.entries if found.instance is instance), b"")

    def line(self, entry: Entry, moment: datetime) -> AuditRegel:
        """The audit line of an entry (1.12)."""
        resource, main = entry.resource, entry.resource.main_of(entry.instance)
        return AuditRegel(
            bron=resource.component.code,
            applicatie_id=self.actor.applicatie_id,
            applicatie_weergave=self.actor.applicatie_weergave,
            gebruiker_id=self.actor.gebruiker_id,
            gebruiker_weergave=self.actor.gebruiker_weergave,
            actie=entry.actie,
            resultaat=RESULTS.get(entry.actie, 200),
            hoofd_uuid=main.uuid,
            hoofd_object=registry.for_model(type(main)).url_for(main),
            resource=resource.name,
            resource_url=resource.url_for(entry.instance),
            resource_weergave=resource.weergave(entry.instance)[:200],
            toelichting=self.actor.toelichting,
            aanmaakdatum=moment,
            oud=entry.oud.decode(),
            nieuw=entry.nieuw.decode(),
        )

    def message(self, entry: Entry, moment: datetime) -> Bericht:
        """The outgoing message of an entry (2.9, 8.4); poor in information by design."""
        resource, main = entry.resource, entry.resource.main_of(entry.instance)
        channel: Any = resource.channel
        return Bericht(
            kanaal=channel.name,
            hoofd_object=registry.for_model(type(main)).url_for(main),
            resource=resource.name,
            resource_url=resource.url_for(entry.instance),
            actie=entry.actie,
            aanmaakdatum=moment,
            kenmerken=dumps({name: value(main) for name, value in channel.kenmerken.items()}),
        )
