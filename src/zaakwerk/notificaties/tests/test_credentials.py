"""Credentials of subscribers: a ZGW token or OAuth2 client credentials, against real servers, never shown."""

import json
import time
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import Any
from urllib.parse import parse_qs

import jwt
import pytest

from zaakwerk.notificaties import credentials
from zaakwerk.notificaties.delivery import deliver, due
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.tests.outbox import AUTH, publish, subscribe
from zaakwerk.zgw import secrets
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.tests.api import ApiClient, api_client, codes
from zaakwerk.zgw.tests.listeners import Listener, Received, listening, wants

pytestmark = pytest.mark.django_db

SECRET = "geheim-van-de-afnemer-dat-lang-genoeg-is"
BASIC = "zaak%3Awerk:" + SECRET


@dataclass
class TokenServer:
    """An OAuth2 server that gives a new token at every valid request."""

    listener: Listener
    asked: list[dict[str, list[str]]] = field(default_factory=list)


def give_token(got: Received) -> int:
    """200 for our client id and secret in a Basic header, 401 for anything else."""
    kind, _, value = str(got.authorization).partition(" ")
    return 200 if kind == "Basic" and b64decode(value).decode() == BASIC else 401


@pytest.fixture
def api() -> ApiClient:
    """A client with every right."""
    return api_client("beheer")


@pytest.fixture
def token_server() -> Iterator[Listener]:
    """A token server; its answer is set by the test."""
    with listening(give_token) as listener:
        listener.body = json.dumps(
            {"access_token": "token-1", "token_type": "Bearer", "expires_in": 300}
        ).encode()
        yield listener


@pytest.fixture(autouse=True)
def no_tokens() -> None:
    """Every test starts without tokens."""
    credentials.TOKENS.clear()


def address(abonnement: Abonnement, name: str = "aanmelding") -> str:
    """Where a setting of an abonnement lives."""
    return f"/zaakwerk/api/v1/abonnementen/{abonnement.uuid}/{name}"


def oauth2(token_server: Listener, **changes: Any) -> dict[str, str]:
    """A request for OAuth2."""
    url = token_server.url.replace("meldingen", "token")
    asked = {
        "soort": "oauth2",
        "clientId": "zaak:werk",
        "secret": SECRET,
        "tokenUrl": url,
        "scope": "nrc.ontvangen",
    }
    return {**asked, **changes}


def deliver_all(abonnement: Abonnement) -> list[str]:
    """One message sent now; the answers."""
    publish()
    distribute()
    fresh = Abonnement.objects.select_related("aanmelding").get(pk=abonnement.pk)
    return [outcome.answer for outcome in deliver(fresh, due(fresh.pk, now()), Event())]


def wants_jwt(got: Received) -> int:
    """A subscriber that is itself a ZGW provider."""
    try:
        claims = jwt.decode(str(got.authorization).removeprefix("Bearer "), SECRET, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        return 403
    return 204 if (claims["client_id"], claims["iss"]) == ("zaakwerk-uit", "zaakwerk-uit") else 403


def test_a_zgw_token_is_made_fresh_and_proves_itself(api: ApiClient, settings: Any) -> None:
    with listening(wants_jwt) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        body = {"soort": "zgw_jwt", "clientId": "zaakwerk-uit", "secret": SECRET}
        response = api.put(address(abonnement), body)
        assert response.status_code == 200, response.json()
        shown = {"soort": "zgw_jwt", "clientId": "zaakwerk-uit", "tokenUrl": "", "scope": ""}
        assert response.json() == shown == api.get(address(abonnement)).json()
        assert [got.authorization is None for got in listener.received] == [True, False]
        assert deliver_all(abonnement) == ["HTTP 204"]
    token = str(listener.received[-1].authorization).removeprefix("Bearer ")
    claims = jwt.decode(token, SECRET, algorithms=["HS256"])
    assert abs(claims["iat"] - time.time()) < 30


def test_the_secret_is_encrypted_and_never_shown(api: ApiClient, settings: Any) -> None:
    with listening(wants_jwt) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        response = api.put(
            address(abonnement), {"soort": "zgw_jwt", "clientId": "zaakwerk-uit", "secret": SECRET}
        )
    stored = Abonnement.objects.get().aanmelding
    assert SECRET not in stored.secret and secrets.decrypt(stored.secret) == SECRET
    assert SECRET not in response.content.decode() + api.get(address(abonnement)).content.decode()
    assert "secret" not in api.get(f"/notificaties/api/v1/abonnement/{abonnement.uuid}").json()


def test_oauth2_asks_a_token_once_and_sends_it(api: ApiClient, settings: Any, token_server: Listener) -> None:
    with listening(wants("Bearer token-1")) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry, token_server.entry]
        abonnement = subscribe(listener.url)
        assert api.put(address(abonnement), oauth2(token_server)).status_code == 200
        assert deliver_all(abonnement) + deliver_all(abonnement) == ["HTTP 204"] * 2
    (asked,) = token_server.received
    assert asked.path == "/token" and asked.content_type == "application/x-www-form-urlencoded"
    assert parse_qs(asked.body.decode()) == {"grant_type": ["client_credentials"], "scope": ["nrc.ontvangen"]}


