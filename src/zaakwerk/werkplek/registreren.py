"""Registreren: a new zaak in steps; what was answered so far waits in a draft, so nothing is asked twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext

from zaakwerk.catalogi import queries as catalogi
from zaakwerk.catalogi.models import Eigenschap, RolType, StatusType, ZaakType
from zaakwerk.werkplek import concepten, personen
from zaakwerk.werkplek.gegevens import name_of
from zaakwerk.werkplek.models import Concept
from zaakwerk.werkplek.personen import Gekozen
from zaakwerk.zaken import commands, scopes
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor, Target

PREFIX = "nieuw/"
MOST_RECENT, LOOKED_BACK, MOST_UNFINISHED = 5, 40, 5


def startable(actor: Actor) -> list[ZaakType]:
    """The published zaaktypen, valid today, of which the actor may start a zaak."""
    valid = ZaakType.objects.filter(catalogi.valid_on(clock.today()), concept=False)
    return [
        zaaktype
        for zaaktype in valid.select_related("catalogus").order_by("omschrijving")
        if actor.may(scopes.AANMAKEN, Target("zrc", zaaktype.uuid, zaaktype.identificatie))
    ]


def fitting(zaaktypen: Iterable[ZaakType], vraag: str) -> list[ZaakType]:
    """Those whose name, subject or keywords hold every word."""
    words = vraag.casefold().split()

    def text(one: ZaakType) -> str:
        parts = (one.omschrijving, one.omschrijving_generiek, one.onderwerp, one.identificatie)
        return " ".join([*parts, *map(str, one.trefwoorden)]).casefold()

    return [one for one in zaaktypen if all(word in text(one) for word in words)]


def recent(actor: Actor, zaaktypen: Sequence[ZaakType]) -> list[ZaakType]:
    """The zaaktypen this employee worked with last."""
    theirs = Rol.objects.filter(identificatie=actor.gebruiker_id, betrokkene_type="medewerker")
    names = theirs.order_by("-id").values_list("zaak__zaaktype__identificatie", flat=True)[:LOOKED_BACK]
    by_name = {one.identificatie: one for one in zaaktypen}
    return [by_name[name] for name in dict.fromkeys(names) if name in by_name][:MOST_RECENT]


@dataclass(frozen=True)
class Aanvraag:
    """A registration under way."""

    uuid: UUID
    blad: concepten.Blad
    zaaktype: ZaakType

    @cached_property
    def first_step(self) -> StatusType | None:
        """The step in which the zaak starts."""
        return catalogi.statustypen_of(self.zaaktype).first()

    @cached_property
    def asked(self) -> list[Eigenschap]:
        """The eigenschappen needed now: those of the first step."""
        found = Eigenschap.objects.filter(zaaktype=self.zaaktype, statustype=self.first_step)
        return list(found.order_by("id")) if self.first_step else []

    @cached_property
    def initiator(self) -> Gekozen | None:
        """Who asks, as chosen in the second step."""
        zegel = self.blad.get("keuze")
        return Gekozen.opened(zegel) if zegel else None

    @property
    def doelbinding(self) -> str:
        """Why a person is looked up."""
        return f"Nieuwe zaak ({self.zaaktype.identificatie})"

    def keep(self, **velden: list[str]) -> None:
        """Keeps more answers."""
        concepten.keep(self.blad.medewerker, self.blad.sleutel, {**self.blad.velden, **velden})

    @property
    def form_key(self) -> str:
        """The name of the draft of the third step's form."""
        return f"{self.blad.sleutel}/gegevens"


def begin(request: HttpRequest, zaaktype: ZaakType) -> UUID:
    """Starts a registration."""
    user: Any = request.user
    uuid = uuid4()
    velden = {"zaaktype": [str(zaaktype.uuid)], "naam": [zaaktype.omschrijving]}
    concepten.keep(user.pk, f"{PREFIX}{uuid}", velden)
    return uuid


