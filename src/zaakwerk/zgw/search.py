"""Search: a page among the rows within an area, exact and counted, while no more than a part is in memory."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, F, QuerySet, Value, When

from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.bounds import BOUNDS
from zaakwerk.zgw.filters import Selection
from zaakwerk.zgw.geo import Area, Within, matching
from zaakwerk.zgw.prepared import STATEMENTS
from zaakwerk.zgw.representation import Found, actor_key, read_pks, visible
from zaakwerk.zgw.resource import Resource

CHUNK = 5000


def area_in(selection: Selection) -> tuple[Area, str] | None:
    """The area among the filters, with the column that holds the geometry."""
    return next(
        ((value, found.column) for found, value in selection.chosen if isinstance(found, Within)), None
    )


def read_page_within(
    resource: Resource,
    actor: Actor,
    selection: Selection,
    order: Sequence[str],
    window: tuple[int, int],
    place: tuple[Area, str],
) -> tuple[list[Found], int]:
    """The page and how many rows there are: the bounding box is SQL, the exact test streams through here."""
    area, column = place

    def build() -> QuerySet[Any, Any]:
        geometry = Case(
            When(west=F("east"), south=F("north"), then=Value(None)),
            default=F(column),
            output_field=resource.model._meta.get_field(column),  # type: ignore[arg-type]
        )
        candidates = selection.apply(visible(resource, actor)).order_by(*order)
        return candidates.values_list("pk", *BOUNDS, geometry)

    key = (resource, "within", actor_key(resource, actor), selection.key, tuple(order))
    start, end, total, wanted = *window, 0, []
    for rows in STATEMENTS.get(key, build).chunks(selection.args, CHUNK):
        kept = matching(area, rows)
        wanted += kept[max(0, start - total) : max(0, end - total)]
        total += len(kept)
    return read_pks(resource, wanted), total
