"""Resources of the Zaken API: one file per resource, gathered here as the component."""

from zaakwerk.zaken.resources.eigenschappen import ZAAKEIGENSCHAPPEN
from zaakwerk.zaken.resources.informatieobjecten import ZAAKINFORMATIEOBJECTEN
from zaakwerk.zaken.resources.resultaten import RESULTATEN
from zaakwerk.zaken.resources.rollen import ROLLEN
from zaakwerk.zaken.resources.statussen import STATUSSEN
from zaakwerk.zaken.resources.zaken import ZAAK
from zaakwerk.zgw.resource import Component

ZAKEN = Component(
    "zaken",
    "zrc",
    "1.7.0",
    "Zaken API",
    resources=(ZAAK, STATUSSEN, RESULTATEN, ROLLEN, ZAAKEIGENSCHAPPEN, ZAAKINFORMATIEOBJECTEN),
)
