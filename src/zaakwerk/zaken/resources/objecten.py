"""The zaakobject as a resource; the shape of its identification follows from the objectType."""

from zaakwerk.zaken import commands
from zaakwerk.zaken.models import ZaakObject
from zaakwerk.zaken.resources.objecttypen import OBJECT_TYPEN, OBJECTEN
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zgw.filters import exact, link
from zaakwerk.zgw.groups import Group, Variant
from zaakwerk.zgw.kinds import Text, Uri
from zaakwerk.zgw.relations import Url, Uuid
from zaakwerk.zgw.resource import Resource

ZAAKOBJECTEN = Resource(
    name="zaakobject",
    path="zaakobjecten",
    model=ZaakObject,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        Uri("object", 1000, default="", immutable=True),
        Uri("zaakobjecttype", 1000, default=""),
        Text("object_type", choices=OBJECT_TYPEN, immutable=True),
        Text("object_type_overige", 100, pattern="[a-z_]+", default=""),
        Group(
            "object_type_overige_definitie",
            (Uri("url", 1000), Text("schema", 100), Text("object_data", 100)),
        ),
        Text("relatieomschrijving", 80, default=""),
        Variant("object_identificatie", "object_type", OBJECTEN),
    ),
    filters=(
        link("zaak", "zaak"),
        exact("object", Uri("object", default="")),
        exact("objectType", Text("object_type", choices=OBJECT_TYPEN)),
    ),
    create=commands.CreateObject,
    update=commands.UpdateObject,
    destroy=commands.DestroyObject,
    **BELOW_ZAAK,
)
