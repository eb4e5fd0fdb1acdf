"""Cleanup: what was delivered goes after a week; what was given up stays for an operator to see."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from zaakwerk.notificaties.models import Aflevering
from zaakwerk.zgw.chores import remove
from zaakwerk.zgw.models import Bericht

KEEP = timedelta(days=7)


def remove_old(moment: datetime) -> int:
    """Removes old delivered rows and messages that nobody waits for; returns how many rows went."""
    limit = moment - KEEP
    removed = remove(Aflevering.objects.filter(afgeleverd_op__lt=limit))
    is_kept = Exists(Aflevering.objects.filter(bericht=OuterRef("pk")))
    return removed + remove(Bericht.objects.filter(~is_kept, is_verdeeld=True, aanmaakdatum__lt=limit))
