"""The notificaties room as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class NotificatiesConfig(AppConfig):
    """Registers the API at start-up, and our own channels after every migrate."""

    name = "zaakwerk.notificaties"
    label = "notificaties"
    verbose_name = "Notificaties"

    def ready(self) -> None:
        from zaakwerk.notificaties.channels import register_channels
        from zaakwerk.notificaties.resources import NOTIFICATIES
        from zaakwerk.zgw import registry

        registry.register(NOTIFICATIES)
        post_migrate.connect(register_channels, sender=self)
