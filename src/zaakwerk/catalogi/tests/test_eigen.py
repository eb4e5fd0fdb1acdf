"""Our own namespace: the next version of a type in one call, publishing with an end, and warnings."""

from datetime import date
from typing import Any

import pytest

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, post, url_of
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
EIGEN = "/zaakwerk/api/v1"
VERSIONED = ("zaaktypen", "besluittypen", "informatieobjecttypen")


@pytest.fixture
def api() -> ApiClient:
    return api_client()


def make(path: str, **given: Any) -> Any:
    """A published type of this kind."""
    builders_of: dict[str, Any] = {
        "zaaktypen": builders.make_bare_zaaktype,
        "besluittypen": builders.make_besluittype,
        "informatieobjecttypen": builders.make_informatieobjecttype,
    }
    return builders_of[path](begin_geldigheid=date(2020, 1, 1), **given)


def own(path: str, row: Any, verb: str) -> str:
    """The address of one of our own operations on a type."""
    return f"{EIGEN}/{path}/{row.uuid}/{verb}"


@pytest.mark.parametrize("path", VERSIONED)
def test_a_new_version_is_a_concept_that_differs_in_its_days_alone(api: ApiClient, path: str) -> None:
    old = make(path, einde_geldigheid=date(2030, 1, 1))
    before = api.get(url_of(path, old)).json()
    answer = api.post(own(path, old, "nieuwe-versie"), {"beginGeldigheid": "2025-01-01"})
    made = answer.json()
    assert (answer.status_code, answer.headers["Location"]) == (201, made["url"])
    assert set(made) == set(before)
    changed = {"url", "beginGeldigheid", "eindeGeldigheid", "concept", "eindeObject", "versiedatum"}
    assert {key for key in made if made[key] != before[key]} <= changed
    assert (made["beginGeldigheid"], made["eindeGeldigheid"], made["concept"]) == ("2025-01-01", None, True)
    assert api.get(url_of(path, old)).json()["eindeGeldigheid"] == "2030-01-01"
    assert api.get(made["url"]).json() == made


@pytest.mark.parametrize("path", VERSIONED)
def test_a_new_version_may_end_the_old_one_on_the_day_before(api: ApiClient, path: str) -> None:
    old = make(path)
    sent = {"beginGeldigheid": "2025-01-01", "beeindigVorige": True}
    made = api.post(own(path, old, "nieuwe-versie"), sent).json()
    assert api.get(url_of(path, old)).json()["eindeGeldigheid"] == "2024-12-31"
    actions = list(Bericht.objects.order_by("id").values_list("actie", flat=True))
    assert actions == ["create", "partial_update"]
    assert api.post(f"{made['url']}/publish", {}).status_code == 200


def test_a_new_version_of_a_zaaktype_takes_copies_of_its_parts_along(api: ApiClient) -> None:
    old = builders.make_zaaktype(besluittypen=["Vergunning"], deelzaaktypen=["DEEL"])
    builders.make_zaakobjecttype(old)
    old.informatieobjecttypen.update(statustype=old.statustypen.get(volgnummer=3))
    sent = {"beginGeldigheid": "2025-01-01"}
    made = api.post(own("zaaktypen", old, "nieuwe-versie"), sent).json()
    new = ZaakType.objects.get(uuid=made["url"].rpartition("/")[2])
    for part in ("statustypen", "resultaattypen", "roltypen", "eigenschappen", "zaakobjecttypen"):
        before = set(getattr(old, part).values_list("uuid", flat=True))
        after = set(getattr(new, part).values_list("uuid", flat=True))
        assert len(before) == len(after) > 0
        assert not before & after
    assert new.informatieobjecttypen.get().statustype == new.statustypen.get(volgnummer=3)
    assert new.eigenschappen.get().statustype == new.statustypen.get(volgnummer=2)
    assert made["besluittypeOmschrijving"] == ["Vergunning"]
    resultaattype = api.get(made["resultaattypen"][0]).json()
    assert resultaattype["beginGeldigheid"] == "2025-01-01"
    assert old.statustypen.count() == 3


def test_a_new_version_costs_the_same_however_many_parts_there_are(
    api: ApiClient, django_assert_max_num_queries: Any
) -> None:
    old = builders.make_zaaktype()
    for number in range(4, 40):
        builders.make_statustype(old, number, f"Stap {number}")
    with django_assert_max_num_queries(25):
        made = api.post(own("zaaktypen", old, "nieuwe-versie"), {"beginGeldigheid": "2025-01-01"})
    assert made.status_code == 201


@pytest.mark.parametrize("begin", ["2020-01-01", "2019-12-31"])
def test_gangbaar_a_new_version_begins_later(api: ApiClient, begin: str) -> None:
    old = make("zaaktypen")
    answer = api.post(own("zaaktypen", old, "nieuwe-versie"), {"beginGeldigheid": begin})
    assert codes(answer) == {"beginGeldigheid": "date-mismatch"}
    assert ZaakType.objects.count() == 1


