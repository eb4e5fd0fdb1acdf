"""The zaakinformatieobject as a resource: a bare list, the leading side of the mirror."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q, Value

from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken import commands, elders
from zaakwerk.zaken.elders import DocumentElders
from zaakwerk.zaken.models import Status, ZaakInformatieObject
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zgw.elsewhere import LinkAnywhere
from zaakwerk.zgw.filters import EMPTY, LinkFilter, link
from zaakwerk.zgw.kinds import Text, Timestamp
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.relations import Link, Url, Uuid
from zaakwerk.zgw.resource import Resource
from zaakwerk.zgw.sources import Arg


class DocumentLink(LinkAnywhere):
    """The document of a dossier, of which one elsewhere has no row of ours."""

    def held_by(self, instance: Any) -> Any:
        return DocumentElders(instance.elders) if instance.elders else instance.informatieobject


@dataclass(frozen=True)
class DocumentFilter(LinkFilter):
    """The URL of a document, of ours or of another installation."""

    def read_value(self, raw: Any, origin: Origin) -> Any:
        found = super().read_value(raw, origin)
        return raw if origin.local_path(raw) is None else found

    def shape(self, value: Any) -> Any:
        return isinstance(value, str)

    def q(self, value: Any, output: "models.Field[Any, Any]") -> Q:
        if isinstance(value, str):
            column = ZaakInformatieObject._meta.get_field("elders")
            return Q(elders=Arg(self.key, column)) & ~Q(elders=EMPTY)
        return super().q(value, output)


AARD = "Hoort bij, omgekeerd: kent"

ZAAKINFORMATIEOBJECTEN = Resource(
    name="zaakinformatieobject",
    path="zaakinformatieobjecten",
    model=ZaakInformatieObject,
    fields=(
        Url(),
        Uuid(),
        DocumentLink(
            "informatieobject",
            EnkelvoudigInformatieObject,
            elders.adopt,
            elders="elders",
            related=("informatieobjecttype",),
            immutable=True,
        ),
        zaak_link(),
        Text("aard_relatie_weergave", source=Value(AARD), read_only=True),
        Text("titel", 200, default=""),
        Text("beschrijving", default=""),
        Timestamp("registratiedatum", read_only=True),
        Timestamp("vernietigingsdatum", nullable=True),
        Link("status", Status, same_api=True, nullable=True),
    ),
    filters=(link("zaak", "zaak"), DocumentFilter("informatieobject", None, "informatieobject__uuid")),
    order=("id",),
    paginated=False,
    create=commands.LinkDocument,
    update=commands.UpdateDocumentLink,
    destroy=commands.UnlinkDocument,
    **BELOW_ZAAK,
)
