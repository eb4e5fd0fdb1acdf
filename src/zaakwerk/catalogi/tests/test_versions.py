"""Versions: types are related by name, and a read shows the version that is in force on a day (4.5)."""

from datetime import date, timedelta
from typing import Any

import pytest

from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, post, url_of
from zaakwerk.zgw import clock
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def make_foto(begin: date, einde: date | None = None, **given: Any) -> str:
    """A version of the informatieobjecttype Foto, as its URL."""
    made = builders.make_informatieobjecttype(
        omschrijving="Foto", begin_geldigheid=begin, einde_geldigheid=einde, **given
    )
    return url_of("informatieobjecttypen", made)


@pytest.fixture
def three_versions() -> tuple[str, str, str]:
    """Foto until the end of 2023, from 2024 on, and as a concept."""
    return (
        make_foto(date(2020, 1, 1), date(2023, 12, 31)),
        make_foto(date(2024, 1, 1)),
        make_foto(date(2024, 1, 1), concept=True),
    )


def relate_foto() -> str:
    """A zaaktype to which photos belong, as its URL."""
    zaaktype = builders.make_bare_zaaktype()
    builders.relate_informatieobjecttype(zaaktype, builders.make_informatieobjecttype(omschrijving="Foto"))
    return url_of("zaaktypen", zaaktype)


def test_a_zaaktype_shows_the_published_version_of_today(
    api: ApiClient, three_versions: tuple[str, str, str]
) -> None:
    found = api.get(relate_foto()).json()
    assert found["informatieobjecttypen"] == [three_versions[1]]
    assert found["informatieobjecttypeOmschrijving"] == ["Foto"]


def test_datum_geldigheid_shows_the_version_of_that_day_both_ends_inclusive(
    api: ApiClient, three_versions: tuple[str, str, str]
) -> None:
    old, new, _ = three_versions
    zaaktype = relate_foto()
    for day, shown in (
        ("2019-12-31", []),
        ("2020-01-01", [old]),
        ("2023-12-31", [old]),
        ("2024-01-01", [new]),
    ):
        found = api.get(zaaktype, {"datumGeldigheid": day}).json()
        assert found["informatieobjecttypen"] == shown, day
    listed = api.get(f"{API}/zaaktypen", {"datumGeldigheid": "2023-06-01"}).json()
    assert listed["results"][0]["informatieobjecttypen"] == [old]


def test_a_read_for_a_day_has_its_own_etag_and_refuses_a_wrong_day(
    api: ApiClient, three_versions: tuple[str, str, str]
) -> None:
    zaaktype = relate_foto()
    then = api.get(zaaktype, {"datumGeldigheid": "2023-06-01"})
    assert then.headers["ETag"] != api.get(zaaktype).headers["ETag"]
    again = api.get(f"{zaaktype}?datumGeldigheid=2023-06-01", HTTP_IF_NONE_MATCH=then.headers["ETag"])
    assert again.status_code == 304
    assert api.get(zaaktype, {"datumGeldigheid": "gisteren"}).status_code == 400
    assert api.get(zaaktype, {"onbekend": "1"}).status_code == 400
    assert api.get(f"{zaaktype[:-12]}000000000000", {"datumGeldigheid": "2023-06-01"}).status_code == 404


def test_datum_geldigheid_counts_within_what_expand_embeds_too(
    api: ApiClient, three_versions: tuple[str, str, str]
) -> None:
    zaaktype = builders.make_bare_zaaktype(besluittypen=["Vergunning"])
    step = builders.make_statustype(zaaktype, 1, "Ontvangen")
    foto = builders.make_informatieobjecttype(omschrijving="Foto")
    builders.relate_informatieobjecttype(zaaktype, foto, statustype=step)
    builders.make_besluittype(informatieobjecttypen=["Foto"])
    url = url_of("zaaktypen", zaaktype)
    asked = {"expand": "besluittypen,statustypen.informatieobjecttypen"}
    for day, version in (("2023-06-01", three_versions[0]), ("2024-06-01", three_versions[1])):
        query = {**asked, "datumGeldigheid": day}
        for found in (api.get(url, query).json(), api.get(f"{API}/zaaktypen", query).json()["results"][0]):
            embedded = found["_expand"]
            assert embedded["besluittypen"][0]["informatieobjecttypen"] == [version]
            documents = embedded["statustypen"][0]["_expand"]["informatieobjecttypen"]
            assert [one["url"] for one in documents] == [version]
    listed = api.get(
        f"{API}/statustypen", {"datumGeldigheid": "2023-06-01", "expand": "informatieobjecttypen"}
    )
    documents = listed.json()["results"][0]["_expand"]["informatieobjecttypen"]
    assert [one["url"] for one in documents] == [three_versions[0]]
    assert api.get(url, asked).json()["_expand"]["besluittypen"][0]["informatieobjecttypen"] == [
        three_versions[1]
    ]
    assert api.get(f"{API}/zaaktypen", {"datumGeldigheid": "gisteren"}).status_code == 400


