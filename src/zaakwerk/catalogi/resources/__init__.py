"""Resources of the Catalogi API, gathered as the component."""

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.fields import NameList
from zaakwerk.catalogi.resources import operaties
from zaakwerk.catalogi.resources.besluittype import BESLUITTYPEN
from zaakwerk.catalogi.resources.catalogus import CATALOGUSSEN
from zaakwerk.catalogi.resources.informatieobjecttype import INFORMATIEOBJECTTYPEN
from zaakwerk.catalogi.resources.onderdelen import EIGENSCHAPPEN, ROLTYPEN, STATUSTYPEN, ZIOTS
from zaakwerk.catalogi.resources.resultaattype import RESULTAATTYPEN
from zaakwerk.catalogi.resources.zaakobjecttype import ZAAKOBJECTTYPEN
from zaakwerk.catalogi.resources.zaaktype import ZAAKTYPEN
from zaakwerk.zgw import operations
from zaakwerk.zgw.resource import Component, Extra

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
        ZAAKOBJECTTYPEN,
        INFORMATIEOBJECTTYPEN,
        BESLUITTYPEN,
        ZIOTS,
    ),
)

PUBLISHED = (ZAAKTYPEN, BESLUITTYPEN, INFORMATIEOBJECTTYPEN)
COLLECTIONS = {kind.path: operations.collection(kind) for kind in CATALOGI.resources}
COLLECTIONS |= {BESLUITTYPEN.path: operaties.besluittypen_view(BESLUITTYPEN)}
CATALOGI.extra = {
    **{path: operaties.on_asked_day(view) for path, view in COLLECTIONS.items()},
    "zaaktypen/<uuid:uuid>": operaties.on_asked_day(operaties.item_view(ZAAKTYPEN)),
    **{f"{kind.path}/<uuid:uuid>/publish": operaties.publish_view(kind) for kind in PUBLISHED},
}
CATALOGI.extras = (
    *(
        Extra("post", f"{kind.path}/{{uuid}}/publish", f"{kind.name}_publish", scopes.SCHRIJVEN, kind)
        for kind in PUBLISHED
    ),
    Extra(
        "get", "zaaktypen/{uuid}", "zaaktype_retrieve", ZAAKTYPEN.read, ZAAKTYPEN, query=(operaties.ON_DAY,)
    ),
    Extra(
        "post",
        "besluittypen",
        "besluittype_create",
        scopes.SCHRIJVEN,
        status=201,
        answer=(*BESLUITTYPEN.fields, NameList("informatieobjecttype_omschrijving", "informatieobjecttypen")),
    ),
)
