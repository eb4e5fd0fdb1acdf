"""Bad input: every fault at once by its dotted name, whatever a client points at, and never a 500."""

from typing import Any
from uuid import uuid4

import pytest

from tests.conformance.comparison import problem_differences
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, url_of
from zaakwerk.catalogi.tests.test_conformance import KINDS, PATHS, body_for
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
ELSEWHERE = "https://elders.example.nl/catalogi/api/v1/zaaktypen/1"


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def test_every_fault_of_a_zaaktype_is_named_at_once_with_its_place(api: ApiClient) -> None:
    catalogus = url_of("catalogussen", builders.make_catalogus())
    body = bodies.zaaktype(
        catalogus,
        identificatie="x" * 51,
        doorlooptijd="acht weken",
        vertrouwelijkheidaanduiding="heel_geheim",
        trefwoorden=["goed", "x" * 31, 5.5],
        referentieproces={"link": "geen url"},
        gerelateerdeZaaktypen=[{"zaaktype": "", "aardRelatie": "neef", "toelichting": "x" * 256}],
        broncatalogus={"url": "x", "domein": "TELANG", "rsin": "123456789"},
        besluittypen="Vergunning",
        beginGeldigheid="2024-02-30",
    )
    del body["doel"]
    response = api.post(f"{API}/zaaktypen", body)
    assert problem_differences(400, response.headers, response.json()) == []
    assert codes(response) == {
        "identificatie": "max_length",
        "vertrouwelijkheidaanduiding": "invalid_choice",
        "doel": "required",
        "doorlooptijd": "invalid",
        "trefwoorden.1": "max_length",
        "trefwoorden.2": "invalid",
        "referentieproces.naam": "required",
        "referentieproces.link": "invalid",
        "broncatalogus.url": "invalid",
        "broncatalogus.domein": "max_length",
        "broncatalogus.rsin": "invalid",
        "besluittypen": "not_a_list",
        "gerelateerdeZaaktypen.0.zaaktype": "blank",
        "gerelateerdeZaaktypen.0.aardRelatie": "invalid_choice",
        "gerelateerdeZaaktypen.0.toelichting": "max_length",
        "beginGeldigheid": "invalid",
    }


def test_broken_rules_are_named_together(api: ApiClient) -> None:
    body = bodies.zaaktype(
        url_of("catalogussen", builders.make_catalogus()),
        verlengingstermijn=None,
        selectielijstProcestype=ELSEWHERE,
        deelzaaktypen=["WEG"],
        eindeGeldigheid="2023-01-01",
    )
    assert codes(api.post(f"{API}/zaaktypen", body)) == {
        "selectielijstProcestype": "bad-url",
        "verlengingstermijn": "verlenging-mismatch",
        "deelzaaktypen.0": "does_not_exist",
        "eindeGeldigheid": "date-mismatch",
    }


@pytest.mark.parametrize("path", [path for path in PATHS if path != "catalogussen"])
def test_a_url_of_another_kind_another_host_or_a_removed_type_is_refused(api: ApiClient, path: str) -> None:
    body = body_for(path)
    key = "zaaktype" if "zaaktype" in body else "catalogus"
    right = body[key]
    other = "zaaktypen" if key == "catalogus" else "catalogussen"
    gone = f"{right.rpartition('/')[0]}/{uuid4()}"
    for url, code in (
        (gone, "does_not_exist"),
        (
            right.replace(f"/{'catalogussen' if key == 'catalogus' else 'zaaktypen'}/", f"/{other}/"),
            "no_match",
        ),
        (f"{right}/", "no_match"),
        (ELSEWHERE, "no_match"),
        ("Beheer", "no_match"),
        (5, "no_match"),
        (None, "null"),
    ):
        response = api.post(f"{API}/{path}", {**body, key: url})
        assert codes(response) == {key: code}, url
        assert problem_differences(400, response.headers, response.json()) == []


def test_a_type_named_by_a_url_must_be_of_the_right_kind_and_still_be_there(api: ApiClient) -> None:
    catalogus = url_of("catalogussen", builders.make_catalogus())
    besluittype = builders.make_besluittype()
    url = url_of("besluittypen", besluittype)
    besluittype.delete()
    body = bodies.zaaktype(
        catalogus,
        besluittypen=[url, catalogus, ELSEWHERE],
        deelzaaktypen=[catalogus],
        productenOfDiensten=["x"],
    )
    assert codes(api.post(f"{API}/zaaktypen", body)) == {
        "besluittypen.0": "bad-url",
        "besluittypen.1": "invalid-resource",
        "besluittypen.2": "bad-url",
        "deelzaaktypen.0": "invalid-resource",
        "productenOfDiensten.0": "invalid",
    }


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("body", [[], "tekst", 5, None, {}])
def test_a_body_that_is_nothing_like_it_is_refused_on_every_write(
    api: ApiClient, path: str, body: Any
) -> None:
    made = api.post(f"{API}/{path}", body_for(path)).json()["url"]
    for response in (api.post(f"{API}/{path}", body), api.put(made, body)):
        assert response.status_code == 400
        assert problem_differences(400, response.headers, response.json()) == []


@pytest.mark.parametrize("path", PATHS)
def test_an_unknown_uuid_is_not_found_for_every_verb(api: ApiClient, path: str) -> None:
    url = f"{API}/{path}/{uuid4()}"
    for response in (api.get(url), api.put(url, {}), api.patch(url, {}), api.delete(url)):
        assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert api.head(url).status_code == 404
    assert api.post(url, {}).status_code == 405
    assert KINDS[path]


def test_a_name_that_is_sent_twice_is_kept_once(api: ApiClient) -> None:
    builders.make_besluittype()
    catalogus = url_of("catalogussen", builders.make_catalogus())
    made = bodies.post(
        api, "zaaktypen", bodies.zaaktype(catalogus, besluittypen=["Vergunning", "Vergunning"])
    )
    assert made["besluittypeOmschrijving"] == ["Vergunning"]


def test_faults_inside_the_parts_of_a_step_have_their_own_place(api: ApiClient) -> None:
    step = builders.make_statustype(builders.make_bare_zaaktype(concept=True), 1, "Ontvangen")
    made = url_of("statustypen", step)
    assert codes(api.patch(made, {"volgnummer": 0, "eigenschappen": [made]})) == {
        "volgnummer": "min_value",
        "eigenschappen.0": "no_match",
    }
    assert codes(api.patch(made, {"volgnummer": "veel", "checklistitemStatustype": [{}]})) == {
        "volgnummer": "invalid",
        "checklistitemStatustype.0.itemnaam": "required",
        "checklistitemStatustype.0.vraagstelling": "required",
    }
