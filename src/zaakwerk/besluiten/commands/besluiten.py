"""Create, change and destroy a besluit; the leading side of the mirror at its zaak (brc-006)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from zaakwerk.besluiten import queries, rules, scopes
from zaakwerk.besluiten.commands.base import lock_besluit, old_wire, require_open, stored_url
from zaakwerk.besluiten.models import Besluit
from zaakwerk.besluiten.termijnen import reactiedatum
from zaakwerk.catalogi.models import BesluitType
from zaakwerk.documenten.commands import unlink_all
from zaakwerk.zaken.commands import before_besluiten_change, besluiten_changed, link_besluit, unlink_besluit
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, assign, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.models import AuditRegel

# What the archive date of a zaak may rest on (3.3).
SOURCES = {"ingangsdatum", "vervaldatum"}


@dataclass(frozen=True, kw_only=True)
class CreateBesluit(Command[Besluit]):
    """Registers a besluit, with its mirror at the zaak; what is left open follows from its type."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN
    rules: ClassVar[Any] = (
        rules.brc_001_besluittype_is_published,
        rules.brc_002_identificatie_is_unique,
        rules.brc_007_besluittype_of_zaaktype,
        rules.gangbaar_besluitdatum_is_past,
    )

    verantwoordelijke_organisatie: str
    besluittype: BesluitType
    datum: date
    ingangsdatum: date
    identificatie: str = ""
    zaak: Zaak | None = None
    toelichting: str = ""
    bestuursorgaan: str = ""
    vervaldatum: date | None = None
    vervalreden: str = ""
    publicatiedatum: date | None = None
    verzenddatum: date | None = None
    uiterlijke_reactiedatum: date | None = None

    def lock(self) -> None:
        if self.zaak is not None:
            lock_row(self.zaak, "zaaktype")

    def target(self) -> Target:
        return Target("brc", self.besluittype.uuid, self.besluittype.omschrijving)

    def authorise(self) -> None:
        super().authorise()
        require_open(self.actor, self.zaak)

    def apply(self, journal: Journal) -> Besluit:
        names = [f.name for f in Besluit._meta.concrete_fields if f.name in self.__dataclass_fields__]
        besluit = Besluit(**{name: getattr(self, name) for name in names})
        besluit.identificatie = self.identificatie or self.new_identificatie()
        besluit.uiterlijke_reactiedatum = self.uiterlijke_reactiedatum or derived(besluit)
        ground = before_besluiten_change(self.zaak) if self.zaak else None
        besluit.save(force_insert=True)
        journal.created(besluit)
        if self.zaak is not None:
            link_besluit(self.zaak, stored_url(besluit), journal, str(besluit))
            besluiten_changed(ground, journal)
        return besluit

    def new_identificatie(self) -> str:
        """BESLUIT-{year}-{ten digits}; skips what clients chose themselves."""
        organisatie, jaar = self.verantwoordelijke_organisatie, self.datum.year
        while True:
            found = f"BESLUIT-{jaar}-{queries.next_number(organisatie, jaar):010d}"
            if not queries.is_taken(organisatie, found):
                return found


def derived(besluit: Besluit) -> date | None:
    """uiterlijkeReactiedatum as its type and the days of sending and publication give it."""
    return reactiedatum(besluit.besluittype.reactietermijn, besluit.verzenddatum, besluit.publicatiedatum)


@dataclass(frozen=True, kw_only=True)
class UpdateBesluit(Command[Besluit]):
    """Changes a besluit, whether its zaak is closed or not (6.4); immutable fields were refused before."""

    scopes: ClassVar[Scopes] = scopes.BIJWERKEN
    rules: ClassVar[Any] = (rules.gangbaar_besluitdatum_is_past,)

    instance: Besluit
    changes: dict[str, Any] = field(default_factory=dict)
    partial: bool = True

    @property
    def moves_archive(self) -> bool:
        """Whether an archive date of the zaak may follow."""
        return not SOURCES.isdisjoint(self.changes)

    def lock(self) -> None:
        lock_besluit(self.instance, with_zaak=self.moves_archive)

    def target(self) -> Target:
        return queries.target_of(self.instance)

    def apply(self, journal: Journal) -> Besluit:
        besluit, oud = self.instance, old_wire(self.instance)
        zaak = besluit.zaak if self.moves_archive else None
        ground = before_besluiten_change(zaak) if zaak else None
        was, counted = besluit.uiterlijke_reactiedatum, derived(besluit)
        names = assign(besluit, self.changes)
        if besluit.uiterlijke_reactiedatum is None or besluit.uiterlijke_reactiedatum == was == counted:
            # Left open, or still what was counted: it follows; what was set by hand stays.
            names += assign(besluit, {"uiterlijke_reactiedatum": derived(besluit)})
        besluit.save(update_fields=names)
        journal.updated(besluit, oud, "partial_update" if self.partial else "update")
        besluiten_changed(ground, journal)
        return besluit


@dataclass(frozen=True, kw_only=True)
class DestroyBesluit(Command[Besluit]):
    """Removes a besluit with its relations, mirrors and audit trail; zaak and documents stay (brc-009)."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN

    instance: Besluit

    def lock(self) -> None:
        lock_besluit(self.instance, with_zaak=True)

    def target(self) -> Target:
        return queries.target_of(self.instance)

    def authorise(self) -> None:
        super().authorise()
        require_open(self.actor, self.instance.zaak)

    def apply(self, journal: Journal) -> Besluit:
        besluit, zaak, pk = self.instance, self.instance.zaak, self.instance.pk
        ground = before_besluiten_change(zaak) if zaak else None
        journal.destroyed(besluit, b"")
        unlink_all(besluit.uuid, journal)
        if zaak is not None:
            unlink_besluit(zaak, stored_url(besluit), journal, str(besluit))
        AuditRegel.objects.filter(hoofd_uuid=besluit.uuid).delete()
        besluit.delete()
        besluit.pk = pk
        besluiten_changed(ground, journal)
        journal.forget_lines([besluit.uuid])
        return besluit
