"""Errors: the pages and problem documents for what no view answers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zaakwerk.project.middleware import is_lean
from zaakwerk.zgw import problems


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404 in the form of the asker: problem+json under an API, a page elsewhere."""
    if is_lean(request.path_info):
        return problems.respond(problems.NotFound())
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, also for a host name that is not ours."""
    if is_lean(request.path_info):
        return problems.respond(problems.Problem(400, "invalid", "Ongeldig verzoek."))
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a plain answer without a trace; the trace is in the log."""
    if is_lean(request.path_info):
        return problems.respond(problems.Problem(500, "error", "Er is iets misgegaan."))
    return render(request, "500.html", status=500)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 page; an exception may bring what more the page may tell."""
    context = {"reden": str(exception or ""), **getattr(exception, "context", {})}
    return render(request, "403.html", context, status=403)


def csrf_failure(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:
    """403 page for a form that was open too long or came from elsewhere."""
    return render(request, "403.html", {"formulier_verlopen": True}, status=403)
