"""The objectinformatieobject as a resource: the mirror of what zaken, besluiten and verzoeken lead (5.8)."""

from zaakwerk.documenten import commands
from zaakwerk.documenten.models import ObjectInformatieObject
from zaakwerk.documenten.resources.shared import BELOW_DOCUMENT, OBJECT_TYPES, ObjectFilter, document_link
from zaakwerk.zgw.filters import link
from zaakwerk.zgw.kinds import Text, Uri
from zaakwerk.zgw.relations import Url
from zaakwerk.zgw.resource import Resource

RELATIONS = Resource(
    name="objectinformatieobject",
    path="objectinformatieobjecten",
    model=ObjectInformatieObject,
    fields=(Url(), document_link(), Uri("object", 1000), Text("object_type", choices=OBJECT_TYPES)),
    filters=(ObjectFilter("object", None, "object_uuid"), link("informatieobject", "informatieobject")),
    order=("id",),
    paginated=False,
    create=commands.CreateMirror,
    destroy=commands.DestroyMirror,
    **BELOW_DOCUMENT,
)
