"""Tables of besluiten: a decision, the documents that lay it down, and the last number given out."""

import uuid

from django.db import models

from zaakwerk.catalogi.models import BesluitType
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.instances import Prepared


class Besluit(Prepared):
    """A decision of an organisation, mostly the outcome of a zaak."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    identificatie = models.CharField(max_length=50)
    verantwoordelijke_organisatie = models.CharField(max_length=9)
    besluittype = models.ForeignKey(BesluitType, models.PROTECT, db_index=False)
    # Protected: a zaak that besluiten refer to stays (zrc-023, C-39).
    zaak = models.ForeignKey(
        Zaak, models.PROTECT, null=True, blank=True, related_name="besluiten", db_index=False
    )
    datum = models.DateField()
    toelichting = models.TextField(blank=True)
    bestuursorgaan = models.CharField(max_length=50, blank=True)
    ingangsdatum = models.DateField()
    vervaldatum = models.DateField(null=True, blank=True)
    vervalreden = models.CharField(max_length=30, blank=True)
    publicatiedatum = models.DateField(null=True, blank=True)
    verzenddatum = models.DateField(null=True, blank=True)
    uiterlijke_reactiedatum = models.DateField(null=True, blank=True)
    informatieobjecten = models.ManyToManyField(
        EnkelvoudigInformatieObject, through="BesluitInformatieObject", related_name="besluiten"
    )

    class Meta:
        verbose_name_plural = "besluiten"
        constraints = [
            models.UniqueConstraint(
                fields=["verantwoordelijke_organisatie", "identificatie"], name="besluit_identificatie_uniek"
            )
        ]
        indexes = [
            models.Index(fields=["identificatie"], name="besluit_identificatie"),
            models.Index(fields=["besluittype", "-id"], name="besluit_besluittype"),
            models.Index(fields=["zaak", "-id"], name="besluit_zaak"),
            # Steps to a page far down the list, with what reach needs, without looking at a besluit.
            models.Index(fields=["-id", "besluittype"], name="besluit_volgorde"),
        ]

    def __str__(self) -> str:
        return self.identificatie


class BesluitInformatieObject(Prepared):
    """The link of a document to a besluit; the leading side of the relation (1.13)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    besluit = models.ForeignKey(
        Besluit, models.CASCADE, related_name="besluitinformatieobjecten", db_index=False
    )
    informatieobject = models.ForeignKey(
        EnkelvoudigInformatieObject, models.PROTECT, related_name="besluitinformatieobjecten"
    )

    class Meta:
        verbose_name_plural = "besluitinformatieobjecten"
        constraints = [models.UniqueConstraint(fields=["besluit", "informatieobject"], name="bio_uniek")]

    def __str__(self) -> str:
        return str(self.informatieobject)


class BesluitnummerTeller(models.Model):
    """The last sequence number given out per verantwoordelijke organisatie and year (brc-002)."""

    verantwoordelijke_organisatie = models.CharField(max_length=9)
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["verantwoordelijke_organisatie", "jaar"], name="besluitnummerteller_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"{self.verantwoordelijke_organisatie} {self.jaar}: {self.laatste}"
