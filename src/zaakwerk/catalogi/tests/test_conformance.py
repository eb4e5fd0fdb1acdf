"""Every operation of the Catalogi API answers as the standard says, expanded or not."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conformance import standards
from tests.conformance.comparison import assert_conforms
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, post, url_of
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db

# Per path: how its operations are called, and which schema says what expand accepts.
KINDS = {
    "catalogussen": ("catalogus", "Catalogus"),
    "zaaktypen": ("zaaktype", "ZaakType"),
    "statustypen": ("statustype", "StatusType"),
    "resultaattypen": ("resultaattype", "ResultaatType"),
    "roltypen": ("roltype", "RolType"),
    "eigenschappen": ("eigenschap", "Eigenschap"),
    "informatieobjecttypen": ("informatieobjecttype", "InformatieObjectType"),
    "zaakobjecttypen": ("zaakobjecttype", "ZaakObjectType"),
    "besluittypen": ("besluittype", "BesluitType"),
    "zaaktype-informatieobjecttypen": ("zaakinformatieobjecttype", "ZaakTypeInformatieObjectType"),
}
PATHS = list(KINDS)
PUBLISHED = ("zaaktypen", "besluittypen", "informatieobjecttypen")
# The kind of object is a URL elsewhere: its host must be registered (test_expand).
ELSEWHERE = {"objecttype"}
GENERIEK = {
    "informatieobjecttypeOmschrijvingGeneriek": "Afbeelding",
    "definitieInformatieobjecttypeOmschrijvingGeneriek": "Een beeld",
    "herkomstInformatieobjecttypeOmschrijvingGeneriek": "Gemeente",
    "hierarchieInformatieobjecttypeOmschrijvingGeneriek": "Bijlage",
    "opmerkingInformatieobjecttypeOmschrijvingGeneriek": None,
}
BRON = {
    "broncatalogus": {"url": "https://ztc.example.nl/catalogus", "domein": "BRON", "rsin": builders.RSIN},
    "bronzaaktype": {"url": "https://ztc.example.nl/type", "identificatie": "B", "omschrijving": "Bron"},
}


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def body_for(path: str) -> dict[str, Any]:
    """What makes a new one below a concept zaaktype."""
    catalogus = builders.make_catalogus()
    concept = builders.make_bare_zaaktype(concept=True, identificatie="NIEUW", **BRON)
    document = builders.make_informatieobjecttype(omschrijving_generiek=GENERIEK)
    builders.make_besluittype(omschrijving="Kapvergunning")
    zaaktype = url_of("zaaktypen", concept)
    made = {
        "catalogussen": bodies.catalogus(),
        "zaaktypen": bodies.zaaktype(
            url_of("catalogussen", catalogus), besluittypen=["Kapvergunning"], **BRON
        ),
        "statustypen": bodies.statustype(zaaktype),
        "resultaattypen": bodies.resultaattype(
            zaaktype, informatieobjecttypen=["Bijlage"], besluittypen=["Kapvergunning"]
        ),
        "roltypen": bodies.roltype(zaaktype),
        "eigenschappen": bodies.eigenschap(zaaktype),
        "informatieobjecttypen": bodies.informatieobjecttype(
            url_of("catalogussen", catalogus), omschrijvingGeneriek=GENERIEK
        ),
        "zaakobjecttypen": bodies.zaakobjecttype(zaaktype),
        "besluittypen": bodies.besluittype(
            url_of("catalogussen", catalogus), informatieobjecttypen=["Bijlage"]
        ),
        "zaaktype-informatieobjecttypen": bodies.ziot(zaaktype, document.omschrijving),
    }
    return made[path]


def make_rows() -> None:
    """Two published zaaktypen, one a deelzaaktype and a relation of the other; every group filled."""
    builders.make_informatieobjecttype(omschrijving_generiek=GENERIEK)
    relatie = {"zaaktype": "DEEL", "aardRelatie": "vervolg", "toelichting": ""}
    zaaktype = builders.make_zaaktype(
        deelzaaktypen=["DEEL"], gerelateerde_zaaktypen=[relatie], besluittypen=["Vergunning"], **BRON
    )
    builders.make_zaakobjecttype(zaaktype)
    builders.make_besluittype(informatieobjecttypen=["Bijlage"])
    zaaktype.resultaattypen.update(besluittypen=["Vergunning"], informatieobjecttypen=["Bijlage"])
    builders.make_zaaktype(identificatie="DEEL", **BRON)


def expansions(path: str) -> list[str]:
    """What expand accepts on a resource."""
    schema = KINDS[path][1]
    known = standards.expansions("catalogi", schema)
    return sorted(set(known) - ELSEWHERE)


def writes(path: str) -> Iterator[str]:
    """The operations on one object that the resource has."""
    known = standards.operations("catalogi")
    yield from (
        verb for verb in ("update", "partial_update", "destroy") if f"{KINDS[path][0]}_{verb}" in known
    )


def test_the_tests_below_call_every_operation_of_the_standard() -> None:
    called = {
        f"{operation}_{verb}"
        for path, (operation, _) in KINDS.items()
        for verb in ("list", "create", "retrieve", "headers", *writes(path))
    }
    called |= {f"{KINDS[path][0]}_publish" for path in PUBLISHED}
    assert called == set(standards.operations("catalogi"))
    assert len(called) == 72


@pytest.mark.parametrize("path", PATHS)
def test_a_new_one_conforms_and_reads_back_the_same(api: ApiClient, path: str) -> None:
    response = api.post(f"{API}/{path}", body_for(path))
    made = assert_conforms("catalogi", f"{KINDS[path][0]}_create", response)
    assert response.headers["Location"] == made["url"]
    if path == "besluittypen":  # the answer to a create has a form of its own (4.5)
        assert made.pop("informatieobjecttypeOmschrijving") == ["Bijlage"]
    assert api.get(made["url"]).json() == made


@pytest.mark.parametrize("path", PATHS)
def test_a_list_conforms_with_everything_expanded(api: ApiClient, path: str) -> None:
    make_rows()
    operation, expand = KINDS[path][0], expansions(path)
    page = assert_conforms("catalogi", f"{operation}_list", api.get(f"{API}/{path}"))
    assert page["count"] == len(page["results"]) > 0
    expanded = api.get(f"{API}/{path}", {"expand": ",".join(expand)})
    assert_conforms("catalogi", f"{operation}_list", expanded, expand)


@pytest.mark.parametrize("path", PATHS)
def test_one_conforms_expanded_and_answers_head_and_not_modified(api: ApiClient, path: str) -> None:
    make_rows()
    operation, expand = KINDS[path][0], expansions(path)
    url = api.get(f"{API}/{path}").json()["results"][0]["url"]
    response = api.get(url)
    assert_conforms("catalogi", f"{operation}_retrieve", response)
    assert_conforms("catalogi", f"{operation}_retrieve", api.get(url, {"expand": ",".join(expand)}), expand)
    head = api.head(url)
    assert_conforms("catalogi", f"{operation}_headers", head)
    assert (head.status_code, head.headers["ETag"], head.content) == (200, response.headers["ETag"], b"")
    unchanged = api.get(url, HTTP_IF_NONE_MATCH=response.headers["ETag"])
    assert (unchanged.status_code, unchanged.content) == (304, b"")


@pytest.mark.parametrize("path", PATHS)
def test_put_of_what_was_read_changes_nothing_and_patch_changes_one_thing(api: ApiClient, path: str) -> None:
    made = api.get(post(api, path, body_for(path))["url"]).json()
    operation = KINDS[path][0]
    sent = sendable(made)
    assert_conforms("catalogi", f"{operation}_update", put := api.put(made["url"], sent))
    assert put.json() == made
    key, value = {
        "catalogussen": ("naam", "Anders"),
        "zaaktypen": ("doel", "Anders"),
        "resultaattypen": ("toelichting", "Anders"),
        "informatieobjecttypen": ("informatieobjectcategorie", "Anders"),
        "zaaktype-informatieobjecttypen": ("richting", "intern"),
        "eigenschappen": ("definitie", "Anders"),
        "besluittypen": ("toelichting", "Anders"),
        "zaakobjecttypen": ("relatieOmschrijving", "Anders"),
    }.get(path, ("omschrijving", "Anders"))
    response = api.patch(made["url"], {key: value})
    assert_conforms("catalogi", f"{operation}_partial_update", response)
    assert response.json() == {**made, key: value}


def sendable(made: dict[str, Any]) -> dict[str, Any]:
    """A representation as a client sends it back: relations by name (4.5)."""
    sent = dict(made)
    for urls, names in (
        ("deelzaaktypen", "deelzaaktypeIdentificaties"),
        ("informatieobjecttypen", "informatieobjecttypeOmschrijving"),
        ("informatieobjecttypen", "informatieobjecttypeOmschrijvingen"),
        ("besluittypen", "besluittypeOmschrijving"),
    ):
        if names in sent and urls in sent:
            sent[urls] = sent[names]
    return sent


@pytest.mark.parametrize("path", [path for path in PATHS if "destroy" in writes(path)])
def test_a_concept_can_be_removed(api: ApiClient, path: str) -> None:
    made = post(api, path, body_for(path))
    assert_conforms("catalogi", f"{KINDS[path][0]}_destroy", api.delete(made["url"]))
    assert api.get(made["url"]).status_code == 404


@pytest.mark.parametrize("path", PUBLISHED)
def test_publishing_conforms_and_may_be_repeated(api: ApiClient, path: str) -> None:
    made = api.get(post(api, path, body_for(path))["url"]).json()
    for _ in range(2):
        response = api.post(f"{made['url']}/publish", {})
        assert_conforms("catalogi", f"{KINDS[path][0]}_publish", response)
        assert response.json() == {**made, "concept": False}
