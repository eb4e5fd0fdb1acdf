"""Lijst: the open zaken an actor sees, filtered and counted per term, in a fixed number of statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from zaakwerk.werkplek import weergave
from zaakwerk.zaken import queries
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.namen import name_of
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor

PAGE_SIZE = 50
ATTENTION, CRITICAL = 14, 3  # days; the windows of the term chip
ORDERINGS = {
    "termijn": F("uiterlijke_einddatum_afdoening").asc(nulls_last=True),
    "-termijn": F("uiterlijke_einddatum_afdoening").desc(nulls_last=True),
    "startdatum": F("startdatum").asc(),
    "-startdatum": F("startdatum").desc(),
    "identificatie": F("identificatie").asc(),
    "-identificatie": F("identificatie").desc(),
}


@dataclass(frozen=True)
class Vraag:
    """What somebody asks of the list."""

    q: str = ""
    zaaktype: str = ""
    term: str = ""
    sorteer: str = "termijn"


def term_filters(today: date) -> dict[str, tuple[str, Q]]:
    """Per state of the term: its word, and which zaken are in it."""
    standing = Q(opschorting__indicatie=True)
    field = "uiterlijke_einddatum_afdoening"
    soon, later = today + timedelta(days=CRITICAL), today + timedelta(days=ATTENTION)
    return {
        "te-laat": (_("Te laat"), Q(**{f"{field}__lt": today}) & ~standing),
        "kritiek": (_("Kritiek"), Q(**{f"{field}__gte": today, f"{field}__lte": soon}) & ~standing),
        "let-op": (_("Let op"), Q(**{f"{field}__gt": soon, f"{field}__lte": later}) & ~standing),
        "ruim": (_("Ruim"), Q(**{f"{field}__gt": later}) & ~standing),
        "stil": (_("Klok staat stil"), standing),
    }


def open_zaken(actor: Actor, vraag: Vraag) -> QuerySet[Zaak]:
    """The open zaken the actor sees, without the filter on the term."""
    found = queries.visible_to(actor).filter(einddatum=None)
    if vraag.q:
        found = found.filter(Q(identificatie__icontains=vraag.q) | Q(omschrijving__icontains=vraag.q))
    if vraag.zaaktype:
        found = found.filter(zaaktype__identificatie=vraag.zaaktype)
    return found


def page_of(actor: Actor, vraag: Vraag, number: Any) -> Page[Any]:
    """One page of rows as the table shows them."""
    found = open_zaken(actor, vraag)
    states = term_filters(clock.today())
    if vraag.term in states:
        found = found.filter(states[vraag.term][1])
    order = ORDERINGS.get(vraag.sorteer, ORDERINGS["termijn"])
    ordered = found.select_related("zaaktype", "status__statustype").order_by(order, "id")
    page: Page[Any] = Paginator(ordered, PAGE_SIZE).get_page(number)
    page.object_list = rows(list(page.object_list))
    return page


def rows(zaken: Sequence[Zaak]) -> list[dict[str, Any]]:
    """Zaken with their behandelaar and term; one statement for all behandelaars."""
    today, names = clock.today(), behandelaars(zaken)
    return [
        {
            "identificatie": zaak.identificatie,
            "omschrijving": zaak.omschrijving,
            "url": reverse("werkplek:zaak", args=[zaak.uuid]),
            "zaaktype": zaak.zaaktype,
            "status": current_status(zaak),
            "behandelaar": names.get(zaak.pk, ""),
            "startdatum": zaak.startdatum,
            "term": weergave.term(zaak, today),
        }
        for zaak in zaken
    ]


def current_status(zaak: Zaak) -> dict[str, Any] | None:
    """The current status with its date."""
    if zaak.status is None:
        return None
    datum = clock.legal_date(zaak.status.datum_status_gezet)
    return {"omschrijving": zaak.status.statustype.omschrijving, "datum": datum}


def behandelaars(zaken: Sequence[Zaak]) -> dict[int, str]:
    """The name of the behandelaar who came last, by zaak."""
    found = Rol.objects.filter(zaak__in=zaken, omschrijving_generiek="behandelaar").order_by("id")
    return {rol.zaak_id: name_of(rol) for rol in found}


def tally(actor: Actor, vraag: Vraag, address: Any) -> list[dict[str, Any]]:
    """How many open zaken are in each state of the term; `address` gives the URL for a state."""
    states = term_filters(clock.today())
    counts = open_zaken(actor, vraag).aggregate(
        **{
            name.replace("-", "_"): Count("pk", filter=condition)
            for name, (_word, condition) in states.items()
        }
    )
    return [
        {
            "state": name,
            "label": word,
            "aantal": counts[name.replace("-", "_")],
            "url": address("" if vraag.term == name else name),
            "current": vraag.term == name,
        }
        for name, (word, _condition) in states.items()
        if counts[name.replace("-", "_")]
    ]


def zaaktypen(actor: Actor) -> list[tuple[str, str]]:
    """The zaaktypen of the open zaken the actor sees, as choices."""
    found = (
        open_zaken(actor, Vraag()).values_list("zaaktype__identificatie", "zaaktype__omschrijving").distinct()
    )
    return sorted(found, key=lambda pair: pair[1].lower())
