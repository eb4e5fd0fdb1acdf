"""Aanmelden: from a right password to a session, by way of the second factor where there is one."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext, ngettext

from zaakwerk.autorisaties import remming, tweede_factor
from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.autorisaties.oidc.client import Provider
from zaakwerk.zgw import secrets

PENDING, NEW_SECRET, ID_TOKEN = "tweede_stap", "nieuw_geheim", "oidc_id_token"
BACKEND = "django.contrib.auth.backends.ModelBackend"
# Between password and code.
PATIENCE = 10 * 60


def next_page(request: HttpRequest) -> str:
    """Where to go afterwards: a page of ours, else the start of the desk."""
    asked: str = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if is_ours else settings.LOGIN_REDIRECT_URL


def address(name: str, request: HttpRequest) -> str:
    """The address of a step of signing in that knows where to go afterwards."""
    return f"{reverse(f'werkplek:{name}')}?{urlencode({'next': next_page(request)})}"


def after_password(request: HttpRequest, medewerker: Medewerker) -> HttpResponse:
    """The next step: a code, setting up the second factor, or the desk."""
    has_factor = tweede_factor.of(medewerker) is not None
    if not has_factor and not tweede_factor.must_have(medewerker, request.get_host()):
        return complete(request, medewerker)
    request.session.cycle_key()
    mark = medewerker.get_session_auth_hash()
    request.session[PENDING] = {"pk": medewerker.pk, "merk": mark, "op": int(time.time())}
    return redirect(address("code" if has_factor else "tweede_factor", request))


def pending(request: HttpRequest) -> Medewerker | None:
    """Who waits for the second step in this session; None when nobody does, or too long."""
    kept = request.session.get(PENDING)
    if not kept or time.time() - kept["op"] > PATIENCE:
        return None
    found = Medewerker.objects.filter(pk=kept["pk"], is_active=True).first()
    return found if found and found.get_session_auth_hash() == kept["merk"] else None


def complete(request: HttpRequest, medewerker: Medewerker) -> HttpResponse:
    """Signs in, remembers the browser, and goes where the person wanted to be."""
    target = next_page(request)
    begin_session(request, medewerker)
    response = redirect(target)
    remming.remember_browser(response, medewerker, settings.IS_SECURE)
    return response


def begin_session(request: HttpRequest, medewerker: Medewerker) -> None:
    """The session, with a key nobody knew before."""
    for name in (PENDING, NEW_SECRET):
        request.session.pop(name, None)
    login(request, medewerker, backend=BACKEND)
    remming.log_attempt(medewerker.username, "signed in")


def wait_words(seconds: int) -> str:
    """How long to wait, in words."""
    if seconds < 60:
        return ngettext("Wacht %(n)s seconde.", "Wacht %(n)s seconden.", seconds) % {"n": seconds}
    minutes = -(-seconds // 60)
    return ngettext("Wacht %(n)s minuut.", "Wacht %(n)s minuten.", minutes) % {"n": minutes}


def too_often(seconds: int) -> str:
    """Why the attempt was not looked at."""
    words = gettext("Er ging hier te vaak iets mis. Deze poging telt niet.")
    return f"{words} {wait_words(seconds)}"


def new_secret(request: HttpRequest) -> str:
    """The secret somebody is setting up in this session, the same while they do; encrypted at rest."""
    kept = secrets.decrypt(request.session.get(NEW_SECRET, ""))
    if kept:
        return kept
    made = tweede_factor.make_secret()
    request.session[NEW_SECRET] = secrets.encrypt(made)
    return made


def provider() -> Provider | None:
    """Where the organisation signs in; None when the operator named nothing."""
    if not settings.OIDC_ISSUER:
        return None
    return Provider(settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET)


def oidc_context(request: HttpRequest) -> dict[str, Any]:
    """What the sign-in page shows of the organisation's own sign-in."""
    if provider() is None:
        return {}
    return {
        "oidc_url": address("oidc", request),
        "oidc_naam": gettext("Inloggen met uw organisatieaccount"),
    }
