"""Addresses of the operators' screens."""

from django.urls import path

from zaakwerk.beheer.views import applicaties, clients, rechten, test

app_name = "beheer"
APPLICATIE = "applicaties/<uuid:uuid>/"
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
]
