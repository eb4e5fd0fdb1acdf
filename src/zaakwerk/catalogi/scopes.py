"""Scopes of the Catalogi API (1.5), and who else may read it (ztc-014)."""

from zaakwerk.zgw.actors import Scopes, any_of

LEZEN: Scopes = any_of(["catalogi.lezen"])
SCHRIJVEN: Scopes = any_of(["catalogi.schrijven"])
GEFORCEERD_SCHRIJVEN: Scopes = any_of(["catalogi.geforceerd-schrijven"])
GEFORCEERD_VERWIJDEREN: Scopes = any_of(["catalogi.geforceerd-verwijderen"])

READERS: Scopes = any_of(["zaken.lezen", "documenten.lezen"])
WIJZIGEN: Scopes = SCHRIJVEN | GEFORCEERD_SCHRIJVEN
VERWIJDEREN: Scopes = SCHRIJVEN | GEFORCEERD_VERWIJDEREN
