"""Published types: what stays as it is, and that versions do not overlap (4.4, 4.5)."""

from datetime import date
from typing import Any

import pytest

from zaakwerk.catalogi.models import StatusType, ZaakType
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, url_of
from zaakwerk.catalogi.tests.test_lists import PARTS
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
VERSIONED = ("zaaktypen", "besluittypen", "informatieobjecttypen")


@pytest.fixture
def api() -> ApiClient:
    """A client that may write, and not correct."""
    rights = {"component": "ztc", "scopes": ["catalogi.lezen", "catalogi.schrijven"]}
    return api_client("schrijver", [rights])


def version(path: str, begin: str, einde: str | None = None, **given: Any) -> str:
    """A version of one and the same type, as its URL."""
    make: Any = builders.make_bare_zaaktype
    names = {"identificatie": "MOR"}
    if path == "informatieobjecttypen":
        make, names = builders.make_informatieobjecttype, {"omschrijving": "Foto"}
    if path == "besluittypen":
        make, names = builders.make_besluittype, {"omschrijving": "Vergunning"}
    end = date.fromisoformat(einde) if einde else None
    made = make(begin_geldigheid=date.fromisoformat(begin), einde_geldigheid=end, **names, **given)
    return url_of(path, made)


@pytest.mark.parametrize("path", VERSIONED)
def test_ztc_009_a_published_type_is_not_changed_or_removed(api: ApiClient, path: str) -> None:
    url = version(path, "2024-01-01")
    before = api.get(url).json()
    refused = {"nonFieldErrors": "non-concept-object"}
    catalogus = url_of("catalogussen", builders.make_catalogus())
    make = {
        "zaaktypen": bodies.zaaktype,
        "besluittypen": bodies.besluittype,
        "informatieobjecttypen": bodies.informatieobjecttype,
    }[path]
    assert codes(api.put(url, make(catalogus))) == refused
    assert codes(api.patch(url, {"beginGeldigheid": "2024-02-01"})) == refused
    assert (
        codes(api.patch(url, {"eindeGeldigheid": "2025-01-01", "toelichting": "", "trefwoord": []}))
        == refused
    )
    assert codes(api.delete(url)) == refused
    assert api.get(url).json() == before


@pytest.mark.parametrize("path", VERSIONED)
def test_ztc_009_a_published_type_may_be_ended(api: ApiClient, path: str) -> None:
    url = version(path, "2024-01-01")
    for einde in ("2025-12-31", None, "2024-01-01"):
        response = api.patch(url, {"eindeGeldigheid": einde})
        assert (response.status_code, response.json()["eindeGeldigheid"]) == (200, einde)
    assert codes(api.patch(url, {"eindeGeldigheid": "2023-12-31"})) == {"eindeGeldigheid": "date-mismatch"}


@pytest.mark.parametrize("path", [*PARTS, "zaakobjecttypen"])
def test_ztc_010_parts_of_a_published_zaaktype_are_not_added_changed_or_removed(
    api: ApiClient, path: str
) -> None:
    row = builders.make_zaaktype()
    builders.make_zaakobjecttype(row)
    zaaktype = url_of("zaaktypen", row)
    made = api.get(f"{API}/{path}", {"zaaktype": zaaktype}).json()["results"][0]
    refused = {"nonFieldErrors": "non-concept-zaaktype"}
    body = {
        "statustypen": bodies.statustype(zaaktype, volgnummer=9),
        "resultaattypen": bodies.resultaattype(zaaktype),
        "roltypen": bodies.roltype(zaaktype, omschrijving="Nieuw"),
        "eigenschappen": bodies.eigenschap(zaaktype, naam="Nieuw"),
        "zaakobjecttypen": bodies.zaakobjecttype(zaaktype),
        "zaaktype-informatieobjecttypen": bodies.ziot(zaaktype, "Bijlage", volgnummer=9, richting="intern"),
    }[path]
    assert codes(api.post(f"{API}/{path}", body)) == refused
    assert codes(api.put(made["url"], body)) == refused
    assert codes(api.patch(made["url"], {"zaaktype": zaaktype})) == refused
    assert codes(api.delete(made["url"])) == refused
    assert api.get(made["url"]).json() == made


