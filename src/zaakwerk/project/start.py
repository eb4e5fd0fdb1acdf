"""Start: the front door with the two faces, the accounts of the demo, and the APIs."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from zaakwerk import __version__
from zaakwerk.project.api import COMPONENTS

PURPOSES = {
    "zaken": lambda: gettext("Zaken, statussen, resultaten, rollen en eigenschappen."),
    "catalogi": lambda: gettext("Zaaktypen en wat erbij hoort."),
    "documenten": lambda: gettext("Documenten en hun versies."),
    "besluiten": lambda: gettext("Besluiten, hun termijnen en hun documenten."),
    "autorisaties": lambda: gettext("Welke applicatie wat mag."),
    "notificaties": lambda: gettext("Abonnementen op wat er verandert."),
    "zaakwerk": lambda: gettext("Wat Zaakwerk meer kan dan de standaard vraagt."),
}


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The page at /."""
    return render(request, "design/start.html", {"apis": apis(), "versie": __version__})


def apis() -> list[dict[str, Any]]:
    """The APIs with the address of their documents."""
    return [
        {
            "naam": component.title,
            "versie": component.version,
            "omschrijving": PURPOSES[component.name](),
            "url": f"{component.prefix}/",
            "openapi_url": f"{component.prefix}/openapi.json",
        }
        for component in COMPONENTS
    ]


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The picture that browsers ask for where no page names one, as in the admin."""
    return redirect(static("design/logo.svg"))


@require_safe
def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The admin's sign-in is the desk's; who is signed in and may not enter hears so."""
    if request.user.is_authenticated:
        raise PermissionDenied(gettext("Deze pagina's zijn voor beheerders. Uw account is er geen."))
    return redirect_to_login(request.GET.get("next", "/admin/"))
