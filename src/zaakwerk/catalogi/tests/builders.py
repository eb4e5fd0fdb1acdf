"""Builders: types for tests, made straight as rows; every value may be given, what is left out fits together.

`make_zaaktype()` gives a published zaaktype with three statustypen, two resultaattypen (the first is
destroyed ten years after closing, the second is kept for ever), roltypen, an eigenschap and an
informatieobjecttype.
"""

from datetime import date
from typing import Any

from zaakwerk.catalogi.models import (
    BesluitType,
    Catalogus,
    Eigenschap,
    InformatieObjectType,
    ResultaatType,
    RolType,
    StatusType,
    ZaakObjectType,
    ZaakType,
    ZaakTypeInformatieObjectType,
)
from zaakwerk.selectielijst import queries as selectielijst
from zaakwerk.selectielijst.records import Resultaat
from zaakwerk.zgw import vertrouwelijkheid

RSIN = "123456782"
STATUSTYPEN = ("Ontvangen", "In behandeling", "Afgehandeld")
ROLTYPEN = ("initiator", "behandelaar", "zaakcoordinator", "belanghebbende")
BEGIN = date(2020, 1, 1)
AFGEHANDELD = {
    "afleidingswijze": "afgehandeld",
    "datumkenmerk": "",
    "einddatumBekend": False,
    "objecttype": "",
    "registratie": "",
    "procestermijn": None,
}


def procestype_url() -> str:
    """A procestype of the selectielijst of 2020."""
    return next(found for found in selectielijst.procestypen().values() if found.jaar == 2020).public_url


def find_resultaat(waardering: str, procestermijn: str = "nihil") -> Resultaat:
    """A resultaat of the procestype above with this waardering."""
    return next(
        found
        for found in selectielijst.resultaten().values()
        if found.procestype.public_url == procestype_url()
        and found.waardering == waardering
        and (waardering == "blijvend_bewaren" or found.procestermijn == procestermijn)
    )


def omschrijving_url(omschrijving: str) -> str:
    """The resultaattypeomschrijving with this name."""
    known = selectielijst.resultaattypeomschrijvingen().values()
    return next(found.public_url for found in known if found.omschrijving == omschrijving)


def make_catalogus(**overrides: Any) -> Catalogus:
    """The catalogus with this domein and rsin; made at first use."""
    key = {"domein": overrides.pop("domein", "TEST"), "rsin": overrides.pop("rsin", RSIN)}
    defaults = {"contactpersoon_beheer_naam": "Functioneel beheer", "naam": "Testcatalogus", **overrides}
    return Catalogus.objects.get_or_create(**key, defaults=defaults)[0]


def make_bare_zaaktype(**overrides: Any) -> ZaakType:
    """A published zaaktype without children."""
    values: dict[str, Any] = {
        "identificatie": f"ZAAKTYPE-{ZaakType.objects.count() + 1}",
        "omschrijving": "Melding openbare ruimte",
        "vertrouwelijkheidaanduiding": vertrouwelijkheid.NUMBER["openbaar"],
        "doel": "Een melding over de openbare ruimte oplossen",
        "aanleiding": "Iemand ziet dat er iets kapot of vuil is",
        "indicatie_intern_of_extern": "extern",
        "handeling_initiator": "Melden",
        "onderwerp": "Openbare ruimte",
        "handeling_behandelaar": "Behandelen",
        "doorlooptijd": "P8W",
        "servicenorm": "P6W",
        "opschorting_en_aanhouding_mogelijk": True,
        "verlenging_mogelijk": True,
        "verlengingstermijn": "P4W",
        "publicatie_indicatie": False,
        "producten_of_diensten": ["https://producten.example.nl/melding"],
        "selectielijst_procestype": procestype_url(),
        "referentieproces": {"naam": "Melden", "link": ""},
        "verantwoordelijke": "Team Openbare Ruimte",
        "begin_geldigheid": BEGIN,
        "concept": False,
        **overrides,
    }
    values.setdefault("catalogus", None)
    values["catalogus"] = values["catalogus"] or make_catalogus()
    values.setdefault("versiedatum", values["begin_geldigheid"])
    return ZaakType.objects.create(**values)


def make_zaaktype(**overrides: Any) -> ZaakType:
    """A published zaaktype with everything a zaak needs; children by their related names."""
    zaaktype = make_bare_zaaktype(**overrides)
    steps = [make_statustype(zaaktype, number, name) for number, name in enumerate(STATUSTYPEN, start=1)]
    make_resultaattype(zaaktype, omschrijving="Afgehandeld")
    make_resultaattype(zaaktype, omschrijving="Vastgesteld", waardering="blijvend_bewaren")
    for generiek in ROLTYPEN:
        make_roltype(zaaktype, generiek)
    make_eigenschap(zaaktype, statustype=steps[1])
    relate_informatieobjecttype(zaaktype, make_informatieobjecttype(catalogus=zaaktype.catalogus))
    return zaaktype


