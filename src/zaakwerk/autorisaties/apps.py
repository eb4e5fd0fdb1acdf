"""The autorisaties room as a Django app."""

from django.apps import AppConfig


class AutorisatiesConfig(AppConfig):
    """Gives the kernel its accounts and registers the applicaties at start-up."""

    name = "zaakwerk.autorisaties"
    label = "autorisaties"
    verbose_name = "Autorisaties"

    def ready(self) -> None:
        from zaakwerk.autorisaties import accounts, sessies
        from zaakwerk.autorisaties.resources import AUTORISATIES
        from zaakwerk.zgw import registry
        from zaakwerk.zgw.auth import ACCOUNTS

        ACCOUNTS.find = accounts.find
        sessies.listen()
        registry.register(AUTORISATIES)
