"""Commands of notificaties: channels, subscriptions, and messages published by others."""

from zaakwerk.notificaties.commands.abonnementen import (
    CreateAbonnement,
    DestroyAbonnement,
    UpdateAbonnement,
)
from zaakwerk.notificaties.commands.berichten import PublishBericht
from zaakwerk.notificaties.commands.kanalen import CreateKanaal

__all__ = ["CreateAbonnement", "CreateKanaal", "DestroyAbonnement", "PublishBericht", "UpdateAbonnement"]
