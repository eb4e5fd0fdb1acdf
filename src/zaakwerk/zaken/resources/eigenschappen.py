"""The zaakeigenschap as a resource, nested below its zaak."""

from zaakwerk.catalogi import elders
from zaakwerk.catalogi.models import Eigenschap
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import ZaakEigenschap
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zgw.elsewhere import LinkAnywhere
from zaakwerk.zgw.kinds import Text
from zaakwerk.zgw.relations import Url, Uuid
from zaakwerk.zgw.resource import Resource

ZAAKEIGENSCHAPPEN = Resource(
    name="zaakeigenschap",
    path="zaken/{parent}/zaakeigenschappen",
    model=ZaakEigenschap,
    parent_field="zaak",
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        LinkAnywhere("eigenschap", Eigenschap, elders.part_of(Eigenschap), immutable=True),
        Text("naam", read_only=True),
        Text("waarde"),
    ),
    order=("id",),
    paginated=False,
    create=commands.CreateEigenschap,
    update=commands.UpdateEigenschap,
    destroy=commands.DestroyEigenschap,
    **BELOW_ZAAK,
)
