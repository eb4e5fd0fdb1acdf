"""Cleanup: what was delivered goes after a week; what was given up stays for an operator to see."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from zaakwerk.notificaties.models import Aflevering
from zaakwerk.zgw.models import Bericht

KEEP = timedelta(days=7)
BATCH = 1000


def remove_old(moment: datetime) -> int:
    """Removes old delivered rows and messages that nobody waits for; returns how many rows went."""
    limit = moment - KEEP
    removed = remove(Aflevering.objects.filter(afgeleverd_op__lt=limit))
    is_kept = Exists(Aflevering.objects.filter(bericht=OuterRef("pk")))
    return removed + remove(Bericht.objects.filter(~is_kept, is_verdeeld=True, aanmaakdatum__lt=limit))


def remove(rows: QuerySet[Any]) -> int:
    """Deletes in small transactions, so that nobody waits long for a lock."""
    removed = 0
    while batch := list(rows.order_by("id").values_list("pk", flat=True)[:BATCH]):
        rows.model._default_manager.filter(pk__in=batch).delete()
        removed += len(batch)
    return removed
