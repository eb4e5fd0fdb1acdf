"""Commands of the Zaken API: every way in which the register of zaken changes."""

from zaakwerk.zaken.commands.afhandelen import close_zaak, why_not_close
from zaakwerk.zaken.commands.documenten import LinkDocument, UnlinkDocument, UpdateDocumentLink
from zaakwerk.zaken.commands.eigenschappen import CreateEigenschap, DestroyEigenschap, UpdateEigenschap
from zaakwerk.zaken.commands.resultaten import CreateResultaat, DestroyResultaat, UpdateResultaat
from zaakwerk.zaken.commands.rollen import CreateRol, DestroyRol
from zaakwerk.zaken.commands.statussen import SetStatus
from zaakwerk.zaken.commands.zaken import CreateZaak, DestroyZaak, UpdateZaak

__all__ = [
    "CreateEigenschap",
    "CreateResultaat",
    "CreateRol",
    "CreateZaak",
    "DestroyEigenschap",
    "DestroyResultaat",
    "DestroyRol",
    "DestroyZaak",
    "LinkDocument",
    "SetStatus",
    "UnlinkDocument",
    "UpdateDocumentLink",
    "UpdateEigenschap",
    "UpdateResultaat",
    "UpdateZaak",
    "close_zaak",
    "why_not_close",
]
