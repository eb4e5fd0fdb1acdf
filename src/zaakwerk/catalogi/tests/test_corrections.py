"""Corrections: what may still happen to something published, with the scopes for it (4.4, C-22)."""

from typing import Any

import pytest

from zaakwerk.catalogi.models import StatusType, ZaakType
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, url_of
from zaakwerk.zaken.models import Zaak
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
TYPE = "non-concept-object"
PART = "non-concept-zaaktype"


def client(*scopes: str) -> ApiClient:
    """A client that reads and has these scopes."""
    rights = {"component": "ztc", "scopes": ["catalogi.lezen", *(f"catalogi.{scope}" for scope in scopes)]}
    return api_client("-".join(scopes), [rights])


@pytest.fixture
def api() -> ApiClient:
    return client("geforceerd-schrijven")


@pytest.fixture
def zaaktype() -> ZaakType:
    builders.make_besluittype(omschrijving="Vergunning")
    builders.make_besluittype(omschrijving="Weigering")
    return builders.make_zaaktype(besluittypen=["Vergunning"], trefwoorden=["stoep"])


def test_ztc_009_a_correction_adds_to_a_published_type(api: ApiClient, zaaktype: ZaakType) -> None:
    url = url_of("zaaktypen", zaaktype)
    sent: dict[str, Any] = {
        "trefwoorden": ["stoep", "straat"],
        "besluittypen": ["Vergunning", "Weigering"],
        "toelichting": "Aangevuld",
        "doel": "Beter beschreven",
    }
    answer = api.patch(url, sent)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["besluittypeOmschrijving"] == ["Vergunning", "Weigering"]
    assert client("schrijven").patch(url, sent).status_code == 400


@pytest.mark.parametrize(
    "sent",
    [
        {"trefwoorden": []},
        {"besluittypen": ["Weigering"]},
        {"identificatie": "ANDERS"},
        {"selectielijstProcestype": ""},
        {"beginGeldigheid": "2021-01-01"},
        {"opschortingEnAanhoudingMogelijk": False},
    ],
)
def test_ztc_009_a_correction_takes_nothing_away(
    api: ApiClient, zaaktype: ZaakType, sent: dict[str, Any]
) -> None:
    answer = api.patch(url_of("zaaktypen", zaaktype), sent)
    assert codes(answer) == dict.fromkeys(sent, TYPE)


def test_ztc_009_a_correction_obeys_every_other_rule(api: ApiClient, zaaktype: ZaakType) -> None:
    answer = api.patch(url_of("zaaktypen", zaaktype), {"deelzaaktypen": ["WEG"], "doel": "Anders"})
    assert codes(answer) == {"deelzaaktypen.0": "does_not_exist"}


def test_ztc_009_a_put_that_leaves_something_out_is_no_correction(api: ApiClient, zaaktype: ZaakType) -> None:
    body = bodies.zaaktype(
        url_of("catalogussen", zaaktype.catalogus),
        identificatie=zaaktype.identificatie,
        beginGeldigheid="2020-01-01",
    )
    answer = api.put(url_of("zaaktypen", zaaktype), body)
    assert codes(answer) == {"besluittypen": TYPE, "servicenorm": TYPE}


def test_ztc_010_a_correction_adds_parts_and_steps_only_after_the_last(
    api: ApiClient, zaaktype: ZaakType
) -> None:
    url = url_of("zaaktypen", zaaktype)
    for path, body in (
        ("roltypen", bodies.roltype(url, omschrijving="Buur")),
        ("eigenschappen", bodies.eigenschap(url)),
        ("statustypen", bodies.statustype(url, volgnummer=4)),
        ("zaaktype-informatieobjecttypen", bodies.ziot(url, "Bijlage", volgnummer=9, richting="intern")),
        ("zaakobjecttypen", bodies.zaakobjecttype(url)),
        ("resultaattypen", bodies.resultaattype(url, omschrijving="Anders")),
    ):
        assert api.post(f"{API}/{path}", body).status_code == 201, path
    StatusType.objects.filter(zaaktype=zaaktype, volgnummer=2).delete()
    early = api.post(f"{API}/statustypen", bodies.statustype(url, volgnummer=2))
    assert codes(early) == {"volgnummer": PART}


def test_ztc_010_a_correction_of_a_part_takes_nothing_away(api: ApiClient, zaaktype: ZaakType) -> None:
    step = zaaktype.statustypen.get(volgnummer=2)
    url = url_of("statustypen", step)
    assert api.patch(url, {"toelichting": "Aangevuld"}).status_code == 200
    assert codes(api.patch(url, {"volgnummer": 9})) == {"volgnummer": PART}
    assert codes(api.patch(url, {"statustekst": ""})) == {"statustekst": PART}
    assert codes(api.patch(url, {"eigenschappen": []})) == {"eigenschappen": PART}
    other = url_of("zaaktypen", builders.make_bare_zaaktype(identificatie="ANDER"))
    assert "zaaktype" in codes(api.patch(url, {"zaaktype": other}))
    assert client("schrijven").patch(url, {"toelichting": "Weer"}).status_code == 400


def test_ztc_009_what_is_published_is_removed_only_when_unused_and_with_the_scope(
    zaaktype: ZaakType,
) -> None:
    zaak = Zaak.objects.create(
        zaaktype=zaaktype,
        identificatie="ZAAK-1",
        bronorganisatie=builders.RSIN,
        verantwoordelijke_organisatie=builders.RSIN,
        startdatum="2024-01-01",
        registratiedatum="2024-01-01",
        vertrouwelijkheidaanduiding=1,
    )
    url = url_of("zaaktypen", zaaktype)
    step = url_of("statustypen", zaaktype.statustypen.get(volgnummer=3))
    api = client("geforceerd-verwijderen")
    assert codes(api.delete(url)) == {"nonFieldErrors": TYPE}
    assert codes(api.delete(step)) == {"nonFieldErrors": PART}
    zaak.delete()
    assert client("schrijven", "geforceerd-schrijven").delete(url).status_code == 400
    assert api.delete(step).status_code == 204
    assert api.delete(url).status_code == 204
    assert not ZaakType.objects.exists()


def test_all_rights_hold_the_scopes_for_corrections_and_removal(zaaktype: ZaakType) -> None:
    api, url = api_client(), url_of("zaaktypen", zaaktype)
    assert api.patch(url, {"toelichting": "Aangevuld"}).status_code == 200
    assert api.delete(url).status_code == 204


def test_a_concept_is_not_corrected_but_simply_changed(api: ApiClient) -> None:
    concept = builders.make_bare_zaaktype(concept=True, trefwoorden=["stoep"])
    assert api.patch(url_of("zaaktypen", concept), {"trefwoorden": []}).json()["trefwoorden"] == []
