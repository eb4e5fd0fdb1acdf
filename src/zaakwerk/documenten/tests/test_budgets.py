"""Budgets: how many statements an operation takes, whatever the size of the page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection

from zaakwerk.documenten.tests.builders import DOCUMENTS, document_body, document_url, encoded, make_document
from zaakwerk.zgw.tests.api import api_client

pytestmark = pytest.mark.django_db
Most = Callable[[int], AbstractContextManager[Any]]
# PostgreSQL alone has NOTIFY for the worker, which reads and locks nothing.
WAKE = 1 if connection.vendor == "postgresql" else 0


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
    with django_assert_max_num_queries(15 + WAKE):
        assert client.post(DOCUMENTS, body).status_code == 201


def test_a_change_takes_at_most_15_statements(django_assert_max_num_queries: Most) -> None:
    client = api_client()
    url = document_url(make_document(b"x", trefwoorden=["een"]))
    lock = client.post(f"{url}/lock", {}).json()["lock"]
    with django_assert_max_num_queries(15 + WAKE):
        assert client.patch(url, {"inhoud": encoded(b"y"), "lock": lock}).status_code == 200
