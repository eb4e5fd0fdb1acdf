"""The besluiten room as a Django app."""

from django.apps import AppConfig


class BesluitenConfig(AppConfig):
    """Registers the resources of besluiten at start-up, and answers what the room of zaken asks."""

    name = "zaakwerk.besluiten"
    label = "besluiten"
    verbose_name = "Besluiten"

    def ready(self) -> None:
        from zaakwerk.besluiten import queries
        from zaakwerk.besluiten.resources import BESLUITEN, MirroredBesluit
        from zaakwerk.zaken import besluiten as port
        from zaakwerk.zaken.resources import dossier
        from zaakwerk.zaken.resources.relaties import ZAAKBESLUITEN
        from zaakwerk.zgw import registry

        registry.register(BESLUITEN)
        port.register(queries)
        # Declared in the room of zaken, which does not know what a besluit looks like.
        ZAAKBESLUITEN.expansions = (MirroredBesluit("besluit"),)
        dossier.BELOW["besluiten"] = "besluit.besluittype"
