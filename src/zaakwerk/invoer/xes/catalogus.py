"""The zaaktype that the zaken of a log get: made with the catalogue's commands, found again on a next run."""

from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.models import Catalogus, Eigenschap, ResultaatType, RolType, StatusType, ZaakType
from zaakwerk.invoer.xes.faults import Place, XesFault
from zaakwerk.invoer.xes.plan import AFGEHANDELD, EIGENSCHAPPEN, LogPlan
from zaakwerk.selectielijst.records import PUBLIC_URL
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import Actor

BEHANDELAAR: Final = "Behandelaar"
# Selectielijst 2020, 19.1 (gegevens verwerkt, P5Y): a log does not say what was asked or decided.
PROCESTYPE: Final = f"{PUBLIC_URL}procestypen/66b82ebc-25c0-4a15-9323-11def942a374"
SELECTIELIJSTKLASSE: Final = f"{PUBLIC_URL}resultaten/5d135e5c-403c-4934-81e1-5ca93f04b999"
OMSCHRIJVING_GENERIEK: Final = f"{PUBLIC_URL}resultaattypeomschrijvingen/7cb315fb-4f7b-4a43-aca1-e4522e4c73b3"
BRONDATUM: Final = {
    "afleidingswijze": "afgehandeld",
    "datumkenmerk": "",
    "einddatumBekend": False,
    "objecttype": "",
    "registratie": "",
    "procestermijn": None,
}
SPECIFICATIE: Final = {
    "groep": "",
    "formaat": "tekst",
    "lengte": "255",
    "kardinaliteit": "1",
    "waardenverzameling": [],
}


@dataclass(frozen=True, slots=True)
class Types:
    """A published zaaktype with the parts that an import points at, by name."""

    zaaktype: ZaakType
    statustypen: dict[str, StatusType]
    eigenschappen: dict[str, Eigenschap]
    resultaattype: ResultaatType
    roltype: RolType


@transaction.atomic
def ensure_types(actor: Actor, plan: LogPlan, naam: str, rsin: str, domein: str) -> Types:
    """The types for a log with this name; made when they are not there, whole or not at all.

    Raises `XesFault` when the zaaktype exists and has other statustypen than the log needs.
    """
    catalogus = Catalogus.objects.filter(domein=domein, rsin=rsin).first()
    if catalogus is None:
        catalogus = commands.CreateCatalogus(
            actor=actor,
            domein=domein,
            rsin=rsin,
            naam=f"Ingelezen logboeken {domein}",
            contactpersoon_beheer_naam="Beheer",
        ).run()
    found = (
        ZaakType.objects.filter(catalogus=catalogus, identificatie=naam, concept=False).order_by("id").last()
    )
    return _types_of(found or _create_zaaktype(actor, catalogus, plan, naam), plan)


def _create_zaaktype(actor: Actor, catalogus: Catalogus, plan: LogPlan, naam: str) -> ZaakType:
    zaaktype: ZaakType = commands.CreateZaakType(
        actor=actor,
        catalogus=catalogus,
        identificatie=naam,
        omschrijving=f"Ingelezen logboek {naam}",
        vertrouwelijkheidaanduiding=vertrouwelijkheid.NUMBER["zaakvertrouwelijk"],
        doel="Het verloop van zaken uit een ander systeem bewaren en bekijken.",
        aanleiding="Een logboek van een ander systeem is ingelezen.",
        indicatie_intern_of_extern="extern",
        handeling_initiator="Aanvragen",
        onderwerp=f"Logboek {naam}",
        handeling_behandelaar="Behandelen",
        doorlooptijd="P8W",
        opschorting_en_aanhouding_mogelijk=False,
        verlenging_mogelijk=False,
        publicatie_indicatie=False,
        producten_of_diensten=[],
        referentieproces={"naam": naam, "link": ""},
        verantwoordelijke=catalogus.rsin,
        selectielijst_procestype=PROCESTYPE,
        begin_geldigheid=plan.begin,
    ).run()
    _create_parts(actor, zaaktype, plan)
    return commands.Publish(actor=actor, instance=zaaktype).run()


def _create_parts(actor: Actor, zaaktype: ZaakType, plan: LogPlan) -> None:
    shared: dict[str, Any] = {"actor": actor, "zaaktype": zaaktype}
    for volgnummer, omschrijving in enumerate(plan.statustypen, 1):
        commands.CreateStatusType(**shared, omschrijving=omschrijving, volgnummer=volgnummer).run()
    for naam in EIGENSCHAPPEN:
        definitie = f"Overgenomen uit het logboek: {naam}"
        commands.CreateEigenschap(
            **shared, naam=naam, definitie=definitie, specificatie=dict(SPECIFICATIE)
        ).run()
    commands.CreateRolType(**shared, omschrijving=BEHANDELAAR, omschrijving_generiek="behandelaar").run()
    commands.CreateResultaatType(
        **shared,
        omschrijving=AFGEHANDELD,
        resultaattypeomschrijving=OMSCHRIJVING_GENERIEK,
        selectielijstklasse=SELECTIELIJSTKLASSE,
        brondatum_archiefprocedure=dict(BRONDATUM),
    ).run()


def _types_of(zaaktype: ZaakType, plan: LogPlan) -> Types:
    statustypen = list(StatusType.objects.filter(zaaktype=zaaktype).order_by("volgnummer"))
    by_name = {found.omschrijving: found for found in statustypen}
    eigenschappen = {found.naam: found for found in Eigenschap.objects.filter(zaaktype=zaaktype)}
    resultaattype = ResultaatType.objects.filter(zaaktype=zaaktype, omschrijving=AFGEHANDELD).first()
    roltype = RolType.objects.filter(zaaktype=zaaktype, omschrijving=BEHANDELAAR).first()
    fits = by_name.keys() >= set(plan.statustypen) and statustypen[-1].omschrijving == AFGEHANDELD
    if not fits or not eigenschappen.keys() >= set(EIGENSCHAPPEN) or resultaattype is None or roltype is None:
        words = "bestaat al en past niet bij dit logboek; kies een ander domein."
        raise XesFault(f"zaaktype {zaaktype.identificatie} {words}", Place())
    return Types(zaaktype, by_name, eigenschappen, resultaattype, roltype)
