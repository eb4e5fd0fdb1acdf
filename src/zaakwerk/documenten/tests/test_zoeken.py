"""Searching documents over the API: by words, within what the caller may read."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.tests import files
from zaakwerk.documenten.tests.builders import BASE, document_url, make_document, type_url
from zaakwerk.documenten.tests.test_tekst import work
from zaakwerk.zgw.tests.api import api_client, codes

pytestmark = pytest.mark.django_db
ZOEK = "/zaakwerk/api/v1/documenten/zoek"
Most = Callable[[int], AbstractContextManager[Any]]


def urls(answer: Any) -> list[str]:
    """Which documents were found, in order."""
    assert answer.status_code == 200, answer.content
    return [result["document"] for result in answer.json()["results"]]


def test_documents_are_found_newest_first_with_the_hit_marked() -> None:
    client = api_client()
    first = make_document(files.pdf(), titel="Bezwaar")
    second = make_document(files.docx("Ook hier een schutting"), bestandsnaam="memo.docx")
    make_document(b"iets anders", bestandsnaam="a.txt")
    work()
    answer = client.get(ZOEK, {"q": "SCHUTTING"})
    assert urls(answer) == [document_url(second), document_url(first)]
    body = answer.json()
    assert (body["count"], body["next"], body["previous"]) == (2, None, None)
    memo = body["results"][0]
    assert [part["tekst"] for part in memo["fragment"] if part["treffer"]] == ["schutting"]
    assert memo["bestandsnaam"] == "memo.docx" and memo["creatiedatum"] == "2024-05-01"
    assert memo["informatieobjecttype"].startswith(f"{BASE}/catalogi/api/v1/informatieobjecttypen/")
    assert client.get(memo["document"]).status_code == 200
    assert urls(client.get(ZOEK, {"q": "bezwaar kerkstraat"})) == [document_url(first)]
    assert urls(client.get(ZOEK, {"q": "bezwaar memo"})) == []


def test_nobody_finds_what_they_may_not_read() -> None:
    mine, other = (make_informatieobjecttype(omschrijving=words) for words in ("Brief", "Advies"))
    for kind in (mine, other):
        for level in (1, 7):
            text = f"schutting {kind.pk} {level}".encode()
            make_document(
                text, bestandsnaam="a.txt", informatieobjecttype=kind, vertrouwelijkheidaanduiding=level
            )
    work()
    right = {
        "component": "drc",
        "scopes": ["documenten.lezen"],
        "informatieobjecttype": type_url(mine),
        "maxVertrouwelijkheidaanduiding": "openbaar",
    }
    reader = api_client("lezer", [right])
    answer = reader.get(ZOEK, {"q": "schutting"})
    assert (answer.json()["count"], len(urls(answer))) == (1, 1)
    listed = reader.get("/documenten/api/v1/enkelvoudiginformatieobjecten").json()["results"]
    assert urls(answer) == [document["url"] for document in listed]
    stranger = api_client("vreemde", [{"component": "ztc", "scopes": ["catalogi.lezen"]}])
    assert stranger.get(ZOEK, {"q": "schutting"}).status_code == 403


@pytest.mark.parametrize(
    ("query", "status", "expected"),
    [
        ({}, 400, {"q": "invalid"}),
        ({"q": "  ...  "}, 400, {"q": "invalid"}),
        ({"q": "x" * 501}, 400, {"q": "invalid"}),
        ({"q": "x", "pageSize": "0"}, 400, {"pageSize": "invalid"}),
        ({"q": "x", "zoek": "y"}, 400, {"nonFieldErrors": "unknown-parameters"}),
    ],
)
def test_a_wrong_question_is_a_plain_answer(query: Any, status: int, expected: Any) -> None:
    response = api_client().get(ZOEK, query)
    assert (response.status_code, codes(response)) == (status, expected)


def test_who_does_not_say_who_they_are_finds_nothing() -> None:
    client = api_client()
    assert client.client.get(ZOEK, {"q": "x"}).status_code == 403


@pytest.mark.parametrize("query", ['"', "'; DROP TABLE", "a:b AND (", "*", "\x00x", "NEAR/2", "\\"])
def test_nothing_that_is_typed_breaks_it(query: str) -> None:
    assert api_client().get(ZOEK, {"q": query}).status_code in (200, 400)


def test_pages_and_statements(django_assert_max_num_queries: Most) -> None:
    client = api_client()
    for number in range(30):
        make_document(titel=f"Schutting {number}")
    work()
    with django_assert_max_num_queries(8):
        answer = client.get(ZOEK, {"q": "schutting", "pageSize": "25"})
    body = answer.json()
    assert (body["count"], len(body["results"]), body["previous"]) == (30, 25, None)
    rest = client.get(body["next"]).json()
    assert (len(rest["results"]), rest["next"]) == (5, None)
    with django_assert_max_num_queries(8):
        client.get(ZOEK, {"q": "schutting", "pageSize": "5"})
    assert client.get(ZOEK, {"q": "schutting", "page": "9"}).status_code == 404


def test_it_stands_in_the_openapi_document() -> None:
    paths = api_client().get("/zaakwerk/api/v1/openapi.json").json()["paths"]
    operation = paths["/documenten/zoek"]["get"]
    assert [found["name"] for found in operation["parameters"] if found["in"] == "query"] == [
        "q",
        "page",
        "pageSize",
    ]
