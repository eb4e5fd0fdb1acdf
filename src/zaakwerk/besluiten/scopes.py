"""Scopes of the Besluiten API (1.5)."""

from zaakwerk.zgw.actors import Scopes, any_of

LEZEN: Scopes = any_of(["besluiten.lezen"])
AANMAKEN: Scopes = any_of(["besluiten.aanmaken"])
BIJWERKEN: Scopes = any_of(["besluiten.bijwerken"])
VERWIJDEREN: Scopes = any_of(["besluiten.verwijderen"])
