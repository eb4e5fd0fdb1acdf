"""Resources of the Documenten API: one file per resource, gathered here as the component."""

from zaakwerk.documenten import scopes, views
from zaakwerk.documenten.resources.delen import part_wire
from zaakwerk.documenten.resources.documenten import DOCUMENTS, VERSIONS, ZOEK_FILTERS
from zaakwerk.documenten.resources.gebruiksrechten import GEBRUIKSRECHTEN
from zaakwerk.documenten.resources.relaties import RELATIONS
from zaakwerk.documenten.resources.verzendingen import VERZENDINGEN
from zaakwerk.zgw.filters import exact
from zaakwerk.zgw.kinds import Boolean, Described, Integer, Text, Timestamp, Uri
from zaakwerk.zgw.operations import searching
from zaakwerk.zgw.resource import Component, Extra

DOCUMENTEN = Component(
    "documenten",
    "drc",
    "1.7.1",
    "Documenten API",
    resources=(DOCUMENTS, GEBRUIKSRECHTEN, RELATIONS, VERZENDINGEN),
)
VERSIONS.component = DOCUMENTEN
DOCUMENTEN.extra = views.routes(DOCUMENTEN, DOCUMENTS, VERSIONS, ZOEK_FILTERS, part_wire)

STEM = DOCUMENTS.path
VERSION_QUERY = (
    exact("versie", Integer("versie", minimum=1)),
    exact("registratieOp", Timestamp("registratie_op")),
)
LOCK = Text("lock", 100, default="")
PART = (
    Uri("url", 1000, read_only=True),
    Text("lock"),
    Integer("omvang"),
    Described("inhoud", {"type": "string", "format": "uri", "deprecated": True}),
    Boolean("voltooid"),
    Integer("volgnummer"),
)
DOCUMENTEN.extras = (
    Extra(
        "get",
        f"{STEM}/{{uuid}}",
        "enkelvoudiginformatieobject_retrieve",
        scopes.LEZEN,
        DOCUMENTS,
        query=VERSION_QUERY,
    ),
    Extra(
        "post",
        STEM,
        "enkelvoudiginformatieobject_create",
        scopes.AANMAKEN,
        status=201,
        answer=(*DOCUMENTS.fields, LOCK),
    ),
    searching.described(DOCUMENTS, ZOEK_FILTERS, "enkelvoudiginformatieobject__zoek"),
    Extra(
        "get",
        f"{STEM}/{{uuid}}/download",
        "enkelvoudiginformatieobject_download",
        scopes.LEZEN,
        query=VERSION_QUERY,
        gives="application/octet-stream",
    ),
    Extra("post", f"{STEM}/{{uuid}}/lock", "enkelvoudiginformatieobject_lock", scopes.LOCK, answer=(LOCK,)),
    Extra(
        "post",
        f"{STEM}/{{uuid}}/unlock",
        "enkelvoudiginformatieobject_unlock",
        scopes.LOCK | scopes.GEFORCEERD_UNLOCK,
        status=204,
        body=(LOCK,),
    ),
    Extra(
        "put",
        "bestandsdelen/{uuid}",
        "bestandsdeel_update",
        scopes.BIJWERKEN,
        summary="Stuur de inhoud van een bestandsdeel als multipart/form-data, met het id van het slot.",
        body=(Described("inhoud", {"type": "string", "format": "binary"}), Text("lock", 100)),
        answer=PART,
        takes="multipart/form-data",
    ),
)
