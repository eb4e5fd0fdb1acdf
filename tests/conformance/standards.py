"""The facts about the ZGW standard in `standards/`, typed, for tests alone; our resolutions are applied."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "standards"
EMPTY = "-"


@dataclass(frozen=True, slots=True)
class Api:
    """One API of the suite: name in paths, code in the standard, version."""

    name: str
    code: str
    version: str
    base_path: str
    source: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One query parameter; `type` is a JSON type with its format, in brackets for a comma-separated list."""

    name: str
    is_required: bool
    type: str
    max_length: int | None
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation.

    `response` is '' for none, a schema, 'page X', 'list X', 'some X' (one or a list) or a media type;
    `request_headers` tells per header whether it is required.
    """

    api: str
    method: str
    path: str
    id: str
    scopes: frozenset[str]
    status: int
    request: str
    response: str
    request_headers: Mapping[str, bool]
    response_headers: tuple[str, ...]
    marks: frozenset[str]
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a schema; `values` holds '' where the standard allows the empty string as a choice."""

    name: str
    type: str
    is_required: bool = False
    is_read_only: bool = False
    is_write_only: bool = False
    is_nullable: bool = False
    is_deprecated: bool = False
    max_length: int | None = None
    min_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """What a schema adds for one value of its discriminator: a group under `property`, or merged when ''."""

    discriminator: str
    value: str
    property: str
    group: str


@dataclass(frozen=True, slots=True)
class Schema:
    """One schema: its properties by name and, when it is polymorphic, its variants."""

    api: str
    name: str
    properties: Mapping[str, Property]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """One attribute that `expand` accepts; `target` is 'api Schema' or 'external'."""

    attribute: str
    is_many: bool
    target: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the standard; ids are not unique (C-11), so id and slug together are the key."""

    id: str
    slug: str
    api: str
    title: str

    @property
    def key(self) -> str:
        """Id and slug, for instance 'zrc-025 expand-bereik'."""
        return f"{self.id} {self.slug}"


@dataclass(frozen=True, slots=True)
class Channel:
    """One notification channel: its kenmerken, and which acties its resources have."""

    name: str
    api: str
    main_object: str
    kenmerken: tuple[str, ...]
    acties: Mapping[str, tuple[str, ...]]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The lines of one table as dictionaries; '-' is empty."""
    head, *lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    columns = head.split("\t")
    for line in lines:
        cells = ("" if cell == EMPTY else cell for cell in line.split("\t"))
        yield dict(zip(columns, cells, strict=True))


@cache
def apis() -> Mapping[str, Api]:
    """Every API by name."""
    found = (Api(r["api"], r["code"], r["version"], r["base_path"], r["source"]) for r in rows("apis"))
    return {api.name: api for api in found}


@cache
def operations(api: str) -> Mapping[str, Operation]:
    """The operations of an API by operationId."""
    resolved = {(r["api"], r["operation"], r["column"]): r["ours"] for r in rows("resolutions")}
    found: dict[str, Operation] = {}
    for row in rows("operations"):
        if row["api"] != api:
            continue
        key = (api, row["operation"])
        row |= {column: resolved[(*key, column)] for column in row if (*key, column) in resolved}
        found[row["operation"]] = _operation(row)
    return found


@cache
def schemas(api: str) -> Mapping[str, Schema]:
    """The schemas of an API by name."""
    properties: dict[str, dict[str, Property]] = defaultdict(dict)
    variants: dict[str, list[Variant]] = defaultdict(list)
    for row in rows("properties"):
        if row["api"] == api:
            properties[row["schema"]][row["property"]] = _property(row)
    for row in rows("variants"):
        if row["api"] == api:
            variant = Variant(row["discriminator"], row["value"], row["property"], row["group"])
            variants[row["schema"]].append(variant)
    return {name: Schema(api, name, found, tuple(variants[name])) for name, found in properties.items()}


@cache
def expansions(api: str, schema: str) -> Mapping[str, Expansion]:
    """What `expand` accepts on a schema, by attribute."""
    return {
        row["attribute"]: Expansion(row["attribute"], row["number"] == "many", row["target"])
        for row in rows("expand")
        if (row["api"], row["schema"]) == (api, schema)
    }


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the suite, in order of id and slug within its API."""
    return tuple(Rule(r["id"], r["slug"], r["api"], r["title"]) for r in rows("rules"))


@cache
def scopes(api: str) -> frozenset[str]:
    """The scopes of an API."""
    return frozenset(row["scope"] for row in rows("scopes") if row["api"] == api)


@cache
def channels() -> Mapping[str, Channel]:
    """Every notification channel by name."""
    acties: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    first: dict[str, dict[str, str]] = {}
    for row in rows("channels"):
        first.setdefault(row["channel"], row)
        acties[row["channel"]][row["resource"]] = tuple(row["acties"].split())
    return {
        name: Channel(name, row["api"], row["main_object"], tuple(row["kenmerken"].split()), acties[name])
        for name, row in first.items()
    }


@cache
def _parameters() -> Mapping[tuple[str, str], tuple[Parameter, ...]]:
    found: dict[tuple[str, str], tuple[Parameter, ...]] = defaultdict(tuple)
    for row in rows("query"):
        name, values = row["parameter"], tuple(row["values"].split("|")) if row["values"] else ()
        parameter = Parameter(
            name.removesuffix("!"), name.endswith("!"), row["type"], _number(row["max_length"]), values
        )
        found[row["api"], row["operation"]] += (parameter,)
    return found


def _operation(row: Mapping[str, str]) -> Operation:
    headers = row["request_headers"].split()
    return Operation(
        api=row["api"],
        method=row["method"],
        path=row["path"],
        id=row["operation"],
        scopes=frozenset(row["scopes"].split()),
        status=int(row["status"]),
        request=row["request"],
        response="" if row["response"] == EMPTY else row["response"],
        request_headers={name.removesuffix("!"): name.endswith("!") for name in headers},
        response_headers=tuple(row["response_headers"].split()),
        marks=frozenset(row["marks"].split()),
        parameters=_parameters().get((row["api"], row["operation"]), ()),
    )


def _property(row: Mapping[str, str]) -> Property:
    longest, shortest, lowest, highest = None, None, None, None
    for limit in row["limits"].split():
        if limit.startswith("<="):
            longest = int(limit[2:])
        elif limit.startswith(">="):
            shortest = int(limit[2:])
        elif ".." in limit:
            lowest, highest = (_number(part) for part in limit.split(".."))
    marks = row["marks"]
    return Property(
        name=row["property"],
        type=row["type"],
        is_required="!" in marks,
        is_read_only="r" in marks,
        is_write_only="w" in marks,
        is_nullable="n" in marks,
        is_deprecated="d" in marks,
        max_length=longest,
        min_length=shortest,
        minimum=lowest,
        maximum=highest,
        values=tuple(row["values"].split("|")) if row["values"] else (),
    )


def _number(text: str) -> int | None:
    return int(text) if text else None
