"""Resources of the Zaken API: one file per resource, gathered here as the component."""

from zaakwerk.zaken.resources import zoeken
from zaakwerk.zaken.resources.eigenschappen import ZAAKEIGENSCHAPPEN
from zaakwerk.zaken.resources.informatieobjecten import ZAAKINFORMATIEOBJECTEN
from zaakwerk.zaken.resources.notities import ZAAKNOTITIES
from zaakwerk.zaken.resources.nummers import RESERVEREN, reserve
from zaakwerk.zaken.resources.objecten import ZAAKOBJECTEN
from zaakwerk.zaken.resources.relaties import (
    KLANTCONTACTEN,
    ZAAKBESLUITEN,
    ZAAKCONTACTMOMENTEN,
    ZAAKVERZOEKEN,
)
from zaakwerk.zaken.resources.resultaten import RESULTATEN
from zaakwerk.zaken.resources.rollen import ROLLEN
from zaakwerk.zaken.resources.statussen import STATUSSEN
from zaakwerk.zaken.resources.zaken import ZAAK
from zaakwerk.zgw.operations import api_view
from zaakwerk.zgw.resource import Component

ZAKEN = Component(
    "zaken",
    "zrc",
    "1.7.0",
    "Zaken API",
    resources=(
        ZAAK,
        STATUSSEN,
        RESULTATEN,
        ROLLEN,
        ZAAKOBJECTEN,
        ZAAKEIGENSCHAPPEN,
        ZAAKINFORMATIEOBJECTEN,
        ZAAKBESLUITEN,
        ZAAKCONTACTMOMENTEN,
        ZAAKVERZOEKEN,
        ZAAKNOTITIES,
        KLANTCONTACTEN,
    ),
    extras=(RESERVEREN,),
)
ZAKEN.extra = {"zaaknummer_reserveren": api_view(ZAKEN, {"POST": reserve})}
ZAKEN.extra = {**ZAKEN.extra, **zoeken.addresses(ZAKEN)}
ZAKEN.extras += zoeken.EXTRAS
