"""Gebruiksrechten: laid down below a document, and the indicatie of that document follows them (drc-006)."""

from typing import Any

import pytest

from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Gebruiksrechten
from zaakwerk.documenten.tests.builders import BASE, document_body, document_url, make_document
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes

pytestmark = pytest.mark.django_db
RIGHTS = f"{BASE}/documenten/api/v1/gebruiksrechten"


@pytest.fixture
def client() -> ApiClient:
    return api_client()


def rights_body(document: EnkelvoudigInformatieObject, **values: Any) -> dict[str, Any]:
    """The smallest body that lays down gebruiksrechten."""
    return {
        "informatieobject": document_url(document),
        "startdatum": "2024-05-01T10:00:00Z",
        "omschrijvingVoorwaarden": "Alleen voor deze procedure",
        **values,
    }


def lay_down(client: ApiClient, document: EnkelvoudigInformatieObject, **values: Any) -> dict[str, Any]:
    """Gebruiksrechten of a document."""
    response = client.post(RIGHTS, rights_body(document, **values))
    assert response.status_code == 201, response.content
    made: dict[str, Any] = response.json()
    return made


def indicatie(client: ApiClient, document: EnkelvoudigInformatieObject) -> bool | None:
    """What a document says of its gebruiksrechten."""
    found: bool | None = client.get(document_url(document)).json()["indicatieGebruiksrecht"]
    return found


def test_drc_006_the_indicatie_follows_the_gebruiksrechten(client: ApiClient) -> None:
    document = make_document(indicatie_gebruiksrecht=False)
    first, second = lay_down(client, document), lay_down(client, document)
    assert indicatie(client, document) is True
    assert client.delete(first["url"]).status_code == 204
    assert indicatie(client, document) is True
    assert client.delete(second["url"]).status_code == 204
    assert indicatie(client, document) is None
    trail = client.get(f"{document_url(document)}/audittrail").json()
    assert [(line["resource"], line["actie"]) for line in trail] == [
        ("enkelvoudiginformatieobject", "create"),
        ("gebruiksrechten", "create"),
        ("enkelvoudiginformatieobject", "partial_update"),
        ("gebruiksrechten", "create"),
        ("gebruiksrechten", "destroy"),
        ("gebruiksrechten", "destroy"),
        ("enkelvoudiginformatieobject", "partial_update"),
    ]


def test_drc_006_the_indicatie_cannot_deny_them(client: ApiClient) -> None:
    document = make_document()
    lay_down(client, document)
    url = document_url(document)
    lock = client.post(f"{url}/lock", {}).json()["lock"]
    for value in (False, None):
        refused = client.patch(url, {"indicatieGebruiksrecht": value, "lock": lock})
        assert codes(refused) == {"indicatieGebruiksrecht": "existing-gebruiksrechten"}
    body = {**document_body(), "lock": lock}
    assert codes(client.put(url, {**body, "indicatieGebruiksrecht": None})) == {
        "indicatieGebruiksrecht": "existing-gebruiksrechten"
    }
    # What is not said follows from what is there.
    assert client.put(url, body).json()["indicatieGebruiksrecht"] is True
    again = {**body, "indicatieGebruiksrecht": True}
    assert client.put(url, again).json()["indicatieGebruiksrecht"] is True


def test_gebruiksrechten_change_and_stay_with_their_document(client: ApiClient) -> None:
    document, other = make_document(), make_document()
    made = lay_down(client, document, einddatum="2025-01-01")
    assert made["einddatum"] == "2024-12-31T23:00:00Z"
    changed = client.patch(made["url"], {"einddatum": None, "omschrijving_voorwaarden": "Anders"}).json()
    assert changed == {**made, "einddatum": None, "omschrijvingVoorwaarden": "Anders"}
    moved = client.patch(made["url"], {"informatieobject": document_url(other)})
    assert codes(moved) == {"informatieobject": "wijzigen-niet-toegelaten"}
    assert client.put(made["url"], rights_body(document, einddatum=made["einddatum"])).json() == made
    acties = [(found.resource, found.actie) for found in Bericht.objects.order_by("id")][2:]
    assert acties == [
        ("gebruiksrechten", "create"),
        ("gebruiksrechten", "partial_update"),
        ("gebruiksrechten", "update"),
    ]
    assert Bericht.objects.latest("id").hoofd_object.endswith(str(document.uuid))


def test_the_list_is_bare_and_filters_on_document_and_dates(client: ApiClient) -> None:
    document, other = make_document(), make_document()
    early = lay_down(client, document, einddatum="2024-06-01T00:00:00Z")
    late = lay_down(client, other, startdatum="2025-05-01T00:00:00Z")

    def found(**query: str) -> list[str]:
        return [one["url"] for one in client.get(RIGHTS, query).json()]

    assert found() == [early["url"], late["url"]]
    assert found(informatieobject=document_url(other)) == [late["url"]]
    assert found(startdatum__lt="2025-01-01") == found(startdatum__lte="2024-05-01T10:00:00Z")
    assert found(startdatum__lt="2024-05-01T10:00:00Z") == []
    assert found(startdatum__gt="2025-01-01") == found(startdatum__gte="2025-05-01T00:00:00Z")
    assert found(einddatum__gt="2024-01-01") == found(einddatum__lte="2024-06-01T00:00:00Z") == [early["url"]]
    assert codes(client.get(RIGHTS, {"startdatum": "2024-05-01"})) == {"nonFieldErrors": "unknown-parameters"}
    assert codes(client.get(RIGHTS, {"startdatum__lt": "ooit"})) == {"startdatum__lt": "invalid"}


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"informatieobject": "https://example.org/documenten/1"}, {"informatieobject": "bad-url"}),
        ({"startdatum": None}, {"startdatum": "null"}),
        ({"startdatum": "gisteren"}, {"startdatum": "invalid"}),
        ({"einddatum": 5}, {"einddatum": "invalid"}),
        ({"omschrijvingVoorwaarden": ""}, {"omschrijvingVoorwaarden": "blank"}),
    ],
)
def test_a_wrong_field_is_named(client: ApiClient, sent: dict[str, Any], fault: dict[str, str]) -> None:
    assert codes(client.post(RIGHTS, rights_body(make_document(), **sent))) == fault
    assert not Gebruiksrechten.objects.exists()


def test_gebruiksrechten_go_with_their_document(client: ApiClient) -> None:
    document = make_document()
    made = lay_down(client, document)
    assert client.delete(document_url(document)).status_code == 204
    assert client.get(made["url"]).status_code == 404
    assert not Gebruiksrechten.objects.exists()
