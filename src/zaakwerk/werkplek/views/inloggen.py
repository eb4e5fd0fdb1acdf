"""Sign in with a local account, step by step, and out."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from zaakwerk.autorisaties import remming, tweede_factor
from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.autorisaties.oidc import client
from zaakwerk.werkplek import aanmelden
from zaakwerk.werkplek.forms import InlogForm
from zaakwerk.werkplek.inlogforms import CodeForm


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def inloggen(request: HttpRequest) -> HttpResponse:
    """Name and password; whoever tried too often waits first."""
    if request.user.is_authenticated:
        return redirect(aanmelden.next_page(request))
    form = InlogForm(request, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        name = request.POST.get("username", "").replace("\x00", "")[:150]
        found = check_password(request, form, name)
        if found is not None:
            return aanmelden.after_password(request, found)
    context = {"form": form, "next": aanmelden.next_page(request), **aanmelden.oidc_context(request)}
    return render(request, "werkplek/inloggen.html", context)


def check_password(request: HttpRequest, form: InlogForm, name: str) -> Medewerker | None:
    """Who it is; None, with the reason on the form, for a wrong password or a try too many."""
    where, now = remming.places(request, name), remming.now()
    wait = remming.seconds_to_wait(where, now)
    if wait:
        remming.log_attempt(name, "not looked at, too many failures")
        form.refuse(aanmelden.too_often(wait))
        return None
    if not form.is_valid():
        if name and request.POST.get("password"):
            remming.note_failure(where, now)
            remming.log_attempt(name, "wrong password")
        return None
    found: Medewerker = form.get_user()
    remming.note_success(where)
    return found


@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The second step: a code of the app, or a recovery code."""
    medewerker = aanmelden.pending(request)
    if medewerker is None:
        return redirect(aanmelden.address("inloggen", request))
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and check_code(form, medewerker):
        return aanmelden.complete(request, medewerker)
    context = {"form": form, "next": aanmelden.next_page(request)}
    return render(request, "werkplek/code.html", context, status=400 if form.errors else 200)


def check_code(form: CodeForm, medewerker: Medewerker) -> bool:
    """Whether the code is right; else the reason stands on the form."""
    where, now = remming.code_places(medewerker), remming.now()
    wait = remming.seconds_to_wait(where, now)
    if wait:
        form.add_error("code", aanmelden.too_often(wait))
    elif not tweede_factor.accepts(medewerker, form.cleaned_data["code"]):
        remming.note_failure(where, now)
        remming.log_attempt(medewerker.username, "wrong code")
        words = gettext("Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app.")
        form.add_error("code", words)
    else:
        remming.note_success(where)
    return not form.errors


@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """Ends the session, and the one at the organisation's own sign-in."""
    id_token, provider = request.session.get(aanmelden.ID_TOKEN, ""), aanmelden.provider()
    logout(request)
    back_to = request.build_absolute_uri(reverse("werkplek:inloggen"))
    elsewhere = client.sign_out_address(provider, id_token, back_to) if provider and id_token else ""
    if elsewhere:
        # A page and no redirect: browsers hold the redirects of a form to the CSP's form-action.
        return render(request, "werkplek/uitgelogd.html", {"verder_url": elsewhere})
    return redirect("werkplek:inloggen")
