"""Every operation of the Notificaties API, and what we send to consumers, is as the standard says."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conformance import standards
from tests.conformance.comparison import (
    assert_conforms,
    differences,
    object_differences,
    problem_differences,
)
from tests.conformance.documents import document_differences
from zaakwerk.notificaties.resources import NOTIFICATIES
from zaakwerk.notificaties.tests.outbox import AUTH, wait_for, working
from zaakwerk.zgw.openapi import described
from zaakwerk.zgw.tests.api import ApiClient, api_client
from zaakwerk.zgw.tests.listeners import Listener, listening, wants

API, ROOT = "notificaties", "/notificaties/api/v1"
# C-35: whether the credentials are shown is left open; we never do.
NEVER_SHOWN = "auth is missing"
Call = Callable[["Parties"], Any]


class Parties:
    """A client that may all, a subscriber, and an abonnement and a kanaal that exist."""

    def __init__(self, subscriber: Listener) -> None:
        self.api: ApiClient = api_client("beheer")
        self.subscriber = subscriber
        self.abonnement: str = self.api.post(f"{ROOT}/abonnement", self.wanted()).json()["url"]
        self.kanaal: str = self.api.get(f"{ROOT}/kanaal", {"naam": "zaken"}).json()[0]["url"]

    def wanted(self, **changes: Any) -> dict[str, Any]:
        """An abonnement as a client sends it."""
        filters = {"bronorganisatie": "*", "vertrouwelijkheidaanduiding": "openbaar"}
        kanalen = [{"naam": "zaken", "filters": filters}, {"naam": "autorisaties"}]
        return {"callbackUrl": self.subscriber.url, "auth": AUTH, "kanalen": kanalen, **changes}


MESSAGE = {
    "kanaal": "zaken",
    "hoofdObject": "https://zaken.example.nl/api/v1/zaken/1",
    "resource": "status",
    "resourceUrl": "https://zaken.example.nl/api/v1/statussen/2",
    "actie": "create",
    "aanmaakdatum": "2026-02-03T10:00:00+01:00",
    "kenmerken": {"bronorganisatie": "517439943", "vertrouwelijkheidaanduiding": "openbaar"},
}
CALLS: dict[str, Call] = {
    "abonnement_list": lambda on: on.api.get(f"{ROOT}/abonnement"),
    "abonnement_create": lambda on: on.api.post(f"{ROOT}/abonnement", on.wanted()),
    "abonnement_read": lambda on: on.api.get(on.abonnement),
    "abonnement_update": lambda on: on.api.put(on.abonnement, on.wanted(kanalen=[{"naam": "zaken"}])),
    "abonnement_partial_update": lambda on: on.api.patch(on.abonnement, {"kanalen": [{"naam": "zaken"}]}),
    "abonnement_delete": lambda on: on.api.delete(on.abonnement),
    "kanaal_list": lambda on: on.api.get(f"{ROOT}/kanaal", {"naam": "zaken"}),
    "kanaal_create": lambda on: on.api.post(f"{ROOT}/kanaal", {"naam": "klachten", "filters": ["soort"]}),
    "kanaal_read": lambda on: on.api.get(on.kanaal),
    "notificaties_create": lambda on: on.api.post(f"{ROOT}/notificaties", MESSAGE),
}


@pytest.fixture
def parties(settings: Any, db: None) -> Iterator[Parties]:
    """Everybody, with a subscriber on a host that may be called."""
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        yield Parties(listener)


def test_all_ten_operations_are_called() -> None:
    assert set(CALLS) == set(standards.operations(API))
    assert len(CALLS) == 10


@pytest.mark.parametrize("operation", CALLS)
def test_an_operation_answers_with_the_status_headers_and_keys_of_the_standard(
    parties: Parties, operation: str
) -> None:
    answer = CALLS[operation](parties)
    declared = standards.operations(API)[operation]
    if "Abonnement" not in declared.response:
        assert_conforms(API, operation, answer)
        return
    body = answer.json()
    shown = body[0] if isinstance(body, list) else body
    assert "auth" not in shown
    found = differences(declared, answer.status_code, answer.headers, body)
    assert [line for line in found if not line.endswith(NEVER_SHOWN)] == []
    assert len(found) == (len(body) if isinstance(body, list) else 1)


@pytest.mark.parametrize("operation", CALLS)
def test_an_operation_without_a_token_or_the_right_is_refused_in_the_form_of_the_standard(
    parties: Parties, operation: str
) -> None:
    outsider = api_client("buiten", [{"component": "ac", "scopes": ["autorisaties.lezen"]}])
    parties.api = outsider
    refused = CALLS[operation](parties)
    assert refused.status_code == 403
    assert problem_differences(403, refused.headers, refused.json()) == []
    assert refused.headers["API-version"] == "1.0.1"


@pytest.mark.parametrize(
    ("path", "body"),
    [("abonnement", {"kanalen": "x"}), ("kanaal", {}), ("notificaties", {**MESSAGE, "kanaal": "geen"})],
)
def test_a_fault_is_a_validatiefout(parties: Parties, path: str, body: dict[str, Any]) -> None:
    answer = parties.api.post(f"{ROOT}/{path}", body)
    assert problem_differences(400, answer.headers, answer.json()) == []
    assert answer.json()["invalidParams"]


@pytest.mark.parametrize("scope", ["notificaties.consumeren", "notificaties.publiceren"])
def test_each_scope_opens_exactly_the_operations_of_the_standard(parties: Parties, scope: str) -> None:
    made_by = parties.api
    parties.api = api_client("smal", [{"component": "nrc", "scopes": [scope]}])
    for name, call in CALLS.items():
        if name != "abonnement_delete":
            # Another application's abonnement is refused for another reason: its own is made below.
            target = parties.abonnement
            if name in ("abonnement_update", "abonnement_partial_update") and scope.endswith("consumeren"):
                target = parties.api.post(f"{ROOT}/abonnement", parties.wanted()).json()["url"]
            parties.abonnement, kept = target, parties.abonnement
            is_open = call(parties).status_code < 300
            parties.abonnement = kept
            assert is_open == (scope in standards.operations(API)[name].scopes), name
    assert made_by.get(parties.abonnement).status_code == 200


def test_the_document_names_every_operation_and_property() -> None:
    assert document_differences(API, described(NOTIFICATIES)) == []


@pytest.mark.django_db(transaction=True)
def test_what_a_consumer_receives_is_as_its_contract_says(settings: Any) -> None:
    with listening(wants(AUTH)) as listener, working():
        settings.OUTBOUND_HOSTS = [listener.entry]
        parties = Parties(listener)
        assert parties.api.post(f"{ROOT}/notificaties", MESSAGE).status_code == 200
        wait_for(lambda: any(got.message["kanaal"] == "zaken" for got in listener.received))
    contract = standards.operations("notificaties-consumer")["notification_receive"]
    schema = standards.schemas("notificaties-consumer")[contract.request]
    for got in listener.received:
        assert list(object_differences(schema, got.message)) == []
        assert got.content_type == "application/json"
    trial_without, trial_with, message = listener.received
    assert (trial_without.authorization, trial_with.authorization) == (None, AUTH)
    assert message.authorization == AUTH
    assert message.message == {**MESSAGE, "aanmaakdatum": "2026-02-03T09:00:00Z"}
    assert json.loads(message.body) == message.message


def test_our_channels_are_those_of_the_standard(parties: Parties) -> None:
    found = {kanaal["naam"]: tuple(kanaal["filters"]) for kanaal in parties.api.get(f"{ROOT}/kanaal").json()}
    assert found == {name: channel.kenmerken for name, channel in standards.channels().items()}
