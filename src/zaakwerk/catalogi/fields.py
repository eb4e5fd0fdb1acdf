"""Fields: relations between types that are kept by name and read as URLs of the versions in force (4.5)."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from django.db.models import F, Model, QuerySet

from zaakwerk.catalogi.models import Catalogus, InformatieObjectType, ZaakType, ZaakTypeInformatieObjectType
from zaakwerk.catalogi.queries import name_of, valid_on
from zaakwerk.catalogi.sources import Joined, JsonPair, Names, day_asked, with_uuid
from zaakwerk.zgw import registry
from zaakwerk.zgw.groups import Group, ListOf, raw_json
from zaakwerk.zgw.kinds import REQUIRED, Convert, Field, Text
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.relations import Link, Links, dashed

AARD_RELATIES = ("vervolg", "bijdrage", "onderwerp")


class NamedLink(Link):
    """A type by the name its versions share; sent as name or URL (C-25), answered as the name (C-52).

    Reading gives the name, or the instance that a URL points at.
    """

    def __init__(self, name: str, model: type[Model], max_length: int = 80) -> None:
        super().__init__(name, model, source=name)
        self.text = Text(name, max_length)

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> Any:
        if isinstance(raw, str) and raw.startswith(("http://", "https://")):
            return super().convert(raw, body, origin)
        return self.text.convert(raw, body, origin)

    def writer(self, vendor: str) -> Convert | None:
        return None

    def schema(self) -> dict[str, Any]:
        return self.text.schema()

    def targets(self, wires: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Per ziot the informatieobjecttype of its catalogus that is in force on the day."""
        urls, catalogussen = (
            in_force_by_name({wire[self.key] for wire in wires}),
            registry.for_model(Catalogus),
        )
        known = {(catalogussen.url_of(catalogus), name): found for (catalogus, name), found in urls.items()}
        return [known.get((wire["catalogus"], wire[self.key]), [])[-1:] for wire in wires]


class StepDocuments(Links):
    """The informatieobjecttypen that a statustype asks for, which only expand knows (C-04)."""

    def __init__(self, name: str) -> None:
        Field.__init__(self, name, read_only=True)
        self.model = InformatieObjectType

    def targets(self, wires: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Per statustype the versions in force on the day of what its relations name."""
        uuids = [wire["url"].rpartition("/")[2] for wire in wires]
        rows = ZaakTypeInformatieObjectType.objects.filter(statustype__uuid__in=uuids).order_by("volgnummer")
        wanted = rows.values_list("statustype__uuid", "zaaktype__catalogus__uuid", "informatieobjecttype")
        named: dict[str, list[tuple[Any, str]]] = {}
        for step, catalogus, omschrijving in wanted:
            named.setdefault(str(step), []).append((catalogus, omschrijving))
        urls = in_force_by_name({omschrijving for pairs in named.values() for _, omschrijving in pairs})
        return [
            [url for pair in dict.fromkeys(named.get(uuid, ())) for url in urls.get(pair, ())]
            for uuid in uuids
        ]


def in_force_by_name(names: set[str]) -> dict[tuple[Any, str], list[str]]:
    """URLs of published informatieobjecttypen with these names, by uuid of the catalogus and name."""
    found = InformatieObjectType.objects.filter(
        valid_on(day_asked()), concept=False, omschrijving__in=names
    ).order_by("id")
    url_of = registry.for_model(InformatieObjectType).url_of
    urls: dict[tuple[Any, str], list[str]] = {}
    for catalogus, omschrijving, uuid in found.values_list("catalogus__uuid", "omschrijving", "uuid"):
        urls.setdefault((catalogus, omschrijving), []).append(url_of(uuid))
    return urls


class DerivedLinks(Links):
    """Read-only URLs of the rows of a queryset that refers to this row."""

    def __init__(self, name: str, model: type[Model], queryset: QuerySet[Any]) -> None:
        Field.__init__(self, name, source=Joined(queryset), read_only=True)
        self.model = model


class NamedLinks(DerivedLinks):
    """Types by name in a JSON column; sent as names or URLs (C-25), answered as URLs of the queryset."""

    def __init__(self, name: str, model: type[Model], queryset: QuerySet[Any], default: Any = ()) -> None:
        super().__init__(name, model, queryset)
        self.read_only, self.default = False, default
        self.items = ListOf(name, NamedLink(name, model))

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> Any:
        return self.items.convert(raw, body, origin)


class OwnedLinks(Links):
    """URLs of the objects that point here; when sent, exactly these will point here."""

    def __init__(self, name: str, model: type[Model], foreign_key: str) -> None:
        super().__init__(name, model, foreign_key)
        self.read_only, self.default = False, None
        self.items = ListOf(name, Link(name, model, same_api=True))

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> Any:
        return self.items.convert(raw, body, origin)


class NameList(Field):
    """Read-only names as a JSON array, from a JSON column or an expression."""

    json_type: Mapping[str, Any] = {"type": "array", "items": {"type": "string"}}

    def __init__(self, name: str, source: Any) -> None:
        super().__init__(name, source=source, read_only=True)

    def writer(self, vendor: str) -> Convert | None:
        return raw_json


class ZaaktypeName(Text):
    """A zaaktype's identificatie, or the identificatie of the zaaktype a URL points at."""

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> str:
        if isinstance(raw, str) and raw.startswith(("http://", "https://")):
            return str(name_of(Link(self.name, ZaakType).convert(raw, body, origin)))
        return super().convert(raw, body, origin)


RELATIE = Group(
    "relatie",
    (
        ZaaktypeName("zaaktype", 50),
        Text("aard_relatie", choices=AARD_RELATIES),
        Text("toelichting", 255, default=""),
    ),
    nullable=False,
)


class GerelateerdeZaaktypen(Links):
    """Relations to other zaaktypen: sent by identificatie, answered once per version in force."""

    json_type: Mapping[str, Any] = {"type": "array", "items": {"type": "object"}}

    def __init__(self, name: str, versies: QuerySet[Any]) -> None:
        Field.__init__(self, name, source=JsonPair(F(name), Names(versies, with_uuid("identificatie"))))
        self.model = ZaakType
        self.items = ListOf(name, RELATIE, default=REQUIRED)

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> Any:
        return self.items.convert(raw, body, origin)

    def writer(self, vendor: str) -> Convert | None:
        url_of = registry.for_model(ZaakType).url_of

        def write(value: str) -> list[dict[str, Any]]:
            relaties, versies = msgspec.json.decode(value)
            found = [versie.split(" ", 1) for versie in versies]
            return [
                {**relatie, "zaaktype": url_of(dashed(uuid)), "zaaktypeIdentificatie": identificatie}
                for relatie in relaties
                for uuid, identificatie in found
                if identificatie == relatie["zaaktype"]
            ]

        return write

    def schema(self) -> dict[str, Any]:
        return self.items.schema()

    def targets(self, wires: Sequence[Mapping[str, Any]]) -> list[list[str]]:
        """Per wire object the URLs within its relations."""
        return [[relatie["zaaktype"] for relatie in wire[self.key]] for wire in wires]
