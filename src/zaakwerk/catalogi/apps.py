"""The catalogi room as a Django app."""

from django.apps import AppConfig


class CatalogiConfig(AppConfig):
    """Registers the catalogue's resources at start-up."""

    name = "zaakwerk.catalogi"
    label = "catalogi"
    verbose_name = "Catalogi"

    def ready(self) -> None:
        from zaakwerk.catalogi.groepen import catalogus_of
        from zaakwerk.catalogi.resources import CATALOGI
        from zaakwerk.zgw import registry
        from zaakwerk.zgw.actors import GROUPS

        registry.register(CATALOGI)
        GROUPS.find = catalogus_of
