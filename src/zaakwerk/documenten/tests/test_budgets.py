"""Budgets: how many statements an operation takes, whatever the size of the page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from zaakwerk.documenten.commands import link_object
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    RELATIONS,
    document_body,
    document_url,
    encoded,
    make_document,
)
from zaakwerk.documenten.tests.test_bestandsdelen import send, send_all
from zaakwerk.documenten.tests.test_gebruiksrechten import RIGHTS, rights_body
from zaakwerk.documenten.tests.test_verzendingen import SENDINGS, sending
from zaakwerk.zgw.tests.api import api_client

pytestmark = pytest.mark.django_db
Most = Callable[[int], AbstractContextManager[Any]]
# PostgreSQL alone has NOTIFY for the worker, which reads and locks nothing.


def test_a_list_takes_at_most_10_statements(django_assert_max_num_queries: Most) -> None:
    client = api_client()
    for number in range(30):
        make_document(b"x", trefwoorden=[f"woord {number}"])
    with django_assert_max_num_queries(10):
        answer = client.get(DOCUMENTS, {"pageSize": "25", "expand": "informatieobjecttype"})
    assert len(answer.json()["results"]) == 25


@pytest.mark.parametrize("query", [{}, {"versie": "1"}, {"registratieOp": "2999-01-01"}])
def test_a_detail_takes_at_most_6_statements(django_assert_max_num_queries: Most, query: Any) -> None:
    client = api_client()
    url = document_url(make_document(b"x"))
    with django_assert_max_num_queries(6):
        assert client.get(url, query).status_code == 200
    with django_assert_max_num_queries(6):
        response = client.get(f"{url}/download", query)
    assert b"".join(response.streaming_content) == b"x"


def test_a_create_takes_at_most_15_statements(django_assert_max_num_queries: Most) -> None:
    client = api_client()
    body = document_body(inhoud=encoded(b"x"), trefwoorden=["een", "twee"])
    with django_assert_max_num_queries(15):
        assert client.post(DOCUMENTS, body).status_code == 201


def test_a_change_takes_at_most_16_statements(django_assert_max_num_queries: Most) -> None:
    client = api_client()
    url = document_url(make_document(b"x", trefwoorden=["een"]))
    lock = client.post(f"{url}/lock", {}).json()["lock"]
    # One of them takes the old words out of the index.
    with django_assert_max_num_queries(16):
        assert client.patch(url, {"inhoud": encoded(b"y"), "lock": lock}).status_code == 200


@pytest.mark.parametrize("path", [RIGHTS, SENDINGS, RELATIONS])
def test_what_hangs_below_documents_is_listed_in_at_most_6_statements(
    django_assert_max_num_queries: Most, path: str
) -> None:
    client = api_client()
    for _ in range(20):
        document = make_document()
        client.post(RIGHTS, rights_body(document))
        client.post(SENDINGS, sending(document))
        link_object(document, "zaak", document.uuid, f"\ue000/zaken/api/v1/zaken/{document.uuid}")
    with django_assert_max_num_queries(6):
        answer = client.get(path, {"expand": "informatieobject.informatieobjecttype"}).json()
    assert len(answer if isinstance(answer, list) else answer["results"]) == 20


@pytest.mark.parametrize(("path", "body"), [(RIGHTS, rights_body), (SENDINGS, sending)])
def test_a_write_below_a_document_takes_at_most_15_statements_and_its_removal_18(
    django_assert_max_num_queries: Most, path: str, body: Callable[..., dict[str, Any]]
) -> None:
    client, document = api_client(), make_document()
    with django_assert_max_num_queries(15):
        made = client.post(path, body(document))
    with django_assert_max_num_queries(15):
        assert client.put(made.json()["url"], body(document)).status_code == 200
    with django_assert_max_num_queries(18):
        assert client.delete(made.json()["url"]).status_code == 204


def test_parts_take_the_same_statements_however_many_there_are(
    django_assert_max_num_queries: Most, settings: Any
) -> None:
    client = api_client()
    settings.PART_SIZE = 4
    body = document_body(bestandsomvang=10)
    with django_assert_max_num_queries(15):
        made = client.post(DOCUMENTS, body).json()
    with django_assert_max_num_queries(15):
        assert send(client, made["bestandsdelen"][0], b"abcd").status_code == 200
    send_all(client, made)
    with django_assert_max_num_queries(30):
        assert client.post(f"{made['url']}/unlock", {"lock": made["lock"]}).status_code == 204


def test_a_list_opens_no_files(settings: Any, store: Any) -> None:
    client = api_client()
    for number in range(5):
        make_document(b"x" * (number + 1))
    for path in store.rglob("*"):
        if path.is_file():
            path.unlink()
    answer = client.get(DOCUMENTS)
    assert answer.status_code == 200 and answer.json()["count"] == 5
