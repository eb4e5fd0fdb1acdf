"""Tables of documents: an identity with a lock, its versions, their content, and what it belongs to."""

import uuid

from django.db import models

from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.fields import WireJSONField
from zaakwerk.zgw.instances import Prepared


class Inhoud(models.Model):
    """Content in the store, once per SHA-256; the row is the lock under which its file comes and goes."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    omvang = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = "inhoud"
        verbose_name_plural = "inhoud"

    def __str__(self) -> str:
        return self.sha256

    @property
    def is_needed(self) -> bool:
        """Whether a version, or an upload that is under way, refers to it."""
        return self.versies.exists() or self.delen.exists()


class EnkelvoudigInformatieObject(Prepared):
    """A document: what stays the same over its versions, and which version is the latest."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    identificatie = models.CharField(max_length=40)
    bronorganisatie = models.CharField(max_length=9)
    lock = models.CharField(max_length=100, blank=True)
    indicatie_gebruiksrecht = models.BooleanField(null=True, blank=True)
    # What every right depends on stands here too, as the latest version has it.
    informatieobjecttype = models.ForeignKey(InformatieObjectType, models.PROTECT, db_index=False)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=vertrouwelijkheid.CHOICES)
    is_gereed_voor_publicatie = models.BooleanField(null=True, blank=True)
    laatste_versie = models.ForeignKey(
        "EnkelvoudigInformatieObjectVersie", models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        constraints = [
            models.UniqueConstraint(
                fields=["bronorganisatie", "identificatie"], name="document_identificatie_uniek"
            )
        ]
        indexes = [
            models.Index(fields=["identificatie"], name="document_identificatie"),
            models.Index(
                fields=["informatieobjecttype", "-id", "vertrouwelijkheidaanduiding"],
                name="document_type",
            ),
            models.Index(
                fields=["-id"], name="document_gereed", condition=models.Q(is_gereed_voor_publicatie=True)
            ),
        ]

    def __str__(self) -> str:
        return self.identificatie


class EnkelvoudigInformatieObjectVersie(Prepared):
    """One version of a document: its metadata and where its content is (5.3)."""

    document = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="versies", db_index=False
    )
    versie = models.PositiveIntegerField()
    begin_registratie = models.DateTimeField()
    informatieobjecttype = models.ForeignKey(InformatieObjectType, models.PROTECT, related_name="+")
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=vertrouwelijkheid.CHOICES)
    creatiedatum = models.DateField()
    titel = models.CharField(max_length=200)
    is_gereed_voor_publicatie = models.BooleanField(null=True, blank=True)
    tonen_aan_initiator = models.BooleanField(default=False)
    auteur = models.CharField(max_length=200)
    status = models.CharField(max_length=20, blank=True)
    inhoud_is_vervallen = models.BooleanField(null=True, blank=True)
    formaat = models.CharField(max_length=255, blank=True)
    taal = models.CharField(max_length=3)
    bestandsnaam = models.CharField(max_length=255, blank=True)
    bestandsomvang = models.PositiveBigIntegerField(null=True, blank=True)
    link = models.CharField(max_length=200, blank=True)
    beschrijving = models.CharField(max_length=1000, blank=True)
    ontvangstdatum = models.DateField(null=True, blank=True)
    verzenddatum = models.DateField(null=True, blank=True)
    verschijningsvorm = models.TextField(blank=True)
    ondertekening = WireJSONField(null=True, blank=True)
    integriteit = WireJSONField(null=True, blank=True)
    trefwoorden = WireJSONField(default=list, blank=True)
    # Empty when the version has no content.
    inhoud = models.ForeignKey(Inhoud, models.PROTECT, null=True, blank=True, related_name="versies")

    class Meta:
        verbose_name = "documentversie"
        verbose_name_plural = "documentversies"
        constraints = [models.UniqueConstraint(fields=["document", "versie"], name="documentversie_uniek")]

    def __str__(self) -> str:
        return f"{self.titel} (versie {self.versie})"


