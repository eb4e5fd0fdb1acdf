"""Credentials: the Authorization header for a subscriber: a fixed value, a ZGW token, or one from OAuth2."""

import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import msgspec

from zaakwerk.notificaties.models import JWT, OAUTH2, Aanmelding, Abonnement
from zaakwerk.zgw import secrets, tokens
from zaakwerk.zgw.outbound import CallFailed, call

# A token is asked anew this long before it ends, or halfway; one that does not say so lives for five minutes.
MARGIN_SECONDS, USUAL_SECONDS = 30.0, 300.0
TOKEN_LIMIT = 64 * 1024
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


@dataclass(frozen=True)
class Credentials:
    """How to sign in at a subscriber; `soort` is a kind of Aanmelding, or empty for the fixed header."""

    auth: str = ""
    soort: str = ""
    client_id: str = ""
    secret: str = ""
    token_url: str = ""
    scope: str = ""


# Tokens in use by this process, with the moment on the monotonic clock until which they are sent.
TOKENS: dict[Credentials, tuple[str, float]] = {}


def credentials_of(abonnement: Abonnement) -> Credentials:
    """The credentials of a subscriber: those of its aanmelding when it has one, else the fixed header."""
    aanmelding: Aanmelding | None = getattr(abonnement, "aanmelding", None)
    if aanmelding is None:
        return Credentials(auth=secrets.decrypt(abonnement.auth))
    return Credentials(
        soort=aanmelding.soort,
        client_id=aanmelding.client_id,
        secret=secrets.decrypt(aanmelding.secret),
        token_url=aanmelding.token_url,
        scope=aanmelding.scope,
    )


def authorization(credentials: Credentials) -> str:
    """The value of the header; raises CallFailed when a token server does not give one."""
    make = MAKERS.get(credentials.soort)
    return f"Bearer {make(credentials)}" if make else credentials.auth


def zgw_token(credentials: Credentials) -> str:
    """A token as the ZGW standard has it (1.4), fresh each time."""
    return tokens.zgw_token(credentials.client_id, credentials.secret)


def oauth2_token(credentials: Credentials) -> str:
    """The token of the client credentials grant (RFC 6749, 4.4); kept until shortly before it ends."""
    token, until = TOKENS.get(credentials, ("", 0.0))
    if time.monotonic() >= until:
        token, seconds = ask_token(credentials)
        TOKENS[credentials] = (token, time.monotonic() + seconds - min(MARGIN_SECONDS, seconds / 2))
    return token


def forget(credentials: Credentials) -> None:
    """The subscriber refused the token: the next attempt asks a new one."""
    TOKENS.pop(credentials, None)


def ask_token(credentials: Credentials) -> tuple[str, float]:
    """A token and how many seconds it lives; raises CallFailed that names the token server."""
    pair = f"{quote(credentials.client_id, safe='')}:{quote(credentials.secret, safe='')}"
    headers = {**FORM, "Authorization": f"Basic {b64encode(pair.encode()).decode()}"}
    scope = {"scope": credentials.scope} if credentials.scope else {}
    body = urlencode({"grant_type": "client_credentials", **scope}).encode()
    try:
        answer = call("POST", credentials.token_url, headers=headers, body=body, limit=TOKEN_LIMIT)
    except CallFailed as failure:
        raise CallFailed(f"Er is geen token gekregen. {failure}") from None
    if not answer.is_success:
        raise CallFailed(f"Er is geen token gekregen: de tokenserver antwoordt {answer}.")
    return read_token(answer.body)


def read_token(body: bytes) -> tuple[str, float]:
    """What a token server answered."""
    try:
        found = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        found = None
    token = found.get("access_token") if isinstance(found, Mapping) else None
    if not isinstance(token, str) or not token.isascii() or not token.isprintable() or not token:
        raise CallFailed("Er is geen token gekregen: het antwoord van de tokenserver is geen token.")
    return token, lifetime(found.get("expires_in"))


def lifetime(raw: Any) -> float:
    """The seconds a token lives; some servers send them as text."""
    try:
        return float(raw)
    except (TypeError, ValueError):
        return USUAL_SECONDS


MAKERS: Mapping[str, Callable[[Credentials], str]] = {JWT: zgw_token, OAUTH2: oauth2_token}
