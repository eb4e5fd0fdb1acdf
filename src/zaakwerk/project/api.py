"""API: which resource stands under which base path; the root, the OpenAPI document and the audit trails."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from zaakwerk.autorisaties import eigen as autorisaties_eigen
from zaakwerk.autorisaties.resources import AUTORISATIES
from zaakwerk.besluiten.resources import BESLUITEN
from zaakwerk.catalogi.resources import CATALOGI
from zaakwerk.catalogi.resources.eigen import EIGEN
from zaakwerk.catalogi.uitwisseling import operaties as uitwisseling
from zaakwerk.documenten.resources import DOCUMENTEN
from zaakwerk.kader.resources import eigen as kader_eigen
from zaakwerk.notificaties import eigen as notificaties_eigen
from zaakwerk.notificaties.resources import NOTIFICATIES
from zaakwerk.zaken.resources import ZAKEN
from zaakwerk.zaken.resources import eigen as zaken_eigen
from zaakwerk.zgw import audittrail, openapi, operations
from zaakwerk.zgw.auth import authenticate
from zaakwerk.zgw.representation import encode
from zaakwerk.zgw.resource import Component

# Our own namespace has no resources; each room brings its operations.
EIGEN.extra = {
    **EIGEN.extra,
    **uitwisseling.ADRESSEN,
    **autorisaties_eigen.addresses(EIGEN),
    **notificaties_eigen.ADRESSEN,
    **zaken_eigen.ADRESSEN,
    **kader_eigen.ADRESSEN,
}
EIGEN.extras += uitwisseling.EXTRAS + autorisaties_eigen.EXTRAS
EIGEN.extras += notificaties_eigen.EXTRAS + zaken_eigen.EXTRAS + kader_eigen.EXTRAS
COMPONENTS = (ZAKEN, CATALOGI, DOCUMENTEN, BESLUITEN, AUTORISATIES, NOTIFICATIES, EIGEN)


def root_view(component: Component) -> operations.View:
    """GET on the base path: what clients use as a health check (2xx with a JWT)."""

    def respond(request: HttpRequest) -> HttpResponse:
        authenticate(request)
        urls = {
            r.path: f"{request.build_absolute_uri(r.path)}" for r in component.resources if not r.parent_field
        }
        return HttpResponse(encode(urls), content_type="application/json")

    return operations.api_view(component, {"GET": respond, "HEAD": respond})


def document_view(component: Component) -> operations.View:
    """GET openapi.json, open to everybody."""

    def respond(request: HttpRequest) -> HttpResponse:
        body = encode(openapi.document(component, request.build_absolute_uri(component.prefix)))
        return HttpResponse(body, content_type="application/json")

    return operations.api_view(component, {"GET": respond, "HEAD": respond})


def routes(component: Component) -> Iterator[URLPattern]:
    """Every address of a component."""
    stem = component.prefix.lstrip("/")
    yield path(f"{stem}/", root_view(component))
    yield path(f"{stem}/openapi.json", document_view(component))
    for address, view in component.extra.items():
        yield path(f"{stem}/{address}", view)
    for resource in component.resources:
        address = f"{stem}/{resource.path}".replace("{parent}", "<uuid:parent>")
        yield path(address, operations.collection(resource))
        yield path(f"{address}/<uuid:uuid>", operations.item(resource))
        if resource.audited and not resource.main:
            yield path(f"{address}/<uuid:uuid>/audittrail", audittrail.collection(resource))
            yield path(f"{address}/<uuid:uuid>/audittrail/<uuid:line>", audittrail.item(resource))


urlpatterns: list[Any] = [route for component in COMPONENTS for route in routes(component)]
