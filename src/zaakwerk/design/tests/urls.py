"""Addresses for pages on fixed data: every name the templates link to, so the whole navigation shows."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from zaakwerk.werkplek import urls as desk


def nowhere(request: HttpRequest) -> HttpResponse:
    """Fixed pages are rendered, never visited."""
    return HttpResponse()


werkplek = [path("", nowhere, name="werkvoorraad"), *desk.urlpatterns]
mijn = [path("zaken/", nowhere, name="zaken"), path("uitloggen/", nowhere, name="uitloggen")]
urlpatterns = [
    path("taal/", nowhere, name="set_language"),
    path("werk/", include((werkplek, "werkplek"))),
    path("mijn/", include((mijn, "mijn"))),
]
