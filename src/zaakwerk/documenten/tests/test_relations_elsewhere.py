"""Relations that other registers lead: mirrored here once they are there, removed once they are gone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from zaakwerk.documenten import queries
from zaakwerk.documenten.bronregister import identity_of
from zaakwerk.documenten.models import EnkelvoudigInformatieObject
from zaakwerk.documenten.tests.builders import DOCUMENTS, RELATIONS, document_url, make_document
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes
from zaakwerk.zgw.tests.listeners import Listener, Received, listening

pytestmark = pytest.mark.django_db
MARKS = {"zaak": "zaaktype", "besluit": "besluittype", "verzoek": "tekst"}
PATHS = {"zaak": "zaken", "besluit": "besluiten", "verzoek": "verzoeken"}


@dataclass
class Register:
    """Another register with one object of each kind; its relations are what a test says."""

    listener: Listener
    relations: list[dict[str, str]] = field(default_factory=list)
    is_down: bool = False

    def url(self, kind: str) -> str:
        """The object of a kind."""
        return f"http://{self.listener.entry}/api/v1/{PATHS[kind]}/7"

    def answer(self, got: Received) -> int:
        """Makes the body of the answer and says its status."""
        path = urlsplit(got.path).path
        kind = next((kind for kind in PATHS if path.endswith(f"/{PATHS[kind]}/7")), "")
        if kind:
            self.listener.body = json.dumps({"url": self.url(kind), MARKS[kind]: "x"}).encode()
        elif path.endswith("informatieobjecten"):
            self.listener.body = json.dumps(self.relations).encode()
        return 500 if self.is_down or path.endswith("/weg") else 200


@pytest.fixture
def register(settings: Any) -> Iterator[Register]:
    """A listed register."""
    made: list[Register] = []
    with listening(lambda got: made[0].answer(got)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        made.append(Register(listener))
        yield made[0]


@pytest.fixture
def client() -> ApiClient:
    return api_client()


def body(document: EnkelvoudigInformatieObject, url: str, kind: str) -> dict[str, str]:
    """What a register sends to have its relation mirrored."""
    return {"informatieobject": document_url(document), "object": url, "objectType": kind}


@pytest.mark.parametrize("kind", list(PATHS))
def test_drc_004_a_relation_of_another_register_is_mirrored_while_it_exists(
    client: ApiClient, register: Register, kind: str
) -> None:
    document = make_document()
    sent = body(document, register.url(kind), kind)
    assert codes(client.post(RELATIONS, sent)) == {"nonFieldErrors": "inconsistent-relation"}
    register.relations.append({kind: register.url(kind)})
    made = client.post(RELATIONS, sent)
    assert made.status_code == 201, made.content
    assert made.json() == {"url": made.json()["url"], **sent}
    asked = parse_qs(urlsplit(register.listener.received[-1].path).query)
    assert asked == {kind: [register.url(kind)], "informatieobject": [asked["informatieobject"][0]]}
    assert asked["informatieobject"][0].endswith(f"/enkelvoudiginformatieobjecten/{document.uuid}")
    assert codes(client.post(RELATIONS, sent)) == {"nonFieldErrors": "unique"}
    assert client.get(RELATIONS, {"object": register.url(kind)}).json() == [made.json()]
    query = {"objectinformatieobjecten_object": register.url(kind)}
    assert client.get(DOCUMENTS, query).json()["count"] == 1
    assert codes(client.delete(document_url(document))) == {"nonFieldErrors": "pending-relations"}
    assert codes(client.delete(made.json()["url"])) == {"nonFieldErrors": "inconsistent-relation"}
    register.relations.clear()
    assert client.delete(made.json()["url"]).status_code == 204
    assert not queries.is_mirrored(document, identity_of(register.url(kind)))
    assert client.delete(made.json()["url"]).status_code == 404


def test_drc_004_a_register_that_does_not_answer_may_still_have_the_relation(
    client: ApiClient, register: Register
) -> None:
    register.relations.append({})
    made = client.post(RELATIONS, body(make_document(), register.url("zaak"), "zaak")).json()
    register.is_down = True
    assert codes(client.delete(made["url"])) == {"nonFieldErrors": "inconsistent-relation"}


def test_drc_002_an_object_elsewhere_exists_and_is_what_it_is_said_to_be(
    client: ApiClient, register: Register
) -> None:
    document = make_document()
    gone = f"http://{register.listener.entry}/weg"
    unlisted = "http://127.0.0.1:9/api/v1/zaken/7"
    for url in (gone, unlisted):
        assert codes(client.post(RELATIONS, body(document, url, "zaak"))) == {"object": "bad-url"}
    wrong = body(document, register.url("zaak"), "besluit")
    assert codes(client.post(RELATIONS, wrong)) == {"object": "invalid-resource"}
    register.relations += [{}, {}]
    double = body(document, register.url("zaak"), "zaak")
    assert codes(client.post(RELATIONS, double)) == {"nonFieldErrors": "inconsistent-relation"}


def test_who_may_not_make_a_relation_calls_nobody(client: ApiClient, register: Register) -> None:
    reader = api_client("lezer", [{"component": "drc", "scopes": ["documenten.lezen"]}])
    sent = body(make_document(), register.url("zaak"), "zaak")
    assert reader.post(RELATIONS, sent).status_code == 403
    assert register.listener.received == []
