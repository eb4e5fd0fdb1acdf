"""Coherence: values that go together, names that exist, and what must be unique (4.3)."""

from typing import Any

import pytest

from zaakwerk.catalogi.models import ZaakType
from zaakwerk.catalogi.tests import bodies, builders
from zaakwerk.catalogi.tests.bodies import API, post, url_of
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def api() -> ApiClient:
    return api_client()


@pytest.fixture
def concept() -> ZaakType:
    return builders.make_bare_zaaktype(concept=True)


@pytest.fixture
def catalogus() -> str:
    return url_of("catalogussen", builders.make_catalogus())


def refused(api: ApiClient, path: str, body: dict[str, Any]) -> dict[str, str]:
    """The faults of a create that is refused."""
    response = api.post(f"{API}/{path}", body)
    assert response.status_code == 400, response.json()
    return codes(response)


@pytest.mark.parametrize(
    "formaat, lengte, waarden, faults",
    [
        ("datum", "8", ["20240131"], {}),
        ("datum", "10", [], {"specificatie.lengte": "invalid"}),
        ("datum", "8", ["20240131", "2024-01-31"], {"specificatie.waardenverzameling.1": "invalid"}),
        ("datum_tijd", "14", ["20240131235959"], {}),
        ("datum_tijd", "8", [], {"specificatie.lengte": "invalid"}),
        ("tekst", "8", ["rood"], {}),
        ("getal", "5,2", [], {}),
        ("tekst", "lang", [], {"specificatie.lengte": "invalid"}),
        ("datum-tijd", "14", [], {"specificatie.formaat": "invalid_choice"}),
    ],
)
def test_ztc_015_dates_have_a_fixed_length_and_form(
    api: ApiClient, concept: ZaakType, formaat: str, lengte: str, waarden: list[str], faults: dict[str, str]
) -> None:
    specificatie = bodies.specificatie(formaat, lengte, waardenverzameling=waarden)
    body = bodies.eigenschap(url_of("zaaktypen", concept), specificatie=specificatie)
    if faults:
        assert refused(api, "eigenschappen", body) == faults
    else:
        assert post(api, "eigenschappen", body)["specificatie"] == {**specificatie, "groep": ""}


@pytest.mark.parametrize(
    "kardinaliteit, fits", [("1", True), ("99", True), ("N", True), ("0", False), ("*", False)]
)
def test_kardinaliteit_is_a_number_from_one_or_n(
    api: ApiClient, concept: ZaakType, kardinaliteit: str, fits: bool
) -> None:
    specificatie = bodies.specificatie("tekst", "10", kardinaliteit=kardinaliteit)
    body = bodies.eigenschap(url_of("zaaktypen", concept), specificatie=specificatie)
    response = api.post(f"{API}/eigenschappen", body)
    assert (response.status_code == 201) == fits


@pytest.mark.parametrize(
    "mogelijk, termijn, fits", [(True, "P4W", True), (True, None, False), (False, "P4W", False)]
)
def test_gangbaar_verlengingstermijn_goes_with_verlenging_mogelijk(
    api: ApiClient, catalogus: str, mogelijk: bool, termijn: str | None, fits: bool
) -> None:
    body = bodies.zaaktype(catalogus, verlengingMogelijk=mogelijk, verlengingstermijn=termijn)
    if fits:
        assert post(api, "zaaktypen", body)["verlengingstermijn"] == termijn
    else:
        assert refused(api, "zaaktypen", body) == {"verlengingstermijn": "verlenging-mismatch"}


def test_gangbaar_broncatalogus_and_bronzaaktype_come_together(api: ApiClient, catalogus: str) -> None:
    bron = {"url": "https://ztc.example.nl/1", "domein": "BRON", "rsin": builders.RSIN}
    assert refused(api, "zaaktypen", bodies.zaaktype(catalogus, broncatalogus=bron)) == {
        "nonFieldErrors": "invalid-bronzaaktype-for-broncatalogus"
    }
    made = post(api, "zaaktypen", bodies.zaaktype(catalogus))
    assert (made["broncatalogus"], made["bronzaaktype"]) == (None, None)  # C-36


def test_gangbaar_a_type_does_not_end_before_it_begins(api: ApiClient, catalogus: str) -> None:
    wrong = {"eindeGeldigheid": "2023-12-31"}
    expected = {"eindeGeldigheid": "date-mismatch"}
    assert refused(api, "zaaktypen", bodies.zaaktype(catalogus, **wrong)) == expected
    assert refused(api, "informatieobjecttypen", bodies.informatieobjecttype(catalogus, **wrong)) == expected


