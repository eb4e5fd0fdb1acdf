"""Signing in with the organisation's own account, against a real OpenID provider on loopback."""

import base64
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
import urllib3
from django.test import Client

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.commands import add_user
from zaakwerk.autorisaties.models import Groep, Medewerker, Toekenning
from zaakwerk.autorisaties.oidc import client as protocol
from zaakwerk.zgw.models import AuditRegel

pytestmark = [
    pytest.mark.django_db,
    # The provider's own libraries, not ours.
    pytest.mark.filterwarnings("ignore"),
]
START, BACK = "/werk/inloggen/organisatie", "/werk/inloggen/organisatie/terug"
SUB = "8d1f5a0e-fatima"


@contextmanager
def running(settings: Any, **options: Any) -> Iterator[str]:
    """A provider, and Zaakwerk told about it; gives the issuer."""
    from oidc_provider_mock import User, run_server_in_thread

    claims = {
        "given_name": "Fatima",
        "family_name": "el Amrani",
        "preferred_username": "fatima",
        "email": "fatima@zonnedael.example",
        "groepen": ["zw-vergunningen", "iets-anders"],
    }
    with run_server_in_thread(user_claims=[User(sub=SUB, claims=claims)], **options) as server:
        issuer = f"http://localhost:{server.server_port}"
        settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = issuer, "zaakwerk", "g"
        settings.OIDC_GROUPS_CLAIM = "groepen"
        settings.OUTBOUND_HOSTS = [f"localhost:{server.server_port}", f"127.0.0.1:{server.server_port}"]
        forget()
        yield issuer
        forget()


def forget() -> None:
    """What was kept of a provider before."""
    protocol.discovered.cache_clear()
    protocol.keys_of.cache_clear()


@pytest.fixture
def issuer(settings: Any) -> Iterator[str]:
    with running(settings) as found:
        yield found


def browser() -> Client:
    return Client(SERVER_NAME="localhost")


def at_the_provider(address: str, **form: str) -> str:
    """What the person does there; gives the address the browser is sent back to, without the host."""
    body = urlencode(form or {"sub": SUB})
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = urllib3.request("POST", address, body=body, headers=headers, redirect=False)
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def sign_in(client: Client, spoil: Callable[[Client], None] | None = None, **form: str) -> Any:
    """There and back; `spoil` changes something while the person is away."""
    there = client.get(f"{START}?next=/werk/account/").headers["Location"]
    back = at_the_provider(there, **form)
    if spoil:
        spoil(client)
    return client.get(back)


def change_nonce(client: Client) -> None:
    """Makes the session remember another nonce."""
    session = client.session
    ((state, kept),) = session["oidc_begonnen"].items()
    session["oidc_begonnen"] = {state: ["anders", *kept[1:]]}
    session.save()


def test_an_employee_signs_in_and_gets_the_teams_the_provider_names(issuer: str) -> None:
    team = Groep.objects.create(naam="Vergunningen", claim="zw-vergunningen")
    Groep.objects.create(naam="Zonder claim")
    Toekenning.objects.create(rol="behandelaar", groep=team)
    client = browser()
    assert "Inloggen met uw organisatieaccount" in client.get("/werk/inloggen").content.decode()
    assert sign_in(client).headers["Location"] == "/werk/account/"
    made = Medewerker.objects.get()
    assert (made.username, str(made), made.onderwerp) == ("fatima", "Fatima el Amrani", f"{issuer} {SUB}")
    assert not made.has_usable_password()
    assert [found.naam for found in made.groepen.all()] == ["Vergunningen"]
    assert accounts.actor_of(made).may_any("zrc", frozenset({"zaken.bijwerken"}))
    assert AuditRegel.objects.filter(hoofd_uuid=made.uuid, applicatie_id="oidc").count() == 2
    assert client.get("/werk/account/").status_code == 200


def test_the_same_subject_is_the_same_employee_and_leaves_teams_the_provider_leaves(issuer: str) -> None:
    sign_in(browser())
    made = Medewerker.objects.get()
    stays = Groep.objects.create(naam="Van hier")
    goes = Groep.objects.create(naam="Was daar", claim="zw-vroeger")
    made.groepen.add(stays, goes)
    sign_in(browser())
    assert Medewerker.objects.count() == 1
    assert set(made.groepen.all()) == {stays}


def test_a_local_account_with_the_same_name_or_address_is_somebody_else(issuer: str) -> None:
    add_user("fatima", "beheerder")
    Medewerker.objects.update(email="fatima@zonnedael.example")
    sign_in(browser())
    stranger = Medewerker.objects.exclude(onderwerp="").get()
    assert stranger.username.startswith("oidc-")
    assert not accounts.actor_of(stranger).grants


def test_an_unknown_employee_comes_in_without_any_right(issuer: str) -> None:
    client = browser()
    assert sign_in(client, sub="vreemde").status_code == 302
    assert Medewerker.objects.get().onderwerp.endswith(" vreemde")
    assert client.get("/werk/zaken/").status_code == 403


def test_who_is_deactivated_is_refused(issuer: str) -> None:
    sign_in(browser())
    Medewerker.objects.update(is_active=False)
    client = browser()
    refused = sign_in(client)
    assert refused.status_code == 403 and "uitgezet" in refused.content.decode()
    assert client.get("/werk/account/").status_code == 302