class Trefwoord(models.Model):
    """A keyword of the latest version of a document, for finding documents by it."""

    document = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="zoekwoorden", db_index=False
    )
    woord = models.CharField(max_length=255)

    class Meta:
        verbose_name_plural = "trefwoorden"
        constraints = [models.UniqueConstraint(fields=["document", "woord"], name="trefwoord_uniek")]
        indexes = [models.Index(fields=["woord", "document"], name="trefwoord_woord")]

    def __str__(self) -> str:
        return self.woord


class ObjectInformatieObject(Prepared):
    """The mirror of a relation: which object a document belongs to, by kind and identity alone (1.13)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="objectinformatieobjecten", db_index=False
    )
    object_type = models.CharField(max_length=10)
    object_uuid = models.UUIDField()
    # The object's URL without base.
    object = models.CharField(max_length=500)

    class Meta:
        verbose_name = "objectinformatieobject"
        verbose_name_plural = "objectinformatieobjecten"
        constraints = [models.UniqueConstraint(fields=["informatieobject", "object_uuid"], name="oio_uniek")]
        indexes = [models.Index(fields=["object_uuid"], name="oio_object")]

    def __str__(self) -> str:
        return f"{self.object_type} {self.object_uuid}"


class BestandsDeel(Prepared):
    """One part of an upload in parts (5.5): it exists from the announcement until the upload is merged."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    document = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="bestandsdelen", db_index=False
    )
    volgnummer = models.PositiveIntegerField()
    omvang = models.PositiveBigIntegerField()
    # Empty until the part has arrived.
    inhoud = models.ForeignKey(Inhoud, models.PROTECT, null=True, blank=True, related_name="delen")

    class Meta:
        verbose_name = "bestandsdeel"
        verbose_name_plural = "bestandsdelen"
        constraints = [models.UniqueConstraint(fields=["document", "volgnummer"], name="bestandsdeel_uniek")]

    def __str__(self) -> str:
        return f"deel {self.volgnummer}"

    @property
    def is_complete(self) -> bool:
        """Whether the part has arrived."""
        return self.inhoud_id is not None


class Gebruiksrechten(Prepared):
    """Conditions on the use of a document, for all of its versions (5.6)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="gebruiksrechten"
    )
    startdatum = models.DateTimeField()
    einddatum = models.DateTimeField(null=True, blank=True)
    omschrijving_voorwaarden = models.TextField()

    class Meta:
        verbose_name = "gebruiksrechten"
        verbose_name_plural = "gebruiksrechten"

    def __str__(self) -> str:
        return self.omschrijving_voorwaarden[:100]


class Verzending(Prepared):
    """Whom a document came from, or whom it went to, and at which one address (5.9)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.CASCADE, related_name="verzendingen"
    )
    betrokkene = models.CharField(max_length=200, db_index=True)
    aard_relatie = models.CharField(max_length=20)
    toelichting = models.CharField(max_length=200, blank=True)
    ontvangstdatum = models.DateField(null=True, blank=True)
    verzenddatum = models.DateField(null=True, blank=True)
    contact_persoon = models.CharField(max_length=1000)
    contactpersoonnaam = models.CharField(max_length=40, blank=True)
    binnenlands_correspondentieadres = WireJSONField(null=True, blank=True)
    buitenlands_correspondentieadres = WireJSONField(null=True, blank=True)
    correspondentie_postadres = WireJSONField(null=True, blank=True)
    faxnummer = models.CharField(max_length=15, blank=True)
    emailadres = models.CharField(max_length=100, blank=True)
    mijn_overheid = models.BooleanField(default=False)
    telefoonnummer = models.CharField(max_length=15, blank=True)

    class Meta:
        verbose_name = "verzending"
        verbose_name_plural = "verzendingen"
        constraints = [
            models.UniqueConstraint(
                fields=["informatieobject"],
                condition=models.Q(aard_relatie="afzender"),
                name="verzending_een_afzender",
            )
        ]

    def __str__(self) -> str:
        return f"{self.aard_relatie} {self.betrokkene}"


class DocumentnummerTeller(models.Model):
    """The last sequence number given out per bronorganisatie and year (5.2)."""

    bronorganisatie = models.CharField(max_length=9)
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bronorganisatie", "jaar"], name="documentnummerteller_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.bronorganisatie} {self.jaar}: {self.laatste}"