def test_ztc_010_a_part_does_not_move_into_a_published_zaaktype(api: ApiClient) -> None:
    concept = builders.make_bare_zaaktype(concept=True)
    step = builders.make_statustype(concept, 1, "Ontvangen")
    moved = api.patch(
        url_of("statustypen", step), {"zaaktype": url_of("zaaktypen", builders.make_bare_zaaktype())}
    )
    assert codes(moved) == {"nonFieldErrors": "non-concept-zaaktype"}


@pytest.mark.parametrize("path", VERSIONED)
@pytest.mark.parametrize(
    "begin, einde, fits",
    [
        ("2023-01-01", "2023-12-31", True),
        ("2023-01-01", "2024-01-01", False),
        ("2024-06-01", None, False),
        ("2024-12-31", None, False),
        ("2025-01-01", None, True),
        ("2023-01-01", None, False),
        ("2024-03-01", "2024-04-01", False),
    ],
)
def test_ztc_016_published_versions_may_touch_but_not_overlap(
    api: ApiClient, path: str, begin: str, einde: str | None, fits: bool
) -> None:
    version(path, "2024-01-01", "2024-12-31")
    concept = version(path, begin, einde, concept=True)
    response = api.post(f"{concept}/publish", {})
    if fits:
        assert (response.status_code, response.json()["concept"]) == (200, False)
    else:
        assert codes(response) == {"beginGeldigheid": "overlap"}
        assert api.get(concept).json()["concept"] is True


def test_ztc_016_ending_later_must_not_run_into_the_next_version(api: ApiClient) -> None:
    first = version("zaaktypen", "2024-01-01", "2024-12-31")
    other = version("zaaktypen", "2025-01-01").rpartition("/")[2]
    reason = api.patch(first, {"eindeGeldigheid": None}).json()["invalidParams"][0]["reason"]
    assert f"vanaf 2025-01-01 zonder einddatum, {other}" in reason
    assert codes(api.patch(first, {"eindeGeldigheid": "2025-01-01"})) == {"eindeGeldigheid": "overlap"}
    assert codes(api.patch(first, {"eindeGeldigheid": None})) == {"eindeGeldigheid": "overlap"}
    assert api.patch(first, {"eindeGeldigheid": "2024-11-30"}).status_code == 200


def test_ztc_016_concepts_other_names_and_other_catalogi_do_not_count(api: ApiClient) -> None:
    version("zaaktypen", "2024-01-01", concept=True)
    version("zaaktypen", "2024-01-01", catalogus=builders.make_catalogus(domein="ANDER"))
    builders.make_bare_zaaktype(identificatie="IETS-ANDERS")
    concept = version("zaaktypen", "2024-01-01", concept=True)
    assert api.post(f"{concept}/publish", {}).status_code == 200
    assert (
        api.patch(version("zaaktypen", "2024-01-01", concept=True), {"eindeGeldigheid": None}).status_code
        == 200
    )


def test_a_removed_concept_takes_its_parts_along(api: ApiClient) -> None:
    concept = builders.make_zaaktype(concept=True)
    assert api.delete(url_of("zaaktypen", concept)).status_code == 204
    assert not ZaakType.objects.exists()
    assert not StatusType.objects.exists()


def test_publishing_something_unknown_is_not_found(api: ApiClient) -> None:
    assert api.post(f"{API}/zaaktypen/{builders.make_catalogus().uuid}/publish", {}).status_code == 404
    assert api.get(f"{API}/zaaktypen/{builders.make_catalogus().uuid}/publish").status_code == 405
