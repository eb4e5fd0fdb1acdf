"""Tellingen: how many zaken there are per zaaktype and confidentiality, so that a list need not count them.

The database adds a line for every zaak that comes, goes or moves, whatever moved it, and never changes one:
writers do not wait for each other. A reader adds the lines up, and folds them when there are many.
"""

from typing import Any

from django.db import connection, transaction
from django.db.models import BigIntegerField, Count, F, Func

from zaakwerk.zaken import scopes
from zaakwerk.zaken.models import Zaak, ZaakTelling
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.filters import Selection
from zaakwerk.zgw.prepared import STATEMENTS
from zaakwerk.zgw.reach import Reach

REACH = Reach("zrc", "zaaktype", "vertrouwelijkheidaanduiding")
COUNTED = frozenset({"zaaktype__uuid", "vertrouwelijkheidaanduiding"})
MOST_LINES, MOST_FOLDED = 1000, 10_000
# Functions and no aggregates, which the ORM would group by.
SUM = Func(F("aantal"), template="SUM(%(expressions)s)", output_field=BigIntegerField())
LINES = Func(template="COUNT(*)", output_field=BigIntegerField())
LINE = "INSERT INTO zaken_zaaktelling (zaaktype_id, vertrouwelijkheidaanduiding, aantal)"
MOVED = (
    "OLD.zaaktype_id <> NEW.zaaktype_id OR OLD.vertrouwelijkheidaanduiding <> NEW.vertrouwelijkheidaanduiding"
)
MOVE = (
    f"{LINE} VALUES (OLD.zaaktype_id, OLD.vertrouwelijkheidaanduiding, -1), "
    "(NEW.zaaktype_id, NEW.vertrouwelijkheidaanduiding, 1);"
)
SQLITE = (  # only names from here meet the SQL text
    "CREATE TRIGGER IF NOT EXISTS zaaktelling_erbij AFTER INSERT ON zaken_zaak BEGIN "  # noqa: S608
    f"{LINE} VALUES (NEW.zaaktype_id, NEW.vertrouwelijkheidaanduiding, 1); END",
    "CREATE TRIGGER IF NOT EXISTS zaaktelling_eraf AFTER DELETE ON zaken_zaak BEGIN "
    f"{LINE} VALUES (OLD.zaaktype_id, OLD.vertrouwelijkheidaanduiding, -1); END",
    "CREATE TRIGGER IF NOT EXISTS zaaktelling_anders "
    "AFTER UPDATE OF zaaktype_id, vertrouwelijkheidaanduiding "
    f"ON zaken_zaak WHEN {MOVED} BEGIN {MOVE} END",
)
# One line per statement and group, so that loading a million zaken adds few.
GROUPS = "FROM rijen GROUP BY zaaktype_id, vertrouwelijkheidaanduiding; RETURN NULL; END"
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION zaaktelling_erbij() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"{LINE} SELECT zaaktype_id, vertrouwelijkheidaanduiding, count(*) {GROUPS} $$",
    "CREATE OR REPLACE FUNCTION zaaktelling_eraf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"{LINE} SELECT zaaktype_id, vertrouwelijkheidaanduiding, -count(*) {GROUPS} $$",
    "CREATE OR REPLACE FUNCTION zaaktelling_anders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"{MOVE} RETURN NULL; END $$",
    "CREATE OR REPLACE TRIGGER zaaktelling_erbij AFTER INSERT ON zaken_zaak REFERENCING NEW TABLE AS rijen "
    "FOR EACH STATEMENT EXECUTE FUNCTION zaaktelling_erbij()",
    "CREATE OR REPLACE TRIGGER zaaktelling_eraf AFTER DELETE ON zaken_zaak REFERENCING OLD TABLE AS rijen "
    "FOR EACH STATEMENT EXECUTE FUNCTION zaaktelling_eraf()",
    "CREATE OR REPLACE TRIGGER zaaktelling_anders AFTER UPDATE OF zaaktype_id, vertrouwelijkheidaanduiding "
    f"ON zaken_zaak FOR EACH ROW WHEN ({MOVED}) EXECUTE FUNCTION zaaktelling_anders()",
)


def install(**options: Any) -> None:
    """Makes the triggers and counts afresh; after every migration, which may have remade the table."""
    if ZaakTelling._meta.db_table not in connection.introspection.table_names():
        return
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in POSTGRESQL if connection.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)
        recount()


def recount() -> None:
    """Replaces the lines by what the table of zaken holds; nobody may write zaken meanwhile."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE zaken_zaak IN SHARE MODE")
    ZaakTelling.objects.all().delete()
    groups = Zaak.objects.order_by().values_list("zaaktype", "vertrouwelijkheidaanduiding")
    ZaakTelling.objects.bulk_create(
        ZaakTelling(zaaktype_id=zaaktype, vertrouwelijkheidaanduiding=level, aantal=count)
        for zaaktype, level, count in groups.annotate(Count("pk"))
    )


def fold() -> None:
    """One line per group instead of many; readers see the old lines or the new one, never both."""
    with transaction.atomic():
        lines = list(
            ZaakTelling.objects.select_for_update(skip_locked=can_skip()).order_by("id")[:MOST_FOLDED]
        )
        sums: dict[tuple[int, int], int] = {}
        for line in lines:
            group = line.zaaktype_id, line.vertrouwelijkheidaanduiding
            sums[group] = sums.get(group, 0) + line.aantal
        ZaakTelling.objects.filter(pk__in=[line.pk for line in lines]).delete()
        ZaakTelling.objects.bulk_create(
            ZaakTelling(zaaktype_id=zaaktype, vertrouwelijkheidaanduiding=level, aantal=count)
            for (zaaktype, level), count in sums.items()
            if count
        )


def can_skip() -> bool:
    """Whether the database passes over rows that another reader is folding."""
    return connection.features.has_select_for_update_skip_locked


def total(actor: Actor, selection: Selection) -> int | None:
    """How many zaken an actor sees with these filters; None when the lines do not tell."""
    if actor.person is not None or any(found.column not in COUNTED for found, _ in selection.chosen):
        return None

    def build() -> Any:
        predicate = REACH.visible_to(actor, scopes.LEZEN)
        lines = ZaakTelling.objects.order_by() if predicate is None else ZaakTelling.objects.filter(predicate)
        return selection.apply(lines).values_list(SUM, LINES)

    grants = () if actor.all_rights else REACH.grants(actor, scopes.LEZEN)
    if any(grant.object_uuid for grant in grants):
        return None  # the lines know types and levels, no single zaken
    key = ("tellingen", None if actor.all_rights else grants, selection.key)
    rows = STATEMENTS.get(key, build).rows(selection.args)
    if not rows:
        return 0
    if int(rows[0][1]) > MOST_LINES:
        fold()
    return int(rows[0][0] or 0)
