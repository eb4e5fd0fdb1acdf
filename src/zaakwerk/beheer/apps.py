"""The beheer room as a Django app."""

from django.apps import AppConfig


class BeheerConfig(AppConfig):
    """Pages and templates for operators."""

    name = "zaakwerk.beheer"
    label = "beheer"
