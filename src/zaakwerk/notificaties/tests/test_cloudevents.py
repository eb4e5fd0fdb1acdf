"""CloudEvents: the NL GOV profile's attributes, the types, and which subscribers get which events."""

import re
from datetime import datetime
from threading import Event
from typing import Any

import pytest

from zaakwerk.notificaties import cloudevents
from zaakwerk.notificaties.delivery import deliver, due
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.tests.outbox import AUTH, publish, subscribe
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes
from zaakwerk.zgw.tests.listeners import Received, listening, wants

pytestmark = pytest.mark.django_db

RSIN = "000000000"
REQUIRED = {"specversion", "type", "source", "subject", "time", "id", "datacontenttype"}
# Names of attributes: lower case letters and digits, at most twenty (CloudEvents 1.0).
NAME = re.compile(r"[a-z0-9]{1,20}")


@pytest.fixture
def api() -> ApiClient:
    """A client with every right."""
    return api_client("beheer")


def address(abonnement: Abonnement) -> str:
    """Where the setting of an abonnement lives."""
    return f"/zaakwerk/api/v1/abonnementen/{abonnement.uuid}/cloudevents"


def faults_of(event: dict[str, Any]) -> list[str]:
    """What is wrong with an event by the profile."""
    wrong = [f"{name} is missing" for name in REQUIRED - set(event)]
    wrong += [f"{name} is no attribute name" for name in event if not NAME.fullmatch(name)]
    wrong += [f"{name} is empty" for name in REQUIRED if not event.get(name)]
    if event.get("specversion") != "1.0":
        wrong.append("specversion")
    if not re.fullmatch(r"urn:nld:oin:\d{20}", event.get("source", "")):
        wrong.append("source")
    if not re.fullmatch(r"nl\.overheid\.[a-z]+\.[a-z]+-[a-z]+", event.get("type", "")):
        wrong.append("type")
    if datetime.fromisoformat(event["time"]).tzinfo is None:
        wrong.append("time has no zone")
    if event.get("datacontenttype") != "application/json":
        wrong.append("datacontenttype")
    return wrong


def events(abonnement: Abonnement, listener: Any) -> list[Received]:
    """What a subscriber gets of what was published, the trial left out."""
    listener.received.clear()
    distribute()
    deliver(Abonnement.objects.get(pk=abonnement.pk), due(abonnement.pk, now()), Event())
    found: list[Received] = listener.received
    return found


def test_a_subscriber_gets_valid_events_in_structured_mode(api: ApiClient, settings: Any) -> None:
    settings.PUBLIC_URL = "https://zaken.gemeente.example"
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        response = api.put(address(abonnement), {})
        assert (response.status_code, response.json()) == (200, {"soorten": []})
        assert [got.message["type"] for got in listener.received] == ["nl.overheid.test.test-test"] * 2
        bericht = publish("een", 7, bronorganisatie=RSIN)
        (got,) = events(abonnement, listener)
    assert got.content_type == "application/cloudevents+json; charset=UTF-8"
    event = got.message
    assert faults_of(event) == []
    assert event == {
        "specversion": "1.0",
        "id": str(bericht.uuid),
        "source": "urn:nld:oin:00000001000000000000",
        "type": "nl.overheid.zaken.status-gezet",
        "subject": "7",
        "time": bericht.aanmaakdatum.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "datacontenttype": "application/json",
        "dataref": "https://zaken.gemeente.example/zaken/api/v1/statussen/7",
        "data": {
            "kanaal": "zaken",
            "hoofdObject": "https://zaken.gemeente.example/zaken/api/v1/zaken/een",
            "resource": "status",
            "resourceUrl": "https://zaken.gemeente.example/zaken/api/v1/statussen/7",
            "actie": "create",
            "kenmerken": {"bronorganisatie": RSIN},
        },
    }


def test_the_check_of_the_profile_can_fail() -> None:
    event = {"specversion": "0.3", "time": "2026-02-03T10:00:00", "dataRef": "x", "source": "urn:x"}
    assert len(faults_of(event)) > 8


