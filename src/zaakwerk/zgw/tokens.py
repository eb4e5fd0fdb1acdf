"""Tokens: what a client of the standard's APIs signs its requests with (1.4)."""

import time

import jwt


def zgw_token(client_id: str, secret: str) -> str:
    """A token as the ZGW standard has it, fresh each time."""
    claims = {
        "iss": client_id,
        "iat": int(time.time()),
        "client_id": client_id,
        "user_id": "zaakwerk",
        "user_representation": "Zaakwerk",
    }
    return jwt.encode(claims, secret, algorithm="HS256")
