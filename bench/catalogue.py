"""Catalogue: the types of the seed, and the two clients that use them."""

from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID

from bench.clients import ALL_CLIENT, LIMITED_CLIENT, SECRET
from zaakwerk.autorisaties.models import Applicatie, ClientId
from zaakwerk.catalogi.models import (
    Catalogus,
    Eigenschap,
    InformatieObjectType,
    ResultaatType,
    RolType,
    StatusType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.zgw import secrets
from zaakwerk.zgw.links import BASE

ORGANISATIE = "517439943"
ZAAKTYPEN = 40
STEPS = (3, 4, 5, 6)
LIMITED_TYPES = range(2, 7)
"""The limited client sees five zaaktypen of middling popularity, together about a quarter of the zaken."""

READ_SCOPES = ["zaken.lezen"]
BEGIN = date(2018, 1, 1)
DOCUMENT = "Bijlage"


@dataclass(frozen=True)
class Types:
    """The primary keys of one zaaktype with its frame, for the generator of zaken."""

    zaaktype: int
    statustypen: list[int]
    resultaattype: int
    roltypen: list[int]
    eigenschappen: list[int]


def make_uuid(random: Random) -> UUID:
    """A random uuid that is the same in every seed."""
    return UUID(int=random.getrandbits(128), version=4)


def make_catalogue(random: Random) -> tuple[list[Types], InformatieObjectType]:
    """Forty published zaaktypen with their frames, and one kind of document."""
    catalogus = Catalogus.objects.create(
        uuid=make_uuid(random), domein="BENCH", rsin=ORGANISATIE, contactpersoon_beheer_naam="Beheer"
    )
    document = InformatieObjectType.objects.create(
        uuid=make_uuid(random),
        catalogus=catalogus,
        omschrijving=DOCUMENT,
        vertrouwelijkheidaanduiding=3,
        begin_geldigheid=BEGIN,
        informatieobjectcategorie="brief",
        concept=False,
    )
    return [make_zaaktype(random, catalogus, number) for number in range(ZAAKTYPEN)], document


def make_bare_zaaktype(random: Random, catalogus: Catalogus, number: int) -> ZaakType:
    """The row of one zaaktype."""
    return ZaakType.objects.create(
        uuid=make_uuid(random),
        catalogus=catalogus,
        identificatie=f"BENCH-{number:02d}",
        omschrijving=f"Aanvraag van soort {number}",
        vertrouwelijkheidaanduiding=3,
        doel="Een besluit nemen op de aanvraag.",
        aanleiding="Een aanvraag van een inwoner of bedrijf.",
        indicatie_intern_of_extern="extern",
        handeling_initiator="aanvragen",
        onderwerp="Aanvraag",
        handeling_behandelaar="behandelen",
        doorlooptijd="P8W",
        servicenorm="P6W",
        opschorting_en_aanhouding_mogelijk=True,
        verlenging_mogelijk=True,
        verlengingstermijn="P4W",
        publicatie_indicatie=False,
        verantwoordelijke=ORGANISATIE,
        begin_geldigheid=BEGIN,
        concept=False,
    )


def make_zaaktype(random: Random, catalogus: Catalogus, number: int) -> Types:
    """One zaaktype with three to six statustypen."""
    zaaktype = make_bare_zaaktype(random, catalogus, number)
    steps = range(1, STEPS[number % len(STEPS)] + 1)
    statustypen = [
        StatusType.objects.create(
            uuid=make_uuid(random), zaaktype=zaaktype, omschrijving=f"Stap {step}", volgnummer=step
        )
        for step in steps
    ]
    roltypen = [
        RolType.objects.create(
            uuid=make_uuid(random), zaaktype=zaaktype, omschrijving=name, omschrijving_generiek=generic
        )
        for name, generic in (("Aanvrager", "initiator"), ("Behandelaar", "behandelaar"))
    ]
    eigenschappen = [
        Eigenschap.objects.create(
            uuid=make_uuid(random),
            zaaktype=zaaktype,
            naam=name,
            definitie=name,
            specificatie={"formaat": "tekst", "lengte": "40", "kardinaliteit": "1", "waardenverzameling": []},
        )
        for name in ("locatie", "kanaal")
    ]
    resultaattype = ResultaatType.objects.create(
        uuid=make_uuid(random),
        zaaktype=zaaktype,
        omschrijving="Verleend",
        resultaattypeomschrijving="https://selectielijst.voorbeeld.nl/api/v1/resultaattypeomschrijvingen/1",
        selectielijstklasse="https://selectielijst.voorbeeld.nl/api/v1/resultaten/1",
        archiefnominatie="vernietigen",
        archiefactietermijn="P5Y",
        brondatum_archiefprocedure={"afleidingswijze": "afgehandeld"},
    )
    ZaakTypeInformatieObjectType.objects.create(
        uuid=make_uuid(random),
        zaaktype=zaaktype,
        informatieobjecttype=DOCUMENT,
        volgnummer=1,
        richting="inkomend",
    )
    return Types(
        zaaktype.pk,
        [found.pk for found in statustypen],
        resultaattype.pk,
        [found.pk for found in roltypen],
        [found.pk for found in eigenschappen],
    )


def make_clients(zaaktypen: list[Types]) -> None:
    """A client with every right, and one that reads five zaaktypen up to zaakvertrouwelijk."""
    limited = ZaakType.objects.filter(pk__in=[zaaktypen[number].zaaktype for number in LIMITED_TYPES])
    autorisaties = [
        {
            "component": "zrc",
            "scopes": READ_SCOPES,
            "zaaktype": f"{BASE}/catalogi/api/v1/zaaktypen/{zaaktype.uuid}",
            "maxVertrouwelijkheidaanduiding": "zaakvertrouwelijk",
        }
        for zaaktype in limited.order_by("pk")
    ]
    autorisaties.append({"component": "ztc", "scopes": ["catalogi.lezen"]})
    for client_id, rights in ((ALL_CLIENT, None), (LIMITED_CLIENT, autorisaties)):
        applicatie = Applicatie.objects.create(
            label=client_id,
            client_ids=[client_id],
            heeft_alle_autorisaties=rights is None,
            autorisaties=rights or [],
        )
        ClientId.objects.create(client_id=client_id, secret=secrets.encrypt(SECRET), applicatie=applicatie)
