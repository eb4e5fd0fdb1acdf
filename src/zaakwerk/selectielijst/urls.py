"""Paths of the selectielijst API, below /selectielijst/api/v1/."""

from django.urls import path

from zaakwerk.selectielijst import resources

urlpatterns = [
    path("procestypen", resources.procestypen),
    path("procestypen/<str:uuid>", resources.procestype),
    path("resultaten", resources.resultaten),
    path("resultaten/<str:uuid>", resources.resultaat),
    path("resultaattypeomschrijvingen", resources.omschrijvingen),
    path("resultaattypeomschrijvingen/<str:uuid>", resources.omschrijving),
]
