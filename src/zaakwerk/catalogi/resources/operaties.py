"""Operations that no declaration covers: publishing a version, and reading a zaaktype as on a day."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from zaakwerk.catalogi.commands import Publish
from zaakwerk.catalogi.filters import DayOnly
from zaakwerk.catalogi.sources import DAY, as_on
from zaakwerk.zgw import operations
from zaakwerk.zgw.filters import Filter, select
from zaakwerk.zgw.kinds import Date, Faulty
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.operations import View, api_view, only_known, start
from zaakwerk.zgw.problems import NotFound
from zaakwerk.zgw.relations import Uuid
from zaakwerk.zgw.representation import encode, read_page, wire_of
from zaakwerk.zgw.resource import Resource

ON_DAY = DayOnly(DAY.name, Date(DAY.name), "begin_geldigheid")


def publish_view(resource: Resource) -> View:
    """POST {path}/{uuid}/publish: 200 with the published version; a body is not needed and not read (4.4)."""

    def respond(request: HttpRequest, uuid: UUID) -> HttpResponse:
        call = start(resource, request)
        only_known(request, set())
        instance, journal = Publish(actor=call.actor, instance=operations.load(call, uuid)).execute()
        return call.json(journal.wire(instance) or wire_of(resource, instance.pk))

    return api_view(resource.component, {"POST": respond})


def besluittypen_view(resource: Resource) -> View:
    """The besluittypen; what a create answers has a form of its own in the standard."""
    create = operations.create_view(resource)

    def respond(request: HttpRequest) -> HttpResponseBase:
        response = create(request)
        made = msgspec.json.decode(response.content)  # type: ignore[attr-defined]
        names = made["informatieobjecttypeOmschrijvingen"]
        made |= {"zaaktypen": [], "informatieobjecttypeOmschrijving": names}
        response.content = encode(made)  # type: ignore[attr-defined]
        return response

    return api_view(resource.component, {"GET": operations.list_view(resource), "POST": respond})


def on_asked_day(view: View) -> View:
    """A view whose related versions are those of datumGeldigheid, also in what expand embeds (4.5)."""

    def respond(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        with as_on(asked_day(request)):
            return view(request, **kwargs)

    return csrf_exempt(respond)


def asked_day(request: HttpRequest) -> date | None:
    """datumGeldigheid in either spelling; None for none, or for what the filter itself will refuse."""
    raw = request.GET.get(DAY.name) or request.GET.get("datum_geldigheid")
    try:
        return ON_DAY.read(raw, Origin("")) if raw else None
    except Faulty:
        return None


def item_view(resource: Resource) -> View:
    """One version; a read takes datumGeldigheid too, the day that the URLs of related types are for (4.5)."""
    plain = operations.item(resource)
    on_day = api_view(resource.component, {"GET": read_on_day(resource), "HEAD": read_on_day(resource)})

    def view(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
        asks_day = request.method in ("GET", "HEAD") and DAY.name in request.GET
        return on_day(request, uuid=uuid) if asks_day else plain(request, uuid=uuid)

    return csrf_exempt(view)


def read_on_day(resource: Resource) -> View:
    """GET and HEAD of one version with datumGeldigheid; valid on that day or not, it is found."""
    own = Filter("uuid", Uuid(), "uuid")

    def respond(request: HttpRequest, uuid: UUID) -> HttpResponse:
        call = start(resource, request)
        only_known(request, {DAY.name, "expand"})
        selection = select((ON_DAY,), request.GET, call.origin)
        selection.chosen.append((own, uuid))
        found = read_page(resource, call.actor, selection, ("pk",), None)
        if not found:
            raise NotFound()
        return operations.answer_one(call, found[0])

    return respond
