"""Outbound calls against real servers: only where the operator allows, never longer or larger than agreed."""

import datetime
import ipaddress
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from zaakwerk.zgw import outbound
from zaakwerk.zgw.outbound import CallFailed, call, is_public, listed, may_connect
from zaakwerk.zgw.tests.listeners import listening, raw_server


@pytest.fixture
def hosts(settings: Any) -> list[str]:
    """What may be called; empty until a test adds to it."""
    settings.OUTBOUND_HOSTS = []
    found: list[str] = settings.OUTBOUND_HOSTS
    return found


def failure(url: str, **options: Any) -> str:
    """The Dutch reason why a call failed."""
    with pytest.raises(CallFailed) as raised:
        call("POST", url, **options)
    return str(raised.value)


def test_a_listed_host_is_called_with_headers_and_body(hosts: list[str]) -> None:
    with listening(lambda got: 201) as listener:
        hosts.append(listener.entry)
        listener.body = b'{"ok": true}'
        answer = call("POST", f"{listener.url}?a=b", headers={"Authorization": "Bearer x"}, body=b"{}")
    got = listener.received[0]
    assert (answer.status, answer.body, answer.is_success, answer.is_whole) == (
        201,
        b'{"ok": true}',
        True,
        True,
    )
    assert (got.path, got.authorization, got.body) == ("/meldingen?a=b", "Bearer x", b"{}")
    assert got.host == listener.entry


def test_an_unlisted_host_is_never_connected_to(hosts: list[str]) -> None:
    with listening() as listener:
        words = failure(listener.url)
        hosts.append(f"127.0.0.1:{listener.port + 1}")
        assert "ZAAKWERK_OUTBOUND_HOSTS" in failure(listener.url)
    assert words.startswith(f"Zaakwerk mag {listener.entry} niet aanroepen")
    assert listener.received == []


def test_a_name_counts_as_it_is_listed_and_is_resolved_once(hosts: list[str], monkeypatch: Any) -> None:
    asked = []
    real = socket.getaddrinfo

    def spy(*args: Any, **options: Any) -> Any:
        asked.append(args[0])
        return real(*args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", spy)
    with listening() as listener:
        hosts.append(f"localhost:{listener.port}")
        assert call("POST", f"http://LOCALHOST:{listener.port}/").status == 204
        assert listener.received[0].host == f"localhost:{listener.port}"
        assert "niet aanroepen" in failure(listener.url)
    assert asked.count("localhost") == 1


def test_a_redirect_is_not_followed(hosts: list[str]) -> None:
    with listening() as inside, listening(lambda got: 302) as listener:
        hosts += [listener.entry, inside.entry]
        listener.headers["Location"] = inside.url
        answer = call("POST", listener.url)
    assert (answer.status, answer.is_success) == (302, False)
    assert "doorverwijzing" in str(answer)
    assert inside.received == []


def test_a_refused_connection_is_said_plainly(hosts: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    hosts.append(f"127.0.0.1:{port}")
    assert failure(f"http://127.0.0.1:{port}/") == f"127.0.0.1:{port} neemt geen verbinding aan."


def silence(connection: socket.socket) -> None:
    """Says nothing."""
    time.sleep(1)


def drip_headers(connection: socket.socket) -> None:
    """An endless header, a byte at a time: no single read ever takes long."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(30):
        connection.sendall(b"a")
        time.sleep(0.05)


def drip_body(connection: socket.socket) -> None:
    """A body of unknown length, a byte at a time."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    for _ in range(30):
        connection.sendall(b"a")
        time.sleep(0.05)


@pytest.mark.parametrize("speak", [silence, drip_headers, drip_body])
def test_a_slow_server_is_left_at_the_deadline(hosts: list[str], speak: Any) -> None:
    with raw_server(speak) as entry:
        hosts.append(entry)
        begin = time.monotonic()
        words = failure(f"http://{entry}/", seconds=0.4)
        assert 0.3 < time.monotonic() - begin < 1.5
    assert words == f"{entry} antwoordt niet op tijd."


def test_a_huge_answer_is_read_up_to_the_limit(hosts: list[str]) -> None:
    sent = []

    def pour(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4000000000\r\n\r\n")
        for _ in range(4000):
            connection.sendall(b"x" * 1_000_000)
            sent.append(1)

    with raw_server(pour) as entry:
        hosts.append(entry)
        answer = call("GET", f"http://{entry}/", limit=1000)
    assert (answer.status, len(answer.body), answer.is_whole) == (200, 1000, False)
    assert len(sent) < 100


@pytest.mark.parametrize(
    "said", [b"", b"dit is geen http\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nkort"]
)
def test_what_is_no_whole_answer_is_a_failure(hosts: list[str], said: bytes) -> None:
    with raw_server(lambda connection: connection.sendall(said)) as entry:
        hosts.append(entry)
        assert failure(f"http://{entry}/").startswith(f"De verbinding met {entry} mislukt")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "http://",
        "127.0.0.1/x",
        "http://naam:wachtwoord@127.0.0.1/",
        "http://[::1/",
        "http://127.0.0.1:99999/",
        "",
    ],
)
def test_what_is_no_plain_url_is_refused(hosts: list[str], url: str) -> None:
    hosts.append("127.0.0.1")
    assert failure(url).startswith("Het adres ")


@pytest.mark.parametrize(
    "url", ["http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://127.0.0.1./"]
)
def test_other_spellings_of_an_address_are_not_the_listed_one(hosts: list[str], url: str) -> None:
    hosts.append("127.0.0.1")
    assert "niet aanroepen" in failure(url)


def test_a_name_that_does_not_exist_is_said_plainly(hosts: list[str]) -> None:
    hosts.append("bestaat-niet.invalid")
    assert failure("http://bestaat-niet.invalid/") == "De naam bestaat-niet.invalid is niet bekend."


def test_a_header_that_cannot_be_sent_is_a_failure(hosts: list[str]) -> None:
    with listening() as listener:
        hosts.append(listener.entry)
        failure(listener.url, headers={"Authorization": "a\r\nX-Evil: b"})
    assert listener.received == []


def test_an_entry_without_port_means_80_and_443() -> None:
    assert listed(("Voorbeeld.nl", "ander.nl:8443", "[::1]:8000", "fd00::1", "10.0.0.1")) == {
        ("voorbeeld.nl", 80),
        ("voorbeeld.nl", 443),
        ("ander.nl", 8443),
        ("::1", 8000),
        ("fd00::1", 80),
        ("fd00::1", 443),
        ("10.0.0.1", 80),
        ("10.0.0.1", 443),
    }


@pytest.mark.parametrize("entry", ["host:abc", "a b", "https://", ":8080", "[::1", "*"])
def test_an_entry_that_is_no_host_allows_nothing(hosts: list[str], entry: str) -> None:
    hosts.append(entry)
    assert "niet aanroepen" in failure("http://127.0.0.1/")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
    ],
)
def test_an_address_inside_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"]
)
def test_an_address_on_the_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("host", "address", "may"),
    [
        ("voorbeeld.nl", "93.184.215.14", True),
        ("voorbeeld.nl", "10.0.0.5", False),
        ("voorbeeld.nl", "127.0.0.1", False),
        ("voorbeeld.nl", "10.0.0.6", True),
        ("10.0.0.6", "10.0.0.6", True),
        ("openformulieren", "10.0.0.5", True),
        ("portaal.internal", "10.0.0.5", True),
        ("localhost", "127.0.0.1", True),
    ],
)
def test_a_public_name_never_leads_inside_unless_that_address_is_listed(
    hosts: list[str], host: str, address: str, may: bool
) -> None:
    hosts += ["voorbeeld.nl", "10.0.0.6"]
    assert may_connect(host, 443, address) is may


