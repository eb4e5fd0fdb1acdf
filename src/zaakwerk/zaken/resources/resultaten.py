"""The resultaat as a resource."""

from zaakwerk.catalogi import elders
from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Resultaat
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zgw.elsewhere import LinkAnywhere
from zaakwerk.zgw.filters import link
from zaakwerk.zgw.kinds import Text
from zaakwerk.zgw.relations import Url, Uuid
from zaakwerk.zgw.resource import Resource

RESULTATEN = Resource(
    name="resultaat",
    path="resultaten",
    model=Resultaat,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        LinkAnywhere("resultaattype", ResultaatType, elders.part_of(ResultaatType), immutable=True),
        Text("toelichting", 1000, default=""),
    ),
    filters=(link("zaak", "zaak"), link("resultaattype", "resultaattype")),
    create=commands.CreateResultaat,
    update=commands.UpdateResultaat,
    destroy=commands.DestroyResultaat,
    **BELOW_ZAAK,
)
