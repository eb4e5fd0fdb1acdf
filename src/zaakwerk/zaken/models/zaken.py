"""Tables of the zaak and its own parts: statussen, resultaat, rollen, eigenschappen, documents."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from zaakwerk.catalogi.models import Eigenschap, ResultaatType, RolType, StatusType, ZaakType
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.bounds import BOUNDS, Bound
from zaakwerk.zgw.fields import WireJSONField
from zaakwerk.zgw.instances import Prepared


class Zaak(Prepared):
    """A coherent amount of work with a trigger and a result."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    identificatie = models.CharField(max_length=40)
    bronorganisatie = models.CharField(max_length=9)
    omschrijving = models.CharField(max_length=80, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)
    zaaktype = models.ForeignKey(ZaakType, models.PROTECT, db_index=False)
    registratiedatum = models.DateField()
    verantwoordelijke_organisatie = models.CharField(max_length=9)
    startdatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    einddatum_gepland = models.DateField(null=True, blank=True)
    uiterlijke_einddatum_afdoening = models.DateField(null=True, blank=True)
    publicatiedatum = models.DateField(null=True, blank=True)
    communicatiekanaal = models.CharField(max_length=1000, blank=True)
    producten_of_diensten = WireJSONField(default=list, blank=True)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=vertrouwelijkheid.CHOICES)
    betalingsindicatie = models.CharField(max_length=20, blank=True)
    laatste_betaaldatum = models.DateTimeField(null=True, blank=True)
    zaakgeometrie = WireJSONField(null=True, blank=True)
    west = Bound("west", "zaakgeometrie")
    south = Bound("south", "zaakgeometrie")
    east = Bound("east", "zaakgeometrie")
    north = Bound("north", "zaakgeometrie")
    verlenging = WireJSONField(null=True, blank=True)
    opschorting = WireJSONField(null=True, blank=True)
    selectielijstklasse = models.CharField(max_length=1000, blank=True)
    hoofdzaak = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="deelzaken")
    relevante_andere_zaken = WireJSONField(default=list, blank=True)
    kenmerken = WireJSONField(default=list, blank=True)
    archiefnominatie = models.CharField(max_length=16, blank=True)
    archiefstatus = models.CharField(max_length=40, default="nog_te_archiveren")
    archiefactiedatum = models.DateField(null=True, blank=True)
    opdrachtgevende_organisatie = models.CharField(max_length=9, blank=True)
    processobjectaard = models.CharField(max_length=200, blank=True)
    startdatum_bewaartermijn = models.DateField(null=True, blank=True)
    processobject = WireJSONField(null=True, blank=True)
    # The current status, kept beside the history so that lists never look for it.
    status = models.ForeignKey(
        "Status", models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )

    class Meta:
        verbose_name_plural = "zaken"
        constraints = [
            models.UniqueConstraint(
                fields=["bronorganisatie", "identificatie"], name="zaak_identificatie_uniek"
            )
        ]
        indexes = [
            models.Index(fields=["identificatie"], name="zaak_identificatie"),
            models.Index(
                # All of it key columns: SQLite knows no others, and would visit every row to count them.
                fields=["zaaktype", "-id", "startdatum", "vertrouwelijkheidaanduiding"],
                name="zaak_zaaktype",
            ),
            models.Index(
                fields=["uiterlijke_einddatum_afdoening", "id"], condition=Q(einddatum=None), name="zaak_open"
            ),
            models.Index(fields=["startdatum", "id"], name="zaak_startdatum"),
            models.Index(fields=["einddatum", "id"], name="zaak_einddatum"),
            models.Index(fields=["archiefactiedatum", "id"], name="zaak_archiefactiedatum"),
            models.Index(fields=["registratiedatum", "id"], name="zaak_registratiedatum"),
            models.Index(fields=["publicatiedatum", "id"], name="zaak_publicatiedatum"),
            # Steps to a page far down the list, with what reach needs, without looking at a zaak.
            models.Index(fields=["-id", "zaaktype", "vertrouwelijkheidaanduiding"], name="zaak_volgorde"),
            models.Index(fields=BOUNDS, condition=Q(west__isnull=False), name="zaak_geometrie"),
        ]

    def __str__(self) -> str:
        return self.identificatie

    def save(self, **options: Any) -> None:
        """As Django's; the bounding box goes along with the geometry it is of."""
        names = options.get("update_fields")
        if names is not None and "zaakgeometrie" in names:
            options["update_fields"] = [*names, *BOUNDS]
        super().save(**options)

    @property
    def is_closed(self) -> bool:
        """Whether the zaak reached its eindstatus (zrc-007)."""
        return self.einddatum is not None


