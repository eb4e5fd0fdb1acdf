"""The zaakinformatieobject as a resource: a bare list, the leading side of the mirror."""

from django.db.models import Value

from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Status, ZaakInformatieObject
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zgw.filters import link
from zaakwerk.zgw.kinds import Text, Timestamp
from zaakwerk.zgw.relations import Link, Url, Uuid
from zaakwerk.zgw.resource import Resource

AARD = "Hoort bij, omgekeerd: kent"

ZAAKINFORMATIEOBJECTEN = Resource(
    name="zaakinformatieobject",
    path="zaakinformatieobjecten",
    model=ZaakInformatieObject,
    fields=(
        Url(),
        Uuid(),
        Link(
            "informatieobject", EnkelvoudigInformatieObject, related=("informatieobjecttype",), immutable=True
        ),
        zaak_link(),
        Text("aard_relatie_weergave", source=Value(AARD), read_only=True),
        Text("titel", 200, default=""),
        Text("beschrijving", default=""),
        Timestamp("registratiedatum", read_only=True),
        Timestamp("vernietigingsdatum", nullable=True),
        Link("status", Status, same_api=True, nullable=True),
    ),
    filters=(link("zaak", "zaak"), link("informatieobject", "informatieobject")),
    order=("id",),
    paginated=False,
    create=commands.LinkDocument,
    update=commands.UpdateDocumentLink,
    destroy=commands.UnlinkDocument,
    **BELOW_ZAAK,
)
