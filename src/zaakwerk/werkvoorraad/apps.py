"""The werkvoorraad room as a Django app."""

from django.apps import AppConfig


class WerkvoorraadConfig(AppConfig):
    """Tables of snoozes, saved lists, choices of columns and jobs."""

    name = "zaakwerk.werkvoorraad"
    label = "werkvoorraad"
    verbose_name = "Werkvoorraad"

    def ready(self) -> None:
        from zaakwerk.werkvoorraad import commands  # noqa: F401 - registers the rules at start-up
