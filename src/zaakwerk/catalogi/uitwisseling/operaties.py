"""Operaties: exchange of catalogues in our own namespace; the standard has none (C-47).

`ADRESSEN` gives the view per address below /zaakwerk/api/v1, `EXTRAS` the same for OpenAPI.
"""

import io
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from zaakwerk.catalogi import scopes
from zaakwerk.catalogi.commands.base import COMPONENT
from zaakwerk.catalogi.models import Catalogus
from zaakwerk.catalogi.resources.catalogus import CATALOGUSSEN
from zaakwerk.catalogi.resources.eigen import EIGEN
from zaakwerk.catalogi.uitwisseling import zipbestand
from zaakwerk.catalogi.uitwisseling.invoer import Opties, importeer
from zaakwerk.catalogi.uitwisseling.uitvoer import exporteer
from zaakwerk.zgw.filters import Filter, exact, select
from zaakwerk.zgw.groups import Group, ListOf
from zaakwerk.zgw.kinds import Boolean, Field, Text
from zaakwerk.zgw.operations import View, api_view, only_known, start
from zaakwerk.zgw.problems import NotFound, Problem, TooLarge
from zaakwerk.zgw.resource import Extra

ZIP_TYPES = ("application/zip", "application/x-zip-compressed", "application/octet-stream")
QUERY: tuple[Filter, ...] = (
    exact("proef", Boolean("proef")),
    exact("behoudUuid", Boolean("behoud_uuid")),
    exact("domein", Text("domein", 5)),
    exact("rsin", Text("rsin", 9)),
)
OBJECT = (Text("soort"), Text("naam"), Text("uitkomst"), Text("reden"))
VERSLAG: tuple[Field, ...] = (
    Boolean("proef"),
    Boolean("overgenomen"),
    Text("samenvatting"),
    Group("aantallen", (), nullable=False),
    ListOf("opmerkingen", Text("opmerking")),
    ListOf("objecten", Group("object", OBJECT, nullable=False)),
)


def export(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """GET …/export: the zip of one catalogus with everything in it."""
    call = start(CATALOGUSSEN, request)
    only_known(request, set())
    call.actor.require(scopes.LEZEN, COMPONENT)
    catalogus = Catalogus.objects.filter(uuid=uuid).first()
    if catalogus is None:
        raise NotFound()
    packed = zipbestand.pack(exporteer(call.actor, catalogus, call.origin))
    response = HttpResponse(packed, content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="catalogus-{catalogus.uuid}.zip"'
    return response


def import_(request: HttpRequest) -> HttpResponse:
    """POST …/import: 200 with the report; 409 with the report of what stood in the way."""
    call = start(CATALOGUSSEN, request)
    call.actor.require(scopes.SCHRIJVEN, COMPONENT)
    asked = {found.key: value for found, value in select(QUERY, request.GET, call.origin).chosen}
    opties = Opties(
        proef=asked.get("proef", False),
        behoud_uuid=asked.get("behoudUuid", False),
        domein=asked.get("domein", ""),
        rsin=asked.get("rsin", ""),
    )
    inhoud, skipped = zipbestand.unpack(io.BytesIO(read_zip(request)))
    verslag = importeer(call.actor, inhoud, opties)
    verslag.opmerkingen += zipbestand.remarks(skipped)
    refused = not verslag.is_geschreven and not verslag.is_proef
    return call.json(verslag.wire(), 409 if refused else 200)


def read_zip(request: HttpRequest) -> bytes:
    """The body as it came, within the limit; raises TooLarge, or 415 for what does not call itself a zip."""
    if (request.content_type or "").lower() not in ZIP_TYPES:
        words = "Stuur het zipbestand als application/zip."
        raise Problem(415, "unsupported_media_type", "Unsupported media type.", words)
    raw = request.read(zipbestand.MAX_ZIP + 1)
    if len(raw) > zipbestand.MAX_ZIP:
        raise TooLarge(zipbestand.MAX_ZIP)
    return raw


ADRESSEN: dict[str, View] = {
    "catalogussen/<uuid:uuid>/export": api_view(EIGEN, {"GET": export}, is_json=False),
    "catalogussen/import": api_view(EIGEN, {"POST": import_}),
}
EXTRAS = (
    Extra("get", "catalogussen/{uuid}/export", "catalogus_export", scopes.LEZEN, gives="application/zip"),
    Extra(
        "post",
        "catalogussen/import",
        "catalogus_import",
        scopes.SCHRIJVEN,
        query=QUERY,
        answer=VERSLAG,
    ),
)
