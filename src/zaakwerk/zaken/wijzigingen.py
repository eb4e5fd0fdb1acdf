"""Wijzigingen: which zaken changed since a client last asked, in an order that never gets a gap.

Writers note a change without a position. A reader numbers what was committed by then, one reader at a time,
so that a position exists only after every lower one is visible: a client that remembers one misses nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Min

from zaakwerk.zaken import scopes
from zaakwerk.zaken.models import WijzigingTeller, Zaak, ZaakWijziging
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.instances import insert_all
from zaakwerk.zgw.journal import Entry, Journal
from zaakwerk.zgw.reach import Reach

TELLER = 1
# Longer than any command takes from its moment to its commit.
MARGIN = timedelta(minutes=1)
NOTED = ("zaaktype", "vertrouwelijkheidaanduiding", "is_verwijderd", "gewijzigd_op", "positie")
REACH = Reach("zrc", "zaaktype", "vertrouwelijkheidaanduiding", object_path="zaak")


class Change(NamedTuple):
    """One change as the feed shows it."""

    zaak: UUID
    is_verwijderd: bool
    gewijzigd_op: datetime
    positie: int


def follow(journal: Journal, moment: datetime) -> None:
    """Notes the zaken that a command changed, in its transaction; one statement however many there are."""
    changed = {zaak.uuid: (zaak, is_gone) for entry in journal.entries for zaak, is_gone in touched(entry)}
    rows = [
        ZaakWijziging(
            zaak=zaak.uuid,
            zaaktype_id=zaak.zaaktype_id,
            vertrouwelijkheidaanduiding=zaak.vertrouwelijkheidaanduiding,
            is_verwijderd=is_gone,
            gewijzigd_op=moment,
        )
        for zaak, is_gone in sorted(changed.values(), key=lambda pair: pair[0].uuid)
    ]
    insert_all(rows, unique=("zaak",), update=NOTED)


def touched(entry: Entry) -> Iterator[tuple[Zaak, bool]]:
    """The zaken whose representation an entry changes: with a deelzaak that comes or goes its hoofdzaak."""
    main = entry.resource.main_of(entry.instance)
    if not isinstance(main, Zaak):
        return
    is_zaak = main is entry.instance
    if is_zaak and main.hoofdzaak_id and entry.actie in ("create", "destroy"):
        hoofdzaak = (
            main._state.fields_cache.get("hoofdzaak") or Zaak.objects.filter(pk=main.hoofdzaak_id).first()
        )
        if hoofdzaak is not None:
            yield hoofdzaak, False
    yield main, is_zaak and entry.actie == "destroy"


def number() -> None:
    """Gives every committed change its position, after all that were ever given."""
    if not ZaakWijziging.objects.filter(positie=None).exists():
        return
    table = connection.ops.quote_name(ZaakWijziging._meta.db_table)
    # A change that a writer holds stays without position: it is about to be another change.
    locked = "FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    fresh = f"SELECT id, gewijzigd_op FROM {table} WHERE positie IS NULL {locked}"  # noqa: S608 - a table name
    ordered = f"SELECT id, row_number() OVER (ORDER BY gewijzigd_op, id) AS n FROM ({fresh}) f"  # noqa: S608
    with transaction.atomic(), connection.cursor() as cursor:
        teller = locked_teller()
        cursor.execute(
            f"UPDATE {table} SET positie = %s + o.n FROM ({ordered}) o WHERE o.id = {table}.id",  # noqa: S608
            [teller.laatste],
        )
        teller.laatste += cursor.rowcount
        teller.save(update_fields=["laatste"])


def locked_teller() -> WijzigingTeller:
    """The counter, held until the transaction ends: one reader numbers at a time."""
    WijzigingTeller.objects.bulk_create([WijzigingTeller(pk=TELLER)], ignore_conflicts=True)
    return WijzigingTeller.objects.select_for_update().get(pk=TELLER)


def start_of(sinds: datetime) -> int:
    """The position to read on from, for who wants what changed since a moment.

    A command notes its moment before it commits, hence the margin: a change too many does no harm.
    """
    number()
    first = ZaakWijziging.objects.filter(gewijzigd_op__gte=sinds - MARGIN).aggregate(first=Min("positie"))[
        "first"
    ]
    return last_position() if first is None else first - 1


def last_position() -> int:
    """The highest position given out; 0 for none."""
    return WijzigingTeller.objects.filter(pk=TELLER).values_list("laatste", flat=True).first() or 0


def changes(actor: Actor, na: int, most: int) -> tuple[Sequence[Change], int]:
    """At most `most` changes after a position, of zaken in reach; and the position to read on from."""
    predicate = REACH.visible_to(actor, scopes.LEZEN)
    number()
    horizon = last_position()
    found = ZaakWijziging.objects.filter(positie__gt=na, positie__lte=horizon).order_by("positie")
    if predicate is not None:
        found = found.filter(predicate)
    rows: Any = found.values_list("zaak", "is_verwijderd", "gewijzigd_op", "positie")[:most]
    read = [Change(*row) for row in rows]
    return read, read[-1].positie if len(read) == most else max(na, horizon)