def test_durations_are_not_empty(api: ApiClient, catalogus: str) -> None:
    assert refused(api, "zaaktypen", bodies.zaaktype(catalogus, doorlooptijd="P0D")) == {
        "doorlooptijd": "empty-duration"
    }


def test_gangbaar_unknown_names_of_types_are_refused_where_they_stand(api: ApiClient, catalogus: str) -> None:
    known = builders.make_bare_zaaktype(identificatie="BEKEND")
    relatie = {"zaaktype": "WEG", "aardRelatie": "vervolg"}
    body = bodies.zaaktype(
        catalogus,
        besluittypen=["Vergunning"],
        deelzaaktypen=[known.identificatie, "WEG"],
        gerelateerdeZaaktypen=[relatie],
    )
    assert refused(api, "zaaktypen", body) == {
        "besluittypen.0": "does_not_exist",
        "deelzaaktypen.1": "does_not_exist",
        "gerelateerdeZaaktypen.0.zaaktype": "does_not_exist",
    }
    elsewhere = bodies.zaaktype(catalogus, deelzaaktypen=["https://elders.example.nl/zaaktypen/1"])
    assert refused(api, "zaaktypen", elsewhere) == {"deelzaaktypen.0": "bad-url"}
    wrong_kind = bodies.zaaktype(catalogus, deelzaaktypen=[catalogus])
    assert refused(api, "zaaktypen", wrong_kind) == {"deelzaaktypen.0": "invalid-resource"}


def test_gangbaar_a_resultaattype_names_known_types(api: ApiClient, concept: ZaakType) -> None:
    given = {"informatieobjecttypen": ["Brief"], "besluittypen": ["Vergunning"]}
    body = bodies.resultaattype(url_of("zaaktypen", concept), **given)
    assert refused(api, "resultaattypen", body) == {
        "informatieobjecttypen.0": "does_not_exist",
        "besluittypen.0": "does_not_exist",
    }


def test_gangbaar_types_of_another_catalogus_are_refused(api: ApiClient, concept: ZaakType) -> None:
    foreign = builders.make_informatieobjecttype(catalogus=builders.make_catalogus(domein="ANDER"))
    zaaktype, url = url_of("zaaktypen", concept), url_of("informatieobjecttypen", foreign)
    expected = {"nonFieldErrors": "relations-incorrect-catalogus"}
    assert refused(api, "zaaktype-informatieobjecttypen", bodies.ziot(zaaktype, url)) == expected
    body = bodies.resultaattype(zaaktype, informatieobjecttypen=[url])
    assert refused(api, "resultaattypen", body) == expected
    unknown = bodies.ziot(zaaktype, "Bijlage")
    assert refused(api, "zaaktype-informatieobjecttypen", unknown) == {
        "informatieobjecttype": "does_not_exist"
    }


def test_gangbaar_references_stay_within_the_zaaktype(api: ApiClient, concept: ZaakType) -> None:
    builders.make_informatieobjecttype()
    other = builders.make_zaaktype(identificatie="ANDER", concept=True)
    step, eigenschap = other.statustypen.get(volgnummer=1), other.eigenschappen.get()
    zaaktype, statustype = url_of("zaaktypen", concept), url_of("statustypen", step)
    expected = {"nonFieldErrors": "relations-incorrect-zaaktype"}
    assert refused(api, "eigenschappen", bodies.eigenschap(zaaktype, statustype=statustype)) == expected
    ziot = bodies.ziot(zaaktype, "Bijlage", statustype=statustype)
    assert refused(api, "zaaktype-informatieobjecttypen", ziot) == expected
    with_foreign = bodies.statustype(zaaktype, eigenschappen=[url_of("eigenschappen", eigenschap)])
    assert refused(api, "statustypen", with_foreign) == expected


def test_gangbaar_numbers_and_names_are_unique(api: ApiClient, concept: ZaakType) -> None:
    builders.make_informatieobjecttype()
    zaaktype, expected = url_of("zaaktypen", concept), {"nonFieldErrors": "unique"}
    for path, body in (
        ("catalogussen", bodies.catalogus()),
        ("statustypen", bodies.statustype(zaaktype)),
        ("roltypen", bodies.roltype(zaaktype)),
        ("eigenschappen", bodies.eigenschap(zaaktype)),
        ("zaaktype-informatieobjecttypen", bodies.ziot(zaaktype, "Bijlage")),
    ):
        made = post(api, path, body)
        assert refused(api, path, body).items() >= expected.items(), path
        assert api.put(made["url"], body).status_code == 200, path
    assert post(api, "statustypen", bodies.statustype(zaaktype, volgnummer=2))


