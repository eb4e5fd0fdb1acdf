"""Tables of people and rights: employees, groups and their grants; applications and their secrets."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac

from zaakwerk.autorisaties.roles import ROLE_CHOICES
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.fields import WireJSONField


class Medewerker(AbstractUser):
    """An employee; the user model. What they may comes from toekenningen only."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    # Who the organisation's own sign-in says this is: issuer and subject; never an e-mail address.
    onderwerp = models.CharField(max_length=512, blank=True, editable=False)
    # Goes up to end every session at once.
    sessie_versie = models.PositiveIntegerField(default=0, editable=False)
    # An account of the demo municipality, whose password everybody knows.
    is_voorbeeld = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = "medewerker"
        verbose_name_plural = "medewerkers"
        constraints = [
            models.UniqueConstraint(
                fields=["onderwerp"], condition=~models.Q(onderwerp=""), name="medewerker_onderwerp_eenmalig"
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def get_session_auth_hash(self) -> str:
        """What a session must carry: of the password, and of the round of sessions after the first."""
        known = super().get_session_auth_hash()
        if not self.sessie_versie:
            return known
        return salted_hmac(f"zaakwerk.sessie.{self.sessie_versie}", known, algorithm="sha256").hexdigest()


class TweedeFactor(models.Model):
    """The app that makes sign-in codes for an employee; the secret is kept encrypted."""

    medewerker = models.OneToOneField(Medewerker, models.CASCADE, related_name="tweede_factor")
    geheim = models.TextField()
    # The last time step used: a code counts once.
    laatste_stap = models.BigIntegerField(default=0)
    ingesteld_op = models.DateTimeField()

    class Meta:
        verbose_name = "tweede factor"
        verbose_name_plural = "tweede factoren"

    def __str__(self) -> str:
        return str(self.medewerker)


class Herstelcode(models.Model):
    """A code for who lost their app; kept as a digest and gone once used."""

    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="herstelcodes")
    afdruk = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "herstelcodes"

    def __str__(self) -> str:
        return str(self.medewerker)


class Mislukking(models.Model):
    """How often signing in failed in one place, by a digest of what it was tried with."""

    sleutel = models.CharField(max_length=64, unique=True)
    aantal = models.PositiveIntegerField(default=0)
    laatste = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "mislukkingen"

    def __str__(self) -> str:
        return f"{self.aantal}"


class Groep(models.Model):
    """A team of employees."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    naam = models.CharField(max_length=50, unique=True)
    # What the organisation's own sign-in calls it, in the claim for groups.
    claim = models.CharField(max_length=255, blank=True)
    leden = models.ManyToManyField(Medewerker, related_name="groepen", blank=True)

    class Meta:
        verbose_name_plural = "groepen"

    def __str__(self) -> str:
        return self.naam


class Toekenning(models.Model):
    """A role given to a group or a person, for a zaaktype or all, up to a confidentiality, for a period."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    rol = models.CharField(max_length=30, choices=ROLE_CHOICES)
    medewerker = models.ForeignKey(
        Medewerker, models.CASCADE, null=True, blank=True, related_name="toekenningen"
    )
    groep = models.ForeignKey(Groep, models.CASCADE, null=True, blank=True, related_name="toekenningen")
    zaaktype_identificatie = models.CharField(max_length=50, blank=True, help_text="Leeg: alle zaaktypen.")
    # The domain: a catalogus by its uuid, for this room does not know the catalogi.
    catalogus = models.UUIDField(null=True, blank=True, help_text="Leeg: alle catalogi.")
    max_vertrouwelijkheid = models.PositiveSmallIntegerField(
        choices=vertrouwelijkheid.CHOICES, default=vertrouwelijkheid.NUMBER["zaakvertrouwelijk"]
    )
    geldig_van = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)
    gegeven_door = models.CharField(max_length=255, blank=True, editable=False)
    gegeven_op = models.DateTimeField(null=True, blank=True, editable=False)

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


class Zaakrecht(models.Model):
    """An exception for one person and one zaak: access for a period (asked and decided), or a shield."""

    TOEGANG, AFSCHERMING = "toegang", "afscherming"
    GEVRAAGD, GELDT, AFGEWEZEN, INGETROKKEN = "gevraagd", "geldt", "afgewezen", "ingetrokken"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    medewerker = models.ForeignKey(Medewerker, models.CASCADE, related_name="zaakrechten")
    zaak = models.UUIDField(db_index=True)
    soort = models.CharField(max_length=20)
    staat = models.CharField(max_length=20)
    reden = models.CharField(max_length=1000)
    tot = models.DateField(null=True, blank=True)
    gevraagd_op = models.DateTimeField()
    besloten_door = models.CharField(max_length=255, blank=True)
    besloten_op = models.DateTimeField(null=True, blank=True)
    toelichting = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "zaakrechten"
        indexes = [models.Index(fields=["medewerker", "staat"], name="zaakrecht_medewerker")]
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "zaak", "soort"],
                condition=models.Q(staat="gevraagd"),
                name="zaakrecht_eenmaal_gevraagd",
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.medewerker}"


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
