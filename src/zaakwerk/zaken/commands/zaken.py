"""Create, change and destroy a zaak."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, ClassVar

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.documenten.commands import unlink_object
from zaakwerk.zaken import archief, elders, queries, scopes
from zaakwerk.zaken.commands import bewaren
from zaakwerk.zaken.commands.base import Referring, ZaakCommand, old_wire
from zaakwerk.zaken.commands.nummers import new_numbers, use_reservation
from zaakwerk.zaken.models import (
    GerelateerdeZaak,
    VerweesdeSpiegel,
    Zaak,
    ZaakInformatieObject,
    ZaaknummerReservering,
)
from zaakwerk.zaken.rules import zaak as zaak_rules
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, assign, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.models import AuditRegel

# What an archive date may rest on, of the zaak itself.
SOURCES = {"hoofdzaak", "relevante_andere_zaken", "startdatum_bewaartermijn"}
ARCHIEF_STEPS = {
    "nog_te_archiveren": 0,
    "gearchiveerd": 1,
    "gearchiveerd_procestermijn_onbekend": 1,
    "overgedragen": 2,
}


@dataclass(frozen=True, kw_only=True)
class CreateZaak(Referring[Zaak]):
    """Registers a zaak; what is left open follows from its zaaktype (zrc-002, zrc-009)."""

    scopes: ClassVar[Scopes] = scopes.AANMAKEN
    rules: ClassVar[Any] = zaak_rules.ON_CREATE

    zaaktype: ZaakType
    bronorganisatie: str
    verantwoordelijke_organisatie: str
    startdatum: date
    identificatie: str = ""
    omschrijving: str = ""
    toelichting: str = ""
    registratiedatum: date | None = None
    einddatum_gepland: date | None = None
    uiterlijke_einddatum_afdoening: date | None = None
    publicatiedatum: date | None = None
    communicatiekanaal: str = ""
    producten_of_diensten: list[str] = field(default_factory=list)
    vertrouwelijkheidaanduiding: int = 0
    betalingsindicatie: str = ""
    laatste_betaaldatum: datetime | None = None
    zaakgeometrie: dict[str, Any] | None = None
    verlenging: dict[str, Any] | None = None
    opschorting: dict[str, Any] | None = None
    selectielijstklasse: str = ""
    hoofdzaak: Zaak | None = None
    relevante_andere_zaken: list[dict[str, Any]] = field(default_factory=list)
    kenmerken: list[dict[str, Any]] = field(default_factory=list)
    archiefnominatie: str = ""
    archiefstatus: str = "nog_te_archiveren"
    archiefactiedatum: date | None = None
    opdrachtgevende_organisatie: str = ""
    processobjectaard: str = ""
    startdatum_bewaartermijn: date | None = None
    processobject: dict[str, Any] | None = None

    @property
    def level(self) -> int:
        """The confidentiality as sent, else the zaaktype's (zrc-009)."""
        return self.vertrouwelijkheidaanduiding or self.zaaktype.vertrouwelijkheidaanduiding

    @cached_property
    def reservations(self) -> Sequence[ZaaknummerReservering]:
        """The reservations of the number a client chose, of whichever organisation."""
        return queries.reserveringen_of(self.identificatie) if self.identificatie else ()

    @property
    def reservation(self) -> ZaaknummerReservering | None:
        """The own reservation of that number."""
        own = (found for found in self.reservations if found.bronorganisatie == self.bronorganisatie)
        return next(own, None)

    @property
    def is_reserved_elsewhere(self) -> bool:
        """Whether another organisation reserved that number."""
        return bool(self.reservations)

    @cached_property
    def related_here(self) -> dict[str, Zaak]:
        """The zaken of this register among the relevante andere zaken, by URL."""
        return queries.local_zaken(urls_of(self.relevante_andere_zaken))

    def references(self) -> Iterator[str]:
        yield self.communicatiekanaal
        yield from urls_of(self.relevante_andere_zaken)

    def target(self) -> Target:
        return Target("zrc", self.zaaktype.uuid, self.zaaktype.identificatie, self.level)

    def apply(self, journal: Journal) -> Zaak:
        names = [f.name for f in Zaak._meta.concrete_fields if f.name in self.__dataclass_fields__]
        zaak = Zaak(**{name: getattr(self, name) for name in names})
        zaak.vertrouwelijkheidaanduiding = self.level
        zaak.registratiedatum = self.registratiedatum or clock.today()
        zaak.identificatie = self.identificatie or new_number(zaak)
        plan_dates(zaak)
        zaak.save(force_insert=True)
        if self.reservation is not None:
            use_reservation(self.reservation)
        relate(zaak, self.related_here)
        journal.created(zaak)
        return zaak


