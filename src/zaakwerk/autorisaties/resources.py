"""Resources of the Autorisaties API: applicaties, and the one a client id belongs to."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from zaakwerk.autorisaties import commands, scopes
from zaakwerk.autorisaties.models import Applicatie, ClientId
from zaakwerk.autorisaties.shapes import AUTORISATIES as AUTORISATIE_LIST
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.filters import Filter, Inside, exact
from zaakwerk.zgw.groups import ListOf
from zaakwerk.zgw.kinds import REQUIRED, Boolean, Faulty, Text
from zaakwerk.zgw.links import Origin
from zaakwerk.zgw.operations import api_view, only_known, start
from zaakwerk.zgw.problems import Invalid, NotFound, Violation
from zaakwerk.zgw.reach import Reach
from zaakwerk.zgw.relations import Url
from zaakwerk.zgw.representation import read_one
from zaakwerk.zgw.resource import Channel, Component, Extra, Resource

CLIENT_ID = Text("client_id", max_length=50)

APPLICATIES = Resource(
    name="applicatie",
    path="applicaties",
    model=Applicatie,
    fields=(
        Url(),
        ListOf("client_ids", CLIENT_ID, default=REQUIRED),
        Text("label", max_length=100),
        Boolean("heeft_alle_autorisaties", default=False),
        Boolean("alleen_is_gereed_voor_publicatie", default=False),
        AUTORISATIE_LIST,
    ),
    reach=Reach("ac"),
    read=scopes.LEZEN,
    filters=(Filter("clientIds", CLIENT_ID, "client_id", "in", Inside(ClientId, "applicatie")),),
    create=commands.CreateApplicatie,
    update=commands.UpdateApplicatie,
    destroy=commands.DestroyApplicatie,
    channel=Channel("autorisaties", {}),
    has_etag=False,
)


def consumer(request: HttpRequest) -> HttpResponse:
    """GET /applicaties/consumer?clientId=: one object (C-32); 404 for a client id without applicatie."""
    call = start(APPLICATIES, request)
    only_known(request, {"clientId"})
    call.actor.require(scopes.LEZEN, Target("ac"))
    client_id = required_client_id(request.GET.get("clientId"), call.origin)
    pk: Any = ClientId.objects.filter(client_id=client_id).values_list("applicatie_id", flat=True).first()
    found = read_one(APPLICATIES, "pk", pk) if pk else None
    if found is None:
        raise NotFound("Bij deze client-id hoort geen applicatie.")
    return call.json(found.wire)


def required_client_id(raw: str | None, origin: Origin) -> str:
    """The query parameter clientId, checked like input."""
    if raw is None:
        raise Invalid([Violation("required", "Deze parameter is verplicht.", "clientId")])
    try:
        return CLIENT_ID.convert(raw, {}, origin)
    except Faulty as faulty:
        raise Invalid([Violation(v.code, v.reason, "clientId") for v in faulty.violations]) from None


AUTORISATIES = Component("autorisaties", "ac", "1.1.0", "Autorisaties API", resources=(APPLICATIES,))
# Not a resource of its own: an address that finds an applicatie by something else than its uuid.
AUTORISATIES.extra = {"applicaties/consumer": api_view(AUTORISATIES, {"GET": consumer, "HEAD": consumer})}
AUTORISATIES.extras = (
    Extra(
        "get",
        "applicaties/consumer",
        "applicatie_consumer",
        scopes.LEZEN,
        resource=APPLICATIES,
        query=(exact("clientId", CLIENT_ID),),
    ),
)