def test_a_token_that_is_refused_or_has_ended_is_asked_anew(
    api: ApiClient, settings: Any, token_server: Listener
) -> None:
    valid = {"Bearer token-1"}
    with listening(lambda got: 204 if got.authorization in valid else 401) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry, token_server.entry]
        abonnement = subscribe(listener.url)
        api.put(address(abonnement), oauth2(token_server))
        valid = {"Bearer token-2"}
        token_server.body = json.dumps({"access_token": "token-2", "expires_in": "20"}).encode()
        assert deliver_all(abonnement) == ["HTTP 401"]
        Aflevering.objects.update(volgende_poging=None)
        assert deliver_all(abonnement) == ["HTTP 204"] * 2
        assert deliver_all(abonnement) == ["HTTP 204"]
        assert len(token_server.received) == 2
        (known,) = credentials.TOKENS
        credentials.TOKENS[known] = ("token-2", 0.0)
        assert deliver_all(abonnement) == ["HTTP 204"]
    assert len(token_server.received) == 3


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<html>", "geen token"),
        (b"[1]", "geen token"),
        (b'{"access_token": "a\\r\\nb"}', "geen token"),
        (b'{"access_token": ""}', "geen token"),
    ],
)
def test_an_answer_that_is_no_token_is_named(
    api: ApiClient, settings: Any, token_server: Listener, body: bytes, words: str
) -> None:
    token_server.body = body
    with listening(wants("Bearer token-1")) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry, token_server.entry]
        response = api.put(address(subscribe(listener.url)), oauth2(token_server))
    assert codes(response) == {"callbackUrl": "invalid-callback-url"}
    assert words in response.json()["invalidParams"][0]["reason"]


def test_a_token_server_that_refuses_or_is_not_listed_is_named(
    api: ApiClient, settings: Any, token_server: Listener
) -> None:
    with listening(wants("Bearer token-1")) as listener:
        abonnement = subscribe(listener.url)
        settings.OUTBOUND_HOSTS = [listener.entry]
        unlisted = api.put(address(abonnement), oauth2(token_server))
        settings.OUTBOUND_HOSTS = [listener.entry, token_server.entry]
        refused = api.put(address(abonnement), oauth2(token_server, secret="verkeerd"))
    assert "ZAAKWERK_OUTBOUND_HOSTS" in unlisted.json()["detail"]
    assert "de tokenserver antwoordt HTTP 401" in refused.json()["detail"]
    assert api.get(address(abonnement)).status_code == 404


def test_without_a_token_a_message_waits_with_the_reason(
    api: ApiClient, settings: Any, token_server: Listener
) -> None:
    with listening(wants("Bearer token-1")) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry, token_server.entry]
        abonnement = subscribe(listener.url)
        api.put(address(abonnement), oauth2(token_server))
        credentials.TOKENS.clear()
        token_server.answer = lambda got: 503
        deliver_all(abonnement)
    row = Aflevering.objects.get()
    assert row.volgende_poging is not None and "tokenserver antwoordt HTTP 503" in row.laatste_antwoord


def test_taking_an_aanmelding_away_returns_to_the_header(api: ApiClient, settings: Any) -> None:
    def either(got: Received) -> int:
        return 204 if got.authorization == AUTH else wants_jwt(got)

    with listening(either) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        api.put(address(abonnement), {"soort": "zgw_jwt", "clientId": "zaakwerk-uit", "secret": SECRET})
        assert api.delete(address(abonnement)).status_code == 204
        assert api.get(address(abonnement)).status_code == 404
        deliver_all(abonnement)
    assert listener.received[-1].authorization == AUTH


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"soort": "basic"}, {"soort": "invalid_choice"}),
        ({"soort": "oauth2"}, {"tokenUrl": "required"}),
        ({"tokenUrl": "https://token.example.nl/"}, {"tokenUrl": "must-be-empty"}),
        ({"soort": "oauth2", "tokenUrl": "token"}, {"tokenUrl": "invalid"}),
        ({"clientId": "", "secret": None}, {"clientId": "blank", "secret": "null"}),
    ],
)
def test_aanmelding_onvolledig_and_every_other_fault_is_named(
    api: ApiClient, changes: dict[str, Any], faults: dict[str, str]
) -> None:
    body = {"soort": "zgw_jwt", "clientId": "a", "secret": "b", **changes}
    response = api.put(address(subscribe("http://127.0.0.1:9/")), body)
    assert (response.status_code, codes(response)) == (400, faults)


def test_only_the_owner_with_the_right_sets_an_aanmelding(api: ApiClient, settings: Any) -> None:
    publisher = api_client("bron", [{"component": "nrc", "scopes": ["notificaties.publiceren"]}])
    with listening(wants_jwt) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        Abonnement.objects.update(client_id="beheer")
        body = {"soort": "zgw_jwt", "clientId": "zaakwerk-uit", "secret": SECRET}
        for stranger in (publisher, api_client("ander")):
            assert stranger.put(address(abonnement), body).status_code == 403
            assert stranger.delete(address(abonnement)).status_code == 403
        assert listener.received == []
        assert api.put(address(abonnement), body).status_code == 200
        assert publisher.get(address(abonnement)).status_code == 200


def test_a_new_callback_url_is_proved_with_the_aanmelding(api: ApiClient, settings: Any) -> None:
    with listening(wants_jwt) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        api.put(address(abonnement), {"soort": "zgw_jwt", "clientId": "zaakwerk-uit", "secret": SECRET})
        url = f"/notificaties/api/v1/abonnement/{abonnement.uuid}"
        assert api.patch(url, {"callbackUrl": f"{listener.url}/nieuw"}).status_code == 200
    assert listener.received[-1].path == "/meldingen/nieuw"