def test_the_etag_follows_when_a_related_version_ends(api: ApiClient) -> None:
    foto = make_foto(date(2020, 1, 1))
    zaaktype = relate_foto()
    before = api.get(zaaktype)
    yesterday = clock.today() - timedelta(days=1)
    assert api.patch(foto, {"eindeGeldigheid": yesterday.isoformat()}).status_code == 200
    after = api.get(zaaktype, HTTP_IF_NONE_MATCH=before.headers["ETag"])
    assert after.status_code == 200
    assert after.json()["informatieobjecttypen"] == []
    assert after.json()["informatieobjecttypeOmschrijving"] == ["Foto"]


def test_a_version_in_another_catalogus_is_never_shown(api: ApiClient) -> None:
    elsewhere = builders.make_catalogus(domein="ANDER")
    own = make_foto(date(2020, 1, 1))
    make_foto(date(2020, 1, 1), catalogus=elsewhere)
    assert api.get(relate_foto()).json()["informatieobjecttypen"] == [own]


def test_an_informatieobjecttype_shows_the_zaaktypen_that_name_it(api: ApiClient) -> None:
    foto = make_foto(date(2020, 1, 1))
    relate_foto()
    concept = builders.make_bare_zaaktype(concept=True, identificatie="CONCEPT")
    builders.relate_informatieobjecttype(concept, builders.make_informatieobjecttype(omschrijving="Foto"))
    found = api.get(foto).json()
    listed = api.get(f"{API}/zaaktypen").json()["results"]
    assert found["zaaktypen"] == [listed[0]["url"]]
    assert found["zaaktypeIdentificaties"] == ["CONCEPT", listed[0]["identificatie"]]
    assert (found["besluittypen"], found["besluittypeOmschrijving"]) == ([], [])


def test_a_catalogus_shows_its_types_and_each_name_once(
    api: ApiClient, three_versions: tuple[str, str, str]
) -> None:
    zaaktype = relate_foto()
    found = api.get(f"{API}/catalogussen").json()["results"][0]
    assert found["zaaktypen"] == [zaaktype]
    assert found["informatieobjecttypen"] == list(three_versions)
    assert found["informatieobjecttypeOmschrijving"] == ["Foto"]


def test_deelzaaktypen_and_related_zaaktypen_are_sent_by_name_and_read_as_urls(api: ApiClient) -> None:
    ander = url_of("zaaktypen", builders.make_bare_zaaktype(identificatie="ANDER"))
    builders.make_bare_zaaktype(identificatie="ANDER", concept=True)
    catalogus = url_of("catalogussen", builders.make_catalogus())
    relatie = {"aardRelatie": "vervolg", "toelichting": "Daarna"}
    for sent in ("ANDER", ander):
        body = bodies.zaaktype(
            catalogus, deelzaaktypen=[sent], gerelateerdeZaaktypen=[{**relatie, "zaaktype": sent}]
        )
        made = post(api, "zaaktypen", body)
        assert (made["deelzaaktypen"], made["deelzaaktypeIdentificaties"]) == ([ander], ["ANDER"])
        whole = {**relatie, "zaaktype": ander, "zaaktypeIdentificatie": "ANDER"}
        assert made["gerelateerdeZaaktypen"] == [whole]
        expanded = api.get(made["url"], {"expand": "deelzaaktypen,gerelateerdeZaaktypen.catalogus"}).json()
        embedded = expanded["_expand"]
        assert [found["url"] for found in embedded["deelzaaktypen"]] == [ander]
        assert embedded["gerelateerdeZaaktypen"][0]["_expand"]["catalogus"]["url"] == catalogus


