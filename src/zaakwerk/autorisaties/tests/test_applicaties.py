"""The Autorisaties API: applicaties, the rules ac-001 to ac-003, and rights that count at once."""

import threading
from typing import Any

import pytest
from django.db import connection

from zaakwerk.autorisaties.models import Applicatie, ClientId
from zaakwerk.zgw import secrets
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import SECRET, ApiClient, api_client, codes

pytestmark = pytest.mark.django_db

URL = "/autorisaties/api/v1/applicaties"
ZAAKTYPE = "http://localhost/catalogi/api/v1/zaaktypen/5d4a4b4e-8f3b-4f0c-9d3e-0a8f4c4f2a11"
PROPERTIES = [
    "url",
    "clientIds",
    "label",
    "heeftAlleAutorisaties",
    "alleenIsGereedVoorPublicatie",
    "autorisaties",
]


def zrc(**changes: Any) -> dict[str, Any]:
    """An autorisatie to read zaken of one type up to intern."""
    return {
        "component": "zrc",
        "scopes": ["zaken.lezen"],
        "zaaktype": ZAAKTYPE,
        "maxVertrouwelijkheidaanduiding": "intern",
        **changes,
    }


def body(**changes: Any) -> dict[str, Any]:
    """An applicatie as a client sends it."""
    return {"clientIds": ["formulieren"], "label": "Formulieren", "autorisaties": [zrc()], **changes}


@pytest.fixture
def api() -> ApiClient:
    """A client with every right."""
    return api_client("beheer")


def test_create_answers_the_applicatie_in_the_form_of_the_standard(api: ApiClient) -> None:
    response = api.post(URL, body())
    found = response.json()
    assert response.status_code == 201, found
    assert list(found) == PROPERTIES
    assert found["autorisaties"] == [
        {
            "component": "zrc",
            "componentWeergave": "Zaken API",
            "scopes": ["zaken.lezen"],
            "zaaktype": ZAAKTYPE,
            "maxVertrouwelijkheidaanduiding": "intern",
        }
    ]
    assert (found["heeftAlleAutorisaties"], found["alleenIsGereedVoorPublicatie"]) == (False, False)
    assert response.headers["Location"] == found["url"]
    assert response.headers["API-version"] == "1.1.0"
    assert api.get(found["url"]).json() == found


def test_urls_are_stored_without_base_and_external_ones_as_given(api: ApiClient) -> None:
    external = "https://catalogus.example.nl/zaaktypen/1"
    created = api.post(URL, body(autorisaties=[zrc(), zrc(zaaktype=external)])).json()
    stored = Applicatie.objects.get(label="Formulieren").autorisaties
    assert [found["zaaktype"] for found in stored] == [ZAAKTYPE.replace("http://localhost", BASE), external]
    assert [found["zaaktype"] for found in created["autorisaties"]] == [ZAAKTYPE, external]


def test_every_component_has_its_own_fields(api: ApiClient) -> None:
    autorisaties = [
        {"component": "drc", "scopes": ["documenten.lezen"], "informatieobjecttype": ZAAKTYPE}
        | {"maxVertrouwelijkheidaanduiding": "openbaar"},
        {"component": "brc", "scopes": ["besluiten.lezen"], "besluittype": ZAAKTYPE},
        {"component": "ztc", "scopes": ["catalogi.lezen"], "zaaktype": "wordt overgeslagen"},
        {"component": "nrc", "scopes": ["notificaties.consumeren"]},
        {"component": "ac", "scopes": ["autorisaties.lezen"]},
    ]
    found = api.post(URL, body(autorisaties=autorisaties)).json()["autorisaties"]
    own = [set(item) - {"component", "componentWeergave", "scopes"} for item in found]
    assert own == [
        {"informatieobjecttype", "maxVertrouwelijkheidaanduiding"},
        {"besluittype"},
        set(),
        set(),
        set(),
    ]


def test_ac_001_a_client_id_belongs_to_one_applicatie(api: ApiClient) -> None:
    assert api.post(URL, body()).status_code == 201
    again = api.post(URL, body(label="Andere", clientIds=["nieuw", "formulieren"]))
    assert (again.status_code, codes(again)) == (400, {"clientIds": "clientId-exists"})
    assert not ClientId.objects.filter(client_id="nieuw").exists()


def test_ac_001_on_update_too_but_never_against_itself(api: ApiClient) -> None:
    first = api.post(URL, body()).json()
    second = api.post(URL, body(clientIds=["tweede"])).json()
    assert api.put(first["url"], body(label="Zelfde")).status_code == 200
    stolen = api.patch(second["url"], {"clientIds": ["tweede", "formulieren"]})
    assert (stolen.status_code, codes(stolen)) == (400, {"clientIds": "clientId-exists"})


