"""Filters: query parameters of a list, checked like input and compiled to SQL once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q, Subquery
from django.db.models.expressions import RawSQL
from django.http import QueryDict

from zaakwerk.zgw.groups import join
from zaakwerk.zgw.kinds import Faulty, Field, fault, to_boolean
from zaakwerk.zgw.links import Origin, uuid_elsewhere
from zaakwerk.zgw.prepared import Among
from zaakwerk.zgw.problems import Invalid, Violation
from zaakwerk.zgw.sources import Arg

NO_UUID = UUID(int=0)
# In the text of the statement, not among its values, which no planner looks at.
EMPTY = RawSQL("''", ())
RESERVED = frozenset({"page", "pageSize", "expand", "ordering"})
MAX_VALUES = 1000


@dataclass(frozen=True)
class Inside:
    """Filters that must hold for one and the same related row, such as every rol__ filter."""

    model: type[models.Model]
    foreign_key: str


@dataclass(frozen=True)
class Filter:
    """One query parameter: its key, how its value is read, and the ORM lookup it becomes."""

    key: str
    kind: Field | None
    column: str
    op: str = "exact"
    inside: Inside | None = None
    # What holds when the parameter is not sent; None for nothing.
    default: Any = None

    def read(self, raw: Any, origin: Origin) -> Any:
        """The typed value(s) of the parameter; raises Faulty."""
        if self.op == "isnull":
            return to_boolean(raw)
        if self.op == "in":
            return tuple(self.read_each(raw, origin))
        return self.read_value(raw, origin)

    def read_value(self, raw: Any, origin: Origin) -> Any:
        """One typed value; raises Faulty."""
        return read_uuid(raw, origin) if self.kind is None else self.kind.convert(raw, {}, origin)

    def read_each(self, raw: Any, origin: Origin) -> Iterator[Any]:
        """The typed values of a list; raises Faulty with the index of the first wrong one."""
        if not isinstance(raw, list):
            raise fault("not_a_list", "Dit moet een lijst zijn.")
        if len(raw) > MAX_VALUES:
            raise fault("max_length", f"De lijst heeft meer dan {MAX_VALUES} waarden.")
        for index, part in enumerate(raw):
            try:
                yield self.read_value(part, origin)
            except Faulty as problem:
                raise Faulty(*(Violation(v.code, v.reason, str(index)) for v in problem.violations)) from None

    def q(self, value: Any, output: models.Field[Any, Any]) -> Q:
        """The condition with slots for the value."""
        if self.op == "isnull":
            return Q(**{f"{self.column}__isnull": value})
        if self.op == "in":
            return Q(Among(self.column, self.key))
        return Q(**{f"{self.column}__{self.op}": Arg(self.key, output)})

    def shape(self, value: Any) -> Any:
        """What of the value changes the SQL text: the boolean of isnull."""
        return value if self.op == "isnull" else None

    def args(self, value: Any) -> dict[str, Any]:
        """The values for the slots."""
        return {} if self.op == "isnull" else {self.key: value}


@dataclass(frozen=True)
class LinkFilter(Filter):
    """The URL of the row that a foreign key points at.

    Its key is a subquery and no join: a planner knows then that there is one, and reads a page in order from
    an index that starts with the foreign key instead of sorting everything that matches.
    """

    def q(self, value: Any, output: models.Field[Any, Any]) -> Q:
        rows, foreign_key = output.model._base_manager.order_by(), self.column.removesuffix("__uuid")
        if self.op == "in":
            return Q(**{f"{foreign_key}__in": rows.filter(Among("uuid", self.key)).values("pk")})
        return Q(**{foreign_key: Subquery(rows.filter(uuid=Arg(self.key, output)).values("pk"))})


def exact(key: str, kind: Field, column: str = "", inside: Inside | None = None) -> Filter:
    """Equality on a column; the column is the field's name unless given."""
    return Filter(key, kind, column or kind.name, inside=inside)


def link(key: str, column: str, inside: Inside | None = None) -> Filter:
    """Equality of a URL; a URL of something unknown gives an empty list."""
    return LinkFilter(key, None, f"{column}__uuid", inside=inside)


def link_in(key: str, column: str) -> Filter:
    """One of several URLs."""
    return LinkFilter(f"{key}__in", None, f"{column}__uuid", "in")


