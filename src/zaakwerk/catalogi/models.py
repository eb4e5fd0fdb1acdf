"""Tables of the catalogue: a row is one version of a type."""

import uuid
from typing import Any

from django.db import models

from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.fields import WireJSONField


def duration(**options: bool) -> "models.CharField[str, str]":
    """An ISO 8601 duration as text; empty when absent."""
    return models.CharField(max_length=40, blank=options.get("blank", False))


class Eigen(models.Manager[Any]):
    """What this installation keeps itself, without copies of what others keep (see elders.py)."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(elders="")


def elders() -> "models.CharField[str, str]":
    """The URL at home of a copy of what another installation keeps; empty for our own."""
    return models.CharField(max_length=1000, blank=True, default="", editable=False)


class Catalogus(models.Model):
    """The collection of types of one domain of one organisation."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    domein = models.CharField(max_length=5)
    rsin = models.CharField(max_length=9)
    contactpersoon_beheer_naam = models.CharField(max_length=40)
    contactpersoon_beheer_telefoonnummer = models.CharField(max_length=20, blank=True)
    contactpersoon_beheer_emailadres = models.CharField(max_length=254, blank=True)
    naam = models.CharField(max_length=200, blank=True)
    versie = models.CharField(max_length=20, blank=True)
    begindatum_versie = models.DateField(null=True, blank=True)
    elders = elders()

    objects: models.Manager["Catalogus"] = Eigen()
    alle: models.Manager["Catalogus"] = models.Manager()

    class Meta:
        verbose_name_plural = "catalogussen"
        constraints = [
            models.UniqueConstraint(
                fields=["domein", "rsin"], condition=models.Q(elders=""), name="catalogus_eigen_uniek"
            )
        ]

    def __str__(self) -> str:
        return self.naam or f"{self.domein} {self.rsin}"


class ZaakType(models.Model):
    """One version of a zaaktype; versions share their identificatie within the catalogus (4.2).

    Other types are named, not pointed at, so that a relation holds over versions (4.5): `besluittypen` by
    omschrijving, `deelzaaktypen` and `gerelateerde_zaaktypen` by identificatie.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    catalogus = models.ForeignKey(Catalogus, models.PROTECT, db_index=False)
    identificatie = models.CharField(max_length=50, db_index=True)
    omschrijving = models.CharField(max_length=80)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=vertrouwelijkheid.CHOICES)
    doel = models.TextField()
    aanleiding = models.TextField()
    toelichting = models.TextField(blank=True)
    indicatie_intern_of_extern = models.CharField(max_length=6)
    handeling_initiator = models.CharField(max_length=20)
    onderwerp = models.CharField(max_length=80)
    handeling_behandelaar = models.CharField(max_length=20)
    doorlooptijd = duration()
    servicenorm = duration(blank=True)
    opschorting_en_aanhouding_mogelijk = models.BooleanField()
    verlenging_mogelijk = models.BooleanField()
    verlengingstermijn = duration(blank=True)
    trefwoorden = WireJSONField(default=list, blank=True)
    publicatie_indicatie = models.BooleanField()
    publicatietekst = models.TextField(blank=True)
    verantwoordingsrelatie = WireJSONField(default=list, blank=True)
    producten_of_diensten = WireJSONField(default=list, blank=True)
    selectielijst_procestype = models.CharField(max_length=200, blank=True)
    referentieproces = WireJSONField(null=True, blank=True)
    verantwoordelijke = models.CharField(max_length=50)
    broncatalogus = WireJSONField(null=True, blank=True)
    bronzaaktype = WireJSONField(null=True, blank=True)
    besluittypen = WireJSONField(default=list, blank=True)
    deelzaaktypen = WireJSONField(default=list, blank=True)
    gerelateerde_zaaktypen = WireJSONField(default=list, blank=True)
    begin_geldigheid = models.DateField()
    einde_geldigheid = models.DateField(null=True, blank=True)
    versiedatum = models.DateField(null=True, blank=True)
    concept = models.BooleanField(default=True)
    elders = elders()

    objects: models.Manager["ZaakType"] = Eigen()
    alle: models.Manager["ZaakType"] = models.Manager()

    class Meta:
        verbose_name_plural = "zaaktypen"
        indexes = [models.Index(fields=["catalogus", "identificatie"], name="zaaktype_versies")]

    def __str__(self) -> str:
        return f"{self.identificatie} {self.omschrijving}"


class StatusType(models.Model):
    """A step of the frame; the highest volgnummer of its zaaktype is the eindstatus."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="statustypen")
    omschrijving = models.CharField(max_length=80)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    statustekst = models.CharField(max_length=1000, blank=True)
    volgnummer = models.PositiveSmallIntegerField()
    informeren = models.BooleanField(default=False)
    doorlooptijd = duration(blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)
    checklistitem_statustype = WireJSONField(default=list, blank=True)
    elders = elders()

    class Meta:
        verbose_name_plural = "statustypen"
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "volgnummer"], name="statustype_volgnummer")
        ]

    def __str__(self) -> str:
        return self.omschrijving


