"""Tables of people and rights: employees, groups and their grants; applications and their secrets."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models

from zaakwerk.autorisaties.roles import ROLE_CHOICES
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.fields import WireJSONField


class Medewerker(AbstractUser):
    """An employee; the user model. What they may comes from toekenningen only."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)

    class Meta:
        verbose_name = "medewerker"
        verbose_name_plural = "medewerkers"

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Groep(models.Model):
    """A team of employees."""

    naam = models.CharField(max_length=50, unique=True)
    leden = models.ManyToManyField(Medewerker, related_name="groepen", blank=True)

    class Meta:
        verbose_name_plural = "groepen"

    def __str__(self) -> str:
        return self.naam


class Toekenning(models.Model):
    """A role given to a group or a person, for a zaaktype or all, up to a confidentiality, for a period."""

    rol = models.CharField(max_length=30, choices=ROLE_CHOICES)
    medewerker = models.ForeignKey(
        Medewerker, models.CASCADE, null=True, blank=True, related_name="toekenningen"
    )
    groep = models.ForeignKey(Groep, models.CASCADE, null=True, blank=True, related_name="toekenningen")
    zaaktype_identificatie = models.CharField(max_length=50, blank=True, help_text="Leeg: alle zaaktypen.")
    max_vertrouwelijkheid = models.PositiveSmallIntegerField(
        choices=vertrouwelijkheid.CHOICES, default=vertrouwelijkheid.NUMBER["zaakvertrouwelijk"]
    )
    geldig_van = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "toekenningen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(medewerker__isnull=False) | models.Q(groep__isnull=False),
                name="toekenning_voor_iemand",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()}: {self.medewerker or self.groep}"


class Applicatie(models.Model):
    """A client application and what it may; the set of autorisaties is replaced as a whole (7.2)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    label = models.CharField(max_length=100)
    client_ids = WireJSONField(default=list)
    heeft_alle_autorisaties = models.BooleanField(default=False)
    alleen_is_gereed_voor_publicatie = models.BooleanField(default=False)
    autorisaties = WireJSONField(default=list, blank=True)
    # Our own extension: rights by catalogus or by the name that versions of a type share.
    ruime_autorisaties = WireJSONField(default=list, blank=True)

    class Meta:
        verbose_name_plural = "applicaties"

    def __str__(self) -> str:
        return self.label


class ClientId(models.Model):
    """A client id: its encrypted secret, and the one applicatie it belongs to (ac-001, C-44)."""

    client_id = models.CharField(max_length=50, unique=True)
    secret = models.TextField(blank=True)
    applicatie = models.ForeignKey(Applicatie, models.SET_NULL, null=True, blank=True, related_name="clients")

    class Meta:
        verbose_name = "client-id"
        verbose_name_plural = "client-id's"

    def __str__(self) -> str:
        return self.client_id
