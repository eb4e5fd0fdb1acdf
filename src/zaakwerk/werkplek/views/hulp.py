"""What pages need besides their content: drafts, undo, and the keys."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from zaakwerk.werkplek import concepten, herstel
from zaakwerk.werkplek.toegang import find_zaak, medewerker_view
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Problem

KEYS_COOKIE, OFF = "zaakwerk_toetsen", "uit"
A_YEAR = 365 * 24 * 3600


@require_POST
def concept_bewaren(request: HttpRequest) -> HttpResponseBase:
    """Keeps what is typed so far; the form proves whose it is, so an ended session loses nothing."""
    return HttpResponse(status=204 if concepten.keep_sent(request) else 403)


@require_POST
@medewerker_view
def concept_weg(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """Throws a draft away and shows the form anew."""
    user: Any = request.user
    key = concepten.key_in(request)
    if key:
        concepten.Blad(user.pk, key).done()
    return redirect(own_path(request, request.POST.get("terug", "")))


def own_path(request: HttpRequest, path: str) -> str:
    """A path of ours to go back to; the desk for anything else."""
    is_ours = url_has_allowed_host_and_scheme(path, {request.get_host()}) and not urlsplit(path).netloc
    return path if is_ours and path.startswith("/") else settings.LOGIN_REDIRECT_URL


@require_POST
@medewerker_view
def ongedaan(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponseBase:
    """Takes the last change back, if it still can be."""
    zaak = find_zaak(actor, uuid)
    offered = herstel.offered(request, zaak)
    herstel.withdraw(request)
    if offered is None:
        messages.info(request, gettext("Er is niets om ongedaan te maken."))
    else:
        try:
            herstel.undo(actor, zaak, offered["regel"])
        except Problem as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, gettext("Ongedaan gemaakt."))
    return redirect(own_path(request, request.POST.get("terug", "")))


@require_http_methods(["GET", "POST"])
@medewerker_view
def toetsen(request: HttpRequest, actor: Actor) -> HttpResponseBase:
    """The keys, and switching single keys off or on (WCAG 2.1.4)."""
    if request.method != "POST":
        return render(request, "werkplek/toetsen.html")
    response = redirect("werkplek:toetsen")
    value = OFF if request.POST.get("toetsen") == OFF else "aan"
    response.set_cookie(KEYS_COOKIE, value, max_age=A_YEAR, samesite="Lax", httponly=True)
    return response