def test_bad_input_is_refused_in_words(api: ApiClient) -> None:
    old = make("zaaktypen")
    address = own("zaaktypen", old, "nieuwe-versie")
    assert codes(api.post(address, {"beeindigVorige": "misschien"})) == {
        "beginGeldigheid": "required",
        "beeindigVorige": "invalid",
    }
    assert api.post(f"{EIGEN}/zaaktypen/{old.catalogus.uuid}/nieuwe-versie", {}).status_code == 400
    sent = {"beginGeldigheid": "2025-01-01"}
    assert api.post(f"{EIGEN}/zaaktypen/{old.catalogus.uuid}/nieuwe-versie", sent).status_code == 404
    reader = api_client("lezer", [{"component": "ztc", "scopes": ["catalogi.lezen"]}])
    assert reader.post(address, {}).status_code == 403
    assert reader.post(own("zaaktypen", old, "publiceren"), {}).status_code == 403
    assert reader.get(own("zaaktypen", old, "waarschuwingen")).status_code == 200
    assert api.get(address).status_code == 405


@pytest.mark.parametrize("path", VERSIONED)
def test_ztc_016_publishing_may_end_the_version_before(api: ApiClient, path: str) -> None:
    old = make(path)
    made = api.post(own(path, old, "nieuwe-versie"), {"beginGeldigheid": "2025-01-01"}).json()
    address = f"{EIGEN}/{path}/{made['url'].rpartition('/')[2]}/publiceren"
    assert codes(api.post(address, {})) == {"beginGeldigheid": "overlap"}
    assert api.post(address, {"beeindigVorige": True}).status_code == 200
    assert api.get(url_of(path, old)).json()["eindeGeldigheid"] == "2024-12-31"
    assert api.get(made["url"]).json()["concept"] is False


def test_ztc_016_a_later_version_still_stands_in_the_way(api: ApiClient) -> None:
    first = make("zaaktypen", identificatie="MOR")
    builders.make_bare_zaaktype(identificatie="MOR", begin_geldigheid=date(2026, 1, 1), concept=False)
    made = api.post(own("zaaktypen", first, "nieuwe-versie"), {"beginGeldigheid": "2025-01-01"}).json()
    address = f"{EIGEN}/zaaktypen/{made['url'].rpartition('/')[2]}/publiceren"
    assert codes(api.post(address, {"beeindigVorige": True})) == {"beginGeldigheid": "overlap"}
    assert api.get(url_of("zaaktypen", first)).json()["eindeGeldigheid"] is None


def test_what_a_zaaktype_lacks_is_told_and_blocks_nothing(api: ApiClient) -> None:
    catalogus = url_of("catalogussen", builders.make_catalogus())
    bare = post(api, "zaaktypen", bodies.zaaktype(catalogus))["url"]
    address = f"{EIGEN}/zaaktypen/{bare.rpartition('/')[2]}"
    told = api.get(f"{address}/waarschuwingen").json()["waarschuwingen"]
    assert [one["code"] for one in told] == ["statustypen", "resultaattypen", "roltypen"]
    assert all(one["reden"].endswith(".") for one in told)
    assert api.post(f"{address}/publiceren", {}).json() == {"waarschuwingen": told}
    assert api.get(bare).json()["concept"] is False
    whole = builders.make_zaaktype()
    assert api.get(own("zaaktypen", whole, "waarschuwingen")).json() == {"waarschuwingen": []}
    whole.roltypen.filter(omschrijving_generiek="initiator").delete()
    told = api.get(own("zaaktypen", whole, "waarschuwingen")).json()["waarschuwingen"]
    assert [one["code"] for one in told] == ["initiator"]


def test_other_types_lack_nothing(api: ApiClient) -> None:
    kind = builders.make_besluittype()
    assert api.get(own("besluittypen", kind, "waarschuwingen")).json() == {"waarschuwingen": []}


def test_the_standard_addresses_hold_nothing_of_ours(api: ApiClient) -> None:
    old = make("zaaktypen")
    assert api.post(f"{API}/zaaktypen/{old.uuid}/nieuwe-versie", {}).status_code == 404


def test_the_namespace_has_a_root_and_a_document_of_its_own(api: ApiClient) -> None:
    root = api.get(f"{EIGEN}/")
    assert (root.status_code, root.headers["API-version"]) == (200, "1.0.0")
    document = api.get(f"{EIGEN}/openapi.json").json()
    assert document["servers"] == [{"url": f"http://localhost{EIGEN}"}]
    assert "post" in document["paths"]["/zaaktypen/{uuid}/nieuwe-versie"]
