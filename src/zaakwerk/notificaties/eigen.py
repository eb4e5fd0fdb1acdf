"""Our own namespace for subscribers: signing in with a token, and messages as CloudEvents (C-47).

`ADRESSEN` gives the view per address below /zaakwerk/api/v1, `EXTRAS` the same for OpenAPI.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from zaakwerk.notificaties import cloudevents, commands, scopes
from zaakwerk.notificaties.models import AANMELDINGEN, CLOUDEVENTS, Abonnement
from zaakwerk.notificaties.resources import ABONNEMENTEN, HEADER_TEXT
from zaakwerk.notificaties.shapes import Address
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import ListOf, normalise, read_fields
from zaakwerk.zgw.kinds import Field, Text
from zaakwerk.zgw.operations import Call, View, api_view, load, only_known, start
from zaakwerk.zgw.problems import Invalid, NotFound
from zaakwerk.zgw.resource import Component, Extra

EIGEN = Component("zaakwerk", "nrc", "1.0.0", "Zaakwerk: wat de standaard niet heeft", resources=())
AANMELDING: tuple[Field, ...] = (
    Text("soort", choices=tuple(soort for soort, _ in AANMELDINGEN)),
    Text("client_id", max_length=200, pattern=HEADER_TEXT),
    Text("secret", max_length=1000, write_only=True),
    Address("token_url", max_length=1000, default=""),
    Text("scope", max_length=500, default=""),
)
SOORTEN: tuple[Field, ...] = (ListOf("soorten", Text("soort", max_length=200), default=()),)
TYPES: tuple[Field, ...] = (ListOf("soorten", Text("soort"), read_only=True),)


@dataclass(frozen=True)
class Setting:
    """Something of an abonnement that is set, read and taken away as a whole."""

    name: str
    fields: tuple[Field, ...]
    put: Any
    remove: Any
    show: Callable[[Abonnement], Mapping[str, Any] | None]


def show_aanmelding(abonnement: Abonnement) -> Mapping[str, Any] | None:
    """How we sign in, without the secret; None with the fixed header."""
    found = getattr(abonnement, "aanmelding", None)
    if found is None:
        return None
    shown = {"soort": found.soort, "clientId": found.client_id}
    return {**shown, "tokenUrl": found.token_url, "scope": found.scope}


def show_cloudevents(abonnement: Abonnement) -> Mapping[str, Any] | None:
    """The types that are wanted; None for who gets the form of the standard."""
    return {"soorten": abonnement.soorten} if abonnement.vorm == CLOUDEVENTS else None


SETTINGS = (
    Setting("aanmelding", AANMELDING, commands.SetAanmelding, commands.RemoveAanmelding, show_aanmelding),
    Setting("cloudevents", SOORTEN, commands.SetCloudEvents, commands.RemoveCloudEvents, show_cloudevents),
)


def setting_view(setting: Setting) -> View:
    """GET, PUT and DELETE of a setting; 404 where it is not set."""

    def read(request: HttpRequest, uuid: UUID) -> HttpResponse:
        call, abonnement = begin(request, uuid)
        call.actor.require(scopes.LEZEN, ABONNEMENTEN.reach.target_of(()))
        return answer(call, setting, abonnement)

    def put(request: HttpRequest, uuid: UUID) -> HttpResponse:
        call, abonnement = begin(request, uuid)
        call.actor.require(scopes.CONSUMEREN, ABONNEMENTEN.reach.target_of(()))
        body = normalise(read_json(request), setting.fields)
        values, faults = read_fields(setting.fields, body, call.origin)
        if faults:
            raise Invalid(faults)
        return answer(call, setting, setting.put(actor=call.actor, instance=abonnement, **values).run())

    def remove(request: HttpRequest, uuid: UUID) -> HttpResponse:
        call, abonnement = begin(request, uuid)
        setting.remove(actor=call.actor, instance=abonnement).run()
        return HttpResponse(status=204)

    return api_view(EIGEN, {"GET": read, "HEAD": read, "PUT": put, "DELETE": remove})


def begin(request: HttpRequest, uuid: UUID) -> tuple[Call, Abonnement]:
    """The authenticated call and its abonnement."""
    call = start(ABONNEMENTEN, request)
    only_known(request, set())
    return call, load(call, uuid)


def answer(call: Call, setting: Setting, abonnement: Abonnement) -> HttpResponse:
    """What is set, as JSON."""
    shown = setting.show(abonnement)
    if shown is None:
        raise NotFound()
    return call.json(shown)


def types(request: HttpRequest) -> HttpResponse:
    """GET cloudevents: every type of event that our own APIs send."""
    call = start(ABONNEMENTEN, request)
    only_known(request, set())
    call.actor.require(scopes.LEZEN, ABONNEMENTEN.reach.target_of(()))
    return call.json({"soorten": list(cloudevents.types())})


def described(setting: Setting) -> tuple[Extra, ...]:
    """The operations of a setting as OpenAPI shows them."""
    path, needed = f"abonnementen/{{uuid}}/{setting.name}", scopes.CONSUMEREN
    name = f"abonnement_{setting.name}"
    return (
        Extra("get", path, f"{name}_read", scopes.LEZEN, answer=setting.fields),
        Extra("put", path, f"{name}_update", needed, body=setting.fields, answer=setting.fields),
        Extra("delete", path, f"{name}_delete", needed, status=204),
    )


ADRESSEN: Mapping[str, View] = {
    **{f"abonnementen/<uuid:uuid>/{setting.name}": setting_view(setting) for setting in SETTINGS},
    "cloudevents": api_view(EIGEN, {"GET": types, "HEAD": types}),
}
EXTRAS: tuple[Extra, ...] = (
    *(extra for setting in SETTINGS for extra in described(setting)),
    Extra("get", "cloudevents", "cloudevents_list", scopes.LEZEN, answer=TYPES),
)
EIGEN.extra, EIGEN.extras = ADRESSEN, EXTRAS
