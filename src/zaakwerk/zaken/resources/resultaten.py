"""The resultaat as a resource."""

from zaakwerk.catalogi.models import ResultaatType
from zaakwerk.zaken import commands
from zaakwerk.zaken.models import Resultaat
from zaakwerk.zaken.resources.shared import BELOW_ZAAK, zaak_link
from zaakwerk.zgw.filters import link
from zaakwerk.zgw.kinds import Text
from zaakwerk.zgw.relations import Link, Url, Uuid
from zaakwerk.zgw.resource import Resource

RESULTATEN = Resource(
    name="resultaat",
    path="resultaten",
    model=Resultaat,
    fields=(
        Url(),
        Uuid(),
        zaak_link(),
        Link("resultaattype", ResultaatType, immutable=True),
        Text("toelichting", 1000, default=""),
    ),
    filters=(link("zaak", "zaak"), link("resultaattype", "resultaattype")),
    create=commands.CreateResultaat,
    update=commands.UpdateResultaat,
    destroy=commands.DestroyResultaat,
    **BELOW_ZAAK,
)
