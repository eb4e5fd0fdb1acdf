"""Tables of what a zaak is related to: objects, contacts, requests, notes, besluiten and other zaken."""

import uuid

from django.db import models
from django.db.models import Q

from zaakwerk.zaken.models.zaken import Zaak
from zaakwerk.zgw.fields import WireJSONField
from zaakwerk.zgw.instances import Prepared


class ZaakObject(Prepared):
    """A thing the zaak is about: by its URL, or by the data that identify it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakobjecten", db_index=False)
    object = models.CharField(max_length=1000, blank=True)
    zaakobjecttype = models.CharField(max_length=1000, blank=True)
    object_type = models.CharField(max_length=40)
    object_type_overige = models.CharField(max_length=100, blank=True)
    object_type_overige_definitie = WireJSONField(null=True, blank=True)
    relatieomschrijving = models.CharField(max_length=80, blank=True)
    object_identificatie = WireJSONField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "zaakobjecten"
        indexes = [
            models.Index(fields=["zaak", "id", "uuid"], name="zaakobject_zaak"),
            models.Index(fields=["object"], condition=~Q(object=""), name="zaakobject_object"),
        ]

    def __str__(self) -> str:
        return self.relatieomschrijving or self.object_type_overige or self.object_type


class KlantContact(Prepared):
    """A contact with a client about the zaak (deprecated by the standard, part of it all the same)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="klantcontacten")
    identificatie = models.CharField(max_length=14, unique=True)
    datumtijd = models.DateTimeField()
    kanaal = models.CharField(max_length=20, blank=True)
    onderwerp = models.CharField(max_length=200, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "klantcontacten"

    def __str__(self) -> str:
        return self.onderwerp or self.identificatie


class ZaakContactMoment(Prepared):
    """A contactmoment of another register that concerns the zaak."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakcontactmomenten", db_index=False)
    contactmoment = models.CharField(max_length=1000, db_index=True)

    class Meta:
        verbose_name_plural = "zaakcontactmomenten"
        constraints = [
            models.UniqueConstraint(fields=["zaak", "contactmoment"], name="zaakcontactmoment_uniek")
        ]

    def __str__(self) -> str:
        return self.contactmoment


class ZaakVerzoek(Prepared):
    """A verzoek of another register that led to the zaak."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakverzoeken", db_index=False)
    verzoek = models.CharField(max_length=1000, db_index=True)

    class Meta:
        verbose_name_plural = "zaakverzoeken"
        constraints = [models.UniqueConstraint(fields=["zaak", "verzoek"], name="zaakverzoek_uniek")]

    def __str__(self) -> str:
        return self.verzoek


class ZaakNotitie(Prepared):
    """A note about the zaak, which can be changed until it is definitief."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaaknotities")
    onderwerp = models.CharField(max_length=255)
    tekst = models.TextField()
    aangemaakt_door = models.CharField(max_length=255, blank=True)
    notitie_type = models.CharField(max_length=6, default="intern")
    status = models.CharField(max_length=10, default="concept")
    aanmaakdatum = models.DateTimeField()
    wijzigingsdatum = models.DateTimeField()

    class Meta:
        verbose_name_plural = "zaaknotities"

    def __str__(self) -> str:
        return self.onderwerp


class ZaakBesluit(Prepared):
    """The mirror of a besluit that names this zaak; the room of besluiten leads (1.13)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="zaakbesluiten", db_index=False)
    besluit = models.CharField(max_length=1000, db_index=True)
    # What the leading side calls it, for the audit trail; not kept.
    naam = ""

    class Meta:
        verbose_name_plural = "zaakbesluiten"
        constraints = [models.UniqueConstraint(fields=["zaak", "besluit"], name="zaakbesluit_uniek")]

    def __str__(self) -> str:
        return self.naam or self.besluit


class GerelateerdeZaak(Prepared):
    """Which zaken of this register `relevante_andere_zaken` names, so that they can be found from there."""

    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="gerelateerde_zaken", db_index=False)
    andere = models.ForeignKey(Zaak, models.CASCADE, related_name="gerelateerd_door")

    class Meta:
        verbose_name_plural = "gerelateerde zaken"
        constraints = [models.UniqueConstraint(fields=["zaak", "andere"], name="gerelateerdezaak_uniek")]

    def __str__(self) -> str:
        return f"{self.zaak} {self.andere}"
