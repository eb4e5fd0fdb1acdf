"""The zaken room as a Django app."""

from django.apps import AppConfig


class ZakenConfig(AppConfig):
    """Registers the resources of zaken at start-up."""

    name = "zaakwerk.zaken"
    label = "zaken"
    verbose_name = "Zaken"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from zaakwerk.zaken import elders, inzage, tellingen
        from zaakwerk.zaken.commands.herleiden import catch_up
        from zaakwerk.zaken.resources import ZAKEN
        from zaakwerk.zaken.wijzigingen import follow
        from zaakwerk.zgw import chores, journal, registry

        registry.register(ZAKEN)
        journal.FOLLOWERS.append(follow)
        chores.CHORES += [inzage.remove_old, elders.tidy, catch_up]
        post_migrate.connect(tellingen.install, sender=self)
