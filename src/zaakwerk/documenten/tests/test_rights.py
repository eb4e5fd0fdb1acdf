"""Rights on documents: per type and confidentiality, for every operation and every version."""

from typing import Any

import pytest

from zaakwerk.catalogi.models import InformatieObjectType
from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.commands import LockDocument, UpdateDocument, link_object
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    RELATIONS,
    document_body,
    document_url,
    make_document,
    type_url,
)
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db
ALL = (
    "documenten.lezen",
    "documenten.aanmaken",
    "documenten.bijwerken",
    "documenten.verwijderen",
    "documenten.lock",
    "audittrails.lezen",
)


def autorisatie(found: InformatieObjectType, level: str = "zeer_geheim", *scopes: str) -> dict[str, Any]:
    """A right on documents of one type, up to a level."""
    return {
        "component": "drc",
        "scopes": list(scopes or ALL),
        "informatieobjecttype": type_url(found),
        "maxVertrouwelijkheidaanduiding": level,
    }


def make_secret(found: InformatieObjectType) -> EnkelvoudigInformatieObject:
    """A confidential document of a type."""
    return make_document(
        b"geheim", informatieobjecttype=found, vertrouwelijkheidaanduiding=vertrouwelijkheid.NUMBER["geheim"]
    )


@pytest.fixture
def brief() -> InformatieObjectType:
    """The type the client has rights on."""
    return make_informatieobjecttype(omschrijving="Brief")


@pytest.fixture
def client(brief: InformatieObjectType) -> ApiClient:
    """A client with every right on letters up to vertrouwelijk."""
    return api_client("beperkt", [autorisatie(brief, "vertrouwelijk")])


def test_a_list_holds_and_counts_what_is_in_reach(client: ApiClient, brief: InformatieObjectType) -> None:
    seen, secret = make_document(informatieobjecttype=brief), make_secret(brief)
    other = make_document()
    for number, document in enumerate((seen, secret, other)):
        link_object(document, "zaak", document.uuid, f"\ue000/zaken/api/v1/zaken/{number}")
    listed = client.get(DOCUMENTS).json()
    assert [found["url"] for found in listed["results"]] == [document_url(seen)]
    assert listed["count"] == 1
    assert [found["informatieobject"] for found in client.get(RELATIONS).json()] == [document_url(seen)]


@pytest.mark.parametrize("make", [make_secret, lambda found: make_document(b"x")])
def test_what_is_out_of_reach_is_refused_in_every_way(
    make: Any, client: ApiClient, brief: InformatieObjectType
) -> None:
    document = make(brief)
    url = document_url(document)
    oio = link_object(document, "zaak", document.uuid, f"\ue000/zaken/api/v1/zaken/{document.uuid}")
    answers = [
        client.get(url),
        client.head(url),
        client.get(url, {"versie": "1"}),
        client.get(f"{url}/download"),
        client.get(f"{url}/audittrail"),
        client.post(f"{url}/lock", {}),
        client.post(f"{url}/unlock", {"lock": "x"}),
        client.patch(url, {"titel": "Nieuw", "lock": "x"}),
        client.put(url, document_body(lock="x")),
        client.delete(url),
        client.get(f"{RELATIONS}/{oio.uuid}"),
    ]
    assert {answer.status_code for answer in answers} == {403}


def test_a_document_is_made_only_within_reach(client: ApiClient, brief: InformatieObjectType) -> None:
    own = document_body(informatieobjecttype=type_url(brief))
    assert client.post(DOCUMENTS, own).status_code == 201
    assert client.post(DOCUMENTS, {**own, "vertrouwelijkheidaanduiding": "geheim"}).status_code == 403
    assert client.post(DOCUMENTS, document_body()).status_code == 403


def test_a_change_stays_within_reach(client: ApiClient, brief: InformatieObjectType) -> None:
    url = document_url(make_document(informatieobjecttype=brief))
    lock = client.post(f"{url}/lock", {}).json()["lock"]
    other = type_url(make_informatieobjecttype(omschrijving="Advies"))
    for change in ({"vertrouwelijkheidaanduiding": "geheim"}, {"informatieobjecttype": other}):
        assert client.patch(url, {**change, "lock": lock}).status_code == 403
    assert client.patch(url, {"titel": "Nieuw", "lock": lock}).status_code == 200


def test_an_earlier_version_keeps_its_own_confidentiality(
    client: ApiClient, brief: InformatieObjectType
) -> None:
    document = make_secret(brief)
    lock = LockDocument(actor=SYSTEM, instance=document).run().lock
    change = {"vertrouwelijkheidaanduiding": vertrouwelijkheid.NUMBER["openbaar"]}
    UpdateDocument(actor=SYSTEM, instance=document, changes=change, lock_id=lock).run()
    url = document_url(document)
    assert client.get(url).status_code == 200
    assert client.get(url, {"versie": "2"}).status_code == 200
    assert client.get(url, {"versie": "1"}).status_code == 403
    assert client.get(f"{url}/download", {"versie": "1"}).status_code == 403


@pytest.mark.parametrize(
    ("scope", "method", "path"),
    [
        ("documenten.lezen", "GET", ""),
        ("documenten.lezen", "GET", "/download"),
        ("documenten.lock", "POST", "/lock"),
        ("documenten.verwijderen", "DELETE", ""),
    ],
)
def test_every_operation_asks_for_its_own_scope(
    scope: str, method: str, path: str, brief: InformatieObjectType
) -> None:
    url = document_url(make_document(informatieobjecttype=brief)) + path
    others = [found for found in ALL if found != scope]
    without, only = (
        api_client("zonder", [autorisatie(brief, "zeer_geheim", *others)]),
        api_client("met", [autorisatie(brief, "zeer_geheim", scope)]),
    )

    def status(client: ApiClient) -> int:
        response = client.send(method, url, {}, {}) if method == "POST" else client.get(url)
        if method == "DELETE":
            response = client.delete(url)
        if response.streaming:
            b"".join(response.streaming_content)  # closes the file, as a server does
        return int(response.status_code)

    assert status(without) == 403
    assert status(only) < 300


def test_without_any_right_or_token_nothing_opens() -> None:
    stranger = api_client("vreemd", [{"component": "zrc", "scopes": ["zaken.lezen"]}])
    url = document_url(make_document())
    assert stranger.get(DOCUMENTS).status_code == stranger.get(url).status_code == 403
    assert stranger.client.get(DOCUMENTS).status_code == 403
    assert stranger.client.get(f"{url}/download".removeprefix("http://localhost")).status_code == 403
