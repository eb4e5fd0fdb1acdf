"""Calls: one authenticated request on a resource, and the frame every API view has."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt

from zaakwerk.zgw import crs, external, problems
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.auth import authenticate
from zaakwerk.zgw.links import Origin, origin_of
from zaakwerk.zgw.problems import Invalid, NotAllowed, Violation
from zaakwerk.zgw.representation import encode
from zaakwerk.zgw.resource import Component, Resource

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Call:
    """One authenticated request on a resource."""

    request: HttpRequest
    resource: Resource
    actor: Actor
    origin: Origin
    parent: str = ""

    def json(self, value: Any, status: int = 200, headers: dict[str, str] | None = None) -> HttpResponse:
        """A JSON answer with local links made absolute."""
        body = self.origin.render(value if isinstance(value, bytes) else encode(value))
        # Without its length an answer goes out in chunks; Django sets it in a middleware that APIs step over.
        sized = {**(headers or {}), "Content-Length": str(len(body))}
        return HttpResponse(body, status=status, content_type="application/json", headers=sized)


def api_view(
    component: Component, methods: dict[str, Callable[..., HttpResponseBase]], is_json: bool = True
) -> View:
    """A view for the methods given: problems become problem+json, every answer carries API-version.

    One that answers with a file is not `is_json`: clients ask for those with any Accept.
    """
    allowed = [*methods, "OPTIONS"]

    def view(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        try:
            if request.method == "OPTIONS":
                response: HttpResponseBase = HttpResponse(status=204, headers={"Allow": ", ".join(allowed)})
            elif request.method not in methods:
                raise NotAllowed(request.method or "", allowed)
            else:
                if is_json:
                    check_accept(request)
                with external.remembered():
                    response = methods[request.method](request, **kwargs)
        except problems.Problem as problem:
            response = problems.respond(problem)
        if request.method == "HEAD" and not response.streaming:
            response.content = b""  # type: ignore[attr-defined]  # the headers tell what GET would have sent
        response.headers["API-version"] = component.version
        return response

    return csrf_exempt(view)


def check_accept(request: HttpRequest) -> None:
    """406 for a client that takes no JSON."""
    accept = request.META.get("HTTP_ACCEPT", "*/*")
    if not any(
        kind in accept for kind in ("*/*", "application/json", "application/*", "application/problem+json")
    ):
        raise problems.Problem(
            406, "not_acceptable", "Not acceptable.", "Zaakwerk antwoordt met application/json."
        )


def start(resource: Resource, request: HttpRequest, parent: str = "", needs_crs: bool = True) -> Call:
    """Authenticates and checks the headers of a call."""
    actor = authenticate(request)
    if resource.needs_crs and needs_crs:
        crs.check(request)
    return Call(request, resource, actor, origin_of(request), parent)


def only_known(request: HttpRequest, known: set[str]) -> None:
    """400 for query parameters an operation does not have."""
    unknown = sorted(set(request.GET) - known)
    if unknown:
        words = f"Onbekende parameters: {', '.join(unknown)}."
        raise Invalid([Violation("unknown-parameters", words)])


def crs_header(resource: Resource) -> dict[str, str]:
    """Content-Crs on answers that may carry geometry."""
    return {"Content-Crs": crs.CRS} if resource.needs_crs else {}
