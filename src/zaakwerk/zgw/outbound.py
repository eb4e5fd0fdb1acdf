"""Outbound: the only way out; calls to listed hosts, on an address that was checked, within time and size."""

import contextlib
import ipaddress
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from http.client import HTTPException
from time import monotonic
from typing import NamedTuple

import urllib3
from django.conf import settings
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import Url, parse_url

CONNECT_SECONDS, TOTAL_SECONDS = 3.0, 10.0
MAX_ANSWER = 1024 * 1024
DEFAULT_PORTS = {"http": 80, "https": 443}
# Names that exist only inside a network: who lists one means an address inside.
INSIDE_SUFFIXES = ("localhost", "local", "internal", "intranet", "lan", "home.arpa", "test")
NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# What a connection may end in; ValueError is a header that cannot be sent.
ERRORS = (urllib3.exceptions.HTTPError, HTTPException, OSError, ValueError)


class CallFailed(Exception):
    """No answer was had; the message is one Dutch sentence for the operator or the client."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, and the body as far as it was read."""

    status: int
    body: bytes = b""
    is_whole: bool = True

    @property
    def is_success(self) -> bool:
        """2xx; a redirect is not followed and is no success."""
        return 200 <= self.status < 300

    def __str__(self) -> str:
        words = " (een doorverwijzing wordt niet gevolgd)" if 300 <= self.status < 400 else ""
        return f"HTTP {self.status}{words}"


class Place(NamedTuple):
    """Where a call goes: the parts of its URL, and the one address that was checked."""

    scheme: str
    host: str
    port: int
    target: str
    address: str

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def host_header(self) -> str:
        """The name the server knows itself by."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == DEFAULT_PORTS[self.scheme] else f"{name}:{self.port}"


def call(
    method: str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    limit: int = MAX_ANSWER,
    seconds: float = TOTAL_SECONDS,
) -> Answer:
    """Calls a URL on a listed host and reads at most `limit` bytes, all within `seconds`.

    Raises CallFailed. Redirects are never followed; the answer of a server that is there is never an error.
    """
    deadline = monotonic() + seconds
    target = read_url(url)
    last = CallFailed("")
    for place in places(target):
        try:
            connection = connect(place, deadline)
        except CallFailed as failure:
            last = failure
            continue
        sent = {"Host": place.host_header, "User-Agent": "Zaakwerk", **(headers or {})}
        return exchange(connection, place, Request(method, sent, body, limit), deadline)
    raise last


class Request(NamedTuple):
    """What is sent, and how much of the answer is wanted."""

    method: str
    headers: Mapping[str, str]
    body: bytes | None
    limit: int


def read_url(url: str) -> Url:
    """The parts of an http(s) URL, read once for both the check and the call."""
    try:
        parts = parse_url(url)
    except urllib3.exceptions.LocationParseError:
        raise CallFailed("Het adres is geen geldige URL.") from None
    if parts.scheme not in DEFAULT_PORTS or not parts.host:
        raise CallFailed("Het adres is geen geldige http- of https-URL.")
    if parts.auth:
        raise CallFailed("Het adres mag geen naam en wachtwoord bevatten.")
    return parts


def places(parts: Url) -> list[Place]:
    """Every address that may be called for a URL, in the order of the resolver; never empty."""
    scheme, host = str(parts.scheme), str(parts.host).strip("[]").lower()
    port = parts.port or DEFAULT_PORTS[scheme]
    if not is_listed(host, port):
        raise CallFailed(
            f"Zaakwerk mag {host}:{port} niet aanroepen. "
            "Een beheerder kan dit adres toevoegen aan ZAAKWERK_OUTBOUND_HOSTS."
        )
    addresses = resolve(host, port)
    allowed = [address for address in addresses if may_connect(host, port, address)]
    if not allowed:
        raise CallFailed(
            f"{host} verwijst naar een adres in het eigen netwerk ({addresses[0]}). "
            "Een beheerder kan ook dat adres toevoegen aan ZAAKWERK_OUTBOUND_HOSTS."
        )
    return [Place(scheme, host, port, parts.request_uri, address) for address in allowed]


@lru_cache(maxsize=8)
def listed(entries: tuple[str, ...]) -> frozenset[tuple[str, int]]:
    """The hosts of the setting with their ports."""
    return frozenset(place for entry in entries for place in read_entry(entry))


def read_entry(entry: str) -> list[tuple[str, int]]:
    """One `host` (ports 80 and 443) or `host:port`; an entry that is neither allows nothing."""
    is_bare_ipv6 = entry.count(":") > 1 and not entry.startswith("[")
    try:
        parts = parse_url(f"//[{entry}]" if is_bare_ipv6 else f"//{entry}")
    except urllib3.exceptions.LocationParseError:
        return []
    host = str(parts.host or "").strip("[]").lower()
    return [(host, port) for port in ([parts.port] if parts.port else DEFAULT_PORTS.values()) if host]


def is_listed(host: str, port: int) -> bool:
    """Whether the operator listed this host with this port."""
    return (host, port) in listed(tuple(settings.OUTBOUND_HOSTS))


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, asked once: the one that is checked is the one that is called."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CallFailed(f"De naam {host} is niet bekend.") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def may_connect(host: str, port: int, address: str) -> bool:
    """Whether an address may be called: a public one, or one inside that is listed or has an inside name."""
    if is_public(ipaddress.ip_address(address.partition("%")[0])):
        return True
    is_inside_name = "." not in host or host.endswith(tuple(f".{suffix}" for suffix in INSIDE_SUFFIXES))
    return is_inside_name or is_listed(address, port)


def is_public(address: Address) -> bool:
    """Whether an address lies on the internet: not private, loopback, link-local, multicast or mapped."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in NAT64:
            return False
    return address.is_global and not address.is_multicast


