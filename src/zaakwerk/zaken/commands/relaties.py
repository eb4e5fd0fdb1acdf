"""Link contacts, requests and besluiten to a zaak; what these are stands elsewhere (zrc-024, zrc-025)."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from zaakwerk.zaken import scopes
from zaakwerk.zaken.commands import bewaren
from zaakwerk.zaken.commands.base import DestroyPart, ZaakCommand, old_wire
from zaakwerk.zaken.models import KlantContact, Zaak, ZaakBesluit, ZaakContactMoment, ZaakVerzoek
from zaakwerk.zaken.rules import relaties
from zaakwerk.zgw.actors import Scopes
from zaakwerk.zgw.journal import Journal


@dataclass(frozen=True, kw_only=True)
class CreateKlantContact(ZaakCommand[KlantContact]):
    """Registers a contact with a client."""

    rules: ClassVar[Any] = (
        relaties.gangbaar_klantcontact_is_past,
        relaties.gangbaar_klantcontact_is_unique,
    )

    zaak: Zaak
    datumtijd: datetime
    identificatie: str = ""
    kanaal: str = ""
    onderwerp: str = ""
    toelichting: str = ""

    def apply(self, journal: Journal) -> KlantContact:
        made = KlantContact.objects.create(
            zaak=self.zaak,
            identificatie=self.identificatie or secrets.token_hex(7).upper(),
            datumtijd=self.datumtijd,
            kanaal=self.kanaal,
            onderwerp=self.onderwerp,
            toelichting=self.toelichting,
        )
        journal.created(made)
        return made


@dataclass(frozen=True, kw_only=True)
class LinkContactMoment(ZaakCommand[ZaakContactMoment]):
    """Links a contactmoment."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    rules: ClassVar[Any] = (
        relaties.zrc_025_contactmoment_exists,
        relaties.zrc_025_contactmoment_linked_once,
    )

    zaak: Zaak
    contactmoment: str

    def references(self) -> Iterator[str]:
        yield self.contactmoment

    def apply(self, journal: Journal) -> ZaakContactMoment:
        made = ZaakContactMoment.objects.create(zaak=self.zaak, contactmoment=self.contactmoment)
        journal.created(made)
        return made


class UnlinkContactMoment(DestroyPart[ZaakContactMoment]):
    """Takes a contactmoment away."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    notifies: ClassVar[bool] = False


@dataclass(frozen=True, kw_only=True)
class LinkVerzoek(ZaakCommand[ZaakVerzoek]):
    """Links a verzoek."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    rules: ClassVar[Any] = (relaties.zrc_024_verzoek_exists, relaties.zrc_024_verzoek_linked_once)

    zaak: Zaak
    verzoek: str

    def references(self) -> Iterator[str]:
        yield self.verzoek

    def apply(self, journal: Journal) -> ZaakVerzoek:
        made = ZaakVerzoek.objects.create(zaak=self.zaak, verzoek=self.verzoek)
        journal.created(made)
        return made


class UnlinkVerzoek(DestroyPart[ZaakVerzoek]):
    """Takes a verzoek away."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    notifies: ClassVar[bool] = False


@dataclass(frozen=True, kw_only=True)
class CreateZaakBesluit(ZaakCommand[ZaakBesluit]):
    """What a client asks in vain: the mirror is written by the leading side (brc-006)."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    rules: ClassVar[Any] = (relaties.brc_006_besluit_leads_on_create,)

    zaak: Zaak
    besluit: str

    def apply(self, journal: Journal) -> ZaakBesluit:
        return link_besluit(self.zaak, self.besluit, journal)


class DestroyZaakBesluit(DestroyPart[ZaakBesluit]):
    """Clears away a mirror whose besluit no longer names the zaak."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    notifies: ClassVar[bool] = False
    rules: ClassVar[Any] = (relaties.brc_006_besluit_leads_on_destroy,)


def link_besluit(zaak: Zaak, besluit: str, journal: Journal, naam: str = "") -> ZaakBesluit:
    """Writes the mirror within the transaction of the leading side, which holds the rights.

    `besluit` is a URL without base, `naam` what people call it; the caller lets the archive follow with
    `besluiten_changed`.
    """
    made = ZaakBesluit.objects.create(zaak=zaak, besluit=besluit)
    made.naam = naam
    journal.created(made)
    return made


def unlink_besluit(zaak: Zaak, besluit: str, journal: Journal, naam: str = "") -> None:
    """Removes the mirror within the transaction of the leading side; nothing happens when there is none."""
    for mirror in ZaakBesluit.objects.filter(zaak=zaak, besluit=besluit).select_related("zaak"):
        mirror.naam = naam
        journal.destroyed(mirror, old_wire(mirror), notify=False)
        mirror.delete()


def before_besluiten_change(zaak: Zaak) -> bewaren.Ground | None:
    """What the archive date rests on now; to be given to `besluiten_changed` once the dates are written."""
    return bewaren.ground_of(zaak)


def besluiten_changed(ground: bewaren.Ground | None, journal: Journal) -> None:
    """Lets the archive date of a closed zaak follow the dates of its besluiten (3.3)."""
    bewaren.follow_and_save(ground, journal)
