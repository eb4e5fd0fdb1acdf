"""The zaken room as a Django app."""

from django.apps import AppConfig


class ZakenConfig(AppConfig):
    """Registers the resources of zaken at start-up."""

    name = "zaakwerk.zaken"
    label = "zaken"
    verbose_name = "Zaken"

    def ready(self) -> None:
        from zaakwerk.zaken.resources import ZAKEN
        from zaakwerk.zaken.wijzigingen import follow
        from zaakwerk.zgw import journal, registry

        registry.register(ZAKEN)
        journal.FOLLOWERS.append(follow)
