"""Tables of the desk: what somebody was typing, and who has which dossier open. Nothing of the register."""

import uuid

from django.conf import settings
from django.db import models


class Concept(models.Model):
    """A form somebody has not sent yet; `inhoud` is encrypted, for it may hold personal data."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="concepten")
    sleutel = models.CharField(max_length=200)
    inhoud = models.TextField()
    bijgewerkt = models.DateTimeField()

    class Meta:
        verbose_name_plural = "concepten"
        constraints = [models.UniqueConstraint(fields=["medewerker", "sleutel"], name="concept_uniek")]
        indexes = [models.Index(fields=["bijgewerkt"], name="concept_bijgewerkt")]

    def __str__(self) -> str:
        return self.sleutel


class Aanwezigheid(models.Model):
    """That somebody had a dossier open at a moment; kept for minutes only."""

    zaak = models.UUIDField()
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    gezien = models.DateTimeField()

    class Meta:
        verbose_name = "aanwezigheid"
        verbose_name_plural = "aanwezigheid"
        constraints = [models.UniqueConstraint(fields=["zaak", "medewerker"], name="aanwezigheid_uniek")]
        indexes = [models.Index(fields=["gezien"], name="aanwezigheid_gezien")]

    def __str__(self) -> str:
        return f"{self.medewerker} {self.gezien:%H:%M}"
