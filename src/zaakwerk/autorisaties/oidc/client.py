"""Client: OpenID Connect as a relying party: authorization code with PKCE, state and nonce, by discovery.

Knows no employees: the portal may use it for people of another kind. Every call goes out through
`zgw.outbound`, so only to hosts the operator listed.
"""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from time import monotonic
from typing import Any, NamedTuple
from urllib.parse import urlencode

import jwt
import msgspec

from zaakwerk.zgw import outbound

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
LEEWAY = 30  # seconds
FRESH = 600  # seconds that discovery and keys are kept
SCOPE = "openid profile email"
WELL_KNOWN = "/.well-known/openid-configuration"


class Unreachable(Exception):
    """The provider gives no usable answer; the message is for the log."""


class Refused(Exception):
    """What came back cannot be trusted, or the provider said no; the message is for the log."""


@dataclass(frozen=True)
class Provider:
    """Where people sign in, and how we are known there."""

    issuer: str
    client_id: str
    client_secret: str


class Begun(NamedTuple):
    """What must be remembered between going to the provider and coming back."""

    state: str
    nonce: str
    verifier: str


class Identity(NamedTuple):
    """Who the provider says it is: claims that were checked, and the token to sign out with."""

    claims: Mapping[str, Any]
    id_token: str


def begin(provider: Provider, redirect_uri: str) -> tuple[str, Begun]:
    """The address to send the person to, and what to remember."""
    begun = Begun(*(secrets.token_urlsafe(32) for _ in range(3)))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(begun.verifier.encode()).digest()).rstrip(b"=")
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": redirect_uri,
        "scope": SCOPE,
        "state": begun.state,
        "nonce": begun.nonce,
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    return with_query(metadata(provider.issuer)["authorization_endpoint"], asked), begun


def with_query(address: str, query: Mapping[str, str]) -> str:
    """An address with more in its query."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"


def finish(provider: Provider, begun: Begun, redirect_uri: str, code: str) -> Identity:
    """Who came back with this code. Raises Unreachable or Refused."""
    found = metadata(provider.issuer)
    asked = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "client_id": provider.client_id,
        "client_secret": provider.client_secret,
        "code_verifier": begun.verifier,
    }
    tokens = ask("POST", found["token_endpoint"], urlencode(asked).encode())
    id_token = tokens.get("id_token")
    if not isinstance(id_token, str):
        raise Refused("the provider gave no id token")
    claims = check(provider, begun.nonce, id_token)
    return Identity(claims | more_about(found, tokens, claims), id_token)


def check(provider: Provider, nonce: str, id_token: str) -> dict[str, Any]:
    """The claims of an id token whose signature, issuer, audience, time and nonce are right."""
    try:
        header = jwt.get_unverified_header(id_token)
        claims: dict[str, Any] = jwt.decode(
            id_token,
            key_for(provider.issuer, str(header.get("kid", ""))),
            algorithms=list(ALGORITHMS),
            audience=provider.client_id,
            issuer=provider.issuer,
            leeway=LEEWAY,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )
    except jwt.PyJWTError as error:
        raise Refused(f"the id token is not right: {error}") from None
    if not secrets.compare_digest(str(claims.get("nonce", "")), nonce):
        raise Refused("the id token belongs to another sign-in")
    if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != provider.client_id:
        raise Refused("the id token was made for another party")
    return claims


def more_about(
    found: Mapping[str, Any], tokens: Mapping[str, Any], claims: Mapping[str, Any]
) -> dict[str, Any]:
    """What the userinfo endpoint adds, when there is one and it speaks of the same person."""
    address, token = found.get("userinfo_endpoint"), tokens.get("access_token")
    if not isinstance(address, str) or not isinstance(token, str):
        return {}
    said = ask("GET", address, None, {"Authorization": f"Bearer {token}"})
    if said.get("sub") != claims["sub"]:
        raise Refused("userinfo speaks of somebody else")
    return {name: value for name, value in said.items() if name not in claims}


def sign_out_address(provider: Provider, id_token: str, back_to: str) -> str:
    """Where to end the session at the provider; empty when it has no such place or does not answer."""
    try:
        address = metadata(provider.issuer).get("end_session_endpoint")
    except Unreachable:
        return ""
    asked = {
        "id_token_hint": id_token,
        "client_id": provider.client_id,
        "post_logout_redirect_uri": back_to,
    }
    return with_query(address, asked) if isinstance(address, str) else ""


def metadata(issuer: str) -> dict[str, Any]:
    """What discovery says, kept for ten minutes."""
    return discovered(issuer, int(monotonic() // FRESH))


@lru_cache(maxsize=4)
def discovered(issuer: str, _period: int) -> dict[str, Any]:
    """What discovery says; it must speak of the issuer we know."""
    found = ask("GET", issuer.rstrip("/") + WELL_KNOWN)
    if found.get("issuer") != issuer:
        raise Unreachable(f"discovery speaks of another issuer: {str(found.get('issuer'))[:200]}")
    wanted = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if not all(isinstance(found.get(name), str) for name in wanted):
        raise Unreachable("discovery lacks an endpoint")
    return found


def key_for(issuer: str, kid: str) -> Any:
    """The provider's key with this id; asked anew when it is not among those we know."""
    period = int(monotonic() // FRESH)
    for is_anew in (False, True):
        if is_anew:
            keys_of.cache_clear()
        found = [key for key in keys_of(issuer, period) if key.key_id == kid or not kid]
        if found:
            return found[0].key
    raise Refused("the id token is signed with a key the provider does not have")


@lru_cache(maxsize=4)
def keys_of(issuer: str, _period: int) -> list[jwt.PyJWK]:
    """The provider's keys."""
    try:
        return jwt.PyJWKSet.from_dict(ask("GET", metadata(issuer)["jwks_uri"])).keys
    except (jwt.PyJWTError, KeyError, TypeError, AttributeError) as error:
        raise Unreachable(f"the provider's keys cannot be read: {error}") from None


def ask(
    method: str, url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """A JSON object from the provider. Raises Unreachable, or Refused for what it says no to."""
    sent = {"Accept": "application/json", **(headers or {})}
    if body is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        answer = outbound.call(method, url, headers=sent, body=body)
    except outbound.CallFailed as failure:
        raise Unreachable(str(failure)) from None
    if 400 <= answer.status < 500 and body is not None:
        raise Refused(f"the provider answered {answer}")
    if not answer.is_success:
        raise Unreachable(f"the provider answered {answer}")
    try:
        return msgspec.json.decode(answer.body, type=dict[str, Any])
    except msgspec.MsgspecError:
        raise Unreachable("the provider's answer is no JSON object") from None
