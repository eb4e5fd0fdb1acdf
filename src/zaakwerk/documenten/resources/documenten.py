"""Documents as resources: the latest version of each, and any version; how they look and who changes them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Case, F, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat

from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.documenten import commands, scopes, talen
from zaakwerk.documenten.models import (
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
    ObjectInformatieObject,
    Trefwoord,
)
from zaakwerk.documenten.queries import REACH
from zaakwerk.documenten.resources.delen import Bestandsdelen
from zaakwerk.documenten.resources.shared import CHANNEL, OBJECT_TYPES, ClearableGroup, ObjectFilter, outside
from zaakwerk.zgw import registry
from zaakwerk.zgw.filters import Filter, Inside, exact
from zaakwerk.zgw.groups import ListOf
from zaakwerk.zgw.kinds import (
    Boolean,
    Convert,
    Date,
    Field,
    Integer,
    Level,
    Rsin,
    Text,
    Timestamp,
    Uri,
    fault,
)
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.relations import Link, Outside, Url, Uuid, dashed
from zaakwerk.zgw.resource import Resource

STATUSSEN = ("in_bewerking", "ter_vaststelling", "definitief", "gearchiveerd")
ALGORITMES = (
    "crc_16",
    "crc_32",
    "crc_64",
    "fletcher_4",
    "fletcher_8",
    "fletcher_16",
    "fletcher_32",
    "hmac",
    "md5",
    "sha_1",
    "sha_256",
    "sha_512",
    "sha_3",
)
ONDERTEKENING = (Text("soort", choices=("analoog", "digitaal", "pki")), Date("datum"))
INTEGRITEIT = (Text("algoritme", choices=ALGORITMES), Text("waarde", 128), Date("datum"))


class Taal(Text):
    """A language by its ISO 639-2 code."""

    def __init__(self, name: str) -> None:
        super().__init__(name, 3, min_length=3)

    def check_form(self, value: str) -> None:
        super().check_form(value)
        if value.lower() not in talen.CODES:
            raise fault("invalid_choice", f'"{value}" is geen taalcode volgens ISO 639-2.')


class Locked(Field):
    """Whether there is a lock; its id stays inside."""

    json_type: Mapping[str, Any] = {"type": "boolean"}

    def writer(self, vendor: str) -> Convert | None:
        return bool


class Download(Field):
    """The address of the content of this very version; null without content. What is sent here is content."""

    json_type: Mapping[str, Any] = {"type": "string", "format": "uri"}

    def __init__(self, name: str, version: str, document: str) -> None:
        parts = (Cast(f"{document}uuid", TextField()), Value("/"), Cast(f"{version}versie", TextField()))
        address = Concat(*parts, output_field=TextField())
        has_content = When(**{f"{version}inhoud__isnull": False}, then=address)
        super().__init__(name, source=Case(has_content), read_only=True, nullable=True)

    def writer(self, vendor: str) -> Convert | None:
        stem = BASE + registry.for_model(EnkelvoudigInformatieObject).prefix
        return lambda value: None if value is None else self.url(stem, *value.split("/"))

    def schema(self) -> dict[str, Any]:
        return {key: value for key, value in super().schema().items() if key != "readOnly"}

    def url(self, stem: str, uuid: str, versie: str) -> str:
        """The download URL, without base."""
        return f"{stem}{dashed(uuid)}/download?versie={versie}"


def fields_of(version: str, document: str) -> tuple[Field, ...]:
    """The attributes of a document, given the paths to a version and to the document it is a version of.

    Type and confidentiality are a version's own; identity, lock and gebruiksrecht hold for all of them (5.3).
    """

    def of_version(kind: Callable[..., Field], name: str, *args: Any, **options: Any) -> Field:
        return kind(name, *args, source=version + name, **options)

    return (
        Url(),
        Text("identificatie", 40, source=f"{document}identificatie", default=""),
        Rsin("bronorganisatie", source=f"{document}bronorganisatie"),
        of_version(Date, "creatiedatum"),
        of_version(Text, "titel", 200),
        of_version(Level, "vertrouwelijkheidaanduiding", default=0),
        of_version(Boolean, "is_gereed_voor_publicatie", nullable=True),
        of_version(Boolean, "tonen_aan_initiator", default=False),
        of_version(Text, "auteur", 200),
        of_version(Text, "status", choices=STATUSSEN, default=""),
        of_version(Boolean, "inhoud_is_vervallen", nullable=True),
        of_version(Text, "formaat", 255, default=""),
        with_source(Taal("taal"), f"{version}taal"),
        of_version(Integer, "versie", read_only=True),
        of_version(Timestamp, "begin_registratie", read_only=True),
        of_version(Text, "bestandsnaam", 255, default=""),
        Download("inhoud", version, document),
        of_version(Integer, "bestandsomvang", minimum=0, maximum=2**63 - 1, nullable=True),
        of_version(Uri, "link", 200, default=""),
        of_version(Text, "beschrijving", 1000, default=""),
        of_version(Date, "ontvangstdatum", nullable=True),
        of_version(Date, "verzenddatum", nullable=True),
        Boolean("indicatie_gebruiksrecht", source=f"{document}indicatie_gebruiksrecht", nullable=True),
        of_version(Text, "verschijningsvorm", default=""),
        of_version(ClearableGroup, "ondertekening", ONDERTEKENING),
        of_version(ClearableGroup, "integriteit", INTEGRITEIT),
        Link("informatieobjecttype", InformatieObjectType, source=f"{version}informatieobjecttype__uuid"),
        Locked("locked", source=f"{document}lock", read_only=True),
        Bestandsdelen("bestandsdelen", of_version=not version),
        of_version(ListOf, "trefwoorden", Text("trefwoord", 255)),
    )


def with_source(field: Field, source: str) -> Field:
    """A field that is read elsewhere than by its name."""
    field.source = source
    return field


def rows_of_versions() -> QuerySet[EnkelvoudigInformatieObjectVersie]:
    """Every version under the uuid of its document, which is its address too."""
    return EnkelvoudigInformatieObjectVersie.objects.annotate(uuid=F("document__uuid"))


# C-04: the text of the standard names it beside the relations of the schema.
EXPANSIONS = (Outside("link", outside),)
LINKED = Inside(ObjectInformatieObject, "informatieobject")

DOCUMENTS = Resource(
    name="enkelvoudiginformatieobject",
    path="enkelvoudiginformatieobjecten",
    model=EnkelvoudigInformatieObject,
    fields=fields_of(version="laatste_versie__", document=""),
    reach=REACH,
    read=scopes.LEZEN,
    filters=(
        exact("identificatie", Text("identificatie", 40)),
        exact("bronorganisatie", Rsin("bronorganisatie")),
        ObjectFilter("objectinformatieobjecten_object", None, "object_uuid", inside=LINKED),
        exact(
            "objectinformatieobjecten_objectType", Text("object_type", choices=OBJECT_TYPES), inside=LINKED
        ),
        Filter("trefwoorden", Text("woord", 255), "woord", "in", Inside(Trefwoord, "document")),
    ),
    create=commands.RegisterDocument,
    update=commands.UpdateDocument,
    destroy=commands.DestroyDocument,
    expansions=EXPANSIONS,
    channel=CHANNEL,
    audited=True,
)

# Beside these `_zoek` takes expand, and as in every search of ours fields.
ZOEK_FILTERS = (
    Filter("uuid__in", Uuid(), "uuid", "in"),
    exact("identificatie", Text("identificatie", 40)),
    exact("bronorganisatie", Rsin("bronorganisatie")),
)

# Earlier versions are read through their document's address and have none of their own.
VERSIONS = Resource(
    name="enkelvoudiginformatieobject",
    path="enkelvoudiginformatieobjecten",
    model=EnkelvoudigInformatieObjectVersie,
    fields=fields_of(version="", document="document__"),
    reach=REACH,
    read=scopes.LEZEN,
    base=rows_of_versions,
    expansions=EXPANSIONS,
)
