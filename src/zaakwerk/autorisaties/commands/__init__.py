"""Commands of autorisaties: applicaties, and the first clients and people from the command line."""

from zaakwerk.autorisaties.commands.applicaties import (
    CreateApplicatie,
    DestroyApplicatie,
    UpdateApplicatie,
)
from zaakwerk.autorisaties.commands.first_accounts import add_client, add_user, client_faults
from zaakwerk.autorisaties.commands.geheimen import SetSecret, make_secret

__all__ = [
    "CreateApplicatie",
    "DestroyApplicatie",
    "SetSecret",
    "UpdateApplicatie",
    "add_client",
    "add_user",
    "client_faults",
    "make_secret",
]
