"""Django's handle on the selectielijst; it has no tables, its facts come with the package."""

from django.apps import AppConfig


class SelectielijstConfig(AppConfig):
    """The selectielijst as an installed app."""

    name = "zaakwerk.selectielijst"
    verbose_name = "Selectielijst"
