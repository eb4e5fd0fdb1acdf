"""Client: sends prepared requests over kept connections and costs next to nothing itself."""

import json
import socket
import time
from collections.abc import Sequence
from itertools import cycle
from typing import Any
from urllib.parse import urlsplit

import jwt

from bench.clients import SECRET

CRS = "EPSG:4326"


def token_for(client_id: str) -> str:
    """A fresh ZGW token."""
    claims = {"iss": client_id, "iat": int(time.time()), "client_id": client_id}
    return jwt.encode(claims, SECRET, algorithm="HS256")


def headers_for(call: Any, token: str) -> dict[str, str]:
    """What a careful client sends."""
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json", "Accept-Crs": CRS}
    if call.body:
        headers["Content-Crs"] = CRS
    return headers | ({"If-None-Match": call.etag} if call.etag else {})


def encode(call: Any, host: str, token: str) -> bytes:
    """A call as the bytes of an HTTP request."""
    body = json.dumps(call.body).encode() if call.body else b""
    headers = {"Host": host, **headers_for(call, token)}
    if body:
        headers |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{call.method} {call.path} HTTP/1.1\r\n{lines}\r\n".encode() + body


class Connection:
    """One kept connection."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.socket = socket.create_connection((parts.hostname, parts.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, request: bytes) -> None:
        """Sends one request."""
        self.socket.sendall(request)

    def receive(self) -> tuple[int, bytes]:
        """The status and the whole answer, still encoded."""
        data = self.socket.recv(1 << 18)
        while b"\r\n\r\n" not in data:
            data += self.more()
        head, _, body = data.partition(b"\r\n\r\n")
        head = head.lower()
        status = int(head[9:12])
        if b"transfer-encoding: chunked" in head:
            while not body.endswith(b"0\r\n\r\n"):
                body += self.more()
        elif status not in (204, 304):
            length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
            while len(body) < length:
                body += self.more()
        return status, body

    def more(self) -> bytes:
        """The next piece."""
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise ConnectionError("the server hung up")
        return piece


class Load:
    """An endless round of requests over a few connections, each of which always waits for an answer."""

    def __init__(self, address: str, requests: Sequence[bytes], status: int, connections: int) -> None:
        self.requests, self.status = cycle(requests), status
        self.connections = [Connection(address) for _ in range(connections)]

    def run(self, *, seconds: float = 0, count: int = 0) -> tuple[int, float]:
        """Until `seconds` passed or `count` answers came: how many answers, in how many seconds."""
        started = time.perf_counter()
        for connection in self.connections:
            connection.send(next(self.requests))
        done = 0
        for connection in cycle(self.connections):
            self.receive(connection)
            done += 1
            if (seconds and time.perf_counter() - started > seconds) or done == count:
                break
            connection.send(next(self.requests))
        waiting = [other for other in self.connections if other is not connection]
        for other in waiting:
            self.receive(other)
        return done + len(waiting), time.perf_counter() - started

    def receive(self, connection: Connection) -> None:
        """One answer, which must be the right one."""
        status, body = connection.receive()
        if status != self.status:
            raise SystemExit(f"Verwacht {self.status}, gekregen {status}: {body[:2000]!r}")

    def close(self) -> None:
        """Closes the connections."""
        for connection in self.connections:
            connection.socket.close()