def test_a_wrong_nonce_is_refused(issuer: str) -> None:
    client = browser()
    refused = sign_in(client, change_nonce)
    assert refused.status_code == 403 and "klopt niet" in refused.content.decode()
    assert not Medewerker.objects.exists()


def test_a_wrong_state_is_refused_and_a_right_one_counts_once(issuer: str) -> None:
    client = browser()
    there = client.get(START).headers["Location"]
    back = at_the_provider(there)
    assert browser().get(back).status_code == 403
    assert client.get(back.replace("state=", "state=x")).status_code == 403
    assert client.get(back).status_code == 302
    client.post("/werk/uitloggen")
    assert client.get(back).status_code == 403


def test_the_request_carries_a_pkce_challenge_that_fits_the_verifier(issuer: str) -> None:
    client = browser()
    asked = parse_qs(urlsplit(client.get(START).headers["Location"]).query)
    ((state, (nonce, verifier, _)),) = client.session["oidc_begonnen"].items()
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    assert (asked["code_challenge"], asked["code_challenge_method"]) == ([digest], ["S256"])
    assert (asked["state"], asked["nonce"]) == ([state], [nonce])
    assert asked["redirect_uri"] == [f"http://localhost{BACK}"]


def test_an_expired_token_is_refused(settings: Any) -> None:
    with running(settings, access_token_max_age=timedelta(seconds=-120)):
        refused = sign_in(browser())
        assert refused.status_code == 403 and "klopt niet" in refused.content.decode()
    assert not Medewerker.objects.exists()


def token_from(issuer: str, audience: str = "zaakwerk") -> tuple[str, str]:
    """An id token of the provider under the name it is asked by; and its nonce."""
    provider = protocol.Provider(issuer, audience, "g")
    there, begun = protocol.begin(provider, f"http://localhost{BACK}")
    code = parse_qs(urlsplit(at_the_provider(there)).query)["code"][0]
    found = protocol.finish(provider, begun, f"http://localhost{BACK}", code)
    return found.id_token, begun.nonce


def test_a_token_of_another_issuer_or_for_another_party_is_refused(issuer: str) -> None:
    ours = protocol.Provider(issuer, "zaakwerk", "g")
    token, nonce = token_from(issuer)
    assert protocol.check(ours, nonce, token)["sub"] == SUB
    elsewhere, nonce_elsewhere = token_from(issuer.replace("localhost", "127.0.0.1"))
    with pytest.raises(protocol.Refused, match="[Ii]ssuer"):
        protocol.check(ours, nonce_elsewhere, elsewhere)
    other, nonce_other = token_from(issuer, "een-ander")
    with pytest.raises(protocol.Refused, match="[Aa]udience"):
        protocol.check(ours, nonce_other, other)


def test_an_unsigned_or_forged_token_is_refused(issuer: str) -> None:
    ours = protocol.Provider(issuer, "zaakwerk", "g")
    claims = {"iss": issuer, "sub": SUB, "aud": "zaakwerk", "iat": 1, "exp": 9999999999, "nonce": "n"}
    key = "een-sleutel-die-lang-genoeg-is-voor-hs256"
    for forged in (jwt.encode(claims, "", "none"), jwt.encode(claims, key, "HS256"), "a.b.c", ""):
        with pytest.raises(protocol.Refused):
            protocol.check(ours, "n", forged)


def test_discovery_that_speaks_of_another_issuer_is_not_believed(settings: Any, issuer: str) -> None:
    settings.OIDC_ISSUER = f"{issuer}/"
    answer = browser().get(START)
    assert answer.status_code == 503 and "geen antwoord" in answer.content.decode()


def test_who_says_no_at_the_provider_hears_it_in_plain_words(issuer: str) -> None:
    client = browser()
    refused = sign_in(client, action="deny")
    assert (
        refused.status_code == 403 and "afgebroken" in refused.content.decode() or refused.status_code == 403
    )


def test_a_provider_that_is_down_gives_a_plain_page_and_local_accounts_still_work(settings: Any) -> None:
    settings.OIDC_ISSUER, settings.OIDC_CLIENT_ID = "http://localhost:9", "zaakwerk"
    settings.OUTBOUND_HOSTS = ["localhost:9"]
    forget()
    answer = browser().get(START)
    assert answer.status_code == 503 and "Probeer het later opnieuw" in answer.content.decode()
    add_user("nood", "behandelaar", "een-lang-wachtwoord")
    client = browser()
    data = {"username": "nood", "password": "een-lang-wachtwoord"}
    assert client.post("/werk/inloggen", data).status_code == 302
    client.force_login(Medewerker.objects.get())
    session = client.session
    session["oidc_id_token"] = "x"
    session.save()
    assert client.post("/werk/uitloggen").headers["Location"] == "/werk/inloggen"


def test_without_a_provider_there_is_no_such_page() -> None:
    client = browser()
    assert client.get(START).status_code == 404
    assert client.get(BACK).status_code == 404
    assert "organisatieaccount" not in client.get("/werk/inloggen").content.decode()


def test_signing_out_ends_the_session_at_the_provider_too(issuer: str) -> None:
    client = browser()
    sign_in(client)
    left = client.post("/werk/uitloggen").content.decode()
    assert f'content="0;url={issuer}/oauth2/end_session?id_token_hint=' in left
    assert client.get("/werk/account/").status_code == 302
