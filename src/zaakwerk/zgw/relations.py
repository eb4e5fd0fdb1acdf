"""Relations: fields whose value is a URL of another resource, one or many."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from django.db import models
from django.db.models import TextField, Value

from zaakwerk.zgw import registry
from zaakwerk.zgw.instances import find
from zaakwerk.zgw.kinds import Convert, Field, Source, fault
from zaakwerk.zgw.kinds.text import or_empty
from zaakwerk.zgw.links import BASE, Origin
from zaakwerk.zgw.sources import Uuids


def dashed(value: Any) -> str:
    """A uuid in its canonical form; SQLite keeps 32 bare hex digits."""
    text = str(value)
    if len(text) == 36:
        return text
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class Url(Field):
    """The resource's own URL; filled by the kernel from its uuid."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "uri"}

    def __init__(self) -> None:
        super().__init__("url", source="uuid", read_only=True)


class Uuid(Field):
    """The resource's uuid."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "uuid"}

    def __init__(self) -> None:
        super().__init__("uuid", read_only=True)

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> UUID:
        try:
            return UUID(raw)
        except (ValueError, AttributeError, TypeError):
            raise fault("invalid", "Dit is geen geldige UUID.") from None

    def writer(self, vendor: str) -> Convert | None:
        return dashed


class Link(Field):
    """A URL of one object of a model; reading gives the instance, with `related` loaded along."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "uri"}
    is_many = False

    def __init__(
        self,
        name: str,
        model: type[models.Model],
        *,
        related: tuple[str, ...] = (),
        same_api: bool = False,
        empty: str | None = None,
        source: Source = "",
        **options: Any,
    ) -> None:
        super().__init__(name, source=source or f"{name}__uuid", **options)
        self.model = model
        self.related = related
        self.same_api = same_api
        self.empty = empty

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> Any:
        if raw == "" and self.default is None:
            return None
        if not isinstance(raw, str) or not raw.startswith(("http://", "https://")):
            raise fault("bad-url" if not self.same_api else "no_match", "Vul een geldige URL in.")
        uuid = self.find_uuid(raw, origin)
        found = find(self.model, "uuid", uuid, self.related)
        if found is None:
            raise fault("bad-url" if not self.same_api else "does_not_exist", "De URL verwijst naar niets.")
        return found

    def find_uuid(self, url: str, origin: Origin) -> UUID:
        """The uuid a URL names; a URL of another kind of resource or another host is refused."""
        path = origin.local_path(url)
        if path is None:
            code = "no_match" if self.same_api else "bad-url"
            raise fault(code, "De URL wijst naar een host die niet bij Zaakwerk is geregistreerd.")
        resource = registry.for_model(self.model)
        uuid = resource.uuid_in(path)
        if uuid is None:
            code = "no_match" if self.same_api else "invalid-resource"
            raise fault(code, f"De URL is geen URL van de soort {resource.name}.")
        return uuid

    def writer(self, vendor: str) -> Convert | None:
        prefix, empty = BASE + registry.for_model(self.model).prefix, self.empty
        if vendor == "sqlite":
            return lambda value: empty if value is None else prefix + dashed(value)
        return lambda value: empty if value is None else f"{prefix}{value}"

    def schema(self) -> dict[str, Any]:
        described = super().schema()
        return or_empty(described) if self.empty == "" else described

    def targets(self, wires: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Per wire object the URLs that expand embeds."""
        return [[wire[self.key]] if wire[self.key] else [] for wire in wires]


class Links(Field):
    """Read-only URLs of the objects that point here."""

    json_type: Mapping[str, Any] = {"type": "array", "items": {"type": "string", "format": "uri"}}
    is_many = True

    def __init__(self, name: str, model: type[models.Model], foreign_key: str, where: str = "") -> None:
        super().__init__(name, source=Uuids(model, foreign_key, where=where), read_only=True)
        self.model = model

    def writer(self, vendor: str) -> Convert | None:
        prefix = BASE + registry.for_model(self.model).prefix
        if vendor == "sqlite":
            return lambda value: [prefix + dashed(uuid) for uuid in value.split(",")] if value else []
        return lambda value: [prefix + uuid for uuid in value.split(",")] if value else []

    def targets(self, wires: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Per wire object the URLs that expand embeds."""
        return [wire[self.key] for wire in wires]


class NestedLinks(Links):
    """URLs of objects whose path hangs below this one, such as /zaken/{uuid}/zaakeigenschappen/{uuid}."""

    def nested_writer(self) -> Callable[[Any, str], list[str]]:
        """As `writer`, with the uuid of the row itself."""
        head, _, tail = (BASE + registry.for_model(self.model).prefix).partition("{parent}")

        def write(value: Any, own: str) -> list[str]:
            stem = f"{head}{dashed(own)}{tail}"
            return [stem + dashed(uuid) for uuid in value.split(",")] if value else []

        return write


class Empty(Field):
    """A read-only list that is always empty: a relation whose resource this version does not have yet."""

    json_type: Mapping[str, Any] = {"type": "array", "items": {"type": "string", "format": "uri"}}

    def __init__(self, name: str) -> None:
        super().__init__(name, source=Value("", output_field=TextField()), read_only=True)

    def writer(self, vendor: str) -> Convert | None:
        return lambda value: []


class Outside(Field):
    """What expand shows of the object of another system behind a URL; never part of the resource itself."""

    json_type: Mapping[str, Any] = {"type": "object"}

    def __init__(self, name: str, find: Callable[[str], Any]) -> None:
        super().__init__(name, read_only=True)
        self.find = find

    def embedded(self, wire: Mapping[str, Any]) -> Any:
        """The object in wire form, {} behind no URL; `find` raises NotFound for a dead one (zrc-028)."""
        url = wire[self.key]
        return self.find(url) if url else {}


class OutsideMany(Outside):
    """As `Outside`, for a list of URLs."""

    json_type: Mapping[str, Any] = {"type": "array", "items": {"type": "object"}}

    def embedded(self, wire: Mapping[str, Any]) -> Any:
        return [self.find(url) for url in listed(wire[self.key])]


class Loose(Field):
    """Objects of a model named in JSON and not by a foreign key: `url_in` takes the URL from one element.

    A URL elsewhere goes to `find`, as for `Outside`.
    """

    json_type: Mapping[str, Any] = {"type": "array", "items": {"type": "object"}}
    is_many = True

    def __init__(
        self,
        name: str,
        model: type[models.Model],
        url_in: Callable[[Any], str],
        find: Callable[[str], Any],
    ) -> None:
        super().__init__(name, read_only=True)
        self.model = model
        self.url_in = url_in
        self.find = find

    def targets(self, wires: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Per wire object the URLs that expand embeds."""
        return [[self.url_in(element) for element in listed(wire[self.key])] for wire in wires]


def listed(value: Any) -> list[Any]:
    """The list in a JSON column, which comes from the driver unparsed."""
    found: list[Any] = msgspec.json.decode(value) if isinstance(value, msgspec.Raw) else value or []
    return found
