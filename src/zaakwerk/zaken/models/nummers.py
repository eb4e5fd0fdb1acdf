"""Tables of zaaknummers: the last one given out, and those given out before their zaak exists."""

from django.db import models


class ZaaknummerTeller(models.Model):
    """The last sequence number given out per bronorganisatie and year (zrc-002)."""

    bronorganisatie = models.CharField(max_length=9)
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bronorganisatie", "jaar"], name="zaaknummerteller_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.bronorganisatie} {self.jaar}: {self.laatste}"


class ZaaknummerReservering(models.Model):
    """A number that one organisation has set aside; it stays after use, so that it is used once (2.7)."""

    bronorganisatie = models.CharField(max_length=9)
    identificatie = models.CharField(max_length=40)
    gereserveerd_op = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "zaaknummerreserveringen"
        constraints = [
            models.UniqueConstraint(
                fields=["identificatie", "bronorganisatie"], name="zaaknummerreservering_uniek"
            )
        ]

    def __str__(self) -> str:
        return self.identificatie
