"""Shared: what every resource of documents, and below a document, declares the same way."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.documenten import bronregister, scopes
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.queries import REACH
from zaakwerk.zgw import external, registry, vertrouwelijkheid
from zaakwerk.zgw.filters import Filter
from zaakwerk.zgw.groups import Group
from zaakwerk.zgw.kinds import Uri
from zaakwerk.zgw.links import BASE, Origin
from zaakwerk.zgw.outbound import CallFailed
from zaakwerk.zgw.problems import NotFound
from zaakwerk.zgw.relations import Link
from zaakwerk.zgw.resource import Channel

OBJECT_TYPES = ("besluit", "zaak", "verzoek")
CHANNEL = Channel(
    "documenten",
    {
        "bronorganisatie": lambda document: document.bronorganisatie,
        "informatieobjecttype": lambda document: registry.for_model(InformatieObjectType).url_for(
            document.informatieobjecttype
        ),
        "vertrouwelijkheidaanduiding": lambda document: vertrouwelijkheid.NAME[
            document.vertrouwelijkheidaanduiding
        ],
    },
)
BELOW_DOCUMENT: dict[str, Any] = {
    "reach": REACH.below("informatieobject"),
    "read": scopes.LEZEN,
    "main": "informatieobject",
    "audited": True,
}


def document_link(**options: Any) -> Link:
    """The link to the document, loaded with its type."""
    return Link("informatieobject", EnkelvoudigInformatieObject, related=("informatieobjecttype",), **options)


class ClearableGroup(Group):
    """A gegevensgroep that is cleared by null, and also by an object in which nothing is filled in."""

    def convert(self, raw: Any, body: Mapping[str, Any], origin: Origin) -> dict[str, Any] | None:
        if isinstance(raw, Mapping) and all(value in ("", None) for value in raw.values()):
            return None
        return super().convert(raw, body, origin)


class ObjectFilter(Filter):
    """The URL of what a document belongs to, here or at another register."""

    def read_value(self, raw: Any, origin: Origin) -> UUID:
        return bronregister.identity_of(Uri(self.key).convert(raw, {}, origin))


def outside(url: str) -> Any:
    """The object of another system on a listed host; what cannot be found is a 404 (drc-014)."""
    if url.startswith(BASE):
        raise NotFound("De URL wijst niet naar een object van een ander systeem.")
    try:
        return external.read(url)
    except CallFailed as failure:
        raise NotFound(f"{url[:200]} kan niet worden opgehaald: {failure}") from None
