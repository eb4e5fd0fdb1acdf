"""Scopes of the Autorisaties API (1.5)."""

from zaakwerk.zgw.actors import Scopes

LEZEN: Scopes = frozenset({"autorisaties.lezen"})
BIJWERKEN: Scopes = frozenset({"autorisaties.bijwerken"})
