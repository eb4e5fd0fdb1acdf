"""Besluittypen and zaakobjecttypen: how they hang together with other types, and how they are found."""

from datetime import date
from typing import Any

import pytest

from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, post, url_of
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def api() -> ApiClient:
    return api_client()


@pytest.fixture
def catalogus() -> str:
    return url_of("catalogussen", builders.make_catalogus())


def found(api: ApiClient, path: str, **query: Any) -> list[str]:
    """The URLs a list gives with these filters."""
    response = api.get(f"{API}/{path}", query)
    assert response.status_code == 200, response.json()
    return [one["url"] for one in response.json()["results"]]


def test_every_side_of_a_relation_with_a_besluittype_shows_it(api: ApiClient) -> None:
    foto = builders.make_informatieobjecttype(omschrijving="Foto")
    besluittype = builders.make_besluittype(informatieobjecttypen=["Foto"])
    zaaktype = builders.make_bare_zaaktype(besluittypen=["Vergunning"])
    resultaattype = builders.make_resultaattype(
        zaaktype, omschrijving="Verleend", besluittypen=["Vergunning"]
    )
    urls = {
        "besluittypen": url_of("besluittypen", besluittype),
        "zaaktypen": url_of("zaaktypen", zaaktype),
        "informatieobjecttypen": url_of("informatieobjecttypen", foto),
        "resultaattypen": url_of("resultaattypen", resultaattype),
    }
    shown = api.get(urls["besluittypen"]).json()
    for path in ("zaaktypen", "informatieobjecttypen", "resultaattypen"):
        assert shown[path] == [urls[path]]
        other = api.get(urls[path]).json()
        assert (other["besluittypen"], other["besluittypeOmschrijving"]) == (
            [urls["besluittypen"]],
            ["Vergunning"],
        )
    assert shown["zaaktypeIdentificaties"] == [zaaktype.identificatie]
    assert shown["informatieobjecttypeOmschrijvingen"] == shown["vastgelegdIn"] == ["Foto"]
    assert shown["resultaattypenOmschrijving"] == ["Verleend"]
    whole = api.get(f"{API}/catalogussen").json()["results"][0]
    assert (whole["besluittypen"], whole["besluittypeOmschrijving"]) == (
        [urls["besluittypen"]],
        ["Vergunning"],
    )


@pytest.mark.parametrize("form", ["name", "url"])
def test_relations_are_written_by_name_and_by_url_on_every_write(
    api: ApiClient, catalogus: str, form: str
) -> None:
    foto = url_of("informatieobjecttypen", builders.make_informatieobjecttype(omschrijving="Foto"))
    first = post(
        api,
        "besluittypen",
        bodies.besluittype(catalogus, informatieobjecttypen=["Foto" if form == "name" else foto]),
    )
    assert first["informatieobjecttypen"] == [foto]
    api.post(f"{first['url']}/publish", {})
    sent = ["Vergunning" if form == "name" else first["url"]]
    zaaktype = post(api, "zaaktypen", bodies.zaaktype(catalogus, besluittypen=sent))
    assert zaaktype["besluittypen"] == [first["url"]]
    part = post(api, "resultaattypen", bodies.resultaattype(zaaktype["url"], besluittypen=sent))
    for made in (zaaktype, part):
        assert api.patch(made["url"], {"besluittypen": []}).json()["besluittypen"] == []
        assert api.patch(made["url"], {"besluittypen": sent}).json()["besluittypen"] == [first["url"]]


def test_gangbaar_types_of_another_catalogus_and_unknown_names_are_refused(
    api: ApiClient, catalogus: str
) -> None:
    elsewhere = builders.make_catalogus(domein="ANDER")
    foto = builders.make_informatieobjecttype(omschrijving="Foto", catalogus=elsewhere)
    besluittype = builders.make_besluittype(catalogus=elsewhere)
    body = bodies.besluittype(catalogus, informatieobjecttypen=[url_of("informatieobjecttypen", foto)])
    incorrect = {"nonFieldErrors": "relations-incorrect-catalogus"}
    assert codes(api.post(f"{API}/besluittypen", body)) == incorrect
    sent = bodies.zaaktype(catalogus, besluittypen=[url_of("besluittypen", besluittype)])
    assert codes(api.post(f"{API}/zaaktypen", sent)) == incorrect
    body = bodies.besluittype(catalogus, informatieobjecttypen=["Foto"])
    assert codes(api.post(f"{API}/besluittypen", body)) == {"informatieobjecttypen.0": "does_not_exist"}


def test_the_version_of_the_day_is_shown(api: ApiClient) -> None:
    old = builders.make_besluittype(einde_geldigheid=date(2023, 12, 31))
    new = builders.make_besluittype(begin_geldigheid=date(2024, 1, 1))
    builders.make_besluittype(begin_geldigheid=date(2024, 1, 1), concept=True)
    zaaktype = url_of("zaaktypen", builders.make_bare_zaaktype(besluittypen=["Vergunning"]))
    for day, version in (("2023-12-31", old), ("2024-01-01", new)):
        shown = api.get(zaaktype, {"datumGeldigheid": day}).json()["besluittypen"]
        assert shown == [url_of("besluittypen", version)]


