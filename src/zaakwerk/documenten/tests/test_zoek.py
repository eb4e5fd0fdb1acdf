"""Searching documents by uuid: what the standard's _zoek has, and only some of the fields if asked."""

from typing import Any

import pytest

from zaakwerk.documenten.tests.builders import DOCUMENTS, RSIN, document_url, make_document
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
ZOEK = f"{DOCUMENTS}/_zoek"


@pytest.fixture
def client() -> ApiClient:
    return api_client()


def test_documents_are_found_by_uuid_and_more(client: ApiClient) -> None:
    first, second = make_document(identificatie="B-1"), make_document(identificatie="B-2")
    make_document()
    uuids = [str(first.uuid), str(second.uuid)]

    def found(**body: Any) -> list[str]:
        response = client.post(ZOEK, {"uuid__in": uuids, **body})
        assert response.status_code == 200, response.content
        return [result["url"] for result in response.json()["results"]]

    assert found() == found(bronorganisatie=RSIN) == [document_url(second), document_url(first)]
    assert found(identificatie="B-1") == [document_url(first)]
    assert found(bronorganisatie="000000012") == found(uuid__in=[]) == []


def test_pages_and_expand_go_as_in_a_list(client: ApiClient) -> None:
    uuids = [str(make_document().uuid) for _ in range(3)]
    page = client.post(f"{ZOEK}?pageSize=2&page=2", {"uuid__in": uuids}).json()
    assert (page["count"], len(page["results"]), page["next"]) == (3, 1, None)
    expanded = client.post(ZOEK, {"uuid__in": uuids, "expand": "informatieobjecttype"}).json()["results"]
    assert all(found["_expand"]["informatieobjecttype"]["url"] for found in expanded)
    body = {"uuid__in": uuids, "fields": ["titel", {"informatieobjecttype": ["omschrijving"]}]}
    (pruned, *_) = client.post(ZOEK, body).json()["results"]
    assert pruned == {"titel": "Brief", "_expand": {"informatieobjecttype": {"omschrijving": "Bijlage"}}}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({}, {"nonFieldErrors": "empty_search_body"}),
        ({"identificatie": "B-1"}, {"uuid__in": "required"}),
        ({"uuid__in": ["geen uuid"]}, {"uuid__in.0": "invalid"}),
        ({"uuid__in": "geen lijst"}, {"uuid__in": "not_a_list"}),
        ({"uuid__in": [], "titel": "Brief"}, {"nonFieldErrors": "unknown-parameters"}),
        ({"uuid__in": [], "bronorganisatie": "1"}, {"bronorganisatie": "invalid"}),
    ],
)
def test_a_wrong_search_is_named(client: ApiClient, body: dict[str, Any], fault: dict[str, str]) -> None:
    assert codes(client.post(ZOEK, body)) == fault


def test_searching_asks_for_the_right_to_read(client: ApiClient) -> None:
    writer = api_client("schrijver", [{"component": "drc", "scopes": ["documenten.aanmaken"]}])
    assert writer.post(ZOEK, {"uuid__in": [str(make_document().uuid)]}).status_code == 403


@pytest.mark.parametrize("path", ["", "/_zoek"])
def test_drc_012_expand_goes_further_than_three_levels(client: ApiClient, path: str) -> None:
    document = make_document()
    deep = "informatieobjecttype.catalogus.informatieobjecttypen.catalogus"
    if path:
        answer = client.post(ZOEK, {"uuid__in": [str(document.uuid)], "expand": deep})
    else:
        answer = client.get(DOCUMENTS, {"expand": deep})
    found = answer.json()["results"][0]
    for step in deep.split("."):
        found = found["_expand"][step]
        found = found[0] if isinstance(found, list) else found
    assert found["domein"]


def test_drc_011_expand_reaches_the_catalogus(client: ApiClient) -> None:
    asked = {"expand": "informatieobjecttype.catalogus"}
    found = client.get(document_url(make_document()), asked).json()
    embedded = found["_expand"]["informatieobjecttype"]
    assert embedded["_expand"]["catalogus"]["url"] == embedded["catalogus"]


@pytest.mark.parametrize("asked", ["titel", "zaak", "informatieobjecttype.naam"])
def test_drc_013_expand_of_what_is_no_relation_does_not_exist(client: ApiClient, asked: str) -> None:
    assert client.get(document_url(make_document()), {"expand": asked}).status_code == 404


def test_drc_014_expand_of_what_cannot_be_fetched_does_not_exist(client: ApiClient) -> None:
    document = make_document(link="https://weg.example.org/1")
    assert client.get(document_url(document), {"expand": "link"}).status_code == 404
    assert client.get(document_url(make_document()), {"expand": "link"}).json()["_expand"] == {"link": {}}
