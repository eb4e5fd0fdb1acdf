"""Verzendingen: one address each; a document has one sender, or receivers (5.9)."""

from collections.abc import Iterator
from typing import Any

import pytest

from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Verzending
from zaakwerk.documenten.tests.builders import BASE, document_url, make_document
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes
from zaakwerk.zgw.tests.listeners import Listener, listening

pytestmark = pytest.mark.django_db
SENDINGS = f"{BASE}/documenten/api/v1/verzendingen"
BINNENLAND = {
    "huisletter": "a",
    "huisnummer": 12,
    "huisnummerToevoeging": "bis",
    "naamOpenbareRuimte": "Dorpsstraat",
    "postcode": "1234AB",
    "woonplaatsnaam": "Voorbeeldstad",
}
BUITENLAND = {
    "adresBuitenland1": "Rue Exemple 1",
    "adresBuitenland2": "1000 Bruxelles",
    "adresBuitenland3": "",
    "landPostadres": "https://landen.example.org/be",
}
POSTBUS = {
    "postBusOfAntwoordnummer": 100,
    "postadresPostcode": "1234AB",
    "postadresType": "postbusnummer",
    "woonplaatsnaam": "Voorbeeldstad",
}
ADDRESSES: dict[str, Any] = {
    "binnenlandsCorrespondentieadres": BINNENLAND,
    "buitenlandsCorrespondentieadres": BUITENLAND,
    "correspondentiePostadres": POSTBUS,
    "faxnummer": "0101234567",
    "emailadres": "post@example.org",
    "mijnOverheid": True,
    "telefoonnummer": "+31101234567",
}
EMPTY = {key: False if key == "mijnOverheid" else None for key in ADDRESSES}


@pytest.fixture
def client() -> ApiClient:
    return api_client()


def sending(document: EnkelvoudigInformatieObject, **values: Any) -> dict[str, Any]:
    """The smallest body of a verzending, by e-mail unless another address is given."""
    address = {} if values.keys() & ADDRESSES.keys() else {"emailadres": ADDRESSES["emailadres"]}
    return {
        "informatieobject": document_url(document),
        "betrokkene": "https://personen.example.org/1",
        "aardRelatie": "geadresseerde",
        "contactPersoon": "https://personen.example.org/2",
        **address,
        **values,
    }


def note(client: ApiClient, document: EnkelvoudigInformatieObject, **values: Any) -> dict[str, Any]:
    """A verzending of a document."""
    response = client.post(SENDINGS, sending(document, **values))
    assert response.status_code == 201, response.content
    made: dict[str, Any] = response.json()
    return made


@pytest.mark.parametrize("key", list(ADDRESSES))
def test_each_kind_of_address_comes_back_as_it_was_sent(client: ApiClient, key: str) -> None:
    made = note(client, make_document(), **{key: ADDRESSES[key]})
    assert {name: made[name] for name in ADDRESSES} == {**EMPTY, key: ADDRESSES[key]}
    assert client.get(made["url"]).json() == made


@pytest.mark.parametrize(
    "sent",
    [
        EMPTY,
        {"emailadres": "", "faxnummer": "", "correspondentiePostadres": {"postadresPostcode": ""}},
        {"faxnummer": "0101234567", "emailadres": "post@example.org"},
        {"binnenlandsCorrespondentieadres": BINNENLAND, "correspondentiePostadres": POSTBUS},
        {"mijnOverheid": True, "telefoonnummer": "0101234567"},
    ],
)
def test_gangbaar_a_verzending_has_exactly_one_address(client: ApiClient, sent: dict[str, Any]) -> None:
    response = client.post(SENDINGS, sending(make_document(), **sent))
    assert codes(response) == {"nonFieldErrors": "invalid-address"}
    assert not Verzending.objects.exists()


def test_gangbaar_another_address_takes_the_place_of_the_one_there_is(client: ApiClient) -> None:
    made = note(client, make_document())
    refused = client.patch(made["url"], {"telefoonnummer": "0101234567"})
    assert codes(refused) == {"nonFieldErrors": "invalid-address"}
    changed = client.patch(made["url"], {"telefoonnummer": "0101234567", "emailadres": None}).json()
    assert changed == {**made, "telefoonnummer": "0101234567", "emailadres": None}


def test_gangbaar_a_sender_has_an_ontvangstdatum(client: ApiClient) -> None:
    document = make_document()
    refused = client.post(SENDINGS, sending(document, aardRelatie="afzender"))
    assert codes(refused) == {"ontvangstdatum": "required"}
    made = note(client, document, aardRelatie="afzender", ontvangstdatum="2024-05-02T12:00:00+02:00")
    assert made["ontvangstdatum"] == "2024-05-02"
    assert codes(client.patch(made["url"], {"ontvangstdatum": None})) == {"ontvangstdatum": "required"}


