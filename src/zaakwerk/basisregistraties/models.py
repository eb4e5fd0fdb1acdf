"""Tables of the base registers: what was asked, by whom and why; never a personal number."""

from django.db import models


class Bevraging(models.Model):
    """One question to a source; `betrokkene` is a pseudonym of the number asked for, empty for a name."""

    moment = models.DateTimeField()
    gebruiker_id = models.CharField(max_length=255, blank=True)
    gebruiker_weergave = models.CharField(max_length=255, blank=True)
    bron = models.CharField(max_length=40)
    soort = models.CharField(max_length=10, blank=True)
    betrokkene = models.CharField(max_length=40, blank=True)
    doelbinding = models.CharField(max_length=255)
    gevonden = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "bevragingen"
        indexes = [
            models.Index(fields=["moment"], name="bevraging_moment"),
            models.Index(
                fields=["betrokkene"], condition=~models.Q(betrokkene=""), name="bevraging_betrokkene"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.moment:%Y-%m-%d %H:%M} {self.doelbinding}"