def test_a_public_name_that_resolves_inside_is_refused(hosts: list[str], monkeypatch: Any) -> None:
    with listening() as listener:
        hosts.append(f"voorbeeld.nl:{listener.port}")
        found = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", listener.port))
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: [found])
        words = failure(f"http://voorbeeld.nl:{listener.port}/")
    assert words.startswith("voorbeeld.nl verwijst naar een adres in het eigen netwerk (127.0.0.1)")
    assert listener.received == []


def certificate(directory: Path, name: str) -> Path:
    """A self-signed certificate with its key for one name, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    own = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = directory / f"{name}.pem"
    path.write_bytes(own + made.public_bytes(pem))
    return path


@contextmanager
def trusting(path: Path, monkeypatch: Any) -> Iterator[None]:
    """A machine whose operator named an authority of their own."""
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    outbound.tls.cache_clear()
    yield
    outbound.tls.cache_clear()


def server_context(path: Path) -> ssl.SSLContext:
    """TLS for a listener."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def test_a_certificate_that_is_not_trusted_is_refused(hosts: list[str], tmp_path: Path) -> None:
    path = certificate(tmp_path, "localhost")
    with listening(tls=server_context(path)) as listener:
        hosts.append(f"localhost:{listener.port}")
        words = failure(f"https://localhost:{listener.port}/")
    assert words.startswith(f"Het certificaat van localhost:{listener.port} wordt niet vertrouwd")
    assert listener.received == []


@pytest.mark.parametrize(("name", "is_right"), [("localhost", True), ("ander.test", False)])
def test_a_certificate_counts_for_the_name_that_was_asked(
    hosts: list[str], tmp_path: Path, monkeypatch: Any, name: str, is_right: bool
) -> None:
    path = certificate(tmp_path, name)
    with listening(tls=server_context(path)) as listener, trusting(path, monkeypatch):
        hosts.append(f"localhost:{listener.port}")
        url = f"https://localhost:{listener.port}/"
        if is_right:
            assert call("POST", url).status == 204
        else:
            assert "wordt niet vertrouwd" in failure(url)