def test_ac_001_after_removal_a_client_id_may_be_given_again(api: ApiClient) -> None:
    first = api.post(URL, body()).json()
    assert api.delete(first["url"]).status_code == 204
    assert api.get(first["url"]).status_code == 404
    assert api.post(URL, body()).status_code == 201


@pytest.mark.parametrize(
    ("all_rights", "autorisaties", "code"),
    [
        (True, [zrc()], "ambiguous-authorizations-specified"),
        (False, [], "missing-authorizations"),
    ],
)
def test_ac_002_all_or_listed(api: ApiClient, all_rights: bool, autorisaties: list[Any], code: str) -> None:
    sent = body(heeftAlleAutorisaties=all_rights, autorisaties=autorisaties)
    response = api.post(URL, sent)
    assert (response.status_code, codes(response)) == (400, {"nonFieldErrors": code})


def test_ac_002_judges_the_applicatie_after_a_patch(api: ApiClient) -> None:
    created = api.post(URL, body()).json()
    response = api.patch(created["url"], {"heeftAlleAutorisaties": True})
    assert codes(response) == {"nonFieldErrors": "ambiguous-authorizations-specified"}
    assert api.patch(created["url"], {"heeftAlleAutorisaties": True, "autorisaties": []}).status_code == 200


def test_ac_003_type_and_level_are_required_with_indexed_names(api: ApiClient) -> None:
    autorisaties = [
        {"component": "ac", "scopes": ["autorisaties.lezen"]},
        {"component": "zrc", "scopes": ["audittrails.lezen", "zaken.lezen"]},
        {"component": "drc", "scopes": ["documenten.lezen"], "informatieobjecttype": ZAAKTYPE},
        {"component": "brc", "scopes": ["besluiten.lezen"]},
    ]
    response = api.post(URL, body(autorisaties=autorisaties))
    assert codes(response) == {
        "autorisaties.1.zaaktype": "required",
        "autorisaties.1.maxVertrouwelijkheidaanduiding": "required",
        "autorisaties.2.maxVertrouwelijkheidaanduiding": "required",
        "autorisaties.3.besluittype": "required",
    }


def test_ac_003_audittrails_alone_need_no_type(api: ApiClient) -> None:
    autorisaties = [{"component": "zrc", "scopes": ["audittrails.lezen"]}]
    response = api.post(URL, body(autorisaties=autorisaties))
    assert response.status_code == 201, response.json()
    assert response.json()["autorisaties"][0]["zaaktype"] == ""


def test_every_fault_of_the_form_is_named(api: ApiClient) -> None:
    sent = {
        "clientIds": ["goed", "x" * 51],
        "autorisaties": [
            {"component": "xyz", "scopes": ["a"]},
            {"scopes": "zaken.lezen"},
            "tekst",
            zrc(zaaktype="geen url", maxVertrouwelijkheidaanduiding="strikt geheim"),
        ],
    }
    assert codes(api.post(URL, sent)) == {
        "clientIds.1": "max_length",
        "label": "required",
        "autorisaties.0.component": "invalid_choice",
        "autorisaties.1.component": "required",
        "autorisaties.1.scopes": "not_a_list",
        "autorisaties.2": "invalid",
        "autorisaties.3.zaaktype": "invalid",
        "autorisaties.3.maxVertrouwelijkheidaanduiding": "invalid_choice",
    }


def test_patch_replaces_the_whole_list(api: ApiClient) -> None:
    created = api.post(URL, body(autorisaties=[zrc(), zrc(scopes=["zaken.aanmaken"])])).json()
    response = api.patch(created["url"], {"autorisaties": [zrc(scopes=["zaken.bijwerken"])]})
    assert response.status_code == 200
    assert [found["scopes"] for found in response.json()["autorisaties"]] == [["zaken.bijwerken"]]
    assert response.json()["label"] == created["label"]


def test_put_puts_what_is_left_out_back_to_its_default(api: ApiClient) -> None:
    created = api.post(URL, body(alleenIsGereedVoorPublicatie=True)).json()
    response = api.put(
        created["url"], {"clientIds": ["ander"], "label": "Ander", "heeftAlleAutorisaties": True}
    )
    assert response.json() == {
        "url": created["url"],
        "clientIds": ["ander"],
        "label": "Ander",
        "heeftAlleAutorisaties": True,
        "alleenIsGereedVoorPublicatie": False,
        "autorisaties": [],
    }
    linked = ClientId.objects.filter(applicatie__isnull=False).values_list("client_id", flat=True)
    assert set(linked) == {"beheer", "ander"}


