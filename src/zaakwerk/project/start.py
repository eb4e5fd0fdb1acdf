"""Start: the front door with the two faces, the accounts of the demo, and the APIs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from zaakwerk import __version__
from zaakwerk.project.api import COMPONENTS

PURPOSES = {
    "zaken": lambda: gettext("Zaken, statussen, resultaten, rollen en eigenschappen."),
    "catalogi": lambda: gettext("Zaaktypen en wat erbij hoort."),
    "documenten": lambda: gettext("Documenten en hun versies."),
    "besluiten": lambda: gettext("Besluiten en de documenten waarin ze staan."),
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
