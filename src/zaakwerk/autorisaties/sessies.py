"""Sessies: how long an employee stays signed in, and the way back to the page they were on."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import logout, user_logged_in
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme

View = Callable[..., HttpResponseBase]
# A session lives on while it is used, a write per quarter of an hour; after a working day one signs in anew.
RENEW_AFTER, LONGEST = 15 * 60, 12 * 3600
BEGUN, RENEWED = "aangemeld_op", "vernieuwd_op"


def note_begin(request: HttpRequest | None, **_: Any) -> None:
    """Notes when a session began."""
    if request is not None:
        request.session[BEGUN] = request.session[RENEWED] = int(time.time())


def listen() -> None:
    """Begins to note; called at start-up."""
    user_logged_in.connect(note_begin, dispatch_uid="zaakwerk.sessies")


def signed_in(view: View) -> View:
    """A view for who is signed in; others go to the sign-in page and come back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated or not keep(request):
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    return guarded


def keep(request: HttpRequest) -> bool:
    """Renews a session in use; False, and ended, when it has lasted long enough."""
    now = int(time.time())
    if now - request.session.get(BEGUN, now) > LONGEST:
        logout(request)
        return False
    if now - request.session.get(RENEWED, 0) > RENEW_AFTER:
        request.session[RENEWED] = now
        request.session.setdefault(BEGUN, now)
    return True


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way to the sign-in page, which leads back to the page the person was on."""
    address = f"{settings.LOGIN_URL}?{urlencode({'next': page_of(request)})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def page_of(request: HttpRequest) -> str:
    """The page somebody looks at: for a form that was sent or a part of a page, the page it stands on."""
    if request.method in ("GET", "HEAD") and not request.headers.get("HX-Request"):
        return request.get_full_path()
    came_from = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}):
        return request.path
    parts = urlsplit(came_from)
    return parts.path + (f"?{parts.query}" if parts.query else "")
