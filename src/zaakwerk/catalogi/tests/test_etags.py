"""ETags: the tag of a type changes with anything it shows, on both sides of a relation (1.10)."""

from collections.abc import Callable
from typing import Any

import pytest

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import post, url_of
from zaakwerk.zgw.tests.api import ApiClient, api_client

pytestmark = pytest.mark.django_db


@pytest.fixture
def api() -> ApiClient:
    return api_client()


@pytest.fixture
def zaaktype() -> ZaakType:
    return builders.make_bare_zaaktype(concept=True)


def changes_tags(api: ApiClient, urls: list[str], change: Callable[[], Any]) -> bool:
    """Whether each of these has another tag after a change."""
    before = [api.get(url).headers["ETag"] for url in urls]
    change()
    pairs = zip(urls, before, strict=True)
    return all(api.get(url, HTTP_IF_NONE_MATCH=tag).status_code == 200 for url, tag in pairs)


def test_a_ziot_changes_the_zaaktype_and_the_informatieobjecttype(api: ApiClient, zaaktype: ZaakType) -> None:
    foto = url_of("informatieobjecttypen", builders.make_informatieobjecttype(omschrijving="Foto"))
    sides = [url_of("zaaktypen", zaaktype), foto]
    body = bodies.ziot(sides[0], "Foto")
    made: list[str] = []
    path = "zaaktype-informatieobjecttypen"
    assert changes_tags(api, sides, lambda: made.append(post(api, path, body)["url"]))
    assert changes_tags(api, sides, lambda: api.delete(made[0]))


@pytest.mark.parametrize("part", ["statustypen", "resultaattypen", "roltypen", "eigenschappen"])
def test_a_part_changes_its_zaaktype(api: ApiClient, zaaktype: ZaakType, part: str) -> None:
    url = url_of("zaaktypen", zaaktype)
    body = {
        "statustypen": bodies.statustype,
        "resultaattypen": bodies.resultaattype,
        "roltypen": bodies.roltype,
        "eigenschappen": bodies.eigenschap,
    }[part](url)
    assert changes_tags(api, [url], lambda: post(api, part, body))


def test_a_besluittype_changes_everything_that_it_names_or_that_names_it(
    api: ApiClient, zaaktype: ZaakType
) -> None:
    foto = url_of("informatieobjecttypen", builders.make_informatieobjecttype(omschrijving="Foto"))
    besluittype = url_of("besluittypen", builders.make_besluittype(concept=True))
    url = url_of("zaaktypen", zaaktype)
    assert changes_tags(
        api, [foto, besluittype], lambda: api.patch(besluittype, {"informatieobjecttypen": ["Foto"]})
    )
    assert changes_tags(api, [url, besluittype], lambda: api.patch(url, {"besluittypen": ["Vergunning"]}))
    assert changes_tags(api, [foto, url], lambda: api.post(f"{besluittype}/publish", {}))
    catalogus = url_of("catalogussen", zaaktype.catalogus)
    assert changes_tags(
        api, [catalogus], lambda: post(api, "besluittypen", bodies.besluittype(catalogus, omschrijving="X"))
    )


def test_the_highest_volgnummer_changes_every_step(api: ApiClient, zaaktype: ZaakType) -> None:
    step = url_of("statustypen", builders.make_statustype(zaaktype, 1, "Ontvangen"))
    body = bodies.statustype(url_of("zaaktypen", zaaktype), volgnummer=2)
    assert changes_tags(api, [step], lambda: post(api, "statustypen", body))


def test_an_expanded_answer_and_another_host_have_tags_of_their_own(
    api: ApiClient, zaaktype: ZaakType, settings: Any
) -> None:
    url = url_of("zaaktypen", zaaktype)
    plain = api.get(url).headers["ETag"]
    assert api.get(url, {"expand": "catalogus"}).headers["ETag"] != plain
    settings.PUBLIC_URL = "https://zaken.example.nl"
    assert api.get(url).headers["ETag"] != plain


def test_a_write_may_ask_that_nothing_changed_meanwhile(api: ApiClient, zaaktype: ZaakType) -> None:
    url = url_of("zaaktypen", zaaktype)
    tag = api.get(url).headers["ETag"]
    post(api, "roltypen", bodies.roltype(url))
    assert api.patch(url, {"doel": "Anders"}, HTTP_IF_MATCH=tag).status_code == 412
