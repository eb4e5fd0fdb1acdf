"""The room of the base registers as a Django app."""

from django.apps import AppConfig


class BasisregistratiesConfig(AppConfig):
    """The log of what was looked up, and the built-in test source."""

    name = "zaakwerk.basisregistraties"
    label = "basisregistraties"
