"""Fixity: whether the bytes in the store are still those that were put there."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.db.models import F

from zaakwerk.documenten.content import store
from zaakwerk.documenten.content.faults import storage_faults
from zaakwerk.documenten.models import Bevinding, EnkelvoudigInformatieObjectVersie, Inhoud
from zaakwerk.zgw.clock import now

PIECE = 1024 * 1024
BATCH = 500


@dataclass(frozen=True)
class Finding:
    """A version whose content is missing or damaged."""

    document: UUID
    versie: int
    bevinding: str


@dataclass
class Report:
    """How much content was compared, and what was wrong."""

    checked: int
    findings: list[Finding]


def verify(sample: int | None = None) -> Report:
    """Compares all content, or as much as asked of what was compared longest ago; keeps what it finds.

    Raises the Problem of a store that cannot be reached: that says nothing about what is in it.
    """
    checked, wrong = 0, []
    for sha256 in everything() if sample is None else longest_ago(sample):
        bevinding = look_at(sha256)
        row = Inhoud.objects.filter(pk=sha256)
        # Content that was destroyed while we looked is rightly gone.
        if row.update(gecontroleerd_op=now(), bevinding=bevinding):
            checked += 1
            wrong += [sha256] if bevinding else []
    return Report(checked, findings(wrong))


def everything() -> Iterator[str]:
    """All content, in the order of its names."""
    last = ""
    while batch := list(
        Inhoud.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield from batch
        last = batch[-1]


def longest_ago(count: int) -> list[str]:
    """Never compared first, then what was compared longest ago: samples get round to everything."""
    order = F("gecontroleerd_op").asc(nulls_first=True)
    return list(Inhoud.objects.order_by(order, "pk").values_list("pk", flat=True)[:count])


def look_at(sha256: str) -> str:
    """What is wrong with content; nothing when it is whole."""
    digest = hashlib.sha256()
    with storage_faults():
        try:
            with store.storage().open(store.name_of(sha256), "rb") as stream:
                for piece in iter(partial(stream.read, PIECE), b""):
                    digest.update(piece)
        except FileNotFoundError:
            return Bevinding.ONTBREEKT
    return "" if digest.hexdigest() == sha256 else Bevinding.BESCHADIGD


def findings(hashes: list[str]) -> list[Finding]:
    """The versions that have this content."""
    found = EnkelvoudigInformatieObjectVersie.objects.filter(inhoud__in=hashes).order_by("document", "versie")
    return [Finding(*row) for row in found.values_list("document__uuid", "versie", "inhoud__bevinding")]


def damaged() -> int:
    """How much content was missing or damaged when it was last compared."""
    return Inhoud.objects.exclude(bevinding="").count()
