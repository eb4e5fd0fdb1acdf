"""Create, change and destroy a zaak."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.documenten.commands import unlink_object
from zaakwerk.zaken import archief, queries, scopes
from zaakwerk.zaken.commands.base import ZaakCommand, old_wire
from zaakwerk.zaken.models import Zaak, ZaakInformatieObject
from zaakwerk.zaken.rules import zaak as zaak_rules
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Scopes, Target
from zaakwerk.zgw.commands import Command, assign, lock_row
from zaakwerk.zgw.journal import Journal
from zaakwerk.zgw.models import AuditRegel


@dataclass(frozen=True, kw_only=True)
class CreateZaak(Command[Zaak]):
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

    def target(self) -> Target:
        return Target("zrc", self.zaaktype.uuid, self.zaaktype.identificatie, self.level)

    def apply(self, journal: Journal) -> Zaak:
        names = [f.name for f in Zaak._meta.concrete_fields if f.name in self.__dataclass_fields__]
        zaak = Zaak(**{name: getattr(self, name) for name in names})
        zaak.vertrouwelijkheidaanduiding = self.level
        zaak.registratiedatum = self.registratiedatum or clock.today()
        zaak.identificatie = self.identificatie or self.new_identificatie(zaak.registratiedatum.year)
        plan_dates(zaak)
        zaak.save(force_insert=True)
        journal.created(zaak)
        return zaak

    def new_identificatie(self, jaar: int) -> str:
        """ZAAK-{year}-{ten digits}; skips what clients chose themselves."""
        while True:
            found = f"ZAAK-{jaar}-{queries.next_number(self.bronorganisatie, jaar):010d}"
            if not queries.is_taken(self.bronorganisatie, found):
                return found


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

    def authorise(self) -> None:
        super().authorise()
        level = self.changes.get("vertrouwelijkheidaanduiding") or self.instance.vertrouwelijkheidaanduiding
        self.actor.require(scopes.WRITE, self.target()._replace(level=level))

    def apply(self, journal: Journal) -> Zaak:
        oud = old_wire(self.instance)
        changes = dict(self.changes)
        if changes.get("betalingsindicatie") == "nvt":
            changes["laatste_betaaldatum"] = None  # zrc-014
        if changes.get("vertrouwelijkheidaanduiding") == 0:
            changes["vertrouwelijkheidaanduiding"] = self.instance.zaaktype.vertrouwelijkheidaanduiding
        if "registratiedatum" in changes and changes["registratiedatum"] is None:
            del changes["registratiedatum"]
        names = assign(self.instance, changes)
        self.instance.save(update_fields=names)
        journal.updated(self.instance, oud, "partial_update" if self.partial else "update")
        return self.instance


@dataclass(frozen=True, kw_only=True)
class DestroyZaak(Command[Zaak]):
    """Removes a zaak with all below it, its deelzaken and its audit trail; documents stay (zrc-023)."""

    scopes: ClassVar[Scopes] = scopes.VERWIJDEREN

    instance: Zaak

    def lock(self) -> None:
        lock_row(self.instance, "zaaktype")

    def target(self) -> Target:
        return queries.target_of(self.instance)

    def apply(self, journal: Journal) -> Zaak:
        doomed = [*queries.deelzaken_of(self.instance), self.instance]
        for zaak in doomed:
            self.actor.require(self.scopes, queries.target_of(zaak))
            journal.destroyed(zaak, b"")
        for zio in ZaakInformatieObject.objects.filter(zaak__in=doomed).select_related(
            "informatieobject", "zaak"
        ):
            unlink_object(zio.informatieobject, zio.zaak.uuid, journal)
        gone = [zaak.uuid for zaak in doomed]
        AuditRegel.objects.filter(hoofd_uuid__in=gone).delete()
        uuid, pk = self.instance.uuid, self.instance.pk
        self.instance.delete()
        self.instance.uuid, self.instance.pk = uuid, pk
        journal.forget_lines(gone)
        return self.instance