def compare(key: str, kind: Field, ops: Sequence[str], column: str = "") -> tuple[Filter, ...]:
    """The plain filter and its operators: compare("startdatum", Date(...), ["gt", "lt", "isnull"])."""
    name = column or kind.name
    return (Filter(key, kind, name), *(Filter(f"{key}__{op}", kind, name, op) for op in ops))


def read_uuid(raw: Any, origin: Origin) -> UUID:
    """The uuid at the end of one of our URLs; of a URL elsewhere the one that stands for it here."""
    if not isinstance(raw, str) or not raw.startswith(("http://", "https://")):
        raise fault("invalid", "Vul een geldige URL in.")
    path = origin.local_path(raw)
    if path is None:
        return uuid_elsewhere(raw)
    try:
        return UUID(path.rpartition("/")[2])
    except ValueError:
        return NO_UUID


@dataclass
class Selection:
    """Filters as asked: their values, and what of them decides the SQL text."""

    chosen: list[tuple[Filter, Any]] = field(default_factory=list)

    @property
    def key(self) -> tuple[Any, ...]:
        """Hashable description of the SQL text."""
        return tuple((found.key, found.shape(value)) for found, value in self.chosen)

    @property
    def args(self) -> dict[str, Any]:
        """Values for every slot."""
        return {name: arg for found, value in self.chosen for name, arg in found.args(value).items()}

    def apply(self, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """The queryset with every filter; those inside one related row share one subquery."""
        groups: dict[Inside, Q] = {}
        for found, value in self.chosen:
            model = found.inside.model if found.inside else queryset.model
            condition = found.q(value, output_field(model, found.column)) & index_condition(model, found)
            if found.inside:
                groups[found.inside] = groups.get(found.inside, Q()) & condition
            else:
                queryset = queryset.filter(condition)
        for inside, condition in groups.items():
            # As a set of keys and not as EXISTS: SQLite would ask that of every row, newest first.
            related = inside.model._default_manager.filter(condition).order_by().values(inside.foreign_key)
            queryset = queryset.filter(pk__in=related)
        return queryset


def index_condition(model: type[models.Model], asked: Filter) -> Q:
    """The condition of a partial index on values that are not empty: a plan finds the index only by it."""
    is_partial = any(index.condition == ~Q(**{asked.column: ""}) for index in model._meta.indexes)
    return ~Q(**{asked.column: EMPTY}) if asked.op == "exact" and is_partial else Q()


def output_field(model: type[models.Model], column: str) -> models.Field[Any, Any]:
    """The model field at the end of a lookup path such as zaaktype__uuid."""
    meta, parts = model._meta, column.split("__")
    for part in parts[:-1]:
        related: Any = meta.get_field(part)
        meta = related.related_model._meta
    found: Any = meta.get_field(parts[-1])
    return found  # type: ignore[no-any-return]


def select(filters: Sequence[Filter], query: QueryDict, origin: Origin) -> Selection:
    """The filters a query string asks for; raises Invalid naming every wrong and unknown parameter."""
    known = {found.key: found for found in filters}
    asked: dict[str, Any] = {}
    for key in query:
        found, value = known.get(key), query[key]
        if key in RESERVED or (found and value == ""):
            continue
        is_list = found is not None and found.op == "in"
        asked[key] = ",".join(query.getlist(key)).split(",") if is_list else value
    return select_from(filters, asked, origin)


def select_from(filters: Sequence[Filter], asked: Mapping[str, Any], origin: Origin) -> Selection:
    """The filters of a mapping with JSON values; raises Invalid naming every wrong and unknown key."""
    known = {found.key: found for found in filters}
    selection, faults = Selection(), []
    for key in asked:
        if key not in known:
            continue
        try:
            selection.chosen.append((known[key], known[key].read(asked[key], origin)))
        except Faulty as problem:
            faults += [Violation(v.code, v.reason, join(key, v.name)) for v in problem.violations]
    unknown = sorted(key for key in asked if key not in known)
    if unknown:
        names = ", ".join(unknown)[:1000]
        faults.append(Violation("unknown-parameters", f"Onbekende parameters: {names}."))
    if faults:
        raise Invalid(faults)
    selection.chosen += [(f, f.default) for f in filters if f.default is not None and f.key not in asked]
    selection.chosen.sort(key=lambda pair: pair[0].key)
    return selection
