"""Addresses of the operators' screens."""

from django.urls import path

from zaakwerk.beheer.views import applicaties, clients, groepen, medewerkers, rechten, test, waarom

app_name = "beheer"
APPLICATIE = "applicaties/<uuid:uuid>/"
MEDEWERKER, GROEP = "medewerkers/<uuid:uuid>/", "groepen/<uuid:uuid>/"
urlpatterns = [
    path("", applicaties.start, name="start"),
    path("applicaties/", applicaties.lijst, name="applicaties"),
    path("applicaties/nieuw", applicaties.nieuw, name="applicatie_nieuw"),
    path(APPLICATIE, applicaties.detail, name="applicatie"),
    path(f"{APPLICATIE}wijzigen", applicaties.wijzigen, name="applicatie_wijzigen"),
    path(f"{APPLICATIE}verwijderen", applicaties.verwijderen, name="applicatie_verwijderen"),
    path(f"{APPLICATIE}clients/nieuw", clients.nieuw, name="client_nieuw"),
    path(f"{APPLICATIE}clients/<int:pk>/geheim", clients.geheim, name="client_geheim"),
    path(f"{APPLICATIE}clients/<int:pk>/verwijderen", clients.verwijderen, name="client_verwijderen"),
    path(f"{APPLICATIE}rechten/nieuw", rechten.kies, name="recht_nieuw"),
    path(f"{APPLICATIE}rechten/nieuw/<slug:component>", rechten.toevoegen, name="recht_toevoegen"),
    path(f"{APPLICATIE}rechten/<slug:merk>/wijzigen", rechten.wijzigen, name="recht_wijzigen"),
    path(f"{APPLICATIE}rechten/<slug:merk>/verwijderen", rechten.verwijderen, name="recht_verwijderen"),
    path("mag-deze-client", test.mag, name="test"),
    path("medewerkers/", medewerkers.lijst, name="medewerkers"),
    path("medewerkers/nieuw", medewerkers.nieuw, name="medewerker_nieuw"),
    path(MEDEWERKER, medewerkers.detail, name="medewerker"),
    path(f"{MEDEWERKER}wijzigen", medewerkers.wijzigen, name="medewerker_wijzigen"),
    path(f"{MEDEWERKER}wachtwoord", medewerkers.wachtwoord, name="medewerker_wachtwoord"),
    path(f"{MEDEWERKER}uitzetten", medewerkers.uitzetten, name="medewerker_uitzetten"),
    path(f"{MEDEWERKER}aanzetten", medewerkers.aanzetten, name="medewerker_aanzetten"),
    path(f"{MEDEWERKER}tweede-stap", medewerkers.factor_weg, name="medewerker_factor_weg"),
    path(f"{MEDEWERKER}uitloggen", medewerkers.uitloggen, name="medewerker_uitloggen"),
    path(f"{MEDEWERKER}rollen/nieuw", groepen.rol_voor_medewerker, name="medewerker_rol"),
    path("groepen/", groepen.lijst, name="groepen"),
    path("groepen/nieuw", groepen.nieuw, name="groep_nieuw"),
    path(GROEP, groepen.detail, name="groep"),
    path(f"{GROEP}wijzigen", groepen.wijzigen, name="groep_wijzigen"),
    path(f"{GROEP}verwijderen", groepen.verwijderen, name="groep_verwijderen"),
    path(f"{GROEP}rollen/nieuw", groepen.rol_voor_groep, name="groep_rol"),
    path("rollen/<uuid:uuid>/verwijderen", groepen.rol_weg, name="rol_weg"),
    path("waarom", waarom.waarom, name="waarom"),
]
