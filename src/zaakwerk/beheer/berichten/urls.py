"""Addresses of the messages page."""

from django.urls import path

from zaakwerk.beheer.berichten import views

app_name = "berichten"
urlpatterns = [
    path("", views.overzicht, name="overzicht"),
    path("<uuid:uuid>/", views.abonnee, name="abonnee"),
    path("<uuid:uuid>/opnieuw", views.opnieuw, name="opnieuw"),
    path("<uuid:uuid>/nu", views.nu, name="nu"),
    path("<uuid:uuid>/proef", views.proef, name="proef"),
]
