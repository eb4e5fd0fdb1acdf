"""Ondertekening and integriteit: set, replaced whole, cleared; and a checksum that is really looked at."""

import hashlib
from typing import Any

import pytest

from zaakwerk.documenten.models import Inhoud
from zaakwerk.documenten.tests.builders import DOCUMENTS, document_body, document_url, encoded, make_document
from zaakwerk.zgw.tests.api import api_client, codes

pytestmark = pytest.mark.django_db
ONDERTEKENING = {"soort": "digitaal", "datum": "2024-05-02"}
INTEGRITEIT = {"algoritme": "crc_32", "waarde": "3610a686", "datum": "2024-05-02"}
EMPTY: list[tuple[Any, Any]] = [
    (None, None),
    ({}, {}),
    ({"soort": "", "datum": None}, {"algoritme": "", "waarde": "", "datum": None}),
]


@pytest.mark.parametrize(("ondertekening", "integriteit"), EMPTY)
def test_a_group_is_cleared_by_null_and_by_an_empty_one(ondertekening: Any, integriteit: Any) -> None:
    client = api_client()
    body = document_body(ondertekening=ONDERTEKENING, integriteit=INTEGRITEIT)
    made = client.post(DOCUMENTS, body).json()
    assert (made["ondertekening"], made["integriteit"]) == (ONDERTEKENING, INTEGRITEIT)
    lock = client.post(f"{made['url']}/lock", {}).json()["lock"]
    kept = client.patch(made["url"], {"titel": "Nieuw", "lock": lock}).json()
    assert (kept["ondertekening"], kept["integriteit"]) == (ONDERTEKENING, INTEGRITEIT)
    change = {"ondertekening": ondertekening, "integriteit": integriteit, "lock": lock}
    cleared = client.patch(made["url"], change).json()
    assert (cleared["ondertekening"], cleared["integriteit"]) == (None, None)
    created = client.post(DOCUMENTS, document_body(ondertekening=ondertekening, integriteit=integriteit))
    assert (created.json()["ondertekening"], created.json()["integriteit"]) == (None, None)
    put = client.put(made["url"], {**document_body(), "lock": lock}).json()
    assert (put["ondertekening"], put["integriteit"]) == (None, None)
    assert client.get(made["url"], {"versie": "1"}).json()["ondertekening"] == ONDERTEKENING


def test_a_group_that_is_half_filled_names_what_is_missing() -> None:
    sent = document_body(ondertekening={"soort": "pki"}, integriteit={"algoritme": "crc", "waarde": ""})
    assert codes(api_client().post(DOCUMENTS, sent)) == {
        "ondertekening.datum": "required",
        "integriteit.algoritme": "invalid_choice",
        "integriteit.waarde": "blank",
        "integriteit.datum": "required",
    }


@pytest.mark.parametrize("algoritme", ["md5", "sha_1", "sha_256", "sha_512"])
def test_gangbaar_integriteit_is_that_of_the_content(algoritme: str) -> None:
    client, name = api_client(), algoritme.replace("_", "")
    wrong, right = (hashlib.new(name, text).hexdigest() for text in (b"anders", b"hallo"))
    integriteit = {**INTEGRITEIT, "algoritme": algoritme, "waarde": wrong}
    refused = client.post(DOCUMENTS, document_body(inhoud=encoded(b"hallo"), integriteit=integriteit))
    assert codes(refused) == {"integriteit.waarde": "invalid"}
    assert not Inhoud.objects.exists()
    integriteit["waarde"] = right
    made = client.post(DOCUMENTS, document_body(inhoud=encoded(b"hallo"), integriteit=integriteit))
    assert made.status_code == 201
    url = made.json()["url"]
    lock = client.post(f"{url}/lock", {}).json()["lock"]
    changed = client.patch(url, {"inhoud": encoded(b"tot ziens"), "lock": lock})
    assert codes(changed) == {"integriteit.waarde": "invalid"}
    assert client.patch(url, {"titel": "Zelfde inhoud", "lock": lock}).status_code == 200


@pytest.mark.parametrize("waarde", ["27c3", "z" * 32, "XrY7u+Ae7tCTyyK7j1rNww=="])
def test_a_value_that_is_no_digest_is_kept_as_it_is(waarde: str) -> None:
    integriteit = {**INTEGRITEIT, "algoritme": "md5", "waarde": waarde}
    sent = document_body(inhoud=encoded(b"hallo"), integriteit=integriteit)
    assert api_client().post(DOCUMENTS, sent).json()["integriteit"] == integriteit


def test_snake_case_and_a_moment_for_a_date_are_accepted() -> None:
    client = api_client()
    sent = {
        "is_gereed_voor_publicatie": "True",
        "tonen_aan_initiator": 1,
        "ontvangstdatum": "2024-05-02T23:30:00Z",
        "inhoud_is_vervallen": "false",
        "onbekend_veld": 1,
    }
    made = client.post(DOCUMENTS, document_body(**sent)).json()
    # Half past eleven in the evening in UTC is the next day in Amsterdam.
    assert (made["ontvangstdatum"], made["isGereedVoorPublicatie"]) == ("2024-05-03", True)
    assert (made["tonenAanInitiator"], made["inhoudIsVervallen"]) == (True, False)


@pytest.mark.parametrize(
    ("taal", "status"), [("nld", 201), ("dut", 201), ("NLD", 201), ("nl", 400), ("zzz", 400)]
)
def test_a_language_has_three_letters_of_either_list(taal: str, status: int) -> None:
    assert api_client().post(DOCUMENTS, document_body(taal=taal)).status_code == status


@pytest.mark.parametrize("status", ["in_bewerking", "ter_vaststelling", "definitief", "gearchiveerd", ""])
def test_drc_005_any_status_follows_any_other(status: str) -> None:
    client = api_client()
    for before in ("gearchiveerd", "definitief", "in_bewerking"):
        url = document_url(make_document(status=before))
        lock = client.post(f"{url}/lock", {}).json()["lock"]
        assert client.patch(url, {"status": status, "lock": lock}).json()["status"] == status


@pytest.mark.parametrize("status", ["definitief", "gearchiveerd", ""])
def test_drc_005_a_received_document_may_be_finished(status: str) -> None:
    body = document_body(ontvangstdatum="2024-05-02", status=status)
    assert api_client().post(DOCUMENTS, body).status_code == 201
