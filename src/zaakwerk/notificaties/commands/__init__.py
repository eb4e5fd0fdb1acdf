"""Commands of notificaties: channels, subscriptions, messages published by others, and operators' actions."""

from zaakwerk.notificaties.commands.aanmeldingen import (
    RemoveAanmelding,
    RemoveCloudEvents,
    SetAanmelding,
    SetCloudEvents,
)
from zaakwerk.notificaties.commands.abonnementen import (
    CreateAbonnement,
    DestroyAbonnement,
    UpdateAbonnement,
)
from zaakwerk.notificaties.commands.afleveringen import SendAgain, SendTrial, TryNow
from zaakwerk.notificaties.commands.berichten import PublishBericht
from zaakwerk.notificaties.commands.kanalen import CreateKanaal

__all__ = [
    "CreateAbonnement",
    "CreateKanaal",
    "DestroyAbonnement",
    "PublishBericht",
    "RemoveAanmelding",
    "RemoveCloudEvents",
    "SendAgain",
    "SendTrial",
    "SetAanmelding",
    "SetCloudEvents",
    "TryNow",
    "UpdateAbonnement",
]
