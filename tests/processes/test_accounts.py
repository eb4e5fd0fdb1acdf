"""`client add` and `user add`: what they give, while the server runs."""

from collections.abc import Iterator

import pytest

from tests.servers import Server, Site
from tests.tokens import Client

pytestmark = pytest.mark.processes
ZAKEN = "/zaken/api/v1/zaken"
SECRET = "een geheim dat lang genoeg is voor HS256"
SIGN_IN = "from django.contrib.auth import authenticate; "
OTHER = "een ander geheim, ook lang genoeg voor HS256"


@pytest.fixture
def running(server: Server) -> Iterator[tuple[Site, str]]:
    """A served site and its address."""
    yield server.site, server.address


def test_a_running_server_knows_a_client_and_its_new_secret_at_once(running: tuple[Site, str]) -> None:
    site, address = running
    first, second = Client(address, "app", SECRET), Client(address, "app", OTHER)
    assert first.request("GET", ZAKEN).status == 403
    site.zaakwerk("client", "add", "app", "--secret", SECRET, "--all-rights")
    assert first.request("GET", ZAKEN).status == 200
    site.zaakwerk("client", "add", "app", "--secret", OTHER)
    assert (first.request("GET", ZAKEN).status, second.request("GET", ZAKEN).status) == (403, 200)


def test_a_client_without_all_rights_may_nothing_yet(running: tuple[Site, str]) -> None:
    site, address = running
    site.zaakwerk("client", "add", "app", "--secret", SECRET)
    client = Client(address, "app", SECRET)
    assert client.request("GET", "/catalogi/api/v1/zaaktypen").status == 403


def test_a_user_gets_the_password_that_is_shown_once(site: Site) -> None:
    said = site.zaakwerk("user", "add", "b.jansen", "--role", "behandelaar").stdout.splitlines()
    assert said[0] == "Medewerker b.jansen kan inloggen."
    password = said[1].removeprefix("Wachtwoord: ")
    code = f"{SIGN_IN}print(authenticate(username='b.jansen', password={password!r}).username)"
    assert site.zaakwerk("manage", "shell", "-v", "0", "-c", code).stdout == "b.jansen\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("user", "add", "jansen", "--role", "toverkol"), "toverkol"),
        (("user", "add", "met spatie", "--role", "behandelaar"), "naam"),
        (("client", "add", " ", "--secret", SECRET), "client-id"),
        (("client", "add", "app", "--secret", ""), "geheim"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(
    site: Site, arguments: tuple[str, ...], words: str
) -> None:
    done = site.zaakwerk(*arguments, check=False)
    assert (done.returncode, done.stderr.count("\n"), done.stdout) == (1, 1, "")
    assert words in done.stderr
