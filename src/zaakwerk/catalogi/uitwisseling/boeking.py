"""Boeking: the journal of a whole import; its messages are written at once and nothing is read again."""

from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.models import Bericht

BATCH = 500


class Boeking(Journal):
    """Collects changes of types; the Catalogi API has no audit trail, so only messages go out (4.11)."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)

    def flush(self) -> None:
        """One message per change, as single commands would have given."""
        moment = clock.now()
        told = [entry for entry in self.entries if entry.resource.channel and entry.notify]
        Bericht.objects.bulk_create([self.message(entry, moment) for entry in told], batch_size=BATCH)
