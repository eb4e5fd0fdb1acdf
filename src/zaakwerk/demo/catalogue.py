"""Catalogue: puts the declared zaaktypen into the register, with the commands the editor uses."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from zaakwerk.catalogi import commands
from zaakwerk.catalogi.models import Catalogus, InformatieObjectType, StatusType, ZaakType
from zaakwerk.demo.declarations import Besluittype, Eigenschap, Resultaattype, Statustype, Zaaktype
from zaakwerk.demo.people import RAVI, ZONNEDAEL
from zaakwerk.demo.zaaktypen import BESLUIT, INFORMATIEOBJECTTYPEN, ZAAKTYPEN
from zaakwerk.selectielijst import queries as selectielijst
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import Actor

JAAR = 2020
ROLTYPEN = (
    ("Behandelaar", "behandelaar"),
    ("Zaakcoördinator", "zaakcoordinator"),
    ("Adviseur", "adviseur"),
    ("Belanghebbende", "belanghebbende"),
)


def build(actor: Actor, begin: date) -> dict[str, ZaakType]:
    """Makes and publishes everything; returns the zaaktypen by identificatie."""
    catalogus = commands.CreateCatalogus(
        actor=actor,
        domein=ZONNEDAEL.domein,
        rsin=ZONNEDAEL.rsin,
        naam=ZONNEDAEL.naam,
        contactpersoon_beheer_naam=RAVI.naam,
        contactpersoon_beheer_telefoonnummer=ZONNEDAEL.telefoon,
        contactpersoon_beheer_emailadres=ZONNEDAEL.email,
    ).run()
    for omschrijving in INFORMATIEOBJECTTYPEN:
        add_documenttype(actor, catalogus, omschrijving, begin)
    for declared in ZAAKTYPEN:
        if declared.besluittype:
            add_besluittype(actor, catalogus, declared.besluittype, begin)
    return {declared.identificatie: add_zaaktype(actor, catalogus, declared, begin) for declared in ZAAKTYPEN}


def add_documenttype(actor: Actor, catalogus: Catalogus, omschrijving: str, begin: date) -> None:
    """A published kind of document."""
    categorie, level = INFORMATIEOBJECTTYPEN[omschrijving]
    made: InformatieObjectType = commands.CreateInformatieObjectType(
        actor=actor,
        catalogus=catalogus,
        omschrijving=omschrijving,
        vertrouwelijkheidaanduiding=vertrouwelijkheid.NUMBER[level],
        informatieobjectcategorie=categorie,
        begin_geldigheid=begin,
    ).run()
    commands.Publish(actor=actor, instance=made).run()


def add_besluittype(actor: Actor, catalogus: Catalogus, declared: Besluittype, begin: date) -> None:
    """A published kind of decision."""
    made = commands.CreateBesluitType(
        actor=actor,
        catalogus=catalogus,
        omschrijving=declared.omschrijving,
        toelichting=declared.toelichting,
        reactietermijn=declared.reactietermijn,
        publicatie_indicatie=bool(declared.publicatietekst),
        publicatietekst=declared.publicatietekst,
        informatieobjecttypen=[BESLUIT],
        begin_geldigheid=begin,
    ).run()
    commands.Publish(actor=actor, instance=made).run()


def add_zaaktype(actor: Actor, catalogus: Catalogus, declared: Zaaktype, begin: date) -> ZaakType:
    """A published zaaktype with its parts."""
    made: ZaakType = commands.CreateZaakType(
        actor=actor, catalogus=catalogus, begin_geldigheid=begin, **zaaktype_fields(declared)
    ).run()
    steps = add_steps(actor, made, declared)
    for resultaattype in declared.resultaattypen:
        add_resultaattype(actor, made, resultaattype)
    for omschrijving, generiek in ((declared.initiator, "initiator"), *ROLTYPEN, *declared.extra_rollen):
        commands.CreateRolType(
            actor=actor, zaaktype=made, omschrijving=omschrijving, omschrijving_generiek=generiek
        ).run()
    for eigenschap in declared.eigenschappen:
        add_eigenschap(actor, made, eigenschap, steps)
    for volgnummer, soort in enumerate(declared.documentsoorten, start=1):
        commands.CreateZiot(
            actor=actor,
            zaaktype=made,
            informatieobjecttype=soort.omschrijving,
            volgnummer=volgnummer,
            richting=soort.richting,
            statustype=steps.get(soort.stap),
        ).run()
    return commands.Publish(actor=actor, instance=made).run()


def zaaktype_fields(declared: Zaaktype) -> dict[str, Any]:
    """The declared zaaktype in the command's terms."""
    procestype = next(
        found
        for found in selectielijst.procestypen().values()
        if (found.jaar, found.nummer) == (JAAR, declared.procestype)
    )
    same = (
        *(
            "identificatie",
            "omschrijving",
            "doel",
            "aanleiding",
            "onderwerp",
            "toelichting",
            "verantwoordelijke",
        ),
        *(
            "handeling_initiator",
            "handeling_behandelaar",
            "doorlooptijd",
            "servicenorm",
            "verlengingstermijn",
        ),
        *("publicatietekst", "trefwoorden", "deelzaaktypen"),
    )
    return {
        **{name: getattr(declared, name) for name in same},
        "vertrouwelijkheidaanduiding": vertrouwelijkheid.NUMBER[declared.vertrouwelijkheid],
        "indicatie_intern_of_extern": declared.intern_of_extern,
        "opschorting_en_aanhouding_mogelijk": declared.opschorten,
        "verlenging_mogelijk": bool(declared.verlengingstermijn),
        "publicatie_indicatie": bool(declared.publicatietekst),
        "selectielijst_procestype": procestype.public_url,
        "referentieproces": {"naam": declared.omschrijving, "link": ""},
        "producten_of_diensten": [],
        "besluittypen": [declared.besluittype.omschrijving] if declared.besluittype else [],
    }