def test_gangbaar_a_document_has_one_sender_or_receivers(client: ApiClient) -> None:
    received, sent = make_document(), make_document()
    sender = {"aardRelatie": "afzender", "ontvangstdatum": "2024-05-02"}
    made = note(client, received, **sender)
    assert codes(client.post(SENDINGS, sending(received, **sender))) == {"nonFieldErrors": "unique"}
    assert codes(client.post(SENDINGS, sending(received))) == {"nonFieldErrors": "invalid"}
    first, _ = note(client, sent), note(client, sent)
    assert codes(client.post(SENDINGS, sending(sent, **sender))) == {"nonFieldErrors": "invalid"}
    assert codes(client.patch(first["url"], sender)) == {"nonFieldErrors": "invalid"}
    assert client.patch(made["url"], {"toelichting": "Per post", **sender}).status_code == 200
    assert client.delete(made["url"]).status_code == 204
    assert client.post(SENDINGS, sending(received)).status_code == 201


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        ({"betrokkene": "geen url"}, {"betrokkene": "invalid"}),
        ({"betrokkene": "https://example.org/" + "x" * 200}, {"betrokkene": "max_length"}),
        ({"contactPersoon": ""}, {"contactPersoon": "blank"}),
        ({"aardRelatie": "bode"}, {"aardRelatie": "invalid_choice"}),
        ({"emailadres": "geen adres"}, {"emailadres": "invalid"}),
        ({"faxnummer": "1" * 16}, {"faxnummer": "max_length"}),
        (
            {"binnenlandsCorrespondentieadres": {"huisnummer": 0}},
            {
                "binnenlandsCorrespondentieadres.huisnummer": "min_value",
                "binnenlandsCorrespondentieadres.naamOpenbareRuimte": "required",
                "binnenlandsCorrespondentieadres.woonplaatsnaam": "required",
            },
        ),
        (
            {"buitenlandsCorrespondentieadres": {**BUITENLAND, "landPostadres": "BE"}},
            {"buitenlandsCorrespondentieadres.landPostadres": "invalid"},
        ),
        (
            {"correspondentiePostadres": {**POSTBUS, "postadresType": "kluis"}},
            {"correspondentiePostadres.postadresType": "invalid_choice"},
        ),
        ({"mijnOverheid": "misschien"}, {"mijnOverheid": "invalid"}),
    ],
)
def test_a_wrong_field_is_named(client: ApiClient, sent: dict[str, Any], fault: dict[str, str]) -> None:
    assert codes(client.post(SENDINGS, sending(make_document(), **sent))) == fault


def test_the_list_is_paged_and_filters(client: ApiClient) -> None:
    document, other = make_document(), make_document()
    first = note(client, document)
    second = note(
        client,
        other,
        aardRelatie="afzender",
        ontvangstdatum="2024-05-02",
        betrokkene=f"{BASE}/zaken/api/v1/rollen/11111111-1111-4111-8111-111111111111",
    )

    def found(**query: str) -> list[str]:
        return [one["url"] for one in client.get(SENDINGS, query).json()["results"]]

    assert found() == [second["url"], first["url"]]
    assert found(aardRelatie="afzender") == [second["url"]]
    assert found(informatieobject=document_url(document)) == [first["url"]]
    assert found(betrokkene=second["betrokkene"]) == [second["url"]]
    assert found(betrokkene="https://personen.example.org/99") == []
    assert codes(client.get(SENDINGS, {"aardRelatie": "bode"})) == {"aardRelatie": "invalid_choice"}
    assert codes(client.get(SENDINGS, {"faxnummer": "1"})) == {"nonFieldErrors": "unknown-parameters"}


def test_a_verzending_is_told_and_goes_with_its_document(client: ApiClient) -> None:
    document = make_document()
    made = note(client, document)
    client.put(made["url"], sending(document, toelichting="Opnieuw"))
    trail = client.get(f"{document_url(document)}/audittrail").json()[1:]
    assert [(line["resource"], line["actie"]) for line in trail] == [
        ("verzending", "create"),
        ("verzending", "update"),
    ]
    told = Bericht.objects.filter(resource="verzending").values_list("actie", flat=True)
    assert sorted(told) == ["create", "update"]
    assert client.delete(document_url(document)).status_code == 204
    assert client.get(made["url"]).status_code == 404 and not Verzending.objects.exists()


@pytest.fixture
def elsewhere(settings: Any) -> Iterator[Listener]:
    """A listed register of people."""
    with listening(lambda got: 404 if got.path.endswith("/weg") else 200) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        listener.body = b'{"naam": "Jansen"}'
        yield listener


def test_expand_embeds_the_document_and_people_of_other_registers(
    client: ApiClient, elsewhere: Listener
) -> None:
    document = make_document()
    person = f"http://{elsewhere.entry}/personen/1"
    made = note(client, document, betrokkene=person, contactPersoon=person)
    asked = {"expand": "informatieobject.informatieobjecttype,betrokkene,contactPersoon"}
    embedded = client.get(made["url"], asked).json()["_expand"]
    assert embedded["informatieobject"]["url"] == document_url(document)
    assert embedded["betrokkene"] == embedded["contactPersoon"] == {"naam": "Jansen"}
    assert len(elsewhere.received) == 1
    gone = note(client, document, betrokkene=f"http://{elsewhere.entry}/weg")
    assert client.get(gone["url"], {"expand": "betrokkene"}).status_code == 404
