"""Tables of notifications: channels, subscriptions, and the delivery of each message to each subscriber."""

import uuid

from django.db import models
from django.db.models import Q

from zaakwerk.zgw.fields import WireJSONField
from zaakwerk.zgw.models import Bericht

ZGW, CLOUDEVENTS = "zgw", "cloudevents"
VORMEN = ((ZGW, "ZGW"), (CLOUDEVENTS, "CloudEvents"))
JWT, OAUTH2 = "zgw_jwt", "oauth2"
AANMELDINGEN = ((JWT, "ZGW-JWT"), (OAUTH2, "OAuth2 client credentials"))


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
    # The form in which messages go out: the standard's, or CloudEvents; then of these types, or of all.
    vorm = models.CharField(max_length=20, choices=VORMEN, default=ZGW)
    soorten = WireJSONField(default=list, blank=True)
    # The breaker: failures in a row, and how long nothing is tried (see breaker.py).
    mislukkingen = models.PositiveIntegerField(default=0)
    rust_tot = models.DateTimeField(null=True, blank=True)
    laatst_gelukt_op = models.DateTimeField(null=True, blank=True)
    laatst_mislukt_op = models.DateTimeField(null=True, blank=True)
    laatste_antwoord = models.CharField(max_length=500, blank=True)
    # Since the abonnement was made; never lowered, so that metrics may count with them.
    aantal_gelukt = models.PositiveBigIntegerField(default=0)
    aantal_mislukt = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name_plural = "abonnementen"

    def __str__(self) -> str:
        return self.callback_url


class Aanmelding(models.Model):
    """How we sign in at a subscriber instead of with the fixed header of its abonnement."""

    abonnement = models.OneToOneField(Abonnement, models.CASCADE, related_name="aanmelding", primary_key=True)
    soort = models.CharField(max_length=20, choices=AANMELDINGEN)
    client_id = models.CharField(max_length=200)
    # Encrypted; never shown again.
    secret = models.TextField()
    token_url = models.CharField(max_length=1000, blank=True)
    scope = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "aanmeldingen"

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.client_id}"


class Hartslag(models.Model):
    """When a worker was last seen working."""

    worker = models.CharField(max_length=200, unique=True)
    gestart_op = models.DateTimeField()
    gezien_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "hartslagen"

    def __str__(self) -> str:
        return self.worker


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
                fields=["abonnement", "-id"],
                condition=Q(opgegeven_op__isnull=False),
                name="aflevering_opgegeven",
            ),
            models.Index(
                fields=["abonnement", "volgende_poging"],
                condition=Q(afgeleverd_op=None, opgegeven_op=None, volgende_poging__isnull=False),
                name="aflevering_wacht",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bericht} naar {self.abonnement}"