class Status(Prepared):
    """One change of status; the newest datum_status_gezet is the current one."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="statussen", db_index=False)
    statustype = models.ForeignKey(StatusType, models.PROTECT)
    datum_status_gezet = models.DateTimeField()
    statustoelichting = models.CharField(max_length=1000, blank=True)
    gezetdoor = models.ForeignKey("Rol", models.SET_NULL, null=True, blank=True, related_name="statussen")

    class Meta:
        verbose_name_plural = "statussen"
        indexes = [
            models.Index(fields=["zaak", "-datum_status_gezet", "-id"], name="status_zaak"),
        ]

    def __str__(self) -> str:
        return f"{self.statustype} op {self.datum_status_gezet:%Y-%m-%d}"


class Resultaat(Prepared):
    """The outcome of a zaak; at most one."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.OneToOneField(Zaak, models.CASCADE, related_name="resultaat")
    resultaattype = models.ForeignKey(ResultaatType, models.PROTECT)
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "resultaten"

    def __str__(self) -> str:
        return str(self.resultaattype)


class Rol(Prepared):
    """A betrokkene in a role; what lists filter on stands in its own columns beside the wire form."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="rollen", db_index=False)
    betrokkene = models.CharField(max_length=1000, blank=True)
    betrokkene_type = models.CharField(max_length=30)
    afwijkende_naam_betrokkene = models.CharField(max_length=625, blank=True)
    roltype = models.ForeignKey(RolType, models.PROTECT)
    omschrijving = models.CharField(max_length=100)
    omschrijving_generiek = models.CharField(max_length=20)
    roltoelichting = models.CharField(max_length=1000)
    registratiedatum = models.DateTimeField()
    indicatie_machtiging = models.CharField(max_length=20, blank=True)
    contactpersoon_rol = WireJSONField(null=True, blank=True)
    betrokkene_identificatie = WireJSONField(null=True, blank=True)
    bsn = models.CharField(max_length=9, blank=True)
    nnp_id = models.CharField(max_length=9, blank=True)
    vestigingsnummer = models.CharField(max_length=24, blank=True)
    kvk_nummer = models.CharField(max_length=8, blank=True)
    identificatie = models.CharField(max_length=254, blank=True)
    anp_identificatie = models.CharField(max_length=17, blank=True)
    a_nummer = models.CharField(max_length=10, blank=True)
    ann_identificatie = models.CharField(max_length=17, blank=True)

    class Meta:
        verbose_name_plural = "rollen"
        indexes = [
            models.Index(fields=["zaak", "id", "uuid"], name="rol_zaak"),
            models.Index(fields=["bsn"], condition=~Q(bsn=""), name="rol_bsn"),
            models.Index(fields=["nnp_id"], condition=~Q(nnp_id=""), name="rol_nnp_id"),
            models.Index(
                fields=["vestigingsnummer"], condition=~Q(vestigingsnummer=""), name="rol_vestiging"
            ),
            models.Index(fields=["kvk_nummer"], condition=~Q(kvk_nummer=""), name="rol_kvk"),
            models.Index(fields=["identificatie"], condition=~Q(identificatie=""), name="rol_identificatie"),
            # Who handles what: the worklist of a person or team without a look at a rol.
            models.Index(
                fields=["betrokkene_type", "identificatie", "zaak"],
                condition=Q(omschrijving_generiek="behandelaar"),
                name="rol_behandelaar",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class ZaakEigenschap(Prepared):
    """The value of a case-specific property."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="eigenschappen", db_index=False)
    eigenschap = models.ForeignKey(Eigenschap, models.PROTECT)
    naam = models.CharField(max_length=20)
    waarde = models.TextField()

    class Meta:
        verbose_name_plural = "zaakeigenschappen"
        indexes = [models.Index(fields=["zaak", "id", "uuid"], name="zaakeigenschap_zaak")]

    def __str__(self) -> str:
        return f"{self.naam}: {self.waarde[:80]}"


class ZaakInformatieObject(Prepared):
    """The link of a document to a zaak; the leading side of the relation (1.13)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakinformatieobjecten", db_index=False)
    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="zaakinformatieobjecten",
    )
    # A document of a registered Documenten API instead: its URL, what kind it is, and our mirror there.
    elders = models.CharField(max_length=1000, blank=True)
    elders_soort = models.CharField(max_length=80, blank=True)
    spiegel = models.CharField(max_length=1000, blank=True)
    titel = models.CharField(max_length=200, blank=True)
    beschrijving = models.TextField(blank=True)
    registratiedatum = models.DateTimeField()
    vernietigingsdatum = models.DateTimeField(null=True, blank=True)
    status = models.ForeignKey(
        Status, models.SET_NULL, null=True, blank=True, related_name="zaakinformatieobjecten"
    )

    class Meta:
        verbose_name_plural = "zaakinformatieobjecten"
        constraints = [
            models.UniqueConstraint(fields=["zaak", "informatieobject"], name="zio_uniek"),
            models.UniqueConstraint(
                fields=["elders", "zaak"], condition=~Q(elders=""), name="zio_elders_uniek"
            ),
        ]
        indexes = [models.Index(fields=["zaak", "id", "uuid"], name="zio_zaak")]

    def __str__(self) -> str:
        return self.titel or str(self.informatieobject or self.elders)
