"""Representation: rows of a resource read in one statement and turned into wire objects."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from django.db import connection
from django.db.models import Func, IntegerField, Q, QuerySet

from zaakwerk.zgw.actors import Actor, Target
from zaakwerk.zgw.filters import Selection
from zaakwerk.zgw.groups import Variant
from zaakwerk.zgw.kinds import camel
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.prepared import OFFSET, STATEMENTS, Among, Row
from zaakwerk.zgw.reach import Reach
from zaakwerk.zgw.relations import NestedLinks, Url, dashed
from zaakwerk.zgw.resource import Resource
from zaakwerk.zgw.sources import Arg

Wire = dict[str, Any]
encode = msgspec.json.Encoder().encode


class Found(NamedTuple):
    """One row: its primary key, its wire object, and what rights on it depend on."""

    pk: int
    wire: Wire
    reach: Reach
    reached: Row

    @property
    def target(self) -> Target:
        """What a right on this row is tested against."""
        return self.reach.target_of(self.reached)


class Plan:
    """How a resource's row becomes a wire object on one kind of database."""

    def __init__(self, resource: Resource, vendor: str) -> None:
        self.resource = resource
        hidden = ["pk", "uuid", *([f"{resource.parent_field}__uuid"] if resource.parent_field else [])]
        self.reach_at = len(hidden)
        hidden += resource.reach.columns
        self.fields_at = len(hidden)
        shown = [field for field in resource.fields if not field.write_only]
        self.columns: list[Any] = [*hidden, *(field.source for field in shown)]
        self.keys = tuple(field.key for field in shown)
        self.converts: list[tuple[int, Callable[[Any], Any]]] = []
        self.nested: list[tuple[int, Callable[[Any, str], Any]]] = []
        # A kind without a shape of its own does not have the key at all.
        self.variants = [
            (field.key, camel(field.by), field.variants)
            for field in shown
            if isinstance(field, Variant) and not field.is_total(resource.fields)
        ]
        # A page holds a URL per row: what they have in common is made once.
        self.head, _, self.tail = (BASE + resource.prefix).partition("{parent}")
        self.url_at = -1
        for index, field in enumerate(shown):
            if isinstance(field, Url):
                self.url_at = index
            elif isinstance(field, NestedLinks):
                self.nested.append((index, field.nested_writer()))
            elif (convert := field.writer(vendor)) is not None:
                self.converts.append((index, convert))

    def found(self, row: Row) -> Found:
        """One row of the statement."""
        values = list(row[self.fields_at :])
        for index, convert in self.converts:
            values[index] = convert(values[index])
        for index, nested in self.nested:
            values[index] = nested(values[index], row[1])
        if self.url_at >= 0:
            parent = dashed(row[2]) if self.tail else ""
            values[self.url_at] = f"{self.head}{parent}{self.tail}{dashed(row[1])}"
        wire = dict(zip(self.keys, values, strict=True))
        for key, by, kinds in self.variants:
            if wire[by] not in kinds:
                del wire[key]
        return Found(row[0], wire, self.resource.reach, row[self.reach_at : self.fields_at])


@cache
def plan_for(resource: Resource, vendor: str) -> Plan:
    """The plan, made once per database vendor."""
    return Plan(resource, vendor)


def current_plan(resource: Resource) -> Plan:
    """The plan for the database in use."""
    return plan_for(resource, connection.vendor)


def represented(queryset: QuerySet[Any], plan: Plan) -> QuerySet[Any, Any]:
    """A queryset that selects exactly what the plan needs."""
    return queryset.values_list(*plan.columns)


def read_one(resource: Resource, column: str, value: Any, where: Q | None = None) -> Found | None:
    """The row with this uuid or pk, in one statement; `where` narrows (a nested parent)."""
    plan = current_plan(resource)

    def build() -> QuerySet[Any, Any]:
        slot = Arg(column, resource.model._meta.get_field(column if column != "pk" else "id"))  # type: ignore[arg-type]
        return represented(resource.queryset().filter(**{column: slot}).order_by(), plan)

    rows = STATEMENTS.get((resource, "one", column), build).rows({column: value})
    return plan.found(rows[0]) if rows else None


