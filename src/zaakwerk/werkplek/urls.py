"""Addresses of the desk."""

from django.urls import path

from zaakwerk.werkplek.views import afhandelen, documenten, dossier, inloggen, nieuw, status, zaken

app_name = "werkplek"
urlpatterns = [
    path("", zaken.start, name="start"),
    path("inloggen", inloggen.Inloggen.as_view(), name="inloggen"),
    path("uitloggen", inloggen.uitloggen, name="uitloggen"),
    path("zaken/", zaken.open_zaken, name="zaken"),
    path("zaken/nieuw", nieuw.nieuwe_zaak, name="nieuwe_zaak"),
    path("zaken/<uuid:uuid>/", dossier.dossier, name="zaak"),
    path("zaken/<uuid:uuid>/status", status.zet_status, name="status"),
    path("zaken/<uuid:uuid>/afhandelen", afhandelen.afhandelen, name="afhandelen"),
    path("zaken/<uuid:uuid>/documenten/nieuw", documenten.toevoegen, name="document_toevoegen"),
    path("zaken/<uuid:uuid>/documenten/<uuid:document>", documenten.openen, name="document"),
]
