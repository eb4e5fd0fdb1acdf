"""Sign in with the simulated DigiD, clearly marked and for loopback addresses only; and sign out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from zaakwerk.mijn import persoon, weergave
from zaakwerk.mijn.forms import NummerForm
from zaakwerk.zgw.actors import Person


@require_http_methods(["GET", "POST"])
def inloggen(request: HttpRequest) -> HttpResponse:
    """Chooses a test person; refused on any address that is not loopback."""
    if not persoon.is_simulation_allowed(request):
        words = gettext(
            "De nagebootste DigiD werkt alleen op deze computer zelf, nooit op een openbaar adres."
        )
        return render(request, "403.html", {"reden": words}, status=403)
    form = NummerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        persoon.sign_in(request, Person(*form.cleaned_data["nummer"]))
        return redirect(destination(request))
    context: dict[str, Any] = {
        "organisatie": weergave.organisatie(),
        "personen": weergave.test_persons(),
        "veld": "nummer",
        "form": form,
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    return render(request, "mijn/inloggen.html", context, status=400 if form.is_bound else 200)


def destination(request: HttpRequest) -> str:
    """Where the person wanted to go, within the portal."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    is_ours = wanted.startswith("/mijn/") and url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if is_ours else "/mijn/zaken/"


@require_POST
def uitloggen(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    request.session.flush()
    return redirect("mijn:inloggen")