def add_steps(actor: Actor, zaaktype: ZaakType, declared: Zaaktype) -> dict[str, StatusType]:
    """The frame, by omschrijving."""
    return {
        step.omschrijving: commands.CreateStatusType(
            actor=actor,
            zaaktype=zaaktype,
            omschrijving=step.omschrijving,
            volgnummer=volgnummer,
            statustekst=step.statustekst,
            toelichting=step.toelichting,
            informeren=step.informeren,
            doorlooptijd=step.doorlooptijd,
            checklistitem_statustype=checklist(step),
        ).run()
        for volgnummer, step in enumerate(declared.statustypen, start=1)
    }


def checklist(step: Statustype) -> list[dict[str, Any]]:
    """The questions of a step in wire form."""
    return [
        {"itemnaam": naam, "toelichting": "", "vraagstelling": question, "verplicht": True}
        for naam, question in step.checklist
    ]


def add_resultaattype(actor: Actor, zaaktype: ZaakType, declared: Resultaattype) -> None:
    """An outcome; what happens to the dossier follows from the selectielijst."""
    resultaat = next(
        found
        for found in selectielijst.resultaten().values()
        if (found.procestype.jaar, found.volledig_nummer) == (JAAR, declared.nummer)
    )
    generiek = next(
        found
        for found in selectielijst.resultaattypeomschrijvingen().values()
        if found.omschrijving == declared.generiek
    )
    commands.CreateResultaatType(
        actor=actor,
        zaaktype=zaaktype,
        omschrijving=declared.omschrijving,
        resultaattypeomschrijving=generiek.public_url,
        selectielijstklasse=resultaat.public_url,
        toelichting=declared.toelichting,
        brondatum_archiefprocedure={
            "afleidingswijze": declared.afleidingswijze,
            "datumkenmerk": declared.datumkenmerk,
            "einddatumBekend": False,
            "objecttype": "",
            "registratie": "",
            "procestermijn": None,
        },
    ).run()


def add_eigenschap(
    actor: Actor, zaaktype: ZaakType, declared: Eigenschap, steps: Mapping[str, StatusType]
) -> None:
    """A property, filled before the step it names."""
    commands.CreateEigenschap(
        actor=actor,
        zaaktype=zaaktype,
        naam=declared.naam,
        definitie=declared.definitie,
        specificatie={
            "groep": "",
            "formaat": declared.formaat,
            "lengte": declared.lengte,
            "kardinaliteit": "1",
            "waardenverzameling": list(declared.waarden),
        },
        statustype=steps.get(declared.stap),
    ).run()