def make_statustype(zaaktype: ZaakType, volgnummer: int, omschrijving: str, **overrides: Any) -> StatusType:
    """A step of the frame."""
    values = {"statustekst": f"Uw melding is nu: {omschrijving.lower()}.", "informeren": True, **overrides}
    return StatusType.objects.create(
        zaaktype=zaaktype, volgnummer=volgnummer, omschrijving=omschrijving, **values
    )


def make_resultaattype(
    zaaktype: ZaakType, *, omschrijving: str, waardering: str = "vernietigen", **overrides: Any
) -> ResultaatType:
    """An outcome with its selectielijst facts; the archive date counts from closing unless told otherwise."""
    resultaat = find_resultaat(waardering)
    values = {
        "resultaattypeomschrijving": omschrijving_url(omschrijving),
        "omschrijving_generiek": omschrijving,
        "selectielijstklasse": resultaat.public_url,
        "archiefnominatie": resultaat.waardering,
        "archiefactietermijn": resultaat.bewaartermijn,
        "brondatum_archiefprocedure": AFGEHANDELD,
        **overrides,
    }
    return ResultaatType.objects.create(zaaktype=zaaktype, omschrijving=omschrijving, **values)


def make_roltype(zaaktype: ZaakType, omschrijving_generiek: str, **overrides: Any) -> RolType:
    """A role, named after its generic name unless it has one."""
    name = overrides.pop("omschrijving", omschrijving_generiek.replace("_", " ").capitalize())
    return RolType.objects.create(
        zaaktype=zaaktype, omschrijving=name, omschrijving_generiek=omschrijving_generiek, **overrides
    )


def make_eigenschap(zaaktype: ZaakType, **overrides: Any) -> Eigenschap:
    """A property of text."""
    values: dict[str, Any] = {
        "naam": "Locatie",
        "definitie": "Waar het is",
        "specificatie": {
            "groep": "melding",
            "formaat": "tekst",
            "lengte": "80",
            "kardinaliteit": "1",
            "waardenverzameling": [],
        },
        **overrides,
    }
    return Eigenschap.objects.create(zaaktype=zaaktype, **values)


def make_informatieobjecttype(**overrides: Any) -> InformatieObjectType:
    """A published kind of document; the one with this omschrijving in the catalogus when it is there."""
    catalogus = overrides.pop("catalogus", None) or make_catalogus()
    omschrijving = overrides.pop("omschrijving", "Bijlage")
    found = InformatieObjectType.objects.filter(catalogus=catalogus, omschrijving=omschrijving).first()
    if found and not overrides:
        return found
    values = {
        "vertrouwelijkheidaanduiding": vertrouwelijkheid.NUMBER["openbaar"],
        "begin_geldigheid": BEGIN,
        "informatieobjectcategorie": "Bijlagen",
        "concept": False,
        **overrides,
    }
    return InformatieObjectType.objects.create(catalogus=catalogus, omschrijving=omschrijving, **values)


def make_besluittype(**overrides: Any) -> BesluitType:
    """A published kind of decision."""
    values: dict[str, Any] = {
        "omschrijving": "Vergunning",
        "publicatie_indicatie": True,
        "begin_geldigheid": BEGIN,
        "concept": False,
        **overrides,
    }
    values["catalogus"] = values.get("catalogus") or make_catalogus()
    return BesluitType.objects.create(**values)


def make_zaakobjecttype(zaaktype: ZaakType, **overrides: Any) -> ZaakObjectType:
    """A kind of object a zaak may be about."""
    values: dict[str, Any] = {
        "ander_objecttype": False,
        "objecttype": "https://objecttypen.example.nl/boom",
        "relatie_omschrijving": "De boom die gekapt wordt",
        **overrides,
    }
    return ZaakObjectType.objects.create(zaaktype=zaaktype, **values)


def relate_informatieobjecttype(
    zaaktype: ZaakType, informatieobjecttype: InformatieObjectType, **overrides: Any
) -> ZaakTypeInformatieObjectType:
    """Says that documents of this type belong to the zaaktype."""
    number = ZaakTypeInformatieObjectType.objects.filter(zaaktype=zaaktype).count() + 1
    values = {"volgnummer": number, "richting": "inkomend", **overrides}
    return ZaakTypeInformatieObjectType.objects.create(
        zaaktype=zaaktype, informatieobjecttype=informatieobjecttype.omschrijving, **values
    )
