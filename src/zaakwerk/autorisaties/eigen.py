"""Our own extension of autorisaties over HTTP: rights that hold for versions and catalogi to come (1.4.4).

The standard's resource never shows them. `addresses` gives the views below /zaakwerk/api/v1.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from zaakwerk.autorisaties import scopes
from zaakwerk.autorisaties.commands import UpdateApplicatie
from zaakwerk.autorisaties.models import Applicatie
from zaakwerk.autorisaties.resources import APPLICATIES
from zaakwerk.autorisaties.shapes import RUIME_AUTORISATIES
from zaakwerk.zgw import operations
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import normalise, read_fields
from zaakwerk.zgw.operations import Call, View, api_view, only_known, start
from zaakwerk.zgw.problems import Invalid
from zaakwerk.zgw.resource import Component, Extra

PATH = "applicaties/{}/ruime-autorisaties"
FIELDS = (RUIME_AUTORISATIES,)


def read(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """GET: the rights of the extension that an applicatie has."""
    call = begin(request, scopes.LEZEN)
    return answer(call, operations.load(call, uuid))


def replace(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """PUT: replaces the whole list."""
    call = begin(request, scopes.BIJWERKEN)
    instance = operations.load(call, uuid)
    values, faults = read_fields(FIELDS, normalise(read_json(request), FIELDS), call.origin)
    if faults:
        raise Invalid(faults)
    return answer(call, UpdateApplicatie(actor=call.actor, instance=instance, changes=values).run())


def begin(request: HttpRequest, needed: Scopes) -> Call:
    """The call, when the actor may; the right comes before everything else."""
    call = start(APPLICATIES, request)
    only_known(request, set())
    call.actor.require(needed, Target("ac"))
    return call


def answer(call: Call, applicatie: Applicatie) -> HttpResponse:
    """The list in wire form."""
    return call.json({RUIME_AUTORISATIES.key: applicatie.ruime_autorisaties})


def addresses(component: Component) -> dict[str, View]:
    """The view per address, as part of a component."""
    methods: dict[str, Any] = {"GET": read, "HEAD": read, "PUT": replace}
    return {PATH.format("<uuid:uuid>"): api_view(component, methods)}


EXTRAS = (
    Extra("get", PATH.format("{uuid}"), "ruime_autorisaties_read", scopes.LEZEN, answer=FIELDS),
    Extra(
        "put",
        PATH.format("{uuid}"),
        "ruime_autorisaties_update",
        scopes.BIJWERKEN,
        body=FIELDS,
        answer=FIELDS,
    ),
)
