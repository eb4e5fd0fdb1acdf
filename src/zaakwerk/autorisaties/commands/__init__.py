"""Commands of autorisaties: applicaties, people and their rights, and the first accounts."""

from zaakwerk.autorisaties.commands.applicaties import (
    CreateApplicatie,
    DestroyApplicatie,
    UpdateApplicatie,
)
from zaakwerk.autorisaties.commands.first_accounts import add_client, add_user, client_faults
from zaakwerk.autorisaties.commands.geheimen import SetSecret, make_secret
from zaakwerk.autorisaties.commands.groepen import DestroyGroep, GiveToekenning, SaveGroep, TakeToekenning
from zaakwerk.autorisaties.commands.medewerkers import (
    CreateMedewerker,
    EndSessions,
    ResetSecondFactor,
    SetActive,
    SetPassword,
    UpdateMedewerker,
)
from zaakwerk.autorisaties.commands.toegang import (
    AskToegang,
    DecideToegang,
    ShieldZaak,
    WithdrawZaakrecht,
    may_decide,
)

__all__ = [
    "AskToegang",
    "CreateApplicatie",
    "CreateMedewerker",
    "DecideToegang",
    "DestroyApplicatie",
    "DestroyGroep",
    "EndSessions",
    "GiveToekenning",
    "ResetSecondFactor",
    "SaveGroep",
    "SetActive",
    "SetPassword",
    "SetSecret",
    "ShieldZaak",
    "TakeToekenning",
    "UpdateApplicatie",
    "UpdateMedewerker",
    "WithdrawZaakrecht",
    "add_client",
    "add_user",
    "client_faults",
    "make_secret",
    "may_decide",
]
