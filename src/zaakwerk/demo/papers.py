"""Papers: puts the documents of a story into the register and into the dossier of their zaak."""

from datetime import date

from zaakwerk.besluiten import commands as besluiten
from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.catalogi.queries import besluittypen_of, informatieobjecttypen_of
from zaakwerk.demo import documents, events
from zaakwerk.demo.people import COLLEGAS, ZONNEDAEL
from zaakwerk.demo.zaaktypen import BESLUIT, ZAAKTYPEN
from zaakwerk.documenten.commands import RegisterDocument
from zaakwerk.documenten.content.incoming import received
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.zaken.commands import LinkDocument
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw import clock
from zaakwerk.zgw.actors import Actor

COLLEGE = "Burgemeester en wethouders"
RICHTINGEN = {
    (zaaktype.identificatie, soort.omschrijving): soort.richting
    for zaaktype in ZAAKTYPEN
    for soort in zaaktype.documentsoorten
}


def add_document(actor: Actor, zaak: Zaak, verhaal: events.Zaak, stuk: events.Stuk) -> None:
    """Writes the file, registers it and links it to the zaak; a decision is registered with it."""
    betrokkene = None if isinstance(verhaal.initiator, str) else verhaal.initiator
    richting, day = RICHTINGEN[verhaal.zaaktype, stuk.soort], clock.today()
    auteur = stuk.auteur or author_of(stuk, richting, betrokkene.naam if betrokkene else "Onbekend")
    blad = documents.Blad(
        zaaknummer=zaak.identificatie,
        onderwerp=zaak.omschrijving,
        datum=day,
        uiterlijk=zaak.uiterlijke_einddatum_afdoening,
        aan=betrokkene,
        auteur=auteur,
        ondertekenaar=COLLEGAS[stuk.wie].naam if stuk.wie else "",
    )
    documenttype = find_documenttype(zaak, stuk.soort, day)
    with received([documents.file_bytes(stuk, blad, richting == "uitgaand")]) as inhoud:
        document = RegisterDocument(
            actor=actor,
            bronorganisatie=ZONNEDAEL.rsin,
            creatiedatum=day,
            titel=stuk.titel,
            auteur=auteur,
            taal="nld",
            informatieobjecttype=documenttype,
            tonen_aan_initiator=richting != "intern",
            status=stuk.status,
            formaat=documents.FORMATEN[stuk.formaat],
            bestandsnaam=documents.file_name(stuk),
            ontvangstdatum=day if richting == "inkomend" else None,
            verzenddatum=day if richting == "uitgaand" else None,
            indicatie_gebruiksrecht=False,
            inhoud=inhoud,
        ).run()
    LinkDocument(actor=actor, zaak=zaak, informatieobject=document, titel=stuk.titel).run()
    if stuk.soort == BESLUIT:
        add_besluit(actor, zaak, document, stuk.titel)


def add_besluit(actor: Actor, zaak: Zaak, document: EnkelvoudigInformatieObject, toelichting: str) -> None:
    """The decision of today that a document lays down; the time to object counts from today."""
    day = clock.today()
    besluit = besluiten.CreateBesluit(
        actor=actor,
        verantwoordelijke_organisatie=ZONNEDAEL.rsin,
        besluittype=besluittypen_of(zaak.zaaktype, day).get(),
        zaak=zaak,
        datum=day,
        ingangsdatum=day,
        verzenddatum=day,
        toelichting=toelichting,
        bestuursorgaan=COLLEGE,
    ).run()
    besluiten.LinkDocument(actor=actor, besluit=besluit, informatieobject=document).run()


def author_of(stuk: events.Stuk, richting: str, inzender: str) -> str:
    """Who wrote it: the one who sent it in, the municipality, or the colleague."""
    if richting == "inkomend":
        return inzender
    return ZONNEDAEL.naam if richting == "uitgaand" or not stuk.wie else COLLEGAS[stuk.wie].naam


def find_documenttype(zaak: Zaak, omschrijving: str, day: date) -> InformatieObjectType:
    """The kind of document in force that day."""
    return informatieobjecttypen_of(zaak.zaaktype, day).get(omschrijving=omschrijving)
