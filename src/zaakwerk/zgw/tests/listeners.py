"""Listeners: real servers on loopback for tests of what goes out; each behaves in one way."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Received:
    """One request a listener got."""

    path: str
    authorization: str | None
    host: str | None
    body: bytes
    content_type: str | None = None

    @property
    def message(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Listener:
    """A running server: where it is and what it got; `answer` decides the status of each request."""

    port: int
    answer: Callable[[Received], int]
    received: list[Received] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def entry(self) -> str:
        """As it stands in ZAAKWERK_OUTBOUND_HOSTS."""
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """An address on this server."""
        return f"http://{self.entry}/meldingen"


class Handler(BaseHTTPRequestHandler):
    """Notes every request and answers as its listener says."""

    protocol_version = "HTTP/1.1"
    listener: Listener

    def handle_any(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        authorization = self.headers.get("Authorization")
        body, kind = self.rfile.read(length), self.headers.get("Content-Type")
        if len(body) < length:
            # The client was killed half-way: it asked nothing yet.
            self.close_connection = True
            return
        got = Received(self.path, authorization, self.headers.get("Host"), body, kind)
        status = self.listener.answer(got)
        self.listener.received.append(got)
        self.send_response(status)
        for name, value in self.listener.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.listener.body)))
        self.end_headers()
        self.wfile.write(self.listener.body)

    do_POST = do_GET = handle_any  # noqa: N815 - names the library looks for

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


class QuietServer(ThreadingHTTPServer):
    """A server that a client may leave at any moment."""

    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *args: Any) -> None:
        """A client that hangs up is no fault here."""


def wants(authorization: str) -> Callable[[Received], int]:
    """A subscriber as the standard asks: 204 with the credentials, 403 without."""
    return lambda got: 204 if got.authorization == authorization else 403


@contextmanager
def listening(
    answer: Callable[[Received], int] = lambda got: 204, tls: ssl.SSLContext | None = None, port: int = 0
) -> Iterator[Listener]:
    """A listener for the length of a with-block."""
    server = QuietServer(("127.0.0.1", port), type("Bound", (Handler,), {}))
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    listener = Listener(server.server_port, answer)
    server.RequestHandlerClass.listener = listener  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield listener
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def raw_server(speak: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that says what `speak` says after a request came in; yields its host:port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                try:
                    connection.recv(65536)
                    speak(connection)
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


@dataclass
class Place:
    """A small ZGW API elsewhere: objects by path, which can be read, listed, added and removed."""

    port: int = 0
    objects: dict[str, dict[str, Any]] = field(default_factory=dict)
    # The status with which a method on paths that begin so is answered instead.
    refuses: dict[tuple[str, str], int] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)

    @property
    def entry(self) -> str:
        """As it stands in ZAAKWERK_OUTBOUND_HOSTS."""
        return f"127.0.0.1:{self.port}"

    @property
    def base(self) -> str:
        """The address with which it is registered."""
        return f"http://{self.entry}/api/v1/"

    def url(self, path: str) -> str:
        """The URL of an object."""
        return f"{self.base}{path}"

    def add(self, path: str, **values: Any) -> str:
        """Adds an object; its URL."""
        self.objects[path] = {"url": self.url(path), **values}
        return self.url(path)

    def answer(self, method: str, path: str, query: dict[str, str], body: Any) -> tuple[int, Any]:
        """The status and JSON of a request."""
        for (refused, start), status in self.refuses.items():
            if method == refused and path.startswith(start):
                return status, {"status": status}
        if method == "POST":
            made = f"{path}/{len(self.objects)}"
            return 201, {"url": self.add(made, **body), **body}
        if method == "DELETE":
            return (204, None) if self.objects.pop(path, None) else (404, {})
        if path in self.objects:
            return 200, self.objects[path]
        if "/" in path:
            return 404, {}
        below = [found for name, found in self.objects.items() if name.startswith(f"{path}/")]
        wanted = {key: value for key, value in query.items() if key in ("zaaktype",)}
        kept = [found for found in below if all(found.get(key) == value for key, value in wanted.items())]
        return 200, {"count": len(kept), "next": None, "previous": None, "results": kept}


class PlaceHandler(BaseHTTPRequestHandler):
    """Answers as its place says."""

    protocol_version = "HTTP/1.1"
    place: Place

    def handle_any(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        path = parts.path.removeprefix("/api/v1/")
        status, found = self.place.answer(
            self.command, path, dict(parse_qsl(parts.query)), json.loads(raw) if raw else None
        )
        self.place.received.append(
            Received(self.path, self.headers.get("Authorization"), self.headers.get("Host"), raw)
        )
        body = b"" if found is None else json.dumps(found).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET = do_DELETE = handle_any  # noqa: N815 - names the library looks for

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def place() -> Iterator[Place]:
    """A place for the length of a with-block."""
    server = QuietServer(("127.0.0.1", 0), type("Bound", (PlaceHandler,), {}))
    made = Place(server.server_port)
    server.RequestHandlerClass.place = made  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
