"""Tokens: a client application as the standard's APIs meet it: JWT, JSON and CRS headers over real HTTP."""

import time
from dataclasses import dataclass
from typing import Any

import jwt
import urllib3

CRS = {"Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}


def token(client_id: str, secret: str) -> str:
    """A fresh JWT of a client id, signed as the standard asks."""
    claims = {
        "iss": client_id,
        "iat": int(time.time()),
        "client_id": client_id,
        "user_id": "tester",
        "user_representation": "Tessa Tester",
    }
    return jwt.encode(claims, secret, algorithm="HS256")


@dataclass
class Client:
    """One application: where it calls and how it signs."""

    address: str
    client_id: str
    secret: str

    def __post_init__(self) -> None:
        self.pool = urllib3.PoolManager(retries=False, timeout=10, maxsize=8)

    def request(self, method: str, path: str, body: Any = None) -> urllib3.BaseHTTPResponse:
        """One call; the address is put before a path and left off a URL that already has one."""
        url = path if path.startswith("http") else f"{self.address}{path}"
        headers = {**CRS, "Authorization": f"Bearer {token(self.client_id, self.secret)}"}
        return self.pool.request(method, url, json=body, headers=headers)
