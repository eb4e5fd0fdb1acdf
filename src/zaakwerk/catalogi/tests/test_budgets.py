"""Statement budgets: a page costs the same whatever its size, a detail and a write stay small."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zaakwerk.catalogi.models import Catalogus, ZaakType
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, url_of
from zaakwerk.catalogi.tests.test_conformance import PATHS, body_for, expansions, make_rows
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def statements(call: Any, expected: int) -> int:
    """How many statements a call costs that answers with this status."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = call()
    assert response.status_code == expected, response.content
    return len(captured)


@pytest.mark.parametrize("path", PATHS)
def test_a_list_stays_within_ten_statements_and_does_not_grow(api: ApiClient, path: str) -> None:
    def listed() -> Any:
        return api.get(f"{API}/{path}", {"pageSize": 500})

    def make_more(catalogus: Catalogus) -> None:
        builders.make_besluittype(catalogus=catalogus)
        zaaktype = builders.make_zaaktype(catalogus=catalogus, besluittypen=["Vergunning"])
        builders.make_zaakobjecttype(zaaktype)

    make_more(builders.make_catalogus())
    few = statements(listed, 200)
    for number in range(5):
        make_more(builders.make_catalogus(domein=f"T{number}"))
    assert statements(listed, 200) == few <= 10


@pytest.mark.parametrize("path", PATHS)
def test_an_expanded_list_costs_one_or_two_statements_per_relation(api: ApiClient, path: str) -> None:
    make_rows()
    wanted = expansions(path)
    used = statements(lambda: api.get(f"{API}/{path}", {"expand": ",".join(wanted)}), 200)
    assert used <= 3 + 2 * len(wanted)


@pytest.mark.parametrize("path", PATHS)
def test_a_detail_stays_within_six_statements(api: ApiClient, path: str) -> None:
    make_rows()
    url = api.get(f"{API}/{path}").json()["results"][0]["url"]
    assert statements(lambda: api.get(url), 200) <= 6


@pytest.mark.parametrize("path", PATHS)
def test_a_create_stays_within_fifteen_statements(api: ApiClient, path: str) -> None:
    body = body_for(path)
    assert statements(lambda: api.post(f"{API}/{path}", body), 201) <= 15


def test_publishing_stays_within_fifteen_statements(api: ApiClient) -> None:
    concept = url_of("zaaktypen", builders.make_bare_zaaktype(concept=True))
    assert statements(lambda: api.post(f"{concept}/publish", {}), 200) <= 15


def test_relations_by_name_are_looked_up_in_one_statement_per_kind(api: ApiClient) -> None:
    names = [f"DEEL-{number}" for number in range(8)]
    for name in names:
        builders.make_bare_zaaktype(identificatie=name)
    body = bodies.zaaktype(url_of("catalogussen", builders.make_catalogus()), deelzaaktypen=names)
    assert statements(lambda: api.post(f"{API}/zaaktypen", body), 201) <= 15


def test_a_catalogue_of_a_thousand_zaaktypen_is_listed_like_a_small_one(api: ApiClient) -> None:
    zaaktype = builders.make_zaaktype(identificatie="ZT-0")
    columns = [field for field in ZaakType._meta.concrete_fields if field.name not in ("id", "uuid")]
    values = {field.attname: field.value_from_object(zaaktype) for field in columns}

    def add(numbers: range) -> None:
        relatie = {"aardRelatie": "vervolg", "toelichting": ""}
        ZaakType.objects.bulk_create(
            ZaakType(
                **{
                    **values,
                    "identificatie": f"ZT-{number}",
                    "deelzaaktypen": [f"ZT-{number - 1}"],
                    "gerelateerde_zaaktypen": [{"zaaktype": f"ZT-{number - 1}", **relatie}],
                }
            )
            for number in numbers
        )

    def listed() -> Any:
        return api.get(f"{API}/zaaktypen")

    add(range(1, 150))
    few = statements(listed, 200)
    add(range(150, 1000))
    assert statements(listed, 200) == few <= 10
    page = listed().json()
    assert (page["count"], len(page["results"])) == (1000, 100)
    assert all(len(one["deelzaaktypen"]) == len(one["gerelateerdeZaaktypen"]) == 1 for one in page["results"])