def test_gangbaar_a_part_begins_with_its_zaaktype(api: ApiClient, concept: ZaakType) -> None:
    zaaktype = url_of("zaaktypen", concept)
    wrong = bodies.roltype(zaaktype, beginGeldigheid="2021-05-05")
    assert refused(api, "roltypen", wrong) == {"beginGeldigheid": "invalid"}
    same = bodies.roltype(zaaktype, beginGeldigheid=concept.begin_geldigheid.isoformat())
    assert post(api, "roltypen", same)["beginGeldigheid"] == concept.begin_geldigheid.isoformat()


def test_a_zaaktype_names_every_fault_at_once(api: ApiClient) -> None:
    response = api.post(
        f"{API}/zaaktypen", {"identificatie": "x" * 51, "catalogus": "https://elders.example.nl/1"}
    )
    faults = codes(response)
    assert faults["identificatie"] == "max_length"
    assert faults["catalogus"] == "no_match"
    required = {
        "omschrijving",
        "besluittypen",
        "gerelateerdeZaaktypen",
        "productenOfDiensten",
        "beginGeldigheid",
    }
    assert {name for name, code in faults.items() if code == "required"} >= required
    assert "deelzaaktypen" not in faults  # C-53


def test_input_takes_snake_case_python_booleans_and_unknown_keys(api: ApiClient, catalogus: str) -> None:
    body = bodies.zaaktype(catalogus, verlengingMogelijk="False", verlengingstermijn=None, onbekend=1)
    body |= {"omschrijving_generiek": "Melding", "begin_geldigheid": body.pop("beginGeldigheid")}
    made = post(api, "zaaktypen", body)
    assert (made["omschrijvingGeneriek"], made["verlengingMogelijk"]) == ("Melding", False)
    vraag = {"itemnaam": "Foto", "vraagstelling": "Is er een foto?"}
    step = bodies.statustype(made["url"], checklistitem_statustype=[vraag])
    del step["checklistitemStatustype"]
    whole = {**vraag, "toelichting": None, "verplicht": False}
    assert post(api, "statustypen", step)["checklistitemStatustype"] == [whole]


def test_read_only_keys_in_a_body_are_ignored(api: ApiClient, catalogus: str) -> None:
    body = bodies.zaaktype(
        catalogus, concept=False, url="https://elders.example.nl", beginObject="1999-01-01"
    )
    made = post(api, "zaaktypen", body)
    assert (made["concept"], made["beginObject"]) == (True, "2024-01-01")
    assert made["versiedatum"] == "2024-01-01"


@pytest.mark.parametrize(
    "body", ["[]", "{", '"tekst"', "null", '{"catalogus": {"a": 1}, "deelzaaktypen": {}}']
)
def test_strange_bodies_are_refused_with_400(api: ApiClient, body: str) -> None:
    response = api.post(f"{API}/zaaktypen", body)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "strange", [None, 1, "x", [1], {"a": 1}, [None], [["x"]], "\x00", "http://[", ["http://["]]
)
def test_no_strange_value_makes_an_error_of_ours(
    api: ApiClient, concept: ZaakType, catalogus: str, strange: Any
) -> None:
    zaaktype = url_of("zaaktypen", concept)
    makers: dict[str, dict[str, Any]] = {
        "catalogussen": bodies.catalogus(),
        "zaaktypen": bodies.zaaktype(catalogus),
        "statustypen": bodies.statustype(zaaktype, eigenschappen=[]),
        "resultaattypen": bodies.resultaattype(zaaktype, informatieobjecttypen=[]),
        "roltypen": bodies.roltype(zaaktype),
        "eigenschappen": bodies.eigenschap(zaaktype, statustype=None),
        "informatieobjecttypen": bodies.informatieobjecttype(catalogus, omschrijvingGeneriek=None),
        "zaaktype-informatieobjecttypen": bodies.ziot(zaaktype, "Bijlage"),
    }
    for path, body in makers.items():
        for key in body:
            response = api.post(f"{API}/{path}", {**body, key: strange})
            assert response.status_code in (201, 400), (path, key)