@lru_cache(maxsize=1)
def tls() -> ssl.SSLContext:
    """The machine's trusted authorities, or those of SSL_CERT_FILE; certificates are always checked."""
    return ssl.create_default_context()


def connect(place: Place, deadline: float) -> HTTPConnection:
    """A connection to the checked address, with the certificate of the name."""
    seconds = min(CONNECT_SECONDS, deadline - monotonic())
    if seconds <= 0:
        raise too_slow(place)
    connection = (
        HTTPSConnection(
            place.address,
            place.port,
            timeout=seconds,
            server_hostname=place.host,
            ssl_context=tls(),
        )
        if place.scheme == "https"
        else HTTPConnection(place.address, place.port, timeout=seconds)
    )
    try:
        connection.connect()
    except ERRORS as error:
        connection.close()
        raise CallFailed(reason(error, place)) from None
    return connection


def exchange(connection: HTTPConnection, place: Place, request: Request, deadline: float) -> Answer:
    """Sends and reads; a timer ends what dawdles, for a time-out per read does not stop a slow drip."""
    watch = Watch(connection.sock, deadline)
    try:
        connection.timeout = watch.seconds
        connection.request(
            request.method,
            place.target,
            request.body,
            request.headers,
            preload_content=False,
            decode_content=False,
        )
        response = connection.getresponse()
        body = read_up_to(response, request.limit + 1)
    except ERRORS as error:
        raise too_slow(place) if watch.has_ended else CallFailed(reason(error, place)) from None
    finally:
        watch.timer.cancel()
        connection.close()
    if watch.has_ended:
        raise too_slow(place)
    return Answer(response.status, body[: request.limit], len(body) <= request.limit)


def read_up_to(response: urllib3.response.HTTPResponse, size: int) -> bytes:
    """The body, or its first bytes; raises when the server stops before it said it would."""
    body = b""
    while len(body) < size and (part := response.read(size - len(body), decode_content=False)):
        body += part
    return body


class Watch:
    """Shuts a socket at the deadline, whoever is reading from it."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self.sock = sock
        self.has_ended = False
        self.seconds = max(deadline - monotonic(), 0.001)
        self.timer = threading.Timer(self.seconds, self.end)
        self.timer.daemon = True
        self.timer.start()

    def end(self) -> None:
        """Wakes the reader; below TLS, which would wait for the other side."""
        self.has_ended = True
        with contextlib.suppress(OSError):
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)


def too_slow(place: Place) -> CallFailed:
    """The failure of a call that took too long."""
    return CallFailed(f"{place} antwoordt niet op tijd.")


def reason(error: Exception, place: Place) -> str:
    """What went wrong, in plain Dutch."""
    causes = (error, error.__cause__, error.__context__)
    if any(isinstance(cause, urllib3.exceptions.SSLError | ssl.SSLError) for cause in causes):
        return f"Het certificaat van {place} wordt niet vertrouwd of de versleuteling mislukt."
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return f"{place} neemt geen verbinding aan."
    if any(isinstance(cause, urllib3.exceptions.TimeoutError | TimeoutError) for cause in causes):
        return f"{place} antwoordt niet op tijd."
    return f"De verbinding met {place} mislukt ({type(error).__name__})."
