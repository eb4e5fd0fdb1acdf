"""The kernel's tables: audit lines and outgoing messages, written in the transaction of the change itself."""

import uuid

from django.db import models

COMPONENTEN = (
    ("ztc", "Catalogi API"),
    ("zrc", "Zaken API"),
    ("drc", "Documenten API"),
    ("brc", "Besluiten API"),
    ("ander", "Iets anders"),
)


class ExterneDienst(models.Model):
    """An API of another installation that objects of ours may refer to, and how we sign in there."""

    naam = models.CharField(max_length=100)
    component = models.CharField(max_length=10, choices=COMPONENTEN)
    # The address below which its objects are, with a slash at the end.
    basis = models.CharField(max_length=500, unique=True)
    client_id = models.CharField(max_length=200, blank=True)
    # Encrypted; never shown again. Empty when the service asks for no token.
    secret = models.TextField(blank=True)

    class Meta:
        verbose_name = "externe dienst"
        verbose_name_plural = "externe diensten"

    def __str__(self) -> str:
        return self.naam


class AuditRegel(models.Model):
    """One line of the audit trail (1.12); links and snapshots are stored without base."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    bron = models.CharField(max_length=10)
    applicatie_id = models.CharField(max_length=100, blank=True)
    applicatie_weergave = models.CharField(max_length=200, blank=True)
    gebruiker_id = models.CharField(max_length=255, blank=True)
    gebruiker_weergave = models.CharField(max_length=255, blank=True)
    actie = models.CharField(max_length=50)
    resultaat = models.PositiveSmallIntegerField()
    hoofd_uuid = models.UUIDField()
    hoofd_object = models.CharField(max_length=500)
    resource = models.CharField(max_length=50)
    resource_url = models.CharField(max_length=500)
    resource_weergave = models.CharField(max_length=200)
    toelichting = models.TextField(blank=True)
    aanmaakdatum = models.DateTimeField()
    oud = models.TextField(blank=True)
    nieuw = models.TextField(blank=True)

    class Meta:
        verbose_name = "auditregel"
        verbose_name_plural = "auditregels"
        indexes = [models.Index(fields=["hoofd_uuid", "id"], name="auditregel_hoofd")]

    def __str__(self) -> str:
        return f"{self.actie} {self.resource} {self.resource_weergave}"


class Bericht(models.Model):
    """One outgoing notification: the outbox row that the worker delivers (8.4)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    kanaal = models.CharField(max_length=50)
    hoofd_object = models.CharField(max_length=500)
    resource = models.CharField(max_length=100)
    resource_url = models.CharField(max_length=500)
    actie = models.CharField(max_length=100)
    aanmaakdatum = models.DateTimeField()
    kenmerken = models.TextField(default="{}")
    is_verdeeld = models.BooleanField(default=False)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        indexes = [
            models.Index(fields=["id"], name="bericht_te_verdelen", condition=models.Q(is_verdeeld=False)),
        ]

    def __str__(self) -> str:
        return f"{self.kanaal}: {self.resource} {self.actie}"
