"""The kader room as a Django app."""

from django.apps import AppConfig


class KaderConfig(AppConfig):
    """Registers what the frame keeps of a zaak at start-up."""

    name = "zaakwerk.kader"
    label = "kader"
    verbose_name = "Kader"

    def ready(self) -> None:
        from zaakwerk.kader.resources import eigen
        from zaakwerk.zgw import registry

        registry.register(eigen.COMPONENT)
