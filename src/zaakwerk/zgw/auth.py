"""Authentication: a ZGW JWT becomes an Actor (1.4); rights come through the port `accounts`."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import jwt
import msgspec
from django.http import HttpRequest
from jwt.algorithms import HMACAlgorithm
from jwt.api_jws import PyJWS

from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Unauthenticated

MAX_AGE = 3600
LEEWAY = 120


class AnyLength(HMACAlgorithm):
    """HS256 with secrets of any length: existing clients sign with fewer than 32 bytes."""

    def check_key_length(self, key: Any) -> str | None:
        return None


SIGNATURES = PyJWS(algorithms=["HS256"])
SIGNATURES.unregister_algorithm("HS256")
SIGNATURES.register_algorithm("HS256", AnyLength(AnyLength.SHA256))


@dataclass(frozen=True)
class Account:
    """What is known of a client id: the shared secret and the actor it acts as."""

    secret: str
    actor: Actor


@dataclass
class Port:
    """Where accounts come from; the autorisaties room fills it at start-up."""

    find: Callable[[str], Account | None] | None = None


ACCOUNTS = Port()


def authenticate(request: HttpRequest) -> Actor:
    """The actor of a request; raises Unauthenticated with the code that says what is wrong."""
    header = request.META.get("HTTP_AUTHORIZATION", "")
    kind, _, token = header.partition(" ")
    if kind.lower() != "bearer" or not token:
        raise Unauthenticated("not_authenticated", "Stuur een JWT mee in de header Authorization: Bearer.")
    client_id = unverified_client(token)
    account = ACCOUNTS.find(client_id) if ACCOUNTS.find else None
    if account is None:
        raise Unauthenticated("invalid-client-identifier", "Deze client_id is niet bekend.")
    claims = verified_claims(token, account.secret)
    check_age(claims)
    return with_user(account.actor, claims, request)


@lru_cache(maxsize=256)
def unverified_client(token: str) -> str:
    """The client id a token claims, before its signature is checked."""
    try:
        claims = payload(token, "", verify=False)
    except jwt.InvalidTokenError:
        raise Unauthenticated("jwt-decode-error", "Het JWT kan niet worden gelezen.") from None
    client_id = claims.get("client_id")
    if not isinstance(client_id, str) or not client_id or "\x00" in client_id:
        raise Unauthenticated("missing-client-identifier", "Het JWT bevat geen client_id.")
    return client_id


@lru_cache(maxsize=256)
def verified_claims(token: str, secret: str) -> dict[str, Any]:
    """The claims of a token whose HS256 signature fits the secret; age is judged per request."""
    try:
        return payload(token, secret, verify=True)
    except jwt.InvalidTokenError:
        raise Unauthenticated("invalid-jwt-signature", "De handtekening van het JWT klopt niet.") from None


def payload(token: str, secret: str, verify: bool) -> dict[str, Any]:
    """The claims of a token; raises the library's InvalidTokenError."""
    options: Any = {"verify_signature": verify}
    try:
        raw = SIGNATURES.decode_complete(token, secret, algorithms=["HS256"], options=options)["payload"]
        claims = msgspec.json.decode(raw)
    except (msgspec.DecodeError, ValueError) as error:
        raise jwt.DecodeError(str(error)) from None
    if not isinstance(claims, dict):
        raise jwt.DecodeError("the claims are no object")
    return claims


def check_age(claims: dict[str, Any]) -> None:
    """Refuses a token without iat, too old, or from further ahead than a clock may run."""
    issued, now = claims.get("iat"), time.time()
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        raise Unauthenticated("jwt-missing-iat-claim", "Het JWT bevat geen iat.")
    expires = claims.get("exp")
    is_expired = isinstance(expires, int | float) and expires + LEEWAY < now
    if is_expired or not now - MAX_AGE - LEEWAY <= issued <= now + LEEWAY:
        raise Unauthenticated(
            "jwt-expired", "Het JWT is verlopen of hoort bij een klok die niet gelijk loopt."
        )


def with_user(actor: Actor, claims: dict[str, Any], request: HttpRequest) -> Actor:
    """The actor with the person behind the call and the reason given for it (1.12)."""
    user = claims.get("user_id") or request.META.get("HTTP_X_NLX_REQUEST_USER_ID", "")
    return replace(
        actor,
        gebruiker_id=str(user)[:255],
        gebruiker_weergave=str(claims.get("user_representation") or "")[:255],
        toelichting=request.META.get("HTTP_X_AUDIT_TOELICHTING", ""),
    )
