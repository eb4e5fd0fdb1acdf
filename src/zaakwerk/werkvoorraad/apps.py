"""The werkvoorraad room as a Django app."""

from django.apps import AppConfig


class WerkvoorraadConfig(AppConfig):
    """Registers the rules at start-up, and keeps the search index beside what changes."""

    name = "zaakwerk.werkvoorraad"
    label = "werkvoorraad"
    verbose_name = "Werkvoorraad"

    def ready(self) -> None:
        from zaakwerk.werkvoorraad import rules, zoektekst  # noqa: F401 - rules register at start-up
        from zaakwerk.zgw import journal

        journal.FOLLOWERS.append(zoektekst.follow)
