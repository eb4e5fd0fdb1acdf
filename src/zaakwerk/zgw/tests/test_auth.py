"""Who is calling: every way a token can be wrong, and what clients may rely on."""

import time
from typing import Any

import pytest

from zaakwerk.autorisaties.models import ClientId
from zaakwerk.zgw import secrets
from zaakwerk.zgw.auth import SIGNATURES
from zaakwerk.zgw.tests.api import BASE, CRS, SECRET, ApiClient, api_client

pytestmark = pytest.mark.django_db
ZAKEN = "/zaken/api/v1/zaken"


def sign(claims: dict[str, Any], secret: str = SECRET) -> str:
    """A token with exactly these claims."""
    import msgspec

    return SIGNATURES.encode(msgspec.json.encode(claims), secret, algorithm="HS256")


def call(api: ApiClient, token: str) -> Any:
    """The answer to a list with this Authorization header."""
    headers: dict[str, Any] = {"HTTP_AUTHORIZATION": token, **CRS}
    return api.client.get(ZAKEN, **headers)


def claims(**overrides: Any) -> dict[str, Any]:
    return {"iss": "test", "client_id": "test", "iat": int(time.time()), **overrides}


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "not_authenticated"),
        ("Basic abc", "not_authenticated"),
        ("Bearer geen.jwt", "jwt-decode-error"),
        ("Bearer " + "\u00e9", "jwt-decode-error"),
        ("Bearer " + sign({"iat": 1}), "missing-client-identifier"),
        ("Bearer " + sign(claims(client_id="vreemd")), "invalid-client-identifier"),
        ("Bearer " + sign(claims(client_id="a\x00b")), "missing-client-identifier"),
        ("Bearer " + sign(claims(), "een-ander-geheim"), "invalid-jwt-signature"),
        ("Bearer " + sign({"client_id": "test"}), "jwt-missing-iat-claim"),
        ("Bearer " + sign(claims(iat="vandaag")), "jwt-missing-iat-claim"),
        ("Bearer " + sign(claims(iat=int(time.time()) - 4000)), "jwt-expired"),
        ("Bearer " + sign(claims(iat=int(time.time()) + 4000)), "jwt-expired"),
        ("Bearer " + sign(claims(exp=int(time.time()) - 4000)), "jwt-expired"),
    ],
)
def test_a_wrong_token_says_what_is_wrong(header: str, code: str) -> None:
    response = call(api_client(), header)
    assert (response.status_code, response.json()["code"]) == (403, code)
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["API-version"] == "1.7.0"


def test_an_unsigned_token_is_refused() -> None:
    token = "eyJhbGciOiJub25lIn0.eyJjbGllbnRfaWQiOiJ0ZXN0IiwiaWF0IjoxfQ."
    assert call(api_client(), f"Bearer {token}").status_code == 403


def test_a_short_secret_and_a_clock_ahead_are_accepted() -> None:
    api = api_client()
    ClientId.objects.filter(client_id="test").update(secret=secrets.encrypt("kort"))
    token = sign(claims(iat=int(time.time()) + 30), "kort")
    assert call(api, f"Bearer {token}").status_code == 200


def test_a_new_secret_counts_at_once() -> None:
    api = api_client()
    assert api.get(BASE + ZAKEN).status_code == 200
    ClientId.objects.filter(client_id="test").update(secret=secrets.encrypt("nieuw"))
    assert api.get(BASE + ZAKEN).json()["code"] == "invalid-jwt-signature"


def test_the_user_of_the_token_reaches_the_audit_trail() -> None:
    from zaakwerk.zaken.tests.world import World

    world = World(api=api_client("app", user_id="jdejong", user_representation="J. de Jong"))
    line = world.api.get(f"{world.zaak()['url']}/audittrail").json()[0]
    assert (line["applicatieId"], line["gebruikersId"], line["gebruikersWeergave"]) == (
        "app",
        "jdejong",
        "J. de Jong",
    )


def test_root_answers_with_a_token_only() -> None:
    api = api_client()
    assert api.get(f"{BASE}/zaken/api/v1/").status_code == 200
    assert api.client.get("/zaken/api/v1/").status_code == 403
