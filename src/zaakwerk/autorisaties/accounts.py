"""Accounts: from a client id to the actor it is, in one statement; and from an employee to theirs."""

from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

import msgspec
from django.db.models import Q, QuerySet

from zaakwerk.autorisaties.models import ClientId, Medewerker, Toekenning, Zaakrecht
from zaakwerk.autorisaties.register import SCOPES as REGISTER
from zaakwerk.autorisaties.roles import COMPONENT_OF, READ, scopes_of
from zaakwerk.zgw import clock, secrets, vertrouwelijkheid
from zaakwerk.zgw.actors import Actor, Grant
from zaakwerk.zgw.auth import Account
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.prepared import STATEMENTS
from zaakwerk.zgw.sources import Arg

NO_TYPE = UUID(int=0)
LEVEL_KEY = "maxVertrouwelijkheidaanduiding"
TYPE_KEYS = ("zaaktype", "informatieobjecttype", "besluittype")
# Components whose objects have a type of a catalogus and belong to a zaak.
WITH_TYPES = ("zrc", "drc", "brc")


def find(client_id: str) -> Account | None:
    """The account of a client id; every change is seen at once, only the parsing of rights is cached."""

    def build() -> Any:
        slot = Arg("client_id", ClientId._meta.get_field("client_id"))
        return ClientId.objects.filter(client_id=slot).values_list(
            "secret",
            "applicatie__label",
            "applicatie__heeft_alle_autorisaties",
            "applicatie__autorisaties",
            "applicatie__ruime_autorisaties",
            "applicatie__alleen_is_gereed_voor_publicatie",
            "applicatie_id",
        )

    rows = STATEMENTS.get("account", build).rows({"client_id": client_id})
    if not rows or not rows[0][0]:
        return None
    secret, label, all_rights, autorisaties, ruime, only_published, pk = rows[0]
    grants = grants_of(autorisaties) + ruime_grants_of(ruime) if pk else ()
    actor = Actor(
        client_id,
        label or client_id,
        all_rights=bool(all_rights),
        grants=grants,
        sees_only_published=bool(only_published),
    )
    return Account(secrets.decrypt(secret), actor)


@lru_cache(maxsize=512)
def grants_of(autorisaties: str) -> tuple[Grant, ...]:
    """The grants of an applicatie's autorisaties in wire form (1.4.4)."""
    return tuple(grant_of(found) for found in msgspec.json.decode(autorisaties))


def grant_of(autorisatie: dict[str, Any]) -> Grant:
    """One autorisatie as a grant, for every type when it names none."""
    url = next((autorisatie[key] for key in TYPE_KEYS if autorisatie.get(key)), "")
    level = autorisatie.get(LEVEL_KEY, "")
    return Grant(
        autorisatie["component"],
        frozenset(autorisatie["scopes"]),
        type_uuid_of(url) if url else None,
        max_level=vertrouwelijkheid.NUMBER.get(level, vertrouwelijkheid.HIGHEST),
    )


@lru_cache(maxsize=512)
def ruime_grants_of(ruime_autorisaties: str) -> tuple[Grant, ...]:
    """The grants of our own extension: by catalogus, by what versions of a type share, or both."""
    return tuple(ruime_grant_of(found) for found in msgspec.json.decode(ruime_autorisaties))


def ruime_grant_of(ruim: dict[str, Any]) -> Grant:
    """One autorisatie of our own extension as a grant; it names at least one of type and catalogus."""
    level = vertrouwelijkheid.NUMBER.get(ruim[LEVEL_KEY], vertrouwelijkheid.HIGHEST)
    group = type_uuid_of(ruim["catalogus"]) if ruim["catalogus"] else None
    scopes = frozenset(ruim["scopes"])
    return Grant(ruim["component"], scopes, None, ruim["type"], level, group)


def type_uuid_of(url: str) -> UUID:
    """The uuid of one of our own types; a URL elsewhere never opens a type of ours that shares its uuid."""
    try:
        return UUID(url.rpartition("/")[2]) if url.startswith(BASE) else NO_TYPE
    except ValueError:
        return NO_TYPE


def actor_of(medewerker: Medewerker) -> Actor:
    """The actor an employee is today: their own and their groups' toekenningen, and exceptions per zaak."""
    found = toekenningen_of(medewerker).filter(is_valid(clock.today()))
    return Actor(
        applicatie_id="werkplek",
        applicatie_weergave="Zaakwerk werkplek",
        gebruiker_id=medewerker.username,
        gebruiker_weergave=str(medewerker),
        grants=(
            *(grant for toekenning in found for grant in grants_for(toekenning)),
            *exceptions_of(medewerker),
        ),
    )


def is_valid(today: date) -> Q:
    """Toekenningen that count on a day."""
    return (Q(geldig_van=None) | Q(geldig_van__lte=today)) & (Q(geldig_tot=None) | Q(geldig_tot__gte=today))


def toekenningen_of(medewerker: Medewerker) -> QuerySet[Toekenning]:
    """Every toekenning of a person and of their groups, also those that count no longer or not yet."""
    theirs = Q(medewerker=medewerker) | Q(groep__leden=medewerker)
    return Toekenning.objects.filter(theirs).distinct()


def grants_for(toekenning: Toekenning) -> list[Grant]:
    """A toekenning as grants: its role's scopes per component."""
    made = []
    for code in COMPONENT_OF.values():
        scopes = scopes_of(toekenning.rol, code)
        if scopes:
            identificatie = toekenning.zaaktype_identificatie if code == "zrc" else ""
            group = toekenning.catalogus if code in WITH_TYPES else None
            level = toekenning.max_vertrouwelijkheid
            made.append(Grant(code, scopes, None, identificatie, level, group))
    return made


def exceptions_of(medewerker: Medewerker) -> list[Grant]:
    """What holds for single zaken: access that was given, and shields, which beat everything."""
    now_valid = Q(tot=None) | Q(tot__gte=clock.today())
    found = Zaakrecht.objects.filter(now_valid, medewerker=medewerker, staat=Zaakrecht.GELDT)
    rows = found.order_by("id").values_list("zaak", "soort")
    return [grant for zaak, soort in rows for grant in exception_for(zaak, soort)]


def exception_for(zaak: UUID, soort: str) -> list[Grant]:
    """One exception as grants: reading the zaak with its documents and besluiten, or none of it."""
    denies = soort == Zaakrecht.AFSCHERMING
    scopes = {code: frozenset(() if denies else READ & REGISTER[code].keys()) for code in WITH_TYPES}
    return [Grant(code, found, object_uuid=zaak, denies=denies) for code, found in scopes.items()]
