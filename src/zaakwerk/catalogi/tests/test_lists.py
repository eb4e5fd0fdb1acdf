"""Lists: filters, the default of `status`, paging and order (4.6, 4.8)."""

from datetime import date
from typing import Any

import pytest

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.tests import builders
from zaakwerk.catalogi.tests.bodies import API, url_of
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
PARTS = ("statustypen", "resultaattypen", "roltypen", "eigenschappen", "zaaktype-informatieobjecttypen")


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def count(api: ApiClient, path: str, **query: Any) -> int:
    """How many a list gives with these filters."""
    response = api.get(f"{API}/{path}", query)
    assert response.status_code == 200, response.json()
    body = response.json()
    assert body["count"] == len(body["results"])
    return int(body["count"])


@pytest.mark.parametrize("path", ["zaaktypen", *PARTS])
def test_status_shows_published_types_unless_asked_otherwise(api: ApiClient, path: str) -> None:
    builders.make_zaaktype()
    published = count(api, path)
    concept = builders.make_zaaktype(identificatie="CONCEPT", concept=True)
    assert count(api, path) == count(api, path, status="definitief") == published > 0
    assert count(api, path, status="concept") == published
    assert count(api, path, status="alles") == 2 * published
    if path != "zaaktypen":
        assert count(api, path, zaaktype=url_of("zaaktypen", concept)) == 0
        assert count(api, path, zaaktype=url_of("zaaktypen", concept), status="alles") == published
    assert codes(api.get(f"{API}/{path}", {"status": "oud"})) == {"status": "invalid_choice"}


def test_status_of_informatieobjecttypen_looks_at_their_own_concept(api: ApiClient) -> None:
    builders.make_informatieobjecttype(omschrijving="A")
    builders.make_informatieobjecttype(omschrijving="B", concept=True)
    assert count(api, "informatieobjecttypen") == 1
    assert count(api, "informatieobjecttypen", status="concept") == 1
    assert count(api, "informatieobjecttypen", status="alles") == 2


def test_a_ziot_is_a_concept_when_one_of_its_sides_is(api: ApiClient) -> None:
    zaaktype = builders.make_bare_zaaktype()
    draft = builders.make_informatieobjecttype(omschrijving="Nieuw", concept=True)
    builders.relate_informatieobjecttype(zaaktype, draft)
    path = "zaaktype-informatieobjecttypen"
    assert (count(api, path), count(api, path, status="concept")) == (0, 1)
    builders.make_informatieobjecttype(omschrijving="Nieuw", concept=False)
    assert (count(api, path), count(api, path, status="concept")) == (1, 0)


@pytest.mark.parametrize("path", ["zaaktypen", "informatieobjecttypen", *PARTS[:4]])
def test_datum_geldigheid_keeps_versions_valid_on_that_day_both_ends_inclusive(
    api: ApiClient, path: str
) -> None:
    zaaktype = builders.make_zaaktype(begin_geldigheid=date(2024, 1, 1), einde_geldigheid=date(2024, 12, 31))
    builders.make_informatieobjecttype(
        omschrijving="Brief", begin_geldigheid=date(2024, 1, 1), einde_geldigheid=date(2024, 12, 31)
    )
    everything = count(api, path)
    more = 1 if path == "informatieobjecttypen" else 0  # the builder's Bijlage has no end
    assert count(api, path, datumGeldigheid="2023-12-31") == more
    assert count(api, path, datumGeldigheid="2024-01-01") == everything
    assert count(api, path, datumGeldigheid="2024-12-31") == everything
    assert count(api, path, datumGeldigheid="2025-01-01") == more
    assert codes(api.get(f"{API}/{path}", {"datumGeldigheid": "2024-13-01"})) == {
        "datumGeldigheid": "invalid"
    }
    ZaakType.objects.filter(pk=zaaktype.pk).update(einde_geldigheid=None)
    assert count(api, path, datumGeldigheid="2099-01-01") == (more or everything)


@pytest.mark.parametrize("path", PARTS)
def test_parts_are_found_by_their_zaaktype(api: ApiClient, path: str) -> None:
    zaaktype = builders.make_zaaktype(identificatie="EEN")
    builders.make_zaaktype(identificatie="TWEE")
    half = count(api, path) // 2
    assert count(api, path, zaaktype=url_of("zaaktypen", zaaktype)) == half > 0
    assert count(api, path, zaaktype=f"http://localhost{API}/zaaktypen/{zaaktype.catalogus.uuid}") == 0
    assert count(api, path, zaaktype="https://elders.example.nl/zaaktypen/1") == 0
    assert codes(api.get(f"{API}/{path}", {"zaaktype": "EEN"})) == {"zaaktype": "invalid"}
    if path != "zaaktype-informatieobjecttypen":
        assert count(api, path, zaaktypeIdentificatie="TWEE") == half
        assert count(api, path, zaaktypeIdentificatie="DRIE") == 0