def test_a_resultaattype_names_its_documents(api: ApiClient) -> None:
    foto = make_foto(date(2020, 1, 1))
    concept = url_of("zaaktypen", builders.make_bare_zaaktype(concept=True))
    made = post(api, "resultaattypen", bodies.resultaattype(concept, informatieobjecttypen=[foto]))
    assert made["informatieobjecttypen"] == [foto]
    assert made["informatieobjecttypeOmschrijving"] == ["Foto"]


def test_a_ziot_takes_name_or_url_answers_the_name_and_expands_to_the_version_of_today(
    api: ApiClient, three_versions: tuple[str, str, str]
) -> None:
    for sent in ("Foto", *three_versions):
        concept = url_of("zaaktypen", builders.make_bare_zaaktype(concept=True))
        made = post(api, "zaaktype-informatieobjecttypen", bodies.ziot(concept, sent))
        assert made["informatieobjecttype"] == "Foto"
        expanded = api.get(made["url"], {"expand": "informatieobjecttype"}).json()["_expand"]
        assert expanded["informatieobjecttype"]["url"] == three_versions[1]


def test_begin_and_end_of_a_type_span_all_versions_and_parts_follow_their_zaaktype(api: ApiClient) -> None:
    old = builders.make_zaaktype(
        identificatie="MOR", begin_geldigheid=date(2020, 1, 1), einde_geldigheid=date(2021, 12, 31)
    )
    assert dates(api.get(url_of("zaaktypen", old)).json()) == ["2020-01-01", "2021-12-31"] * 2
    builders.make_zaaktype(identificatie="MOR", begin_geldigheid=date(2022, 1, 1))
    wanted = ["2020-01-01", "2021-12-31", "2020-01-01", None]
    assert dates(api.get(url_of("zaaktypen", old)).json()) == wanted
    for path in ("statustypen", "resultaattypen", "roltypen", "eigenschappen"):
        query = {"zaaktype": url_of("zaaktypen", old)}
        assert dates(api.get(f"{API}/{path}", query).json()["results"][0]) == wanted, path


def dates(found: dict[str, Any]) -> list[str | None]:
    """The four dates of a type."""
    return [found[key] for key in ("beginGeldigheid", "eindeGeldigheid", "beginObject", "eindeObject")]


def test_the_eindstatus_is_the_highest_volgnummer_whatever_the_order_of_making(api: ApiClient) -> None:
    concept = url_of("zaaktypen", builders.make_bare_zaaktype(concept=True))
    for volgnummer in (20, 30, 10):
        post(api, "statustypen", bodies.statustype(concept, volgnummer=volgnummer))
    found = api.get(f"{API}/statustypen", {"zaaktype": concept, "status": "alles"}).json()["results"]
    assert [(one["volgnummer"], one["isEindstatus"]) for one in found] == [
        (10, False),
        (20, False),
        (30, True),
    ]


def test_a_statustype_takes_over_the_eigenschappen_it_is_given(api: ApiClient) -> None:
    zaaktype = builders.make_bare_zaaktype(concept=True)
    concept = url_of("zaaktypen", zaaktype)
    straat = post(api, "eigenschappen", bodies.eigenschap(concept))
    huis = post(api, "eigenschappen", bodies.eigenschap(concept, naam="Huisnummer"))
    step = post(api, "statustypen", bodies.statustype(concept, eigenschappen=[straat["url"]]))
    assert step["eigenschappen"] == [straat["url"]]
    assert api.patch(step["url"], {"eigenschappen": [huis["url"]]}).json()["eigenschappen"] == [huis["url"]]
    assert api.get(straat["url"]).json()["statustype"] is None
    unchanged = api.put(step["url"], bodies.statustype(concept)).json()
    assert unchanged["eigenschappen"] == [huis["url"]]
