"""Runs many commands as one wave: each with its rights, rules and effect, their journal written at once.

What `Command.run` does more is not needed for zaken that this transaction makes itself: the lock, a
savepoint, and reading every new representation on its own. A wave may hold several commands for one zaak
only when none of them changes how another's object looks.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import Command, M
from zaakwerk.zgw.journal import FOLLOWERS, Entry, Journal
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.representation import encode, read_many
from zaakwerk.zgw.resource import Resource


class WaveJournal(Journal):
    """A journal that reads the new representations with one statement per resource."""

    def flush(self) -> None:
        moment = clock.now()
        by_resource: dict[Resource, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            by_resource[entry.resource].append(entry)
        for resource, entries in by_resource.items():
            self.read(resource, entries)
        audited = [entry for entry in self.entries if entry.resource.audited]
        AuditRegel.objects.bulk_create([self.line(entry, moment) for entry in audited])
        if not self.is_silent:
            channelled = [entry for entry in self.entries if entry.resource.channel and entry.notify]
            Bericht.objects.bulk_create([self.message(entry, moment) for entry in channelled])
        for follow in FOLLOWERS:
            follow(self, moment)

    def read(self, resource: Resource, entries: list[Entry]) -> None:
        """Gives each entry the representation its object has now."""
        instances: list[Any] = [entry.instance for entry in entries]
        wires = read_many(resource, self.actor, [str(instance.uuid) for instance in instances])
        for entry, instance in zip(entries, instances, strict=True):
            entry.nieuw = encode(wires[resource.url_for(instance)])


def run_wave(commands: Iterable[Command[M]], actor: Actor, notify: bool) -> list[M]:
    """The objects the commands made, in their order; call it inside a transaction.

    Raises the Problem of the first command that may not or cannot be done.
    """
    journal = WaveJournal(actor, is_silent=not notify)
    made = []
    for command in commands:
        command.authorise()
        command.check()
        made.append(command.apply(journal))
    journal.flush()
    return made
