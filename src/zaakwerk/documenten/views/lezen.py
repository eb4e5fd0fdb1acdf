"""Reading documents: any of their versions, their content, and finding them by uuid."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from zaakwerk.documenten import downloads, queries
from zaakwerk.documenten.models import EnkelvoudigInformatieObjectVersie
from zaakwerk.zgw.filters import Filter, select_from
from zaakwerk.zgw.kinds import Faulty, Integer, to_moment
from zaakwerk.zgw.operations import Call, answer_list, answer_one, find, only_known, searching, start
from zaakwerk.zgw.problems import Invalid, NotFound, Problem, Violation
from zaakwerk.zgw.representation import Found, read_one
from zaakwerk.zgw.resource import Resource

VERSIE = Integer("versie", minimum=1)
CHOICE = {"versie", "registratieOp"}
UUIDS = "uuid__in"


def read_document_version(
    resource: Resource, versions: Resource, request: HttpRequest, uuid: Any
) -> HttpResponse:
    """GET and HEAD: the latest version, or the one asked for."""
    call = start(resource, request)
    only_known(request, {"expand", *CHOICE})
    found = find(call, uuid)
    choice = choice_of(request)
    return answer_one(call, earlier(call, found, versions, choice) if any(choice) else found)


def earlier(
    call: Call, found: Found, versions: Resource, choice: tuple[int | None, datetime | None]
) -> Found:
    """A version in wire form; its own type and confidentiality count as well as the document's."""
    version = queries.version_of(found.pk, *choice)
    wire = read_one(versions, "pk", version.pk) if version else None
    if wire is None:
        raise NotFound("Het document heeft deze versie niet.")
    versions.reach.require(call.actor, call.resource.read, wire.target)
    return wire


def choice_of(request: HttpRequest) -> tuple[int | None, datetime | None]:
    """The version and moment asked for in the query."""
    versie, moment = request.GET.get("versie", ""), request.GET.get("registratieOp", "")
    try:
        number = VERSIE.convert(versie, {}, None) if versie else None  # type: ignore[arg-type]
    except Faulty as problem:
        raise Invalid([Violation(v.code, v.reason, "versie") for v in problem.violations]) from None
    # A plus that was not escaped in the address arrives as a space.
    found = to_moment(moment) or to_moment(moment.replace(" ", "+"))
    if moment and found is None:
        raise Invalid([Violation("invalid", "Dit is geen geldig tijdstip (ISO 8601).", "registratieOp")])
    return number, found


def download(resource: Resource, request: HttpRequest, uuid: Any) -> HttpResponseBase:
    """GET …/download: the content of the latest version, or of the one asked for."""
    call = start(resource, request)
    only_known(request, CHOICE)
    found = find(call, uuid)
    version = queries.version_of(found.pk, *choice_of(request))
    if version is None:
        raise NotFound("Het document heeft deze versie niet.")
    resource.reach.require(call.actor, resource.read, queries.target_of(version))
    try:
        return downloads.respond(request, version)
    except Problem:
        # Content goes only with its document: then it is that, and no fault of the store.
        if not EnkelvoudigInformatieObjectVersie.objects.filter(pk=version.pk).exists():
            raise NotFound("Het document is zojuist verwijderd.") from None
        raise


def search(resource: Resource, filters: Sequence[Filter], request: HttpRequest) -> HttpResponse:
    """POST …/_zoek: a page of the documents with these uuids; unlike elsewhere those must be given."""
    call = start(resource, request)
    only_known(request, {"page", "pageSize", "expand"})
    body = searching.read_body(request)
    form = searching.form_of(call, body)
    criteria = {key: value for key, value in body.items() if key not in searching.OWN and value != ""}
    if UUIDS not in criteria:
        raise Invalid([Violation("required", "Dit veld is verplicht.", UUIDS)])
    return answer_list(call, select_from(filters, criteria, call.origin), form=form)
