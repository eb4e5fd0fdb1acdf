"""The werkplek room as a Django app."""

from django.apps import AppConfig


class WerkplekConfig(AppConfig):
    """Pages and templates of the desk."""

    name = "zaakwerk.werkplek"
    label = "werkplek"
