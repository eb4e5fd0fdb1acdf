"""Scopes of the Documenten API (1.5)."""

from zaakwerk.zgw.actors import any_of

LEZEN = any_of(["documenten.lezen"])
AANMAKEN = any_of(["documenten.aanmaken"])
# C-28: geforceerd-bijwerken has no function of its own; it counts as bijwerken.
BIJWERKEN = any_of(["documenten.bijwerken", "documenten.geforceerd-bijwerken"])
VERWIJDEREN = any_of(["documenten.verwijderen"])
LOCK = any_of(["documenten.lock"])
GEFORCEERD_UNLOCK = any_of(["documenten.geforceerd-unlock"])