class ResultaatType(models.Model):
    """A possible outcome, with what it means for keeping or destroying the dossier; other types by name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="resultaattypen")
    omschrijving = models.CharField(max_length=30)
    resultaattypeomschrijving = models.CharField(max_length=1000)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    selectielijstklasse = models.CharField(max_length=1000)
    toelichting = models.TextField(blank=True)
    archiefnominatie = models.CharField(max_length=16, blank=True)
    archiefactietermijn = duration(blank=True)
    brondatum_archiefprocedure = WireJSONField(null=True, blank=True)
    procesobjectaard = models.CharField(max_length=200, blank=True)
    indicatie_specifiek = models.BooleanField(null=True, blank=True)
    procestermijn = duration(blank=True)
    besluittypen = WireJSONField(default=list, blank=True)
    informatieobjecttypen = WireJSONField(default=list, blank=True)
    elders = elders()

    class Meta:
        verbose_name_plural = "resultaattypen"

    def __str__(self) -> str:
        return self.omschrijving


class RolType(models.Model):
    """A role a betrokkene may have."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="roltypen")
    omschrijving = models.CharField(max_length=100)
    omschrijving_generiek = models.CharField(max_length=20)
    elders = elders()

    class Meta:
        verbose_name_plural = "roltypen"
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "omschrijving"], name="roltype_omschrijving")
        ]

    def __str__(self) -> str:
        return self.omschrijving


class Eigenschap(models.Model):
    """A case-specific property; with a statustype it must be filled before that step."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="eigenschappen")
    naam = models.CharField(max_length=20)
    definitie = models.CharField(max_length=255)
    specificatie = WireJSONField()
    toelichting = models.CharField(max_length=1000, blank=True)
    statustype = models.ForeignKey(
        StatusType, models.SET_NULL, null=True, blank=True, related_name="eigenschappen"
    )
    elders = elders()

    class Meta:
        verbose_name_plural = "eigenschappen"
        constraints = [models.UniqueConstraint(fields=["zaaktype", "naam"], name="eigenschap_naam")]

    def __str__(self) -> str:
        return self.naam


class InformatieObjectType(models.Model):
    """A kind of document; versions share their omschrijving within the catalogus."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    catalogus = models.ForeignKey(Catalogus, models.PROTECT, db_index=False)
    omschrijving = models.CharField(max_length=80)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=vertrouwelijkheid.CHOICES)
    begin_geldigheid = models.DateField()
    einde_geldigheid = models.DateField(null=True, blank=True)
    informatieobjectcategorie = models.CharField(max_length=80)
    trefwoord = WireJSONField(default=list, blank=True)
    omschrijving_generiek = WireJSONField(null=True, blank=True)
    concept = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "informatieobjecttypen"
        indexes = [models.Index(fields=["catalogus", "omschrijving"], name="informatieobjecttype_versies")]

    def __str__(self) -> str:
        return self.omschrijving


class BesluitType(models.Model):
    """A kind of decision; versions share their omschrijving within the catalogus, documents are by name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    catalogus = models.ForeignKey(Catalogus, models.PROTECT, db_index=False)
    omschrijving = models.CharField(max_length=80)
    omschrijving_generiek = models.CharField(max_length=80, blank=True)
    besluitcategorie = models.CharField(max_length=40, blank=True)
    reactietermijn = duration(blank=True)
    publicatie_indicatie = models.BooleanField()
    publicatietekst = models.TextField(blank=True)
    publicatietermijn = duration(blank=True)
    toelichting = models.TextField(blank=True)
    informatieobjecttypen = WireJSONField(default=list, blank=True)
    begin_geldigheid = models.DateField()
    einde_geldigheid = models.DateField(null=True, blank=True)
    concept = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "besluittypen"
        indexes = [models.Index(fields=["catalogus", "omschrijving"], name="besluittype_versies")]

    def __str__(self) -> str:
        return self.omschrijving


class ZaakObjectType(models.Model):
    """A kind of object a zaak may be about."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="zaakobjecttypen")
    ander_objecttype = models.BooleanField()
    objecttype = models.CharField(max_length=200)
    relatie_omschrijving = models.CharField(max_length=80)

    class Meta:
        verbose_name_plural = "zaakobjecttypen"

    def __str__(self) -> str:
        return self.relatie_omschrijving


class ZaakTypeInformatieObjectType(models.Model):
    """Which documents belong to a zaaktype; by omschrijving, so that it holds over versions (4.5)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="informatieobjecttypen")
    informatieobjecttype = models.CharField(max_length=80, db_index=True)
    volgnummer = models.PositiveSmallIntegerField()
    richting = models.CharField(max_length=8)
    statustype = models.ForeignKey(StatusType, models.SET_NULL, null=True, blank=True)

    class Meta:
        verbose_name_plural = "zaaktype-informatieobjecttypen"
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "volgnummer"], name="ziot_volgnummer"),
            models.UniqueConstraint(
                fields=["zaaktype", "informatieobjecttype", "richting"], name="ziot_informatieobjecttype"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.zaaktype} {self.informatieobjecttype}"
