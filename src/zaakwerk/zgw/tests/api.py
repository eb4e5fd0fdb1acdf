"""API client for tests: signs its own token, sends the headers of a careful client, and reads JSON."""

import time
from typing import Any

import jwt
from django.test import Client

from zaakwerk.autorisaties.models import Applicatie, ClientId
from zaakwerk.zgw import links, secrets

SECRET = "een-geheim-voor-tests-dat-lang-genoeg-is"
CRS = {"HTTP_ACCEPT_CRS": "EPSG:4326", "HTTP_CONTENT_CRS": "EPSG:4326"}
BASE = "http://localhost"


class ApiClient:
    """Calls one installation as one client id; paths may be given with or without the host."""

    def __init__(self, client_id: str, **claims: Any) -> None:
        self.client = Client(SERVER_NAME="localhost")
        self.client_id = client_id
        self.claims = claims

    def token(self) -> str:
        """A fresh ZGW token."""
        claims = {"iss": self.client_id, "iat": int(time.time()), "client_id": self.client_id, **self.claims}
        return jwt.encode(claims, SECRET, algorithm="HS256")

    def headers(self, extra: dict[str, Any]) -> dict[str, Any]:
        """WSGI headers with token and CRS."""
        return {"HTTP_AUTHORIZATION": f"Bearer {self.token()}", **CRS, **extra}

    def get(self, url: str, query: dict[str, Any] | None = None, **headers: Any) -> Any:
        return self.client.get(url.removeprefix(BASE), query or {}, **self.headers(headers))

    def head(self, url: str, **headers: Any) -> Any:
        return self.client.head(url.removeprefix(BASE), **self.headers(headers))

    def post(self, url: str, body: Any, **headers: Any) -> Any:
        return self.send("POST", url, body, headers)

    def put(self, url: str, body: Any, **headers: Any) -> Any:
        return self.send("PUT", url, body, headers)

    def patch(self, url: str, body: Any, **headers: Any) -> Any:
        return self.send("PATCH", url, body, headers)

    def delete(self, url: str, **headers: Any) -> Any:
        return self.client.delete(url.removeprefix(BASE), **self.headers(headers))

    def send(self, method: str, url: str, body: Any, headers: dict[str, Any]) -> Any:
        call = getattr(self.client, method.lower())
        return call(url.removeprefix(BASE), body, content_type="application/json", **self.headers(headers))


def api_client(
    client_id: str = "test", autorisaties: list[dict[str, Any]] | None = None, **claims: Any
) -> ApiClient:
    """A client with every right, or with exactly these autorisaties; call it once per client id."""
    applicatie = Applicatie.objects.create(
        label=client_id,
        client_ids=[client_id],
        heeft_alle_autorisaties=autorisaties is None,
        autorisaties=[without_base(found) for found in autorisaties or []],
    )
    ClientId.objects.create(client_id=client_id, secret=secrets.encrypt(SECRET), applicatie=applicatie)
    return ApiClient(client_id, **claims)


def without_base(autorisatie: dict[str, Any]) -> dict[str, Any]:
    """An autorisatie as the Autorisaties API stores it: URLs of our own types without base."""
    return {
        key: links.BASE + value.removeprefix(BASE)
        if isinstance(value, str) and value.startswith(BASE)
        else value
        for key, value in autorisatie.items()
    }


def codes(response: Any) -> dict[str, str]:
    """The faults of a 400 as {name: code}."""
    return {found["name"]: found["code"] for found in response.json()["invalidParams"]}
