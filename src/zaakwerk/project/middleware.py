"""Middleware: the web's layers, stepped over by API requests, and the headers every answer carries."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.clickjacking import XFrameOptionsMiddleware
from django.middleware.common import CommonMiddleware
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django_htmx.middleware import HtmxMiddleware
from whitenoise.middleware import WhiteNoiseMiddleware

from zaakwerk.zgw.problems import Problem

GetResponse = Callable[[HttpRequest], HttpResponseBase]
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
PORTAL_COOKIE = "zaakwerk_mijn"
PORTAL_PATHS = ("/mijn/", "/aanvragen/")


def is_lean(path: str) -> bool:
    """Whether a path belongs to an API or a probe: no session, no CSRF, no cookies."""
    return "/api/v" in path or path.startswith(("/health/", "/metrics"))


def web_only(layer: Any) -> Any:
    """The same middleware, which API requests pass at the cost of one string test."""

    class WebOnly(layer):  # type: ignore[misc]
        def __call__(self, request: HttpRequest) -> HttpResponseBase:
            if is_lean(request.path_info):
                return self.get_response(request)  # type: ignore[no-any-return]
            return super().__call__(request)  # type: ignore[no-any-return]

    WebOnly.__name__ = layer.__name__
    return WebOnly


WhiteNoise = web_only(WhiteNoiseMiddleware)
Session = web_only(SessionMiddleware)
Locale = web_only(LocaleMiddleware)
Common = web_only(CommonMiddleware)
Authentication = web_only(AuthenticationMiddleware)
Messages = web_only(MessageMiddleware)
Clickjacking = web_only(XFrameOptionsMiddleware)
Htmx = web_only(HtmxMiddleware)


class Csrf(CsrfViewMiddleware):
    """Django's CSRF protection for pages; API calls carry no cookie and need none."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_lean(request.path_info):
            return self.get_response(request)  # type: ignore[return-value]
        return super().__call__(request)  # type: ignore[return-value]

    def process_view(self, request: HttpRequest, *args: Any) -> Any:
        return None if is_lean(request.path_info) else super().process_view(request, *args)


class SecurityHeaders:
    """Content-Security-Policy, HSTS, nosniff and the length on every answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        headers = response.headers
        headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        if isinstance(response, HttpResponse) and response.status_code not in (204, 304):
            headers.setdefault("Content-Length", str(len(response.content)))
        if settings.SECURE_HSTS_SECONDS:
            headers.setdefault("Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}")
        return response


class Problems:
    """A refusal of the domain that no view caught, as a page; the APIs answer their own."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        if not isinstance(exception, Problem) or is_lean(request.path_info):
            return None
        template = {403: "403.html", 404: "404.html"}.get(exception.status, "400.html")
        return render(request, template, {"reden": str(exception)}, status=exception.status)


class PortalCookie:
    """Gives the portal its own session cookie, so that a citizen's and a clerk's session never mix.

    The session layer knows one cookie name; on portal paths this layer renames it on the way in and out.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PORTAL_PATHS):
            return self.get_response(request)
        name = settings.SESSION_COOKIE_NAME
        request.COOKIES.pop(name, None)
        if PORTAL_COOKIE in request.COOKIES:
            request.COOKIES[name] = request.COOKIES[PORTAL_COOKIE]
        response = self.get_response(request)
        morsel = response.cookies.pop(name, None)
        if morsel is not None:
            response.cookies[PORTAL_COOKIE] = morsel.value
            response.cookies[PORTAL_COOKIE].update(morsel)
        return response
