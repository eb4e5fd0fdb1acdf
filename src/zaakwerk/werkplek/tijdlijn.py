"""Tijdlijn: what happened in a zaak, in sentences, newest first, a page at a time.

Told from the audit trail; statuses and documents from their own rows, which imported zaken have too.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from zaakwerk.documenten import queries as documenten
from zaakwerk.werkplek import verschil, zinnen
from zaakwerk.zaken.models import Status, Zaak
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Forbidden

TOLD_ELSEWHERE = ("status", "zaakinformatieobject")
PAGE = 50
MOST_PAGES, MOST_DIGITS = 200, 18
# What a colleague did at the desk, what systems did, and which data changed.
KINDS = ("mens", "systeem", "gegevens")
DATA = ("zaak", "zaakeigenschap", "zaakobject", "rol")


class Vraag(NamedTuple):
    """Which part of the history to tell: a kind or everything, and which page of it."""

    soort: str = ""
    page: int = 1

    @property
    def end(self) -> int:
        """How many events, counted from the newest, are enough to fill the page and see one more."""
        return self.page * PAGE + 1


class Gebeurtenis(NamedTuple):
    """One event; `merk` is its permanent name within the zaak, `regel` its audit line when it has one."""

    moment: datetime
    titel: str
    merk: str
    tekst: str = ""
    wie: str = ""
    icon: str = "info"
    regel: int = 0


def events(actor: Actor, zaak: Zaak, vraag: Vraag) -> tuple[list[Gebeurtenis], bool]:
    """The events of a page, and whether there are older ones; three statements."""
    found = audit_events(zaak, vraag)
    if vraag.soort not in KINDS:
        found += [*status_events(zaak, vraag), *document_events(actor, zaak, vraag)]
    told = sorted(found, key=lambda event: (event.moment, event.merk), reverse=True)
    return told[vraag.end - 1 - PAGE : vraag.end - 1], len(told) >= vraag.end


def status_events(zaak: Zaak, vraag: Vraag) -> Iterator[Gebeurtenis]:
    """One event per status."""
    found = Status.objects.filter(zaak=zaak).select_related("statustype", "gezetdoor")
    for status in found.order_by("-datum_status_gezet", "-id")[: vraag.end]:
        yield Gebeurtenis(
            status.datum_status_gezet,
            gettext("Status: %(status)s") % {"status": status.statustype.omschrijving},
            f"status-{status.pk}",
            status.statustoelichting,
            name_of(status.gezetdoor) if status.gezetdoor else "",
            "pijl-rechts",
        )


def document_events(actor: Actor, zaak: Zaak, vraag: Vraag) -> Iterator[Gebeurtenis]:
    """One event per document the actor may see."""
    try:
        found = documenten.linked_to(zaak.uuid, actor)
    except Forbidden:
        return
    version = ("laatste_versie__begin_registratie", "laatste_versie__titel", "laatste_versie__auteur")
    rows = found.filter(laatste_versie__isnull=False).order_by("-laatste_versie__begin_registratie", "-id")
    for pk, moment, titel, auteur in rows.values_list("pk", *version)[: vraag.end]:
        words = gettext("Document: %(titel)s") % {"titel": titel}
        yield Gebeurtenis(moment, words, f"document-{pk}", "", auteur, "document")


def audit_events(zaak: Zaak, vraag: Vraag) -> list[Gebeurtenis]:
    """What the audit trail adds."""
    return [event_of(line) for line in lines(zaak, vraag.soort).order_by("-id")[: vraag.end]]


def lines(zaak: Zaak, soort: str) -> QuerySet[AuditRegel]:
    """The audit lines of a zaak of one kind; of no kind, all that is not told from other rows."""
    found = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid)
    chosen = {
        "mens": ~Q(gebruiker_id=""),
        "systeem": Q(gebruiker_id=""),
        "gegevens": Q(resource__in=DATA) & ~Q(resource="zaak", actie="create"),
    }
    return found.filter(chosen[soort]) if soort in chosen else found.exclude(resource__in=TOLD_ELSEWHERE)


def one(actor: Actor, zaak: Zaak, merk: str) -> Gebeurtenis | None:
    """The event with this permanent name; None when it is not (or no longer) in the history."""
    kind, _, pk = merk.partition("-")
    if not (pk.isascii() and pk.isdigit()) or len(pk) > MOST_DIGITS:
        return None
    if kind == "regel":
        line = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid, pk=pk).first()
        return event_of(line) if line else None
    everything = Vraag(page=MOST_PAGES)
    source = {"status": status_events(zaak, everything), "document": document_events(actor, zaak, everything)}
    return next((event for event in source.get(kind, ()) if event.merk == merk), None)


def event_of(line: AuditRegel) -> Gebeurtenis:
    """An audit line as an event."""
    return Gebeurtenis(
        line.aanmaakdatum,
        zinnen.sentence(line),
        f"regel-{line.pk}",
        line.toelichting,
        line.gebruiker_weergave or line.applicatie_weergave,
        zinnen.ICONS.get(line.resource, "info"),
        line.pk,
    )


def differences(zaak: Zaak, regel: int) -> Sequence[verschil.Verschil]:
    """What a line changed, field by field; nothing for a line of another zaak."""
    line = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid, pk=regel).first()
    return verschil.between(loaded(line.oud), loaded(line.nieuw)) if line else ()


def loaded(text: str) -> dict[str, Any]:
    """A stored representation; empty when there was none."""
    found: dict[str, Any] = json.loads(text) if text else {}
    return found