def new_number(zaak: Zaak) -> str:
    """The next number of the organisation in the year of registration."""
    return new_numbers(zaak.bronorganisatie, zaak.registratiedatum.year)[0]


def urls_of(related: Sequence[dict[str, Any]]) -> list[str]:
    """The URLs of relevante andere zaken, without base where they are ours."""
    return [str(found["url"]) for found in related]


def relate(zaak: Zaak, known: dict[str, Zaak]) -> None:
    """Keeps which zaken of this register the zaak names, so that they can be found from there."""
    others = {found.pk: found for found in known.values()}.values()
    if others:
        GerelateerdeZaak.objects.bulk_create(GerelateerdeZaak(zaak=zaak, andere=found) for found in others)


def plan_dates(zaak: Zaak) -> None:
    """Planned and latest end date from the zaaktype's norms, where the client left them open."""
    zaaktype = zaak.zaaktype
    if zaak.einddatum_gepland is None and zaaktype.servicenorm:
        zaak.einddatum_gepland = archief.plus(zaak.startdatum, zaaktype.servicenorm)
    if zaak.uiterlijke_einddatum_afdoening is None and zaaktype.doorlooptijd:
        zaak.uiterlijke_einddatum_afdoening = archief.plus(zaak.startdatum, zaaktype.doorlooptijd)


@dataclass(frozen=True, kw_only=True)
class UpdateZaak(ZaakCommand[Zaak]):
    """Changes a zaak; type and confidentiality need the right before and after (1.4.4)."""

    rules: ClassVar[Any] = zaak_rules.ON_UPDATE

    instance: Zaak
    changes: dict[str, Any] = field(default_factory=dict)
    partial: bool = True

    @property
    def subject_zaak(self) -> Zaak:
        return self.instance

    @cached_property
    def related_here(self) -> dict[str, Zaak]:
        """The zaken of this register among the new relevante andere zaken, by URL."""
        return queries.local_zaken(urls_of(self.changes.get("relevante_andere_zaken") or []))

    @cached_property
    def elders(self) -> list[str]:
        """The zaak's documents of other installations, when a new archiefstatus says something of them."""
        unsaid = ("nog_te_archiveren", self.instance.archiefstatus)
        is_said = self.changes.get("archiefstatus", unsaid[0]) not in unsaid
        return queries.documents_elsewhere(self.instance) if is_said else []

    def references(self) -> Iterator[str]:
        if self.changes.get("communicatiekanaal") != self.instance.communicatiekanaal:
            yield self.changes.get("communicatiekanaal") or ""
        yield from self.elders
        known = self.instance.relevante_andere_zaken
        related = self.changes.get("relevante_andere_zaken", known)
        yield from urls_of(related) if related != known else ()
        if self.instance.is_closed and SOURCES & self.changes.keys():
            yield from queries.sources_elsewhere(self.instance)

    def authorise(self) -> None:
        super().authorise()
        zaaktype = self.changes.get("zaaktype") or self.instance.zaaktype
        level = self.changes.get("vertrouwelijkheidaanduiding") or self.instance.vertrouwelijkheidaanduiding
        after = Target("zrc", zaaktype.uuid, zaaktype.identificatie, level)
        self.actor.require(scopes.WRITE, after)
        if is_step_back(self.instance.archiefstatus, self.changes.get("archiefstatus")):
            self.actor.require(scopes.GEFORCEERD_BIJWERKEN, after)

    def apply(self, journal: Journal) -> Zaak:
        zaak, oud = self.instance, old_wire(self.instance)
        changes = self.settled()
        if "zaaktype" in changes and changes["zaaktype"] != zaak.zaaktype:
            move_parts(zaak, changes["zaaktype"], journal)
        ground = bewaren.ground_of(zaak, self.outside) if SOURCES & changes.keys() else None
        names = assign(zaak, changes)
        if "relevante_andere_zaken" in names:
            GerelateerdeZaak.objects.filter(zaak=zaak).delete()
            relate(zaak, self.related_here)
        zaak.save(update_fields=[*names, *bewaren.follow(ground)])
        journal.updated(zaak, oud, "partial_update" if self.partial else "update")
        return zaak

    def settled(self) -> dict[str, Any]:
        """The changes with what follows from them; what may not be emptied stays or falls back."""
        changes = dict(self.changes)
        if changes.get("betalingsindicatie") == "nvt":
            changes["laatste_betaaldatum"] = None  # zrc-014
        if changes.get("vertrouwelijkheidaanduiding") == 0:
            zaaktype = changes.get("zaaktype") or self.instance.zaaktype
            changes["vertrouwelijkheidaanduiding"] = zaaktype.vertrouwelijkheidaanduiding
        if "registratiedatum" in changes and changes["registratiedatum"] is None:
            del changes["registratiedatum"]
        return changes


