"""Eigen: operations on zaken that the standard does not have, under our own base path."""

from typing import Any

from zaakwerk.zaken import scopes
from zaakwerk.zaken.resources import bulk, dossier, feed, statistieken
from zaakwerk.zaken.resources.zaken import FILTERS
from zaakwerk.zgw.kinds import Described
from zaakwerk.zgw.operations import View, api_view
from zaakwerk.zgw.resource import Component, Extra

EIGEN_ZAKEN = Component("zaakwerk", "zrc", "1.0.0", "Zaakwerk: wat de standaard niet heeft", resources=())

ADRESSEN: dict[str, View] = {
    "zaken/<uuid:uuid>/dossier": api_view(EIGEN_ZAKEN, {"GET": dossier.read_dossier}),
    "zaken/wijzigingen": api_view(EIGEN_ZAKEN, {"GET": feed.read_changes}),
    "zaken/statistieken": api_view(EIGEN_ZAKEN, {"GET": statistieken.read_statistics}),
    "zaken/bulk": api_view(EIGEN_ZAKEN, {"POST": bulk.create_zaken}),
}

INTEGER, TEXT, BOOLEAN = {"type": "integer"}, {"type": "string"}, {"type": "boolean"}
URI, MOMENT = {"type": "string", "format": "uri"}, {"type": "string", "format": "date-time"}


def objects(**properties: Any) -> dict[str, Any]:
    """A list of objects in OpenAPI terms; without properties of any form."""
    return {
        "type": "array",
        "items": {"type": "object", **({"properties": properties} if properties else {})},
    }


CHANGE = {
    "zaak": URI,
    "uuid": {"type": "string", "format": "uuid"},
    "wijziging": {"type": "string", "enum": ["bijgewerkt", "verwijderd"]},
    "gewijzigdOp": MOMENT,
    "positie": INTEGER,
}
GROUP = {
    "zaaktype": URI,
    "zaaktypeIdentificatie": TEXT,
    "zaaktypeOmschrijving": TEXT,
    "statustype": {**URI, "nullable": True},
    "statusVolgnummer": {**INTEGER, "nullable": True},
    "statusOmschrijving": {**TEXT, "nullable": True},
    "open": INTEGER,
    "gesloten": INTEGER,
    "teLaat": INTEGER,
}
RESULT = {"index": INTEGER, "status": INTEGER, "zaak": {"type": "object"}, "fout": {"type": "object"}}

EXTRAS: tuple[Extra, ...] = (
    Extra(
        "get",
        "zaken/{uuid}/dossier",
        "zaak_dossier",
        scopes.LEZEN,
        summary="De zaak met alles wat erbij hoort; onvolledig noemt wat langer is dan 1000.",
        answer=(
            Described("zaak", {"type": "object"}),
            *(Described(dossier.name_of(part), objects()) for part in dossier.parts()),
            Described("onvolledig", {"type": "array", "items": TEXT}),
        ),
    ),
    Extra(
        "get",
        "zaken/wijzigingen",
        "zaak_wijzigingen",
        scopes.LEZEN,
        summary="Zaken die zijn gewijzigd of verwijderd; vraag verder met de URL in volgende.",
        query=feed.PARAMETERS,
        answer=(
            Described("volgende", URI),
            Described("meer", BOOLEAN),
            Described("results", objects(**CHANGE)),
        ),
    ),
    Extra(
        "get",
        "zaken/statistieken",
        "zaak_statistieken",
        scopes.LEZEN,
        summary="Aantallen zaken per zaaktype en status.",
        query=FILTERS,
        answer=(Described("aantal", INTEGER), Described("results", objects(**GROUP))),
    ),
    Extra(
        "post",
        "zaken/bulk",
        "zaak_bulk_create",
        scopes.AANMAKEN,
        status=201,
        summary="Tot 500 zaken tegelijk: alles of niets (201), of elk apart met een eigen resultaat (200).",
        body=(
            Described("zaken", {**objects(), "minItems": 1, "maxItems": bulk.MOST}),
            Described("allesOfNiets", {**BOOLEAN, "default": True}),
        ),
        answer=(Described("aantal", INTEGER), Described("results", objects(**RESULT))),
    ),
)
EIGEN_ZAKEN.extra, EIGEN_ZAKEN.extras = ADRESSEN, EXTRAS
