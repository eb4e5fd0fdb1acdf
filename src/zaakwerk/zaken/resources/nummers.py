"""Zaaknummer_reserveren: an operation and no resource, so an ordinary view (2.7)."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from zaakwerk.zaken import commands, scopes
from zaakwerk.zaken.commands.nummers import MOST
from zaakwerk.zgw.actors import Target
from zaakwerk.zgw.auth import authenticate
from zaakwerk.zgw.bodies import read_json
from zaakwerk.zgw.groups import normalise, read_fields
from zaakwerk.zgw.kinds import Integer, Rsin, Text
from zaakwerk.zgw.links import origin_of
from zaakwerk.zgw.operations import only_known
from zaakwerk.zgw.problems import Invalid
from zaakwerk.zgw.representation import encode
from zaakwerk.zgw.resource import Extra

BODY = (
    Rsin("bronorganisatie", write_only=True),
    Integer("aantal", minimum=1, maximum=MOST, default=1, write_only=True),
)
RESERVEREN = Extra(
    "post",
    "zaaknummer_reserveren",
    "zaaknummer_reserveren",
    scopes.AANMAKEN,
    status=201,
    summary="Zet een of meer zaaknummers apart: een geeft een object, meer een lijst (C-07).",
    body=BODY,
    answer=(Text("zaaknummer", read_only=True),),
)


def reserve(request: HttpRequest) -> HttpResponse:
    """POST: 201 with one number as an object, or several as an array."""
    actor, origin = authenticate(request), origin_of(request)
    only_known(request, set())
    values, faults = read_fields(BODY, normalise(read_json(request), BODY), origin)
    if faults:
        if not actor.may_any("zrc", scopes.AANMAKEN):
            actor.require(scopes.AANMAKEN, Target("zrc"))
        raise Invalid(faults)
    numbers = commands.ReserveNumbers(actor=actor, **values).run()
    answer = [{"zaaknummer": number} for number in numbers]
    # The standard asks for a Location; a number has no address, its zaak will be found here.
    query = urlencode({"bronorganisatie": values["bronorganisatie"], "identificatie": numbers[0]})
    headers = {"Location": f"{origin.base}/zaken/api/v1/zaken?{query}"}
    body = encode(answer[0] if values["aantal"] == 1 else answer)
    return HttpResponse(body, status=201, content_type="application/json", headers=headers)
