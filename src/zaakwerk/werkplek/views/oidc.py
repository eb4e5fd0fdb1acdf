"""Sign in with the organisation's own account (OpenID Connect): going there and coming back."""

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.autorisaties.oidc import client, mensen
from zaakwerk.werkplek import aanmelden
from zaakwerk.zgw.problems import Problem

LOG = logging.getLogger(__name__)
BEGUN = "oidc_begonnen"
# Several tabs may be on their way at once; the oldest makes room.
MOST_BEGUN = 5


def provider() -> client.Provider:
    """The provider; 404 when the operator named none."""
    found = aanmelden.provider()
    if found is None:
        raise Http404
    return found


def redirect_uri(request: HttpRequest) -> str:
    """Where the provider sends people back to; it must know this address."""
    path = reverse("werkplek:oidc_terug")
    return f"{settings.PUBLIC_URL}{path}" if settings.PUBLIC_URL else request.build_absolute_uri(path)


@never_cache
@require_safe
def heen(request: HttpRequest) -> HttpResponse:
    """To the provider, with what must come back remembered in the session."""
    try:
        address, begun = client.begin(provider(), redirect_uri(request))
    except client.Unreachable as error:
        return down(request, error)
    kept = dict(list(request.session.get(BEGUN, {}).items())[1 - MOST_BEGUN :])
    kept[begun.state] = [begun.nonce, begun.verifier, aanmelden.next_page(request)]
    request.session[BEGUN] = kept
    return redirect(address)


@never_cache
@require_safe
def terug(request: HttpRequest) -> HttpResponse:
    """Back from the provider: who it is, or why not; a state counts once."""
    asked, kept = provider(), request.session.get(BEGUN, {})
    state = request.GET.get("state", "")
    remembered = kept.pop(state, None)
    request.session[BEGUN] = kept
    if remembered is None:
        return no(
            request, gettext("De aanmelding is verlopen of hoort niet bij dit venster."), "unknown state"
        )
    nonce, verifier, verder = remembered
    if "error" in request.GET or not request.GET.get("code"):
        reason = request.GET.get("error", "no code")[:100]
        return no(request, gettext("De aanmelding bij uw organisatie is afgebroken."), reason)
    begun = client.Begun(state, nonce, verifier)
    try:
        found = client.finish(asked, begun, redirect_uri(request), request.GET["code"])
        medewerker = mensen.medewerker_of(found.claims, settings.OIDC_GROUPS_CLAIM)
    except client.Unreachable as error:
        return down(request, error)
    except (client.Refused, Problem) as error:
        return no(request, gettext("Het antwoord van uw organisatie klopt niet."), str(error))
    except mensen.Inactive as error:
        return no(request, gettext("Uw account is uitgezet. Vraag een beheerder."), f"{error} is inactive")
    return welcome(request, medewerker, found.id_token, verder)


def welcome(request: HttpRequest, medewerker: Medewerker, id_token: str, verder: str) -> HttpResponse:
    """A session, as after a local sign-in; the second factor is the organisation's own care."""
    aanmelden.begin_session(request, medewerker)
    request.session[aanmelden.ID_TOKEN] = id_token
    return redirect(verder)


def no(request: HttpRequest, words: str, reason: str) -> HttpResponse:
    """The reason in plain words; what exactly was wrong is in the log."""
    LOG.warning("sign-in by OIDC refused: %s", reason)
    return render(request, "werkplek/oidc_mislukt.html", {"reden": words}, status=403)


def down(request: HttpRequest, error: Exception) -> HttpResponse:
    """The provider gives no answer; local accounts still work."""
    LOG.error("sign-in by OIDC is not possible: %s", error)
    words = gettext("De inlogdienst van uw organisatie geeft geen antwoord. Probeer het later opnieuw.")
    return render(request, "werkplek/oidc_mislukt.html", {"reden": words}, status=503)
