"""One's own account: the second factor, the password, and signing out everywhere."""

import io
from typing import Any

import segno
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zaakwerk.autorisaties import remming, tweede_factor
from zaakwerk.autorisaties.commands import EndSessions
from zaakwerk.autorisaties.models import Herstelcode, Medewerker
from zaakwerk.autorisaties.sessies import signed_in
from zaakwerk.werkplek import aanmelden
from zaakwerk.werkplek.inlogforms import BevestigForm, WachtwoordForm
from zaakwerk.werkplek.toegang import medewerker_view
from zaakwerk.zgw.actors import Actor


@never_cache
@require_safe
@signed_in
def account(request: HttpRequest) -> HttpResponse:
    """What there is of one's account, with what one can do."""
    user: Any = request.user
    context = {
        "medewerker": user,
        "factor": tweede_factor.of(user),
        "herstelcodes": Herstelcode.objects.filter(medewerker=user).count(),
        "is_verplicht": tweede_factor.must_have(user, request.get_host()),
        "groepen": list(user.groepen.order_by("naam")),
    }
    return render(request, "werkplek/account.html", context)


def subject(request: HttpRequest) -> Medewerker | None:
    """Who sets up a second factor: who is signed in, or who must before they can be."""
    user: Any = request.user
    if user.is_authenticated:
        return user  # type: ignore[no-any-return]
    waiting = aanmelden.pending(request)
    return waiting if waiting and tweede_factor.of(waiting) is None else None


@never_cache
@require_http_methods(["GET", "POST"])
def instellen(request: HttpRequest) -> HttpResponse:
    """Sets up the app: a QR code, and the first code as proof; then the recovery codes, once."""
    medewerker = subject(request)
    if medewerker is None:
        return redirect(aanmelden.address("inloggen", request))
    form = BevestigForm(request.POST if request.method == "POST" else None)
    secret = aanmelden.new_secret(request)
    if request.method == "POST" and form.is_valid():
        step = tweede_factor.step_of(secret, form.cleaned_data["code"])
        if step is not None:
            return keep(request, medewerker, secret, step)
        words = gettext("Deze code klopt niet. Kijk of de klok van uw telefoon goed staat.")
        form.add_error("code", words)
    context = {
        "form": form,
        "next": aanmelden.next_page(request),
        "geheim": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "is_verplicht": not request.user.is_authenticated,
    }
    return render(request, "werkplek/tweede_factor.html", context, status=400 if form.errors else 200)


def keep(request: HttpRequest, medewerker: Medewerker, secret: str, step: int) -> HttpResponse:
    """Keeps the second factor, signs in who was on their way, and shows the recovery codes."""
    verder, is_new_session = aanmelden.next_page(request), not request.user.is_authenticated
    codes = tweede_factor.set_up(medewerker, secret, step)
    request.session.pop(aanmelden.NEW_SECRET, None)
    if is_new_session:
        aanmelden.begin_session(request, medewerker)
    response = show_codes(request, codes, verder)
    remming.remember_browser(response, medewerker, request.is_secure())
    return response


def show_codes(request: HttpRequest, codes: Any, verder: str) -> HttpResponse:
    """The only page that ever shows recovery codes."""
    return render(request, "werkplek/herstelcodes.html", {"codes": codes, "verder_url": verder})


@never_cache
@require_safe
def qr(request: HttpRequest) -> HttpResponse:
    """The QR code as a picture of its own: it holds a secret, so no cache keeps it."""
    medewerker = subject(request)
    if medewerker is None or aanmelden.NEW_SECRET not in request.session:
        raise Http404
    stream = io.BytesIO()
    text = tweede_factor.address_of(aanmelden.new_secret(request), medewerker)
    segno.make(text, error="m").save(stream, kind="svg", scale=5, border=4, light="#fff", xmldecl=False)
    return HttpResponse(stream.getvalue(), content_type="image/svg+xml")


@never_cache
@require_POST
@signed_in
def nieuwe_codes(request: HttpRequest) -> HttpResponse:
    """Ten new recovery codes instead of the old ones."""
    user: Any = request.user
    if tweede_factor.of(user) is None:
        return redirect("werkplek:account")
    return show_codes(request, tweede_factor.renew_recovery_codes(user), request.path.rpartition("/")[0])


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def wachtwoord(request: HttpRequest) -> HttpResponse:
    """A new password; other sessions end, this one goes on."""
    user: Any = request.user
    if not user.has_usable_password():
        raise Http404
    form = WachtwoordForm(user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        update_session_auth_hash(request, form.save())
        messages.success(
            request, gettext("Uw wachtwoord is gewijzigd. Op andere apparaten logt u opnieuw in.")
        )
        return redirect("werkplek:account")
    return render(request, "werkplek/wachtwoord.html", {"form": form}, status=400 if form.errors else 200)


@require_POST
@medewerker_view
def overal_uitloggen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Ends every session of one's own, this one too."""
    EndSessions(actor=actor, instance=Medewerker.objects.get(username=actor.gebruiker_id)).run()
    logout(request)
    return redirect("werkplek:inloggen")