def test_source_is_the_organisation_of_the_message_or_else_of_the_installation(settings: Any) -> None:
    assert cloudevents.source_of({"bronorganisatie": RSIN}) == "urn:nld:oin:00000001000000000000"
    assert cloudevents.source_of({"verantwoordelijke_organisatie": RSIN}).endswith(f"{RSIN}000")
    settings.OIN = "00000001999990007000"
    assert cloudevents.source_of({"catalogus": "x"}) == "urn:nld:oin:00000001999990007000"
    settings.OIN = ""
    assert cloudevents.source_of({}) == "\ue000"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("zaken", "zaak", "create"), "nl.overheid.zaken.zaak-geregistreerd"),
        (("zaken", "zaak", "update"), "nl.overheid.zaken.zaak-gewijzigd"),
        (("zaken", "zaak", "partial_update"), "nl.overheid.zaken.zaak-gewijzigd"),
        (("zaken", "zaak", "destroy"), "nl.overheid.zaken.zaak-verwijderd"),
        (("zaken", "status", "create"), "nl.overheid.zaken.status-gezet"),
        (("documenten", "enkelvoudiginformatieobject", "create"),
         "nl.overheid.documenten.enkelvoudiginformatieobject-geregistreerd"),
        (("Mijn kanaal", "Ding!", "Doe Iets"), "nl.overheid.mijn-kanaal.ding-doe-iets"),
        (("é", "", "?"), "nl.overheid.onbekend.onbekend-onbekend"),
    ],
)  # fmt: skip
def test_the_type_of_an_event(names: tuple[str, str, str], expected: str) -> None:
    assert cloudevents.type_of(*names) == expected


def test_every_type_of_ours_is_listed_once(api: ApiClient) -> None:
    found = api.get("/zaakwerk/api/v1/cloudevents").json()["soorten"]
    assert len(found) == len(set(found))
    assert {"nl.overheid.zaken.zaak-geregistreerd", "nl.overheid.autorisaties.applicatie-verwijderd"} <= set(
        found
    )
    assert all(re.fullmatch(r"nl\.overheid\.[a-z]+\.[a-z]+-[a-z]+", name) for name in found)


def test_only_events_of_the_types_that_were_asked_for_are_sent(api: ApiClient, settings: Any) -> None:
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        wide, narrow = subscribe(listener.url), subscribe(listener.url)
        soorten = ["nl.overheid.zaken.zaak-geregistreerd"]
        assert api.put(address(narrow), {"soorten": soorten * 2}).json() == {"soorten": soorten}
        publish()
        zaak = publish()
        Bericht.objects.filter(pk=zaak.pk).update(resource="zaak")
        distribute()
    rows = list(Aflevering.objects.values_list("abonnement", "bericht"))
    assert rows.count((narrow.pk, zaak.pk)) == 1
    assert [abonnement for abonnement, _ in rows].count(narrow.pk) == 1
    assert [abonnement for abonnement, _ in rows].count(wide.pk) == 2


def test_filters_on_kenmerken_hold_for_events_too(api: ApiClient, settings: Any) -> None:
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url, bronorganisatie="000000000")
        api.put(address(abonnement), {})
        publish("een", 1, bronorganisatie="000000000")
        publish("twee", 2, bronorganisatie="123456782")
        assert [got.message["subject"] for got in events(abonnement, listener)] == ["1"]


def test_the_form_of_the_standard_comes_back(api: ApiClient, settings: Any) -> None:
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        api.put(address(abonnement), {"soorten": ["nl.overheid.zaken.zaak-geregistreerd"]})
        assert api.delete(address(abonnement)).status_code == 204
        assert api.get(address(abonnement)).status_code == 404
        publish()
        (got,) = events(abonnement, listener)
    assert got.content_type == "application/json" and got.message["resource"] == "status"


def test_soort_onbekend_for_a_type_that_has_not_the_form_of_one(api: ApiClient) -> None:
    soorten = ["nl.overheid.zaken.zaak-geregistreerd", "zaak-geregistreerd"]
    response = api.put(address(subscribe("http://127.0.0.1:9/")), {"soorten": soorten})
    assert (response.status_code, codes(response)) == (400, {"soorten.1": "invalid"})


def test_our_own_operations_are_in_the_document(api: ApiClient) -> None:
    document = api.get("/zaakwerk/api/v1/openapi.json").json()
    assert set(document["paths"]["/abonnementen/{uuid}/aanmelding"]) == {"get", "put", "delete"}
    assert set(document["paths"]["/abonnementen/{uuid}/cloudevents"]) == {"get", "put", "delete"}
    assert "/cloudevents" in document["paths"]
