"""Addresses of the desk."""

from django.urls import path

from zaakwerk.werkplek.views import (
    afhandelen,
    documenten,
    dossier,
    inloggen,
    lijsten,
    nieuw,
    opdrachten,
    status,
    werkvoorraad,
    zaken,
    zoeken,
)

app_name = "werkplek"
urlpatterns = [
    path("", werkvoorraad.start, name="werkvoorraad"),
    path("export", werkvoorraad.export, name="werkvoorraad_export"),
    path("volgende", werkvoorraad.volgende, name="volgende"),
    path("zoeken", zoeken.zoeken, name="zoeken"),
    path("zoeken/export", zoeken.export, name="zoeken_export"),
    path("opdrachten/", opdrachten.begin, name="opdrachten"),
    path("opdrachten/<uuid:uuid>", opdrachten.opdracht, name="opdracht"),
    path("opdrachten/<uuid:uuid>/stoppen", opdrachten.stoppen, name="opdracht_stoppen"),
    path("opdrachten/<uuid:uuid>/verder", opdrachten.verder, name="opdracht_verder"),
    path("opdrachten/<uuid:uuid>/ongedaan", opdrachten.ongedaan, name="opdracht_ongedaan"),
    path("lijsten/", lijsten.lijsten, name="lijsten"),
    path("lijsten/bewaar", lijsten.bewaar, name="lijst_bewaren"),
    path("lijsten/<uuid:uuid>", lijsten.wijzig, name="lijst"),
    path("lijsten/<uuid:uuid>/verwijder", lijsten.verwijder, name="lijst_verwijderen"),
    path("weergave", lijsten.weergave, name="weergave"),
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
