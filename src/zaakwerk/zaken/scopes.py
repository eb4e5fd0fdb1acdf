"""Scopes of the Zaken API (1.5)."""

from zaakwerk.zgw.actors import Scopes, any_of

LEZEN: Scopes = any_of(["zaken.lezen"])
AANMAKEN: Scopes = any_of(["zaken.aanmaken"])
BIJWERKEN: Scopes = any_of(["zaken.bijwerken"])
GEFORCEERD_BIJWERKEN: Scopes = any_of(["zaken.geforceerd-bijwerken"])
VERWIJDEREN: Scopes = any_of(["zaken.verwijderen"])
STATUSSEN_TOEVOEGEN: Scopes = any_of(["zaken.statussen.toevoegen"])
HEROPENEN: Scopes = any_of(["zaken.heropenen"])
WRITE: Scopes = BIJWERKEN | GEFORCEERD_BIJWERKEN
