"""Tables of notifications: channels, subscriptions, and the delivery of each message to each subscriber."""

import uuid

from django.db import models
from django.db.models import Q

from zaakwerk.zgw.fields import WireJSONField
from zaakwerk.zgw.models import Bericht


class Kanaal(models.Model):
    """A channel and the kenmerken its messages carry (8.2)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    naam = models.CharField(max_length=50, unique=True)
    documentatie_link = models.CharField(max_length=200, blank=True)
    filters = WireJSONField(default=list, blank=True)

    class Meta:
        verbose_name_plural = "kanalen"

    def __str__(self) -> str:
        return self.naam


class Abonnement(models.Model):
    """A subscriber: where messages go, with which credentials, and which ones (8.3)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    callback_url = models.CharField(max_length=1000)
    # Encrypted; never shown again (C-35).
    auth = models.TextField()
    kanalen = WireJSONField(default=list)
    client_id = models.CharField(max_length=50, blank=True)

    class Meta:
        verbose_name_plural = "abonnementen"

    def __str__(self) -> str:
        return self.callback_url


class Aflevering(models.Model):
    """One message for one subscriber: waiting, delivered, or given up."""

    bericht = models.ForeignKey(Bericht, models.CASCADE, related_name="afleveringen")
    abonnement = models.ForeignKey(Abonnement, models.CASCADE, related_name="afleveringen", db_index=False)
    # Messages of one main object reach a subscriber in order.
    hoofd_object = models.CharField(max_length=500)
    aangemaakt_op = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    eerste_poging = models.DateTimeField(null=True, blank=True)
    volgende_poging = models.DateTimeField(null=True, blank=True)
    afgeleverd_op = models.DateTimeField(null=True, blank=True)
    opgegeven_op = models.DateTimeField(null=True, blank=True)
    laatste_antwoord = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "aflevering"
        verbose_name_plural = "afleveringen"
        constraints = [models.UniqueConstraint(fields=["bericht", "abonnement"], name="aflevering_eenmaal")]
        indexes = [
            models.Index(
                fields=["abonnement", "id"],
                condition=Q(afgeleverd_op=None, opgegeven_op=None),
                name="aflevering_open",
            ),
            models.Index(
                fields=["abonnement", "volgende_poging"],
                condition=Q(afgeleverd_op=None, opgegeven_op=None, volgende_poging__isnull=False),
                name="aflevering_wacht",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bericht} naar {self.abonnement}"
