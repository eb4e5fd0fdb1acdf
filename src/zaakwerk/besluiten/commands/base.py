"""Base: what commands on besluiten share: the zaak a besluit belongs to, and its protection once closed."""

from django.db import models

from zaakwerk.besluiten.models import Besluit
from zaakwerk.zaken import queries as zaken
from zaakwerk.zaken import scopes as zaak_scopes
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import registry
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.commands import lock_row
from zaakwerk.zgw.instances import find
from zaakwerk.zgw.representation import wire_of


def lock_besluit(besluit: Besluit, with_zaak: bool) -> None:
    """Locks the besluit and its zaak; the zaak first, in the order of who writes a new besluit to it."""
    zaak = None
    if with_zaak and besluit.zaak_id is not None:
        zaak = find(Zaak, "pk", besluit.zaak_id, ("zaaktype",), locks=True)
    lock_row(besluit, "besluittype")
    if zaak is not None:
        besluit.zaak = zaak


def require_open(actor: Actor, zaak: Zaak | None) -> None:
    """Refuses to write the mirror at a closed zaak without the right to force it (zrc-007, C-45)."""
    if zaak is not None and zaak.is_closed:
        actor.require(zaak_scopes.GEFORCEERD_BIJWERKEN, zaken.target_of(zaak))


def stored_url(besluit: Besluit) -> str:
    """The URL of a besluit as mirrors keep it, without base."""
    return registry.for_model(Besluit).url_for(besluit)


def old_wire(instance: models.Model) -> bytes:
    """The representation before the change, for the audit trail."""
    return wire_of(registry.for_model(type(instance)), instance.pk)
