"""The mijn room as a Django app."""

from django.apps import AppConfig


class MijnConfig(AppConfig):
    """Pages and templates of the portal."""

    name = "zaakwerk.mijn"
    label = "mijn"
