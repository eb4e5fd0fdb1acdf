"""Versions and locks: one writer at a time, every change a new version, the old ones stay as they were."""

from typing import Any

import pytest

from zaakwerk.catalogi.tests.builders import make_informatieobjecttype
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Inhoud
from zaakwerk.documenten.tests.builders import (
    DOCUMENTS,
    document_body,
    document_url,
    encoded,
    make_document,
    type_url,
)
from zaakwerk.zgw import vertrouwelijkheid
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db


def lock(client: ApiClient, url: str) -> str:
    """Locks a document; the id."""
    response = client.post(f"{url}/lock", {})
    assert response.status_code == 200, response.content
    found: str = response.json()["lock"]
    return found


def content_of(client: ApiClient, url: str, **query: Any) -> bytes | None:
    """What a download gives; None without content."""
    response = client.get(f"{url}/download", query)
    return b"".join(response.streaming_content) if response.status_code == 200 else None


def test_drc_009_a_lock_is_had_once_and_opened_with_its_id() -> None:
    client = api_client()
    url = document_url(make_document())
    assert client.get(url).json()["locked"] is False
    own = lock(client, url)
    assert len(own) >= 32
    assert client.get(url).json()["locked"] is True
    assert codes(client.post(f"{url}/lock", {})) == {"nonFieldErrors": "existing-lock"}
    assert codes(client.post(f"{url}/unlock", {"lock": "fout"})) == {"nonFieldErrors": "incorrect-lock-id"}
    assert client.post(f"{url}/unlock", {"lock": own}).status_code == 204
    assert codes(client.post(f"{url}/unlock", {"lock": own})) == {"nonFieldErrors": "unlocked"}
    assert own not in client.get(f"{url}/audittrail").content.decode()
    assert Bericht.objects.count() == 1  # only that it was registered


@pytest.mark.parametrize("body", [{}, b"", {"lock": ""}, {"lock": None}])
def test_drc_009_without_its_id_a_lock_opens_by_force_only(body: Any) -> None:
    force = api_client("force", [{"component": "drc", "scopes": ["documenten.geforceerd-unlock"]}])
    locker = api_client("locker", [{"component": "drc", "scopes": ["documenten.lock"]}])
    reader = api_client("lezer", [{"component": "drc", "scopes": ["documenten.lezen"]}])
    url = document_url(make_document())
    lock(locker, url)
    assert reader.post(f"{url}/unlock", body).status_code == 403
    assert codes(locker.post(f"{url}/unlock", body)) == {"nonFieldErrors": "missing-lock-id"}
    assert force.post(f"{url}/unlock", body).status_code == 204


def test_drc_010_a_change_needs_the_lock_and_its_id() -> None:
    client = api_client()
    created = client.post(DOCUMENTS, document_body()).json()
    url = created["url"]
    assert codes(client.patch(url, {"titel": "Nieuw"})) == {"nonFieldErrors": "unlocked"}
    lock(client, url)
    assert codes(client.patch(url, {"titel": "Nieuw"})) == {"nonFieldErrors": "missing-lock-id"}
    assert codes(client.patch(url, {"titel": "Nieuw", "lock": "fout"})) == {
        "nonFieldErrors": "incorrect-lock-id"
    }
    assert codes(client.put(url, document_body())) == {"lock": "required"}
    assert codes(client.put(url, document_body(lock="fout"))) == {"nonFieldErrors": "incorrect-lock-id"}
    assert client.get(url).json()["versie"] == 1


