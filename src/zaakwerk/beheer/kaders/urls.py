"""Addresses of the check of frames."""

from django.urls import path

from zaakwerk.beheer.kaders import views

app_name = "kaders"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("<uuid:uuid>/", views.detail, name="kader"),
]