def wire_of(resource: Resource, pk: Any) -> bytes:
    """The encoded wire object of one row, links without base; empty when the row is gone."""
    found = read_one(resource, "pk", pk)
    return encode(found.wire) if found else b""


def actor_key(resource: Resource, actor: Actor) -> Any:
    """What of an actor changes the SQL of a list."""
    if actor.person is not None:
        return actor.person
    rights = None if actor.all_rights else resource.reach.grants(actor, resource.read)
    return rights, actor.sees_only_published


def visible(resource: Resource, actor: Actor) -> QuerySet[Any]:
    """Every row of the resource the actor may see."""
    predicate = resource.reach.visible_to(actor, resource.read)
    queryset = resource.queryset()
    return queryset if predicate is None else queryset.filter(predicate)


def read_page(
    resource: Resource,
    actor: Actor,
    selection: Selection,
    order: Sequence[str],
    window: tuple[int, int] | None,
) -> list[Found]:
    """One page: ids first on the index, hydrated in the same statement; None as window reads everything."""
    plan = current_plan(resource)

    def build() -> QuerySet[Any, Any]:
        matching = selection.apply(visible(resource, actor)).order_by(*order)
        if window is None:
            return represented(matching, plan)
        start = OFFSET if window[0] else 0
        ids = matching.values("pk")[start : start + window[1] - window[0]]
        return represented(resource.queryset().filter(pk__in=ids).order_by(*order), plan)

    shape = window and (window[0] > 0, window[1] - window[0])
    key = (resource, "page", actor_key(resource, actor), selection.key, tuple(order), shape)
    args = {**selection.args, "offset": window[0] if window else 0}
    return [plan.found(row) for row in STATEMENTS.get(key, build).rows(args)]


def count(resource: Resource, actor: Actor, selection: Selection) -> int:
    """How many rows the actor sees with these filters."""

    def build() -> QuerySet[Any, Any]:
        matching = selection.apply(visible(resource, actor)).order_by()
        return matching.values_list(Func(template="COUNT(*)", output_field=IntegerField()))

    key = (resource, "count", actor_key(resource, actor), selection.key)
    rows = STATEMENTS.get(key, build).rows(selection.args)
    return int(rows[0][0]) if rows else 0  # no statement at all for what no row can meet


def read_many(resource: Resource, actor: Actor, uuids: Iterable[str]) -> dict[str, Wire]:
    """Wire objects by URL for those of the uuids the actor may see; one statement."""
    wanted = sorted(set(uuids))
    plan = current_plan(resource)

    def build() -> QuerySet[Any, Any]:
        return represented(visible(resource, actor).filter(Among("uuid", "uuids")), plan)

    key = (resource, "many", actor_key(resource, actor))
    rows = STATEMENTS.get(key, build).rows({"uuids": wanted}) if wanted else []
    return {found.wire["url"]: found.wire for found in map(plan.found, rows)}


def read_pks(resource: Resource, pks: Sequence[int]) -> list[Found]:
    """The rows with these primary keys, in their order; for keys that a statement within reach gave."""
    plan = current_plan(resource)

    def build() -> QuerySet[Any, Any]:
        return represented(resource.queryset().filter(Among("pk", "pks")).order_by(), plan)

    rows = STATEMENTS.get((resource, "pks"), build).rows({"pks": pks}) if pks else []
    found = {row[0]: plan.found(row) for row in rows}
    return [found[pk] for pk in pks if pk in found]


def existing(resource: Resource, uuids: Iterable[str]) -> set[str]:
    """Which of the uuids are rows at all, in reach or not."""
    wanted = sorted(set(uuids))

    def build() -> QuerySet[Any, Any]:
        return resource.queryset().filter(Among("uuid", "uuids")).order_by().values_list("uuid")

    rows = STATEMENTS.get((resource, "existing"), build).rows({"uuids": wanted}) if wanted else []
    return {dashed(row[0]) for row in rows}