def test_besluittypen_are_found_by_zaaktype_and_informatieobjecttype_by_url_or_name(api: ApiClient) -> None:
    elsewhere = builders.make_catalogus(domein="ANDER")
    foto = builders.make_informatieobjecttype(omschrijving="Foto")
    wanted = [url_of("besluittypen", builders.make_besluittype(informatieobjecttypen=["Foto"]))]
    builders.make_besluittype(omschrijving="Weigering")
    builders.make_besluittype(catalogus=elsewhere)
    zaaktype = builders.make_bare_zaaktype(identificatie="KAP", besluittypen=["Vergunning"])
    path = "besluittypen"
    assert found(api, path, zaaktypen="KAP") == wanted
    assert found(api, path, zaaktypen=url_of("zaaktypen", zaaktype)) == wanted
    assert found(api, path, informatieobjecttypen="Foto") == wanted
    assert found(api, path, informatieobjecttypen=url_of("informatieobjecttypen", foto)) == wanted
    assert found(api, path, zaaktypen="ANDERS") == []
    assert found(api, path, zaaktypen="https://elders.example.nl/zaaktypen/1") == []
    assert found(api, path, omschrijving="Vergunning", catalogus=url_of("catalogussen", elsewhere)) != wanted
    assert len(found(api, path, omschrijving="Vergunning")) == 2


def test_besluittypen_are_found_by_status_and_day(api: ApiClient) -> None:
    builders.make_besluittype(einde_geldigheid=date(2023, 12, 31))
    builders.make_besluittype(omschrijving="Nieuw", concept=True)
    path = "besluittypen"
    assert len(found(api, path)) == len(found(api, path, status="concept")) == 1
    assert len(found(api, path, status="alles")) == 2
    assert len(found(api, path, datumGeldigheid="2023-12-31")) == 1
    assert found(api, path, datumGeldigheid="2024-01-01") == []


def test_c_51_a_besluittype_needs_a_name(api: ApiClient, catalogus: str) -> None:
    body = bodies.besluittype(catalogus)
    assert codes(api.post(f"{API}/besluittypen", {**body, "omschrijving": ""})) == {"omschrijving": "blank"}
    del body["omschrijving"], body["informatieobjecttypen"]
    assert codes(api.post(f"{API}/besluittypen", body)) == {
        "omschrijving": "required",
        "informatieobjecttypen": "required",
    }


def test_zaakobjecttypen_show_the_steps_and_outcomes_of_their_zaaktype(api: ApiClient) -> None:
    zaaktype = builders.make_zaaktype()
    made = builders.make_zaakobjecttype(zaaktype)
    shown = api.get(url_of("zaakobjecttypen", made)).json()
    whole = api.get(url_of("zaaktypen", zaaktype)).json()
    assert whole["zaakobjecttypen"] == [shown["url"]]
    assert shown["statustypen"] == whole["statustypen"] != []
    assert shown["resultaattypen"] == whole["resultaattypen"] != []
    assert shown["resultaattypeOmschrijving"] == ["Afgehandeld", "Vastgesteld"]
    assert shown["catalogus"] == whole["catalogus"]


def test_zaakobjecttypen_are_found_in_every_way_of_the_standard_concepts_too(api: ApiClient) -> None:
    zaaktype = builders.make_bare_zaaktype(
        identificatie="KAP",
        concept=True,
        begin_geldigheid=date(2024, 1, 1),
        einde_geldigheid=date(2024, 12, 31),
    )
    wanted = [url_of("zaakobjecttypen", builders.make_zaakobjecttype(zaaktype, ander_objecttype=True))]
    other = builders.make_bare_zaaktype(catalogus=builders.make_catalogus(domein="ANDER"))
    builders.make_zaakobjecttype(
        other, objecttype="https://objecttypen.example.nl/pand", relatie_omschrijving="Het pand"
    )
    for query in (
        {"anderObjecttype": "true"},
        {"catalogus": url_of("catalogussen", zaaktype.catalogus)},
        {"datumBeginGeldigheid": "2024-01-01"},
        {"datumEindeGeldigheid": "2024-12-31"},
        {"objecttype": "https://objecttypen.example.nl/boom"},
        {"relatieOmschrijving": "De boom die gekapt wordt"},
        {"zaaktype": url_of("zaaktypen", zaaktype)},
        {"zaaktypeIdentificatie": "KAP"},
    ):
        assert found(api, "zaakobjecttypen", **query) == wanted, query
    assert len(found(api, "zaakobjecttypen")) == 2
    assert len(found(api, "zaakobjecttypen", datumGeldigheid="2024-12-31")) == 2
    assert len(found(api, "zaakobjecttypen", datumGeldigheid="2025-01-01")) == 1


def test_gangbaar_a_zaakobjecttype_is_in_the_catalogus_of_its_zaaktype(
    api: ApiClient, catalogus: str
) -> None:
    zaaktype = url_of("zaaktypen", builders.make_bare_zaaktype(concept=True))
    made = post(api, "zaakobjecttypen", bodies.zaakobjecttype(zaaktype, catalogus=catalogus))
    assert made["catalogus"] == catalogus
    elsewhere = url_of("catalogussen", builders.make_catalogus(domein="ANDER"))
    refused = api.post(f"{API}/zaakobjecttypen", bodies.zaakobjecttype(zaaktype, catalogus=elsewhere))
    assert codes(refused) == {"nonFieldErrors": "relations-incorrect-catalogus"}


def test_ztc_017_only_an_empty_catalogus_can_be_removed(api: ApiClient, catalogus: str) -> None:
    for make in (
        builders.make_bare_zaaktype,
        builders.make_besluittype,
        builders.make_informatieobjecttype,
    ):
        kind = make(concept=True)
        refused = api.delete(catalogus)
        assert (refused.status_code, refused.json()["code"]) == (409, "CATALOG_NOT_EMPTY")
        kind.delete()
    assert api.delete(catalogus).status_code == 204
    assert api.get(catalogus).status_code == 404
