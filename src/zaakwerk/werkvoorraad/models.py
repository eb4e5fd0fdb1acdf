"""Tables of the worklist: snoozes, saved lists, how somebody wants to see lists, and jobs over many zaken."""

import uuid

from django.db import models
from django.db.models import Q

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.zaken.models import Zaak


class Sluimer(models.Model):
    """One employee does not want to see one zaak before a day; on that day it is back by itself."""

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="sluimers", db_index=False)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="sluimers")
    tot = models.DateField()
    reden = models.CharField(max_length=200, blank=True)
    sinds = models.DateTimeField()

    class Meta:
        verbose_name_plural = "sluimers"
        constraints = [models.UniqueConstraint(fields=["medewerker", "zaak"], name="sluimer_uniek")]

    def __str__(self) -> str:
        return f"{self.zaak} tot {self.tot}"


class BewaardeLijst(models.Model):
    """A question about zaken under a name: for its owner, for a team, or for everybody."""

    PRIVE, TEAM, ORGANISATIE = "prive", "team", "organisatie"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    naam = models.CharField(max_length=60)
    eigenaar = models.ForeignKey(Medewerker, models.CASCADE, related_name="bewaarde_lijsten")
    bereik = models.CharField(max_length=11, default=PRIVE)
    groep = models.ForeignKey(Groep, models.CASCADE, null=True, blank=True, related_name="bewaarde_lijsten")
    # The question as it stands in an address, and the columns to show; columns empty: the reader's own.
    vraag = models.CharField(max_length=2000, blank=True)
    kolommen = models.JSONField(default=list, blank=True)
    gemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name = "bewaarde lijst"
        verbose_name_plural = "bewaarde lijsten"
        constraints = [
            models.CheckConstraint(
                condition=Q(bereik="team", groep__isnull=False) | (~Q(bereik="team") & Q(groep=None)),
                name="bewaardelijst_groep",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Weergave(models.Model):
    """Which columns an employee wants in lists, and how close together the rows stand."""

    medewerker = models.OneToOneField(Medewerker, models.CASCADE, related_name="weergave")
    kolommen = models.JSONField(default=list, blank=True)
    is_compact = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.medewerker}"


class Opdracht(models.Model):
    """One thing to do to a number of zaken, for somebody; it can be stopped and, mostly, undone."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    soort = models.CharField(max_length=20)
    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="opdrachten")
    invoer = models.JSONField(default=dict, blank=True)
    herstelt = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="hersteld_door"
    )
    gemaakt_op = models.DateTimeField()
    # When it last did something: a job that stands still longer than its limit was interrupted.
    gewerkt_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    is_afgebroken = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "opdrachten"

    def __str__(self) -> str:
        return f"{self.soort} {self.gemaakt_op:%Y-%m-%d %H:%M}"


class OpdrachtRegel(models.Model):
    """One zaak of a job: waiting, done, refused with the reason, or left alone when the job was stopped."""

    WACHT, GEDAAN, GEWEIGERD, OVERGESLAGEN = "wacht", "gedaan", "geweigerd", "overgeslagen"

    opdracht = models.ForeignKey(Opdracht, models.CASCADE, related_name="regels", db_index=False)
    volgnummer = models.PositiveIntegerField()
    zaak = models.ForeignKey(Zaak, models.SET_NULL, null=True, related_name="opdrachtregels")
    staat = models.CharField(max_length=12, default=WACHT)
    reden = models.CharField(max_length=500, blank=True)
    # How it was before and after, so that it can be undone while nobody else came in between.
    was = models.JSONField(null=True, blank=True)
    werd = models.JSONField(null=True, blank=True)

    class Meta:
        verbose_name = "regel van een opdracht"
        verbose_name_plural = "regels van opdrachten"
        constraints = [models.UniqueConstraint(fields=["opdracht", "volgnummer"], name="opdrachtregel_uniek")]

    def __str__(self) -> str:
        return f"{self.volgnummer} {self.staat}"