def test_a_change_is_a_new_version_and_the_old_one_stays() -> None:
    client = api_client()
    body = document_body(inhoud=encoded(b"een"), trefwoorden=["een"])
    url = client.post(DOCUMENTS, body).json()["url"]
    first = client.get(url).json()
    own = lock(client, url)
    change = {"titel": "Nieuw", "inhoud": encoded(b"twee!"), "trefwoorden": ["twee"], "lock": own}
    response = client.patch(url, change)
    assert response.status_code == 200, response.content
    second = response.json()
    assert "lock" not in second
    assert (second["versie"], second["titel"], second["bestandsomvang"]) == (2, "Nieuw", 5)
    assert client.get(url).json() == second
    assert client.get(url, {"versie": "1"}).json() == {**first, "locked": True}
    assert client.get(url, {"versie": "2"}).json() == second
    assert content_of(client, url) == b"twee!"
    assert content_of(client, url, versie="1") == b"een"
    assert client.get(url, {"versie": "3"}).status_code == 404
    assert client.get(DOCUMENTS, {"trefwoorden": "een"}).json()["count"] == 0
    assert client.get(DOCUMENTS, {"trefwoorden": "twee"}).json()["count"] == 1
    (result,) = client.get(DOCUMENTS).json()["results"]
    assert result == second


def test_a_version_is_found_by_the_moment_it_held() -> None:
    client = api_client()
    url = document_url(make_document())
    first = client.get(url).json()["beginRegistratie"]
    own = lock(client, url)
    second = client.patch(url, {"titel": "Nieuw", "lock": own}).json()["beginRegistratie"]
    for moment, versie in ((first, 1), (second, 2), ("2999-01-01T00:00:00+01:00", 2), ("2999-01-01", 2)):
        assert client.get(url, {"registratieOp": moment}).json()["versie"] == versie
    assert client.get(url, {"registratieOp": "2000-01-01T00:00:00Z"}).status_code == 404
    assert client.get(url, {"registratieOp": first, "versie": "2"}).json()["versie"] == 2
    unescaped = client.client.get(
        url.removeprefix("http://localhost") + "?registratieOp=2999-01-01T00:00:00+01:00",
        **client.headers({}),
    )
    assert unescaped.json()["versie"] == 2


@pytest.mark.parametrize(
    ("sent", "content", "size"),
    [
        ({}, b"een", 3),
        ({"inhoud": encoded(b"twee")}, b"twee", 4),
        ({"inhoud": encoded(b"twee"), "bestandsomvang": 4}, b"twee", 4),
        ({"inhoud": None}, None, None),
        ({"inhoud": None, "bestandsomvang": 0}, None, 0),
        ({"bestandsomvang": None}, None, None),
        ({"inhoud": ""}, None, 0),
    ],
)
def test_what_a_patch_says_of_content(sent: dict[str, Any], content: bytes | None, size: int | None) -> None:
    client = api_client()
    url = document_url(make_document(b"een"))
    answer = client.patch(url, {**sent, "lock": lock(client, url)}).json()
    assert answer["bestandsomvang"] == size
    assert (answer["inhoud"] is None) == (content is None)
    assert content_of(client, url) == content
    assert content_of(client, url, versie="1") == b"een"


def test_a_put_replaces_everything_but_the_identificatie() -> None:
    client = api_client()
    body = document_body(
        inhoud=encoded(b"een"), beschrijving="Oud", trefwoorden=["een"], indicatieGebruiksrecht=False
    )
    created = client.post(DOCUMENTS, body).json()
    url = created["url"]
    answer = client.put(url, {**document_body(titel="Nieuw"), "lock": lock(client, url)}).json()
    assert (answer["titel"], answer["beschrijving"], answer["trefwoorden"]) == ("Nieuw", "", [])
    assert (answer["inhoud"], answer["bestandsomvang"], answer["indicatieGebruiksrecht"]) == (
        None,
        None,
        None,
    )
    assert (answer["identificatie"], answer["versie"]) == (created["identificatie"], 2)
    trail = [line["actie"] for line in client.get(f"{url}/audittrail").json()]
    assert trail == ["create", "partial_update", "update"]


@pytest.mark.parametrize("sent", [{"inhoud": encoded(b"twee"), "bestandsomvang": 3}])
def test_gangbaar_a_change_with_the_wrong_size_is_refused(sent: dict[str, Any]) -> None:
    client = api_client()
    url = document_url(make_document(b"een"))
    assert codes(client.patch(url, {**sent, "lock": lock(client, url)})) == {"nonFieldErrors": "file-size"}
    assert Inhoud.objects.count() == 1


