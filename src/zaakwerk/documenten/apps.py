"""The documenten room as a Django app."""

from django.apps import AppConfig


class DocumentenConfig(AppConfig):
    """Registers the resources of documents at start-up."""

    name = "zaakwerk.documenten"
    label = "documenten"
    verbose_name = "Documenten"

    def ready(self) -> None:
        from zaakwerk.documenten.resources import DOCUMENTEN
        from zaakwerk.zgw import registry

        registry.register(DOCUMENTEN)
