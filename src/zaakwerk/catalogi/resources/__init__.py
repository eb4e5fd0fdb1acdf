"""Resources of the Catalogi API, gathered as the component."""

from zaakwerk.catalogi.resources import operaties
from zaakwerk.catalogi.resources.catalogus import CATALOGUSSEN
from zaakwerk.catalogi.resources.informatieobjecttype import INFORMATIEOBJECTTYPEN
from zaakwerk.catalogi.resources.onderdelen import EIGENSCHAPPEN, ROLTYPEN, STATUSTYPEN, ZIOTS
from zaakwerk.catalogi.resources.resultaattype import RESULTAATTYPEN
from zaakwerk.catalogi.resources.zaaktype import ZAAKTYPEN
from zaakwerk.zgw.resource import Component

CATALOGI = Component(
    "catalogi",
    "ztc",
    "1.3.3",
    "Catalogi API",
    resources=(
        CATALOGUSSEN,
        ZAAKTYPEN,
        STATUSTYPEN,
        RESULTAATTYPEN,
        ROLTYPEN,
        EIGENSCHAPPEN,
        INFORMATIEOBJECTTYPEN,
        ZIOTS,
    ),
)

CATALOGI.extra = {
    "zaaktypen/<uuid:uuid>": operaties.item_view(ZAAKTYPEN),
    "zaaktypen/<uuid:uuid>/publish": operaties.publish_view(ZAAKTYPEN),
    "informatieobjecttypen/<uuid:uuid>/publish": operaties.publish_view(INFORMATIEOBJECTTYPEN),
}
