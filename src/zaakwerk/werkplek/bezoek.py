"""Bezoek: one visit to a dossier: who looks, at which zaak, and what the page asks more than once."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import gettext

from zaakwerk.kader.frame import Frame
from zaakwerk.werkplek.toegang import why_not
from zaakwerk.zaken import queries, scopes
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zgw.actors import Actor

# A zaak may have many; the last ones say who handles it now.
LATEST_HANDLERS = 5


@dataclass(frozen=True)
class Bezoek:
    """The visit."""

    request: HttpRequest
    actor: Actor
    zaak: Zaak

    @cached_property
    def frame(self) -> Frame:
        """The frame of the zaak."""
        return Frame(self.zaak, self.actor)

    @cached_property
    def initiator(self) -> Rol | None:
        """Whoever asked for it."""
        return self.zaak.rollen.filter(omschrijving_generiek="initiator").order_by("id").first()

    @cached_property
    def handlers(self) -> list[Rol]:
        """Who handles it, the latest first: people and teams."""
        found = self.zaak.rollen.filter(omschrijving_generiek="behandelaar").order_by("-id")
        return list(found[:LATEST_HANDLERS])

    @property
    def people(self) -> list[Rol]:
        """The people the head of the dossier names."""
        return [*([self.initiator] if self.initiator else []), *self.handlers[::-1]]

    @cached_property
    def why_not_write(self) -> str:
        """Why the actor may not work on the zaak, and whom to ask; empty when they may."""
        return why_not(self.actor, "wijzigen", self.zaak)

    @cached_property
    def why_not_note(self) -> str:
        """Why the actor may not write notes, which is possible on a closed zaak too (C-45)."""
        reason = self.actor.why_not(scopes.BIJWERKEN, queries.target_of(self.zaak))
        return gettext("Uw rol mag bij deze zaak geen notities schrijven.") if reason else ""

    @cached_property
    def why_not_reopen(self) -> str:
        """Why the actor may not reopen the zaak."""
        if not self.zaak.is_closed:
            return gettext("De zaak is nog open.")
        return why_not(self.actor, "heropenen", self.zaak)
