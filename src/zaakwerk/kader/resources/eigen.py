"""Eigen: the stand of a zaak and taking a step, under our own base path; the standard knows no gates."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from zaakwerk.catalogi.models import ResultaatType, StatusType
from zaakwerk.kader import queries
from zaakwerk.kader.commands import TakeStep
from zaakwerk.kader.feiten import SOORTEN, Feiten
from zaakwerk.kader.resources import KADER
from zaakwerk.kader.resources.onderdelen import GEZETTE_STAPPEN
from zaakwerk.kader.resources.vorm import KADER_VELDEN, wire
from zaakwerk.zaken import inzage, scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.resources.zaken import ZAAK
from zaakwerk.zgw import operations
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import normalise, read_fields
from zaakwerk.zgw.kinds import Field, Text
from zaakwerk.zgw.operations import Call, View, api_view, only_known, start
from zaakwerk.zgw.problems import Invalid
from zaakwerk.zgw.relations import Link
from zaakwerk.zgw.representation import wire_of
from zaakwerk.zgw.resource import Extra

STAP_VELDEN: tuple[Field, ...] = (
    Text("soort", choices=SOORTEN),
    Link("naar", StatusType),
    Text("toelichting", 1000, default=""),
    Text("reden", 1000, default=""),
    Link("resultaattype", ResultaatType, nullable=True, default=None),
)


def find_zaak(request: HttpRequest, uuid: UUID) -> tuple[Call, Zaak]:
    """The call and the zaak it is about: 404 when unknown, 403 when out of reach."""
    call = start(ZAAK, request, needs_crs=False)
    only_known(request, set())
    operations.find(call, uuid)
    return call, Zaak.objects.select_related("zaaktype").get(uuid=uuid)


def read_kader(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """GET: every move of the zaak, what it asks, who may make it, and why not yet."""
    call, zaak = find_zaak(request, uuid)
    # An API speaks Dutch, whatever the desk last spoke in this thread.
    with translation.override("nl"):
        facts: Feiten = queries.facts_of(zaak, call.actor)
        answer = wire(zaak, facts)
    inzage.note(request, call.actor, uuid, "kader")
    return call.json(answer)


def take_step(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """POST {"soort", "naar", "toelichting", "reden", "resultaattype"}: 201 with the step that was taken."""
    call, zaak = find_zaak(request, uuid)
    values, faults = read_fields(STAP_VELDEN, normalise(read_json(request), STAP_VELDEN), call.origin)
    if faults:
        raise Invalid(faults)
    with translation.override("nl"):
        made, journal = TakeStep(actor=call.actor, zaak=zaak, **values).execute()
    location = call.origin.base + GEZETTE_STAPPEN.url_for(made)[1:]
    body: Any = journal.wire(made) or wire_of(GEZETTE_STAPPEN, made.pk)
    return call.json(body, 201, {"Location": location})


ADRESSEN: dict[str, View] = {
    "zaken/<uuid:uuid>/kader": api_view(KADER, {"GET": read_kader}),
    "zaken/<uuid:uuid>/stappen": api_view(KADER, {"POST": take_step}),
    **{resource.path: operations.collection(resource) for resource in KADER.resources},
    **{f"{resource.path}/<uuid:uuid>": operations.item(resource) for resource in KADER.resources},
}
EXTRAS: tuple[Extra, ...] = (
    Extra(
        "get",
        "zaken/{uuid}/kader",
        "zaak_kader",
        scopes.LEZEN,
        summary="Waar de zaak staat: wat de volgende stap vraagt, wie hem mag zetten, en waarom nog niet.",
        answer=KADER_VELDEN,
    ),
    Extra(
        "post",
        "zaken/{uuid}/stappen",
        "zaak_stap_create",
        TakeStep.scopes,
        status=201,
        summary="Een stap zetten binnen het kader: de poorten gelden, anders dan bij POST /statussen.",
        body=STAP_VELDEN,
        answer=GEZETTE_STAPPEN.fields,
    ),
    *(
        Extra(
            "get",
            f"{resource.path}/{{uuid}}",
            f"{resource.name}_retrieve",
            resource.read,
            answer=resource.fields,
        )
        for resource in KADER.resources
    ),
)
KADER.extra = ADRESSEN
COMPONENT = KADER
