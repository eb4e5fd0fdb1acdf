"""Tables beside the standard: which zaken changed, and who looked at them."""

from django.db import models
from django.db.models import Q

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.zgw import vertrouwelijkheid


class ZaakWijziging(models.Model):
    """The latest change of one zaak, also after it is gone; the change feed reads these by `positie`.

    A change has no position until a reader of the feed numbers what was committed: numbers that writers take
    themselves become visible in another order than they were taken, and a reader would step over some.
    """

    zaak = models.UUIDField(unique=True)
    # What rights on a zaak depend on, kept for when it is gone; its type may be gone by then as well.
    zaaktype = models.ForeignKey(ZaakType, models.DO_NOTHING, db_constraint=False, db_index=False)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=vertrouwelijkheid.CHOICES)
    is_verwijderd = models.BooleanField(default=False)
    gewijzigd_op = models.DateTimeField()
    positie = models.PositiveBigIntegerField(null=True, unique=True)

    class Meta:
        verbose_name = "wijziging van een zaak"
        verbose_name_plural = "wijzigingen van zaken"
        indexes = [
            models.Index(fields=["id"], condition=Q(positie=None), name="zaakwijziging_nieuw"),
            models.Index(fields=["gewijzigd_op"], name="zaakwijziging_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.zaak} {self.gewijzigd_op:%Y-%m-%d}"


class WijzigingTeller(models.Model):
    """The one row that holds the last position given out; a position is never given twice."""

    laatste = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.laatste)


class ZaakTelling(models.Model):
    """So many zaken more or fewer of a type and confidentiality; all lines together are how many."""

    zaaktype = models.ForeignKey(ZaakType, models.DO_NOTHING, db_constraint=False, db_index=False)
    vertrouwelijkheidaanduiding = models.PositiveSmallIntegerField(choices=vertrouwelijkheid.CHOICES)
    aantal = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.zaaktype_id} {self.vertrouwelijkheidaanduiding}: {self.aantal}"


class VerweesdeSpiegel(models.Model):
    """A mirror at another Documenten API whose relation is gone; it is removed as soon as that answers."""

    url = models.CharField(max_length=1000)
    sinds = models.DateTimeField()

    class Meta:
        verbose_name = "verweesde spiegel"
        verbose_name_plural = "verweesde spiegels"

    def __str__(self) -> str:
        return self.url


class Inzage(models.Model):
    """One time that somebody read a zaak: who, when, through which door and why; without personal numbers."""

    zaak = models.UUIDField()
    moment = models.DateTimeField()
    via = models.CharField(max_length=20)
    applicatie_id = models.CharField(max_length=100, blank=True)
    gebruiker_id = models.CharField(max_length=255, blank=True)
    gebruiker_weergave = models.CharField(max_length=255, blank=True)
    doel = models.CharField(max_length=255, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name = "inzage"
        verbose_name_plural = "inzagen"
        indexes = [
            models.Index(fields=["zaak", "id"], name="inzage_zaak"),
            models.Index(fields=["moment"], name="inzage_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.moment:%Y-%m-%d %H:%M} {self.via}"
