"""Bestandsdelen as they stand in a document: what still has to come, and what is there."""

from __future__ import annotations

from typing import Any

from django.db.models import TextField
from django.db.models.expressions import Expression

from zaakwerk.documenten.models import BestandsDeel
from zaakwerk.zgw.groups import ListOf
from zaakwerk.zgw.kinds import Convert, Described
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.relations import dashed

STEM = f"{BASE}/documenten/api/v1/bestandsdelen/"
# Parts of a version are those of its document, as long as that version waits for them.
WAITS = "{0}.inhoud_id IS NULL AND {0}.bestandsomvang > 0"


def part_wire(uuid: Any, volgnummer: int, omvang: int, is_complete: bool, lock: str = "") -> dict[str, Any]:
    """One part in wire form; its lock is shown to the writer who holds it, and to nobody else."""
    return {
        "url": f"{STEM}{dashed(uuid)}",
        "volgnummer": volgnummer,
        "omvang": omvang,
        "voltooid": is_complete,
        "lock": lock,
    }


class Parts(Expression):
    """The parts of a document as text, `uuid:number:size:there` with commas between them."""

    def __init__(self, of_version: bool) -> None:
        super().__init__(output_field=TextField())
        self.of_version = of_version
        self.outer = ""

    def resolve_expression(self, query: Any = None, *args: Any, **kwargs: Any) -> Parts:
        resolved: Parts = self.copy()
        resolved.outer = query.get_initial_alias()
        return resolved

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        quote = connection.ops.quote_name
        table, outer = quote(BestandsDeel._meta.db_table), quote(self.outer)
        where = f"r.document_id = {outer}.{'document_id' if self.of_version else 'id'}"
        where += f" AND {WAITS.format(outer)}" if self.of_version else ""
        is_postgresql = connection.vendor == "postgresql"
        uuid = "r.uuid::text" if is_postgresql else "r.uuid"
        text = f"{uuid} || ':' || r.volgnummer || ':' || r.omvang || ':' || (r.inhoud_id IS NOT NULL)"
        # Only names from declarations meet the SQL text here, never input.
        source = f"SELECT {text} AS part FROM {table} r WHERE {where} ORDER BY r.volgnummer"  # noqa: S608
        joined = "string_agg(s.part, ',')" if is_postgresql else "group_concat(s.part)"
        return f"(SELECT {joined} FROM ({source}) s)", ()  # noqa: S608


class Bestandsdelen(ListOf):
    """The parts of an upload that is under way; an empty list as long as there is none."""

    def __init__(self, name: str, of_version: bool) -> None:
        schema = {"type": "object", "properties": {key: {} for key in part_wire("", 0, 0, False)}}
        super().__init__(name, Described("bestandsdeel", schema), source=Parts(of_version), read_only=True)

    def writer(self, vendor: str) -> Convert | None:
        return parts_in


def parts_in(text: str | None) -> list[dict[str, Any]]:
    """The parts in the text of `Parts`."""
    return [part_in(part) for part in text.split(",")] if text else []


def part_in(text: str) -> dict[str, Any]:
    """One part in the text of `Parts`; the databases write a truth in their own ways."""
    uuid, volgnummer, omvang, is_complete = text.split(":")
    return part_wire(uuid, int(volgnummer), int(omvang), is_complete in ("1", "true"))