def test_drc_001_a_change_of_type_needs_a_published_one() -> None:
    client = api_client()
    url = document_url(make_document())
    own = lock(client, url)
    concept = type_url(make_informatieobjecttype(omschrijving="Concept", concept=True))
    other = type_url(make_informatieobjecttype(omschrijving="Advies"))
    assert codes(client.patch(url, {"informatieobjecttype": concept, "lock": own})) == {
        "informatieobjecttype": "not-published"
    }
    assert client.patch(url, {"informatieobjecttype": other, "lock": own}).status_code == 200
    assert client.get(url).json()["informatieobjecttype"] == other
    assert client.get(url, {"versie": "1"}).json()["informatieobjecttype"] != other


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ({"ontvangstdatum": "2024-05-02"}, {"status": "in_bewerking"}),
        ({"status": "in_bewerking"}, {"ontvangstdatum": "2024-05-02"}),
    ],
)
def test_drc_005_holds_whichever_field_changes(before: dict[str, Any], change: dict[str, Any]) -> None:
    client = api_client()
    url = client.post(DOCUMENTS, document_body(**before)).json()["url"]
    response = client.patch(url, {**change, "lock": lock(client, url)})
    assert codes(response) == {"status": "invalid_for_received"}


def test_drc_006_a_change_cannot_set_gebruiksrecht_by_hand() -> None:
    client = api_client()
    url = document_url(make_document())
    own = lock(client, url)
    refused = client.patch(url, {"indicatieGebruiksrecht": True, "lock": own})
    assert codes(refused) == {"indicatieGebruiksrecht": "missing-gebruiksrechten"}
    for value in (False, None):
        answer = client.patch(url, {"indicatieGebruiksrecht": value, "lock": own})
        assert answer.json()["indicatieGebruiksrecht"] is value


def test_drc_007_a_change_sets_confidentiality_or_leaves_it() -> None:
    client = api_client()
    level = vertrouwelijkheid.NUMBER["intern"]
    url = document_url(make_document(vertrouwelijkheidaanduiding=level))
    own = lock(client, url)
    for sent, wanted in (({}, "intern"), ({"vertrouwelijkheidaanduiding": "geheim"}, "geheim")):
        assert client.patch(url, {**sent, "lock": own}).json()["vertrouwelijkheidaanduiding"] == wanted
    emptied = client.patch(url, {"vertrouwelijkheidaanduiding": "", "lock": own})
    assert emptied.json()["vertrouwelijkheidaanduiding"] == "openbaar"
    assert client.get(url, {"versie": "3"}).json()["vertrouwelijkheidaanduiding"] == "geheim"


def test_gangbaar_a_change_keeps_the_identificatie_unique() -> None:
    client = api_client()
    make_document(identificatie="B-1")
    url = document_url(make_document(identificatie="B-2"))
    own = lock(client, url)
    refused = client.patch(url, {"identificatie": "B-1", "lock": own})
    assert codes(refused) == {"identificatie": "identificatie-niet-uniek"}
    assert client.patch(url, {"identificatie": "B-2", "lock": own}).status_code == 200
    assert client.patch(url, {"identificatie": "B-3", "lock": own}).json()["identificatie"] == "B-3"
    assert EnkelvoudigInformatieObject.objects.filter(identificatie="B-3").exists()


def test_if_match_guards_against_a_version_nobody_saw() -> None:
    client = api_client()
    url = document_url(make_document())
    own = lock(client, url)
    tag = client.get(url).headers["ETag"]
    assert client.patch(url, {"titel": "A", "lock": own}, HTTP_IF_MATCH=tag).status_code == 200
    assert client.patch(url, {"titel": "B", "lock": own}, HTTP_IF_MATCH=tag).status_code == 412
