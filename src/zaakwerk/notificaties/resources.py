"""Resources of the Notificaties API: kanalen, abonnementen, and the address where others publish."""

from django.http import HttpRequest, HttpResponse

from zaakwerk.notificaties import commands, messages, scopes
from zaakwerk.notificaties.models import Abonnement, Kanaal
from zaakwerk.notificaties.shapes import KANALEN, Address, Kenmerken
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.auth import authenticate
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.filters import exact
from zaakwerk.zgw.groups import ListOf, normalise, read_fields
from zaakwerk.zgw.kinds import Text, Timestamp, Uri
from zaakwerk.zgw.links import origin_of
from zaakwerk.zgw.operations import api_view, only_known
from zaakwerk.zgw.problems import Invalid
from zaakwerk.zgw.reach import Reach
from zaakwerk.zgw.relations import Url
from zaakwerk.zgw.resource import Component, Extra, Resource

REACH = Reach("nrc")
# What a header can carry: visible ASCII and spaces.
HEADER_TEXT = r"[\x20-\x7e]+"
MESSAGE_FIELDS = (
    Text("kanaal", max_length=50),
    Address("hoofd_object", max_length=500),
    Text("resource", max_length=100),
    Address("resource_url", max_length=500),
    Text("actie", max_length=100),
    Timestamp("aanmaakdatum"),
    Kenmerken("kenmerken", default={}),
)

KANALEN_RESOURCE = Resource(
    name="kanaal",
    path="kanaal",
    model=Kanaal,
    fields=(
        Url(),
        Text("naam", max_length=50),
        Uri("documentatie_link", max_length=200, default=""),
        ListOf("filters", Text("filter", max_length=100)),
    ),
    reach=REACH,
    read=scopes.LEZEN,
    filters=(exact("naam", Text("naam", max_length=50)),),
    order=("id",),
    paginated=False,
    create=commands.CreateKanaal,
    has_etag=False,
)
ABONNEMENTEN = Resource(
    name="abonnement",
    path="abonnement",
    model=Abonnement,
    fields=(
        Url(),
        Address("callback_url", max_length=1000),
        # Write-only: the standard leaves open whether it is shown (C-35).
        Text("auth", pattern=HEADER_TEXT, write_only=True),
        KANALEN,
    ),
    reach=REACH,
    read=scopes.LEZEN,
    order=("id",),
    paginated=False,
    create=commands.CreateAbonnement,
    update=commands.UpdateAbonnement,
    destroy=commands.DestroyAbonnement,
    has_etag=False,
)


def publish(request: HttpRequest) -> HttpResponse:
    """POST /notificaties: 200 with the message, once it is stored."""
    actor, origin = authenticate(request), origin_of(request)
    only_known(request, set())
    actor.require(scopes.PUBLICEREN, Target("nrc"))
    values, faults = read_fields(MESSAGE_FIELDS, normalise(read_json(request), MESSAGE_FIELDS), origin)
    if faults:
        raise Invalid(faults)
    bericht = commands.PublishBericht(actor=actor, **values).run()
    return HttpResponse(origin.render(messages.wire(bericht)), content_type="application/json")


NOTIFICATIES = Component(
    "notificaties", "nrc", "1.0.1", "Notificaties API", resources=(KANALEN_RESOURCE, ABONNEMENTEN)
)
# Not a resource: a message that is taken in has no address and is never read back.
NOTIFICATIES.extra = {"notificaties": api_view(NOTIFICATIES, {"POST": publish})}
NOTIFICATIES.extras = (
    Extra(
        "post",
        "notificaties",
        "notificaties_create",
        scopes.PUBLICEREN,
        summary="Een bericht publiceren.",
        body=MESSAGE_FIELDS,
        answer=MESSAGE_FIELDS,
    ),
)
