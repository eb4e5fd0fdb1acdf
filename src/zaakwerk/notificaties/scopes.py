"""Scopes of the Notificaties API (1.5)."""

from zaakwerk.zgw.actors import Scopes

CONSUMEREN: Scopes = frozenset({"notificaties.consumeren"})
PUBLICEREN: Scopes = frozenset({"notificaties.publiceren"})
LEZEN: Scopes = CONSUMEREN | PUBLICEREN
