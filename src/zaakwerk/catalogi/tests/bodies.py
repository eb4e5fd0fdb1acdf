"""Bodies: what a client sends to make each kind of type, in wire form; every key may be given."""

from typing import Any

from zaakwerk.catalogi.tests import builders
from zaakwerk.zgw.tests.api import ApiClient

API = "/catalogi/api/v1"
Body = dict[str, Any]


def catalogus(**given: Any) -> Body:
    """A catalogus of its own."""
    return {"domein": "NIEUW", "rsin": builders.RSIN, "contactpersoonBeheerNaam": "Beheer", **given}


def zaaktype(catalogus: str, **given: Any) -> Body:
    """The first version of a zaaktype."""
    return {
        "identificatie": "MOR-1",
        "omschrijving": "Melding openbare ruimte",
        "vertrouwelijkheidaanduiding": "openbaar",
        "doel": "Een melding oplossen",
        "aanleiding": "Er is iets kapot",
        "indicatieInternOfExtern": "extern",
        "handelingInitiator": "Melden",
        "onderwerp": "Openbare ruimte",
        "handelingBehandelaar": "Behandelen",
        "doorlooptijd": "P8W",
        "opschortingEnAanhoudingMogelijk": True,
        "verlengingMogelijk": True,
        "verlengingstermijn": "P4W",
        "trefwoorden": ["stoep", "straat"],
        "publicatieIndicatie": False,
        "productenOfDiensten": ["https://producten.example.nl/melding"],
        "selectielijstProcestype": builders.procestype_url(),
        "referentieproces": {"naam": "Melden", "link": ""},
        "verantwoordelijke": "Team Openbare Ruimte",
        "catalogus": catalogus,
        "besluittypen": [],
        "gerelateerdeZaaktypen": [],
        "beginGeldigheid": "2024-01-01",
        **given,
    }


def statustype(zaaktype: str, **given: Any) -> Body:
    """A step with a checklist."""
    vraag = {"itemnaam": "Foto", "vraagstelling": "Is er een foto?", "verplicht": True}
    return {
        "omschrijving": "Ontvangen",
        "zaaktype": zaaktype,
        "volgnummer": 1,
        "informeren": True,
        "statustekst": "Wij hebben uw melding ontvangen.",
        "checklistitemStatustype": [vraag],
        **given,
    }


def resultaattype(zaaktype: str, **given: Any) -> Body:
    """An outcome that leaves the archive facts to the selectielijst."""
    return {
        "zaaktype": zaaktype,
        "omschrijving": "Afgehandeld",
        "resultaattypeomschrijving": builders.omschrijving_url("Afgehandeld"),
        "selectielijstklasse": builders.find_resultaat("vernietigen").public_url,
        "brondatumArchiefprocedure": {"afleidingswijze": "afgehandeld"},
        **given,
    }


def roltype(zaaktype: str, **given: Any) -> Body:
    """A role."""
    return {"zaaktype": zaaktype, "omschrijving": "Melder", "omschrijvingGeneriek": "initiator", **given}


def eigenschap(zaaktype: str, **given: Any) -> Body:
    """A property of text."""
    return {
        "naam": "Straat",
        "definitie": "Waar het is",
        "specificatie": specificatie("tekst", "80"),
        "zaaktype": zaaktype,
        **given,
    }


def specificatie(formaat: str, lengte: str, **given: Any) -> Body:
    """What values of a property look like."""
    return {"formaat": formaat, "lengte": lengte, "kardinaliteit": "1", "waardenverzameling": [], **given}


def informatieobjecttype(catalogus: str, **given: Any) -> Body:
    """A kind of document."""
    return {
        "catalogus": catalogus,
        "omschrijving": "Foto",
        "vertrouwelijkheidaanduiding": "openbaar",
        "beginGeldigheid": "2024-01-01",
        "informatieobjectcategorie": "Bijlagen",
        **given,
    }


def besluittype(catalogus: str, **given: Any) -> Body:
    """A kind of decision."""
    return {
        "catalogus": catalogus,
        "omschrijving": "Vergunning",
        "publicatieIndicatie": True,
        "informatieobjecttypen": [],
        "beginGeldigheid": "2024-01-01",
        **given,
    }


def zaakobjecttype(zaaktype: str, **given: Any) -> Body:
    """A kind of object; it is in the catalogus of the zaaktype."""
    return {
        "anderObjecttype": False,
        "objecttype": "https://objecttypen.example.nl/boom",
        "relatieOmschrijving": "De boom die gekapt wordt",
        "zaaktype": zaaktype,
        **given,
    }


def ziot(zaaktype: str, informatieobjecttype: str, **given: Any) -> Body:
    """A kind of document of a zaaktype."""
    return {
        "zaaktype": zaaktype,
        "informatieobjecttype": informatieobjecttype,
        "volgnummer": 1,
        "richting": "inkomend",
        **given,
    }


def url_of(path: str, row: Any) -> str:
    """The absolute URL of a row as the test client sees it."""
    return f"http://localhost{API}/{path}/{row.uuid}"


def post(api: ApiClient, path: str, body: Body) -> Body:
    """Makes one and gives its representation; fails with the answer when it is refused."""
    response = api.post(f"{API}/{path}", body)
    assert response.status_code == 201, response.json()
    made: Body = response.json()
    return made