def test_an_applicatie_made_by_api_works_once_its_client_has_a_secret(api: ApiClient) -> None:
    autorisaties = [{"component": "ac", "scopes": ["autorisaties.lezen"]}]
    assert api.post(URL, body(autorisaties=autorisaties)).status_code == 201
    other = ApiClient("formulieren")
    refused = other.get(URL)
    assert (refused.status_code, refused.json()["code"]) == (403, "invalid-client-identifier")
    ClientId.objects.filter(client_id="formulieren").update(secret=secrets.encrypt(SECRET))
    assert other.get(URL).status_code == 200
    assert other.post(URL, body(clientIds=["x"])).status_code == 403


def test_rights_change_at_once_for_a_client_that_is_busy(api: ApiClient) -> None:
    reader = api_client("lezer", [{"component": "ac", "scopes": ["autorisaties.lezen"]}])
    url = reader.get(URL, {"clientIds": "lezer"}).json()["results"][0]["url"]
    api.patch(url, {"autorisaties": [{"component": "ac", "scopes": ["autorisaties.bijwerken"]}]})
    assert reader.get(URL).status_code == 403
    api.patch(url, {"autorisaties": [], "heeftAlleAutorisaties": True})
    assert reader.get(URL).status_code == 200
    api.delete(url)
    assert reader.get(URL).json()["code"] == "permission_denied"


def test_client_ids_filter_finds_each_applicatie_once(api: ApiClient) -> None:
    api.post(URL, body(clientIds=["a", "b"], label="eerste"))
    api.post(URL, body(clientIds=["c"], label="tweede"))
    found = api.get(URL, {"clientIds": "a,b,c,onbekend"}).json()
    assert [item["label"] for item in found["results"]] == ["tweede", "eerste"]
    assert found["count"] == 2
    assert api.get(URL, {"clientIds": "c"}).json()["count"] == 1


def test_consumer_answers_one_object(api: ApiClient) -> None:
    created = api.post(URL, body(clientIds=["a", "b"])).json()
    assert api.get(f"{URL}/consumer", {"clientId": "b"}).json() == created


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ({"clientId": "onbekend"}, 404, "not_found"),
        ({}, 400, "invalid"),
        ({"clientId": "nul\x00"}, 400, "invalid"),
        ({"clientId": "beheer", "page": "1"}, 400, "invalid"),
    ],
)
def test_consumer_refuses_clearly(api: ApiClient, query: dict[str, str], status: int, code: str) -> None:
    response = api.get(f"{URL}/consumer", query)
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_consumer_asks_the_right_to_read_before_it_tells_anything(api: ApiClient) -> None:
    outsider = api_client("buiten", [zrc()])
    assert outsider.get(f"{URL}/consumer", {"clientId": "beheer"}).status_code == 403
    assert outsider.get(f"{URL}/consumer", {"clientId": "onbekend"}).status_code == 403


def test_every_write_tells_the_channel_autorisaties(api: ApiClient) -> None:
    url = api.post(URL, body()).json()["url"]
    api.put(url, body(label="Twee"))
    api.patch(url, {"label": "Drie"})
    api.patch(url, {"clientIds": ["beheer"]})
    api.delete(url)
    stored = url.replace("http://localhost", BASE)
    found = Bericht.objects.order_by("id").values_list(
        "kanaal", "resource", "actie", "hoofd_object", "kenmerken"
    )
    assert list(found) == [
        ("autorisaties", "applicatie", actie, stored, "{}")
        for actie in ("create", "update", "partial_update", "destroy")
    ]


def test_the_list_is_paged_and_its_cost_does_not_grow(
    api: ApiClient, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        api.post(URL, body(clientIds=[f"c{number}"]))
    with django_assert_max_num_queries(10):
        found = api.get(URL, {"pageSize": "2"}).json()
    assert (found["count"], len(found["results"]), found["previous"]) == (4, 2, None)
    assert api.get(found["next"]).json()["results"][-1]["clientIds"] == ["beheer"]


def test_statement_budgets(api: ApiClient, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(15):
        url = api.post(URL, body(clientIds=[f"c{number}" for number in range(20)])).json()["url"]
    with django_assert_max_num_queries(6):
        assert api.get(url).status_code == 200
    with django_assert_max_num_queries(10):
        assert api.get(URL).status_code == 200


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_known", [True, False])
def test_ac_001_two_at_once_get_one_client_id_between_them(is_known: bool) -> None:
    api = api_client("beheer")
    if is_known:
        ClientId.objects.create(client_id="formulieren")
    gate, answers = threading.Barrier(4), []

    def create(number: int) -> None:
        gate.wait()
        answers.append(api.post(URL, body(label=f"nummer {number}")))
        connection.close()

    threads = [threading.Thread(target=create, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.status_code for answer in answers) == [201, 400, 400, 400]
    refused = [codes(answer) for answer in answers if answer.status_code == 400]
    assert refused == [{"clientIds": "clientId-exists"}] * 3
    assert Applicatie.objects.count() == 2
