"""Tables of the frame: what a zaaktype says beyond the catalogue, and what a zaak did within it.

Steps are named by their omschrijving, as the catalogue names types: so a name holds over versions of a
zaaktype (4.5), through an export and its import, and when a zaak gets another zaaktype.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from zaakwerk.autorisaties.models import Groep
from zaakwerk.catalogi.models import ZaakType
from zaakwerk.kader.feiten import SOORTEN
from zaakwerk.zaken.models import Status, Zaak
from zaakwerk.zgw.instances import Prepared

STAP = 80  # as long as the omschrijving of a statustype
ROLLEN = (
    "adviseur",
    "behandelaar",
    "belanghebbende",
    "beslisser",
    "initiator",
    "klantcontacter",
    "zaakcoordinator",
    "mede_initiator",
)
# What a step may ask that the catalogue has no place for.
POORTEN = ("zaakobject", "taak", "deelzaak")
ANTWOORDEN = ("ja", "nee", "nvt")


class Overgang(models.Model):
    """A move between two steps of a zaaktype; copied along with each new version of it.

    An empty `van` means every step. Once moves are declared for a step, the step has only those.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="overgangen")
    van = models.CharField(max_length=STAP, blank=True)
    naar = models.CharField(max_length=STAP)
    soort = models.CharField(max_length=10, choices=[(soort, soort) for soort in SOORTEN])
    # Generic role in the zaak of who may make it; empty for everybody who may set a status.
    rol = models.CharField(max_length=20, blank=True)
    reden_verplicht = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "overgangen"
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "van", "naar", "soort"], name="overgang_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.van or '…'} → {self.naar} ({self.soort})"


class Poort(models.Model):
    """Something a step asks that the catalogue cannot say; copied along with each new version.

    `naam` is the relatieomschrijving of a zaakobject, the name of a taak, or the identificatie of the
    zaaktype of a deelzaak; for deelzaken it may be empty: all there are.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaaktype = models.ForeignKey(ZaakType, models.CASCADE, related_name="poorten")
    stap = models.CharField(max_length=STAP)
    soort = models.CharField(max_length=10, choices=[(soort, soort) for soort in POORTEN])
    naam = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "poorten"
        constraints = [
            models.UniqueConstraint(fields=["zaaktype", "stap", "soort", "naam"], name="poort_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.stap}: {self.soort} {self.naam}"


class ChecklistAntwoord(Prepared):
    """The answer to one question of a step's checklist in one zaak: what, by whom and when."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="checklistantwoorden", db_index=False)
    stap = models.CharField(max_length=STAP)
    itemnaam = models.CharField(max_length=30)
    antwoord = models.CharField(max_length=3, choices=[(antwoord, antwoord) for antwoord in ANTWOORDEN])
    toelichting = models.CharField(max_length=1000, blank=True)
    beantwoord_op = models.DateTimeField()
    # Who, by the name they sign in with and as people call them.
    beantwoord_door = models.CharField(max_length=255, blank=True)
    beantwoord_door_naam = models.CharField(max_length=255, blank=True)

    class Meta:
        verbose_name = "antwoord op een checklist"
        verbose_name_plural = "antwoorden op checklists"
        constraints = [
            models.UniqueConstraint(fields=["zaak", "stap", "itemnaam"], name="checklistantwoord_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.itemnaam}: {self.antwoord}"


class Taak(Prepared):
    """A piece of work in a zaak, for somebody or for a team.

    `verplicht_voor` names the step that is not reached before the taak is done; empty for none.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="taken", db_index=False)
    naam = models.CharField(max_length=200)
    toelichting = models.TextField(blank=True)
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    groep = models.ForeignKey(Groep, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    verplicht_voor = models.CharField(max_length=STAP, blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    aangemaakt_op = models.DateTimeField()
    aangemaakt_door = models.CharField(max_length=255, blank=True)
    afgerond_op = models.DateTimeField(null=True, blank=True)
    afgerond_door = models.CharField(max_length=255, blank=True)
    afgerond_door_naam = models.CharField(max_length=255, blank=True)
    uitkomst = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "taken"
        indexes = [
            models.Index(fields=["zaak", "id"], name="taak_zaak"),
            # What is still to do for somebody or for a team, the most urgent first.
            models.Index(
                fields=["medewerker", "uiterlijk", "id"],
                condition=Q(afgerond_op=None),
                name="taak_medewerker",
            ),
            models.Index(
                fields=["groep", "uiterlijk", "id"], condition=Q(afgerond_op=None), name="taak_groep"
            ),
            # What somebody finished, the latest first.
            models.Index(
                fields=["afgerond_door", "-afgerond_op"],
                condition=Q(afgerond_op__isnull=False),
                name="taak_afgerond",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def is_afgerond(self) -> bool:
        """Whether the work is done."""
        return self.afgerond_op is not None


class GezetteStap(Prepared):
    """A move that was made through the frame: which one, and why.

    The reason stays inside; what the person concerned reads is the statustoelichting.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    zaak = models.ForeignKey(Zaak, models.CASCADE, related_name="gezette_stappen", db_index=False)
    status = models.OneToOneField(Status, models.CASCADE, related_name="gezette_stap")
    soort = models.CharField(max_length=10, choices=[(soort, soort) for soort in SOORTEN])
    van = models.CharField(max_length=STAP, blank=True)
    naar = models.CharField(max_length=STAP)
    reden = models.CharField(max_length=1000, blank=True)
    gezet_op = models.DateTimeField()

    class Meta:
        verbose_name = "gezette stap"
        verbose_name_plural = "gezette stappen"
        indexes = [models.Index(fields=["zaak", "id"], name="gezettestap_zaak")]

    def __str__(self) -> str:
        return f"{self.van or '…'} → {self.naar} ({self.soort})"
