"""Distribution: outbox rows become one aflevering per abonnement that wants them, in order."""

from collections.abc import Sequence
from typing import Any

import msgspec
from django.db import transaction

from zaakwerk.notificaties.cloudevents import type_of
from zaakwerk.notificaties.locks import DISTRIBUTION, only_one
from zaakwerk.notificaties.models import CLOUDEVENTS, Abonnement, Aflevering
from zaakwerk.notificaties.queries import is_wanted
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.models import Bericht

BATCH = 200
WANTS = ("kanalen", "vorm", "soorten")


def distribute() -> set[int]:
    """Distributes what waits; returns the abonnementen that got something."""
    touched: set[int] = set()
    # Looking takes no lock: an idle outbox never stops a writer on SQLite.
    while Bericht.objects.filter(is_verdeeld=False).exists():
        with transaction.atomic():
            if not only_one(DISTRIBUTION):
                return touched
            touched |= distribute_batch()
    return touched


def distribute_batch() -> set[int]:
    """The oldest messages, inside a transaction that is alone in doing this: ids follow the outbox."""
    berichten = list(Bericht.objects.filter(is_verdeeld=False).order_by("id")[:BATCH])
    abonnementen = list(Abonnement.objects.select_for_update(no_key=True).only(*WANTS).order_by("id"))
    rows = [
        Aflevering(bericht=bericht, abonnement_id=pk, hoofd_object=bericht.hoofd_object, aangemaakt_op=now())
        for bericht in berichten
        for pk in takers(bericht, abonnementen)
    ]
    Aflevering.objects.bulk_create(rows, ignore_conflicts=True)
    Bericht.objects.filter(pk__in=[bericht.pk for bericht in berichten]).update(is_verdeeld=True)
    return {row.abonnement_id for row in rows}


def takers(bericht: Bericht, abonnementen: Sequence[Abonnement]) -> list[int]:
    """The abonnementen that want a message, each once."""
    kenmerken: dict[str, Any] = msgspec.json.decode(bericht.kenmerken)
    return [
        found.pk
        for found in abonnementen
        if is_wanted(found.kanalen, bericht.kanaal, kenmerken) and is_of_wanted_type(found, bericht)
    ]


def is_of_wanted_type(abonnement: Abonnement, bericht: Bericht) -> bool:
    """Whether a subscriber to CloudEvents asked for events of this type, or for all."""
    if abonnement.vorm != CLOUDEVENTS or not abonnement.soorten:
        return True
    return type_of(bericht.kanaal, bericht.resource, bericht.actie) in abonnement.soorten