def test_resultaattypen_know_both_spellings_of_two_filters(api: ApiClient) -> None:
    builders.make_zaaktype(identificatie="EEN")
    assert count(api, "resultaattypen", zaaktype_identificatie="EEN", datum_geldigheid="2024-01-01") == 2
    assert count(api, "resultaattypen", zaaktype_identificatie="TWEE") == 0
    assert count(api, "resultaattypen", datum_geldigheid="2019-01-01") == 0


def test_zaaktypen_are_found_by_catalogus_identificatie_and_any_of_their_words(api: ApiClient) -> None:
    zaaktype = builders.make_bare_zaaktype(identificatie="EEN", trefwoorden=["stoep", "boom"])
    builders.make_bare_zaaktype(identificatie="TWEE", catalogus=builders.make_catalogus(domein="ANDER"))
    assert count(api, "zaaktypen") == 2
    assert count(api, "zaaktypen", catalogus=url_of("catalogussen", zaaktype.catalogus)) == 1
    assert count(api, "zaaktypen", identificatie="TWEE") == 1
    assert count(api, "zaaktypen", trefwoorden="weg,boom") == 1
    assert count(api, "zaaktypen", trefwoorden="weg") == 0
    assert count(api, "zaaktypen", trefwoorden="boo\"m',%s") == 0
    assert count(api, "zaaktypen", trefwoorden=",".join(["weg"] * 2000 + ["boom"])) == 1
    assert codes(api.get(f"{API}/zaaktypen", {"trefwoorden": "\x00"})) == {"trefwoorden": "invalid"}


def test_informatieobjecttypen_are_found_by_zaaktype_across_versions_within_the_catalogus(
    api: ApiClient,
) -> None:
    zaaktype = builders.make_zaaktype()
    builders.make_informatieobjecttype(omschrijving="Bijlage", concept=True)
    builders.make_informatieobjecttype(omschrijving="Brief")
    builders.make_informatieobjecttype(catalogus=builders.make_catalogus(domein="ANDER"))
    found = url_of("zaaktypen", zaaktype)
    assert count(api, "informatieobjecttypen", zaaktype=found) == 1
    assert count(api, "informatieobjecttypen", zaaktype=found, status="alles") == 2
    assert count(api, "informatieobjecttypen", zaaktype=f"{found[:-12]}000000000000") == 0
    assert count(api, "informatieobjecttypen", omschrijving="Brief") == 1
    assert count(api, "informatieobjecttypen", catalogus=url_of("catalogussen", zaaktype.catalogus)) == 2


def test_other_filters_of_the_standard(api: ApiClient) -> None:
    zaaktype = builders.make_zaaktype()
    document = builders.make_informatieobjecttype()
    builders.relate_informatieobjecttype(zaaktype, document, richting="uitgaand")
    path = "zaaktype-informatieobjecttypen"
    assert count(api, path, informatieobjecttype="Bijlage") == 2
    assert count(api, path, informatieobjecttype=url_of("informatieobjecttypen", document)) == 2
    assert count(api, path, informatieobjecttype="Brief") == 0
    assert count(api, path, richting="uitgaand") == 1
    assert count(api, "roltypen", omschrijvingGeneriek="initiator") == 1
    assert codes(api.get(f"{API}/roltypen", {"omschrijvingGeneriek": "baas"})) == {
        "omschrijvingGeneriek": "invalid_choice"
    }
    builders.make_catalogus(domein="ANDER")
    assert count(api, "catalogussen", domein="TEST") == 1
    assert count(api, "catalogussen", domein__in="TEST,ANDER", rsin=builders.RSIN) == 2
    assert count(api, "catalogussen", rsin__in=builders.RSIN) == 2
    assert codes(api.get(f"{API}/catalogussen", {"rsin": "12"})) == {"rsin": "invalid"}


@pytest.mark.parametrize("path", ["catalogussen", "zaaktypen", "informatieobjecttypen", *PARTS])
def test_unknown_parameters_are_refused(api: ApiClient, path: str) -> None:
    assert codes(api.get(f"{API}/{path}", {"kleur": "rood"})) == {"nonFieldErrors": "unknown-parameters"}


def test_pages_keep_the_filters_and_end(api: ApiClient) -> None:
    for _ in range(3):
        builders.make_bare_zaaktype(concept=True)
    first = api.get(f"{API}/zaaktypen", {"status": "concept", "pageSize": 2}).json()
    assert (first["count"], len(first["results"]), first["previous"]) == (3, 2, None)
    last = api.get(first["next"]).json()
    assert (last["count"], len(last["results"]), last["next"]) == (3, 1, None)
    assert api.get(f"{API}/zaaktypen", {"status": "concept", "page": 2}).status_code == 404


def test_crs_headers_are_ignored(api: ApiClient) -> None:
    assert api.get(f"{API}/zaaktypen", HTTP_ACCEPT_CRS="EPSG:28992").status_code == 200