def find(request: HttpRequest, actor: Actor, uuid: UUID) -> Aanvraag | None:
    """A registration of this employee; None when it is finished, or its type cannot be started any more."""
    blad = concepten.of(request, f"{PREFIX}{uuid}")
    chosen = blad.get("zaaktype")
    found = next((one for one in startable(actor) if str(one.uuid) == chosen), None) if chosen else None
    return Aanvraag(uuid, blad, found) if found else None


def unfinished(request: HttpRequest) -> list[dict[str, Any]]:
    """The registrations this employee left half way, the latest first."""
    user: Any = request.user
    mine = Concept.objects.filter(medewerker=user.pk, sleutel__startswith=PREFIX)
    rows = mine.exclude(sleutel__endswith="/gegevens").order_by("-bijgewerkt")[:MOST_UNFINISHED]
    return [
        {
            "uuid": row.sleutel.removeprefix(PREFIX),
            "naam": (concepten.opened(row.inhoud).get("naam") or [""])[0],
            "bijgewerkt": row.bijgewerkt,
        }
        for row in rows
    ]


def forget(aanvraag: Aanvraag) -> bool:
    """Removes the draft; False when it was gone: the registration was finished before."""
    mine = Concept.objects.filter(medewerker=aanvraag.blad.medewerker)
    mine.filter(sleutel=aanvraag.form_key).delete()
    return bool(mine.filter(sleutel=aanvraag.blad.sleutel).delete()[0])


def register(actor: Actor, aanvraag: Aanvraag, data: dict[str, Any]) -> Zaak | None:
    """The zaak, whoever asked for it, its fields and its first step; all or nothing, and only once."""
    zaaktype = aanvraag.zaaktype
    with transaction.atomic():
        if not forget(aanvraag):
            return None
        zaak = commands.CreateZaak(
            actor=actor,
            zaaktype=zaaktype,
            bronorganisatie=zaaktype.catalogus.rsin,
            verantwoordelijke_organisatie=zaaktype.catalogus.rsin,
            startdatum=clock.today(),
            omschrijving=data["omschrijving"],
            toelichting=data["toelichting"],
        ).run()
        handler = add_people(actor, zaak, aanvraag)
        for one in aanvraag.asked:
            for waarde in data.get(name_of(one), []):
                commands.CreateEigenschap(actor=actor, zaak=zaak, eigenschap=one, waarde=waarde).run()
        first = aanvraag.first_step
        if first is not None:
            start = commands.SetStatus(
                actor=actor,
                zaak=zaak,
                statustype=first,
                datum_status_gezet=clock.now(),
                gezetdoor=handler,
            )
            start.run()
    return zaak


def add_people(actor: Actor, zaak: Zaak, aanvraag: Aanvraag) -> Rol | None:
    """The initiator when known, and the employee as behandelaar, who is answered."""
    if aanvraag.initiator is not None:
        kind, who = personen.identify(actor, aanvraag.doelbinding, aanvraag.initiator)
        add_rol(actor, zaak, "initiator", kind, who, gettext("Aanvrager"))
    employee = {"identificatie": actor.gebruiker_id, "achternaam": actor.gebruiker_weergave}
    return add_rol(actor, zaak, "behandelaar", "medewerker", employee, gettext("Registreerde de zaak"))


def add_rol(actor: Actor, zaak: Zaak, generiek: str, kind: str, who: dict[str, Any], why: str) -> Rol | None:
    """A rol of the first roltype with this generic description; a zaaktype without one gets none."""
    found = RolType.objects.filter(zaaktype=zaak.zaaktype, omschrijving_generiek=generiek)
    roltype = found.order_by("id").first()
    if roltype is None:
        return None
    return commands.CreateRol(
        actor=actor,
        zaak=zaak,
        roltype=roltype,
        betrokkene_type=kind,
        betrokkene_identificatie=who,
        roltoelichting=why,
    ).run()