def is_step_back(was: str, becomes: str | None) -> bool:
    """Whether an archiefstatus returns to where it came from (3.5)."""
    return becomes is not None and ARCHIEF_STEPS[becomes] < ARCHIEF_STEPS[was]


def move_parts(zaak: Zaak, zaaktype: ZaakType, journal: Journal) -> None:
    """Gives every part of the zaak its type in another zaaktype; the rule saw that each is there (C-15)."""
    for row, name, kind in queries.counterparts(zaak, zaaktype):
        oud = old_wire(row)
        setattr(row, name, kind)
        row.save(update_fields=[name])
        journal.updated(row, oud, notify=False)


@dataclass(frozen=True, kw_only=True)
class DestroyZaak(Command[Zaak]):
    """Removes a zaak with all below it, its deelzaken and its audit trail; documents stay (zrc-023)."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN
    rules: ClassVar[Any] = (zaak_rules.zrc_023_no_besluiten,)

    instance: Zaak
    # Mirrors at other installations, which are removed once the zaak is gone.
    orphans: list[VerweesdeSpiegel] = field(default_factory=list, init=False, compare=False)

    def lock(self) -> None:
        lock_row(self.instance, "zaaktype")

    def target(self) -> Target:
        return queries.target_of(self.instance)

    def execute(self, precondition: Callable[[], None] | None = None) -> tuple[Zaak, Journal]:
        done = super().execute(precondition)
        elders.clear(self.orphans)
        return done

    def apply(self, journal: Journal) -> Zaak:
        doomed = [*queries.deelzaken_of(self.instance), self.instance]
        for zaak in doomed:
            self.actor.require(self.scopes, queries.target_of(zaak))
            journal.destroyed(zaak, b"")
        linked = ZaakInformatieObject.objects.filter(zaak__in=doomed)
        papers = list(linked.select_related("informatieobject", "zaak"))
        for zio in papers:
            if zio.informatieobject is not None:
                unlink_object(zio.informatieobject, zio.zaak.uuid, journal)
        self.orphans.extend(elders.orphan(papers, clock.now()))
        gone = [zaak.uuid for zaak in doomed]
        AuditRegel.objects.filter(hoofd_uuid__in=gone).delete()
        uuid, pk = self.instance.uuid, self.instance.pk
        self.instance.delete()
        self.instance.uuid, self.instance.pk = uuid, pk
        journal.forget_lines(gone)
        return self.instance
