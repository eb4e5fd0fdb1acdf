"""Documents over the API: registering, finding and reading them."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.conformance import standards
from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.resources.documenten import DOCUMENTS as RESOURCE
from zaakwerk.documenten.resources.documenten import VERSIONS
from zaakwerk.documenten.tests.builders import (
    BASE,
    DOCUMENTS,
    RSIN,
    document_body,
    document_url,
    encoded,
    kept_files,
    make_document,
    temporary_files,
    type_url,
)
from zaakwerk.zgw import clock, vertrouwelijkheid
from zaakwerk.zgw.models import AuditRegel, Bericht
from zaakwerk.zgw.tests.api import api_client, codes

pytestmark = pytest.mark.django_db
OPEN_ARCHIEFBEHEER = {
    "indicatie_gebruiksrecht": False,
    "inhoud": encoded(b"PK\x03\x04"),
    "auteur": "Open Archiefbeheer",
    "taal": "nld",
}
OPEN_INWONER = {
    "inhoud": encoded(b"%PDF-1.7"),
    "bestandsomvang": 8,
    "bestandsnaam": "bijlage.pdf",
    "status": "definitief",
    "indicatieGebruiksrecht": False,
    "taal": "dut",
}


def properties(name: str) -> list[str]:
    """The keys of a schema in the facts of the standard."""
    return sorted(standards.schemas("documenten")[name].properties)


def test_a_document_comes_back_as_it_was_sent() -> None:
    sent = {
        "identificatie": "BRIEF-1",
        "vertrouwelijkheidaanduiding": "intern",
        "isGereedVoorPublicatie": True,
        "tonenAanInitiator": True,
        "status": "definitief",
        "inhoudIsVervallen": False,
        "formaat": "text/plain",
        "bestandsnaam": "brief.txt",
        "link": "https://example.org/brief",
        "beschrijving": "Een brief",
        "verzenddatum": "2024-05-02",
        "indicatieGebruiksrecht": False,
        "verschijningsvorm": "brief",
        "ondertekening": {"soort": "digitaal", "datum": "2024-05-02"},
        "integriteit": {"algoritme": "md5", "waarde": "27c3", "datum": "2024-05-02"},
        "trefwoorden": ["brief", "zienswijze"],
    }
    response = api_client().post(DOCUMENTS, document_body(**sent, inhoud=encoded(b"Geachte heer")))
    assert response.status_code == 201, response.content
    body = response.json()
    assert {key: body[key] for key in sent} == sent
    assert (body["versie"], body["bestandsomvang"], body["locked"]) == (1, 12, False)
    assert body["inhoud"] == f"{body['url']}/download?versie=1"
    assert response.headers["Location"] == body["url"]
    assert body["bestandsdelen"] == [] and body["lock"] == ""


def test_answers_have_exactly_the_properties_of_the_standard() -> None:
    client = api_client()
    created = client.post(DOCUMENTS, document_body()).json()
    assert sorted(created) == properties("EnkelvoudigInformatieObjectCreateLock")
    assert sorted(client.get(created["url"]).json()) == properties("EnkelvoudigInformatieObject")


def test_both_readings_of_a_document_have_the_same_attributes() -> None:
    assert [field.key for field in RESOURCE.fields] == [field.key for field in VERSIONS.fields]


@pytest.mark.parametrize("body", [OPEN_ARCHIEFBEHEER, OPEN_INWONER])
def test_bodies_of_existing_clients_are_accepted(body: dict[str, Any]) -> None:
    response = api_client().post(DOCUMENTS, document_body(**body))
    assert response.status_code == 201, response.content
    answer = response.json()
    assert answer["indicatieGebruiksrecht"] is False
    assert answer["taal"] == body["taal"]
    assert answer["bestandsomvang"] in (4, 8)
    assert answer["vertrouwelijkheidaanduiding"] == "openbaar"


def test_drc_007_confidentiality_follows_from_the_type_unless_it_is_sent() -> None:
    client = api_client()
    found = make_informatieobjecttype(
        omschrijving="Besluit", vertrouwelijkheidaanduiding=vertrouwelijkheid.NUMBER["vertrouwelijk"]
    )
    body = document_body(informatieobjecttype=type_url(found))
    for sent, wanted in ((None, "vertrouwelijk"), ("", "vertrouwelijk"), ("openbaar", "openbaar")):
        extra = {} if sent is None else {"vertrouwelijkheidaanduiding": sent}
        assert client.post(DOCUMENTS, {**body, **extra}).json()["vertrouwelijkheidaanduiding"] == wanted


def test_all_faults_are_named_at_once() -> None:
    body = {"taal": "engels", "auteur": "", "creatiedatum": "gisteren", "inhoud": "###", "link": "brief"}
    response = api_client().post(DOCUMENTS, body)
    assert response.status_code == 400
    assert codes(response) == {
        "bronorganisatie": "required",
        "titel": "required",
        "informatieobjecttype": "required",
        "creatiedatum": "invalid",
        "auteur": "blank",
        "taal": "max_length",
        "link": "invalid",
        "inhoud": "invalid-base64",
    }


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"taal": "xyz"}, {"taal": "invalid_choice"}),
        ({"inhoud": "QQ"}, {"inhoud": "incorrect-base64-padding"}),
        ({"inhoud": 5}, {"inhoud": "invalid"}),
        ({"bestandsomvang": -1}, {"bestandsomvang": "min_value"}),
        ({"ondertekening": {"soort": "inkt"}}, {"ondertekening.soort": "invalid_choice"}),
        ({"trefwoorden": ["x" * 256]}, {"trefwoorden.0": "max_length"}),
        ({"informatieobjecttype": "https://example.org/types/1"}, {"informatieobjecttype": "bad-url"}),
        ({"informatieobjecttype": f"{BASE}{DOCUMENTS}/{'0' * 8}-0000-4000-8000-{'0' * 12}"}, None),
    ],
)
def test_a_fault_has_its_own_name_and_code(sent: dict[str, Any], fault: dict[str, str] | None) -> None:
    response = api_client().post(DOCUMENTS, document_body(**sent))
    assert response.status_code == 400
    found = codes(response)
    if fault is None:
        assert found == {"informatieobjecttype": "invalid-resource"}
    else:
        assert fault.items() <= found.items()


def test_drc_001_a_type_that_is_still_a_concept_is_refused() -> None:
    concept = make_informatieobjecttype(omschrijving="Concept", concept=True)
    response = api_client().post(DOCUMENTS, document_body(informatieobjecttype=type_url(concept)))
    assert codes(response) == {"informatieobjecttype": "not-published"}


@pytest.mark.parametrize("status", ["in_bewerking", "ter_vaststelling"])
def test_drc_005_a_received_document_is_finished(status: str) -> None:
    body = document_body(ontvangstdatum="2024-05-02", status=status)
    assert codes(api_client().post(DOCUMENTS, body)) == {"status": "invalid_for_received"}


def test_drc_006_gebruiksrecht_is_not_set_by_hand() -> None:
    response = api_client().post(DOCUMENTS, document_body(indicatieGebruiksrecht=True))
    assert codes(response) == {"indicatieGebruiksrecht": "missing-gebruiksrechten"}


def test_gangbaar_a_creatiedatum_in_the_future_is_refused() -> None:
    tomorrow = clock.today() + timedelta(days=1)
    response = api_client().post(DOCUMENTS, document_body(creatiedatum=tomorrow.isoformat()))
    assert codes(response) == {"creatiedatum": "date-in-future"}


def test_gangbaar_an_identificatie_is_unique_within_the_organisation() -> None:
    client = api_client()
    assert client.post(DOCUMENTS, document_body(identificatie="B-1")).status_code == 201
    again = client.post(DOCUMENTS, document_body(identificatie="B-1"))
    assert codes(again) == {"identificatie": "identificatie-niet-uniek"}
    elsewhere = document_body(identificatie="B-1", bronorganisatie="000000012")
    assert client.post(DOCUMENTS, elsewhere).status_code == 201


def test_gangbaar_bestandsomvang_is_the_size_of_the_content(store: Path) -> None:
    client = api_client()
    response = client.post(DOCUMENTS, document_body(inhoud=encoded(b"hallo"), bestandsomvang=4))
    assert codes(response) == {"nonFieldErrors": "file-size"}
    assert codes(client.post(DOCUMENTS, document_body(inhoud="", bestandsomvang=4))) == {
        "nonFieldErrors": "file-size"
    }
    assert kept_files(store) == temporary_files(store) == []


@pytest.mark.parametrize(
    ("sent", "size"),
    [
        ({}, None),
        ({"inhoud": None}, None),
        ({"inhoud": "", "bestandsomvang": 0}, 0),
        ({"inhoud": ""}, 0),
        ({"inhoud": None, "bestandsomvang": 0}, 0),
    ],
)
def test_a_document_without_content(sent: dict[str, Any], size: int | None, store: Path) -> None:
    client = api_client()
    body = client.post(DOCUMENTS, document_body(**sent)).json()
    assert (body["inhoud"], body["bestandsomvang"]) == (None, size)
    assert client.get(f"{body['url']}/download").status_code == 204
    assert kept_files(store) == temporary_files(store) == []


def test_a_detail_has_an_etag_that_changes_with_the_document() -> None:
    client = api_client()
    url = document_url(make_document())
    tag = client.get(url).headers["ETag"]
    assert client.get(url, HTTP_IF_NONE_MATCH=tag).status_code == 304
    head = client.head(url)
    assert (head.status_code, head.headers["ETag"], head.content) == (200, tag, b"")
    client.post(f"{url}/lock", {})
    assert client.get(url, HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_expand_embeds_the_informatieobjecttype() -> None:
    document = make_document()
    client = api_client()
    for body in (
        client.get(document_url(document), {"expand": "informatieobjecttype"}).json(),
        client.get(DOCUMENTS, {"expand": "informatieobjecttype"}).json()["results"][0],
        client.get(document_url(document), {"expand": "informatieobjecttype", "versie": "1"}).json(),
    ):
        assert body["_expand"]["informatieobjecttype"]["url"] == body["informatieobjecttype"]
    assert client.get(document_url(document), {"expand": "titel"}).status_code == 404


def test_a_write_leaves_an_audit_line_and_a_message() -> None:
    client = api_client(user_id="jan", user_representation="Jan Jansen")
    found = make_informatieobjecttype()
    url = client.post(DOCUMENTS, document_body(), HTTP_X_AUDIT_TOELICHTING="Ingekomen post").json()["url"]
    (line,) = client.get(f"{url}/audittrail").json()
    assert (line["bron"], line["actie"], line["resultaat"]) == ("drc", "create", 201)
    assert (line["hoofdObject"], line["resourceUrl"]) == (url, url)
    assert (line["gebruikersId"], line["toelichting"]) == ("jan", "Ingekomen post")
    assert line["wijzigingen"] == {"oud": None, "nieuw": client.get(url).json()}
    message = Bericht.objects.get()
    assert (message.kanaal, message.actie, message.resource) == (
        "documenten",
        "create",
        "enkelvoudiginformatieobject",
    )
    assert json.loads(message.kenmerken) == {
        "bronorganisatie": RSIN,
        "informatieobjecttype": "\ue000" + type_url(found).removeprefix(BASE),
        "vertrouwelijkheidaanduiding": "openbaar",
    }


def test_a_refused_write_leaves_nothing(store: Path) -> None:
    body = document_body(inhoud=encoded(b"hallo"), indicatieGebruiksrecht=True)
    assert api_client().post(DOCUMENTS, body).status_code == 400
    assert not EnkelvoudigInformatieObject.objects.exists()
    assert not AuditRegel.objects.exists() and not Bericht.objects.exists()
    assert kept_files(store) == temporary_files(store) == []
