"""Applicaties: making, changing and removing an application with its rights (7.2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import IntegrityError
from django.db.models import Q

from zaakwerk.autorisaties.models import Applicatie, ClientId
from zaakwerk.autorisaties.rules.applicaties import (
    Proposal,
    ac_001_client_id_belongs_to_one_applicatie,
    ac_002_all_or_listed_autorisaties,
    ac_003_autorisatie_names_type_and_level,
    eigen_ruime_autorisatie_names_what_it_opens,
)
from zaakwerk.autorisaties.scopes import BIJWERKEN
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, assign, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.rules import Rule

RULES: tuple[Rule, ...] = (
    ac_001_client_id_belongs_to_one_applicatie,
    ac_002_all_or_listed_autorisaties,
    ac_003_autorisatie_names_type_and_level,
    eigen_ruime_autorisatie_names_what_it_opens,
)


@dataclass(frozen=True, kw_only=True)
class CreateApplicatie(Command[Applicatie]):
    """A new applicatie; its client ids get their secret by `client add`, before or after."""

    scopes: ClassVar[Scopes] = BIJWERKEN
    rules: ClassVar[Sequence[Rule]] = RULES
    client_ids: Sequence[str]
    label: str
    heeft_alle_autorisaties: bool = False
    alleen_is_gereed_voor_publicatie: bool = False
    autorisaties: Sequence[Mapping[str, Any]] = ()
    ruime_autorisaties: Sequence[Mapping[str, Any]] = ()

    def target(self) -> Target:
        return Target("ac")

    def lock(self) -> None:
        lock_clients(self.client_ids)

    def proposal(self) -> Proposal:
        """The applicatie as asked for."""
        return Proposal(
            None,
            self.client_ids,
            self.heeft_alle_autorisaties,
            self.autorisaties,
            self.ruime_autorisaties,
        )

    def apply(self, journal: Journal) -> Applicatie:
        applicatie = Applicatie.objects.create(
            label=self.label,
            client_ids=without_doubles(self.client_ids),
            heeft_alle_autorisaties=self.heeft_alle_autorisaties,
            alleen_is_gereed_voor_publicatie=self.alleen_is_gereed_voor_publicatie,
            autorisaties=list(self.autorisaties),
            ruime_autorisaties=list(self.ruime_autorisaties),
        )
        link_clients(applicatie)
        journal.created(applicatie)
        return applicatie


@dataclass(frozen=True, kw_only=True)
class UpdateApplicatie(Command[Applicatie]):
    """An applicatie with other values; a list that is given replaces the whole list."""

    scopes: ClassVar[Scopes] = BIJWERKEN
    rules: ClassVar[Sequence[Rule]] = RULES
    instance: Applicatie
    changes: dict[str, Any]
    partial: bool = True

    def target(self) -> Target:
        return Target("ac")

    def lock(self) -> None:
        lock_row(self.instance)
        lock_clients(self.proposal().client_ids)

    def proposal(self) -> Proposal:
        """The applicatie after the changes."""

        def after(name: str) -> Any:
            return self.changes.get(name, getattr(self.instance, name))

        return Proposal(
            self.instance.pk,
            after("client_ids"),
            after("heeft_alle_autorisaties"),
            after("autorisaties"),
            after("ruime_autorisaties"),
        )

    def apply(self, journal: Journal) -> Applicatie:
        changes = {**self.changes, "client_ids": without_doubles(self.proposal().client_ids)}
        changed = assign(self.instance, changes)
        if changed:
            self.instance.save(update_fields=changed)
        if "client_ids" in changed:
            link_clients(self.instance)
        journal.updated(self.instance, b"", "partial_update" if self.partial else "update")
        return self.instance


@dataclass(frozen=True, kw_only=True)
class DestroyApplicatie(Command[Applicatie]):
    """An applicatie removed: its client ids can still sign, but may nothing."""

    scopes: ClassVar[Scopes] = BIJWERKEN
    instance: Applicatie

    def target(self) -> Target:
        return Target("ac")

    def lock(self) -> None:
        lock_row(self.instance)

    def apply(self, journal: Journal) -> Applicatie:
        journal.destroyed(self.instance, b"")
        self.instance.delete()
        return self.instance


def without_doubles(client_ids: Iterable[str]) -> list[str]:
    """Each id once, in the order given."""
    return list(dict.fromkeys(client_ids))


def lock_clients(client_ids: Iterable[str]) -> None:
    """Locks the client ids that exist, so that two applicaties cannot take the same one."""
    list(
        ClientId.objects.select_for_update().filter(client_id__in=client_ids).order_by("id").values_list("id")
    )


def link_clients(applicatie: Applicatie) -> None:
    """Makes the rows of the applicatie's client ids point at it, and no others.

    Raises IntegrityError when another writer took one meanwhile: ac-001 then says which.
    """
    wanted: list[str] = applicatie.client_ids
    applicatie.clients.exclude(client_id__in=wanted).update(applicatie=None)
    ClientId.objects.bulk_create((ClientId(client_id=found) for found in wanted), ignore_conflicts=True)
    is_free = Q(applicatie=None) | Q(applicatie=applicatie)
    linked = ClientId.objects.filter(is_free, client_id__in=wanted).update(applicatie=applicatie)
    if linked != len(wanted):
        raise IntegrityError("a client id belongs to another applicatie")
