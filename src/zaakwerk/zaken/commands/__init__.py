"""Commands of the Zaken API: every way in which the register of zaken changes."""

from zaakwerk.zaken.commands.afhandelen import close_zaak, why_not_close
from zaakwerk.zaken.commands.documenten import LinkDocument, UnlinkDocument, UpdateDocumentLink
from zaakwerk.zaken.commands.eigenschappen import CreateEigenschap, DestroyEigenschap, UpdateEigenschap
from zaakwerk.zaken.commands.notities import CreateNotitie, DestroyNotitie, UpdateNotitie
from zaakwerk.zaken.commands.nummers import ReserveNumbers
from zaakwerk.zaken.commands.objecten import CreateObject, DestroyObject, UpdateObject
from zaakwerk.zaken.commands.relaties import (
    CreateKlantContact,
    CreateZaakBesluit,
    DestroyZaakBesluit,
    LinkContactMoment,
    LinkVerzoek,
    UnlinkContactMoment,
    UnlinkVerzoek,
    before_besluiten_change,
    besluiten_changed,
    link_besluit,
    unlink_besluit,
)
from zaakwerk.zaken.commands.resultaten import CreateResultaat, DestroyResultaat, UpdateResultaat
from zaakwerk.zaken.commands.rollen import CreateRol, DestroyRol
from zaakwerk.zaken.commands.statussen import SetStatus
from zaakwerk.zaken.commands.zaken import CreateZaak, DestroyZaak, UpdateZaak

__all__ = [
    "CreateEigenschap",
    "CreateKlantContact",
    "CreateNotitie",
    "CreateObject",
    "CreateResultaat",
    "CreateRol",
    "CreateZaak",
    "CreateZaakBesluit",
    "DestroyEigenschap",
    "DestroyNotitie",
    "DestroyObject",
    "DestroyResultaat",
    "DestroyRol",
    "DestroyZaak",
    "DestroyZaakBesluit",
    "LinkContactMoment",
    "LinkDocument",
    "LinkVerzoek",
    "ReserveNumbers",
    "SetStatus",
    "UnlinkContactMoment",
    "UnlinkDocument",
    "UnlinkVerzoek",
    "UpdateDocumentLink",
    "UpdateEigenschap",
    "UpdateNotitie",
    "UpdateObject",
    "UpdateResultaat",
    "UpdateZaak",
    "before_besluiten_change",
    "besluiten_changed",
    "close_zaak",
    "link_besluit",
    "unlink_besluit",
    "why_not_close",
]
