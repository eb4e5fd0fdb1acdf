"""Groups: gegevensgroepen, lists and variants; nested JSON that is checked deeply and stored in wire form."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from zaakwerk.zgw.kinds import REQUIRED, Convert, Faulty, Field, Text, fault
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.problems import Violation


def normalise(raw: Mapping[str, Any], fields: Sequence[Field]) -> dict[str, Any]:
    """The known keys of a JSON object by field name; camelCase and snake_case are both accepted."""
    found: dict[str, Any] = {}
    for field in fields:
        for key in (field.key, field.name):
            if key in raw:
                found[field.name] = raw[key]
                break
    return found


def read_fields(
    fields: Sequence[Field], body: Mapping[str, Any], origin: Origin, partial: bool = False
) -> tuple[dict[str, Any], list[Violation]]:
    """Typed values by field name and every fault; with `partial` only what was sent."""
    values: dict[str, Any] = {}
    faults: list[Violation] = []
    for field in fields:
        if field.read_only:
            continue
        if field.name not in body:
            if not partial and field.default is REQUIRED:
                faults.append(Violation("required", "Dit veld is verplicht.", field.key))
            elif not partial:
                values[field.name] = field.default
            continue
        try:
            values[field.name] = field.read(body[field.name], body, origin)
        except Faulty as problem:
            faults += [Violation(v.code, v.reason, join(field.key, v.name)) for v in problem.violations]
    return values, faults


def join(outer: str, inner: str) -> str:
    """A dotted path of names, where either side may be empty."""
    return f"{outer}.{inner}" if inner else outer


def raw_json(value: Any) -> Any:
    """A JSON column as it comes from the driver, passed through unparsed."""
    return None if value is None else msgspec.Raw(value.encode())


class Group(Field):
    """A gegevensgroep: null or an object whose subfields are all checked (1.3); replaced as a whole."""

    json_type: Mapping[str, Any] = {"type": "object"}

    def __init__(self, name: str, fields: Sequence[Field], **options: Any) -> None:
        super().__init__(name, **{"nullable": True, **options})
        self.fields = tuple(fields)

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> dict[str, Any] | None:
        return read_group(self.fields, raw, origin)

    def writer(self, vendor: str) -> Convert | None:
        return raw_json

    def schema(self) -> dict[str, Any]:
        return {**super().schema(), **object_schema(self.fields)}


def read_group(fields: Sequence[Field], raw: Any, origin: Origin) -> dict[str, Any]:
    """A JSON object as a dict in wire form (camelCase keys, JSON values)."""
    if not isinstance(raw, Mapping):
        raise fault("invalid", "Dit moet een object zijn.")
    values, faults = read_fields(fields, normalise(raw, fields), origin)
    if faults:
        raise Faulty(*faults)
    known = {field.name: field for field in fields}
    return {known[name].key: wire_value(known[name], value) for name, value in values.items()}


def wire_value(field: Field, value: Any) -> Any:
    """A typed value as it stands in JSON; "no value" of a nullable text is null."""
    return None if field.nullable and value == "" else msgspec.to_builtins(value)


def object_schema(fields: Sequence[Field]) -> dict[str, Any]:
    """Subfields in OpenAPI terms."""
    required = [field.key for field in fields if field.is_required]
    described: dict[str, Any] = {"properties": {field.key: field.schema() for field in fields}}
    return {**described, "required": required} if required else described


class ListOf(Field):
    """A list of one kind of field or of groups; faults carry the 0-based index."""

    json_type: Mapping[str, Any] = {"type": "array"}

    def __init__(self, name: str, item: Field, **options: Any) -> None:
        super().__init__(name, **{"default": [], **options})
        self.item = item

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> list[Any]:
        if not isinstance(raw, list | tuple):
            raise fault("not_a_list", "Dit moet een lijst zijn.")
        values, faults = [], []
        for index, element in enumerate(raw):
            try:
                values.append(self.item.read(element, {}, origin))
            except Faulty as problem:
                faults += [Violation(v.code, v.reason, join(str(index), v.name)) for v in problem.violations]
        if faults:
            raise Faulty(*faults)
        return values

    def writer(self, vendor: str) -> Convert | None:
        return raw_json

    def schema(self) -> dict[str, Any]:
        return {**super().schema(), "items": self.item.schema()}


class Variant(Field):
    """A group whose shape is chosen by a sibling field, such as betrokkeneIdentificatie by betrokkeneType."""

    json_type: Mapping[str, Any] = {"type": "object"}

    def __init__(self, name: str, by: str, variants: Mapping[str, Sequence[Field]], **options: Any) -> None:
        super().__init__(name, **{"nullable": True, **options})
        self.by = by
        self.variants = variants

    def is_total(self, fields: Sequence[Field]) -> bool:
        """Whether every kind has a shape; one without goes by URL alone."""
        kinds = next(
            (field.choices for field in fields if isinstance(field, Text) and field.name == self.by), ()
        )
        return set(kinds) <= self.variants.keys()

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> dict[str, Any] | None:
        fields = self.variants.get(str(body.get(self.by, "")))
        if fields is None:
            return None  # the discriminator itself is faulty, and says so
        return {} if raw == {} else read_group(fields, raw, origin)

    def writer(self, vendor: str) -> Convert | None:
        return raw_json

    def schema(self) -> dict[str, Any]:
        forms = [
            {"type": "object", "title": name, **object_schema(fields)}
            for name, fields in self.variants.items()
        ]
        return {**super().schema(), "anyOf": forms}  # what is empty in one kind may be in another


class Geometry(Field):
    """GeoJSON in EPSG:4326, checked by a geometry library, stored as given."""

    json_type: Mapping[str, Any] = {"type": "object", "title": "GeoJSONGeometry"}

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> dict[str, Any]:
        import shapely  # heavy and rarely needed: loaded at first use

        if not isinstance(raw, dict):
            raise fault("invalid", "Dit moet een GeoJSON-object zijn.")
        try:
            shape = shapely.from_geojson(msgspec.json.encode(raw))
        except (shapely.GEOSException, TypeError, ValueError):
            raise fault("invalid", "Dit is geen geldige GeoJSON-geometrie.") from None
        west, south, east, north = shapely.bounds(shape)
        if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
            raise fault("invalid", "De coordinaten liggen buiten EPSG:4326 (lengtegraad, breedtegraad).")
        return raw

    def writer(self, vendor: str) -> Convert | None:
        return raw_json
