"""Addresses of the portal."""

from django.urls import path

from zaakwerk.mijn.views import inloggen, zaken

app_name = "mijn"
urlpatterns = [
    path("", zaken.start, name="start"),
    path("inloggen", inloggen.inloggen, name="inloggen"),
    path("uitloggen", inloggen.uitloggen, name="uitloggen"),
    path("zaken/", zaken.overzicht, name="zaken"),
    path("zaken/<uuid:uuid>/", zaken.zaak, name="zaak"),
    path("zaken/<uuid:uuid>/documenten/<uuid:document>", zaken.document, name="document"),
]
