"""Signing in with a local account: password, second factor, patience, and the way back."""

import base64
import logging
import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django_otp.oath import hotp

from zaakwerk.autorisaties import tweede_factor
from zaakwerk.autorisaties.commands import add_user
from zaakwerk.autorisaties.models import Medewerker, Mislukking
from zaakwerk.zgw import clock

pytestmark = pytest.mark.django_db
PASSWORD = "een-lang-wachtwoord"
SIGN_IN, CODE, SET_UP = "/werk/inloggen", "/werk/inloggen/code", "/werk/inloggen/tweede-factor"


def browser() -> Client:
    return Client(SERVER_NAME="localhost")


def person(name: str = "fatima", role: str = "behandelaar", **values: Any) -> Medewerker:
    """Somebody who can sign in."""
    add_user(name, role, PASSWORD)
    Medewerker.objects.filter(username=name).update(**values)
    return Medewerker.objects.get(username=name)


def attempt(client: Client, name: str = "fatima", password: str = PASSWORD, **more: Any) -> Any:
    return client.post(SIGN_IN, {"username": name, "password": password, **more})


def is_in(client: Client) -> bool:
    return client.get("/werk/account/").status_code == 200


def app_for(someone: Medewerker) -> str:
    """A second factor; gives its secret."""
    secret = tweede_factor.make_secret()
    tweede_factor.set_up(someone, secret, 0)
    return secret


def code_of(secret: str, steps: int = 0) -> str:
    """What the app shows."""
    step = int(time.time()) // tweede_factor.STEP + steps
    return f"{hotp(base64.b32decode(secret), step):06d}"


def test_a_right_password_leads_to_the_page_one_came_from() -> None:
    person()
    client = browser()
    asked = client.get("/werk/zaken/?q=boom")
    assert asked.headers["Location"] == "/werk/inloggen?next=%2Fwerk%2Fzaken%2F%3Fq%3Dboom"
    assert 'value="/werk/zaken/?q=boom"' in client.get(asked.headers["Location"]).content.decode()
    assert attempt(client, next="/werk/zaken/?q=boom").headers["Location"] == "/werk/zaken/?q=boom"
    assert is_in(client)


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:1", "\\\\x"])
def test_signing_in_never_leads_elsewhere(elsewhere: str) -> None:
    person()
    assert attempt(browser(), next=elsewhere).headers["Location"] == "/werk/"


def test_a_form_sent_after_the_session_ended_leads_back_to_the_page_with_the_form() -> None:
    client = browser()
    lost = client.post(
        "/werk/account/overal-uitloggen", headers={"Referer": "http://localhost/werk/account/"}
    )
    assert lost.headers["Location"] == "/werk/inloggen?next=%2Fwerk%2Faccount%2F"
    part = client.get(
        "/werk/zaken/", headers={"HX-Request": "1", "HX-Current-URL": "http://localhost/werk/x/"}
    )
    assert (part.status_code, part.headers["HX-Redirect"]) == (204, "/werk/inloggen?next=%2Fwerk%2Fx%2F")
    foreign = client.post("/werk/account/overal-uitloggen", headers={"Referer": "http://kwaad.example/x"})
    assert foreign.headers["Location"].endswith("next=%2Fwerk%2Faccount%2Foveral-uitloggen")


def test_with_a_second_factor_a_password_alone_opens_nothing() -> None:
    secret = app_for(person())
    client = browser()
    assert attempt(client, next="/werk/zaken/").headers["Location"] == f"{CODE}?next=%2Fwerk%2Fzaken%2F"
    assert not is_in(client)
    assert "Deze code klopt niet" in client.post(CODE, {"code": "000000"}).content.decode()
    right = client.post(CODE, {"code": code_of(secret), "next": "/werk/zaken/"})
    assert right.headers["Location"] == "/werk/zaken/" and is_in(client)


def test_a_code_counts_once_and_only_in_its_time() -> None:
    someone = person()
    secret = app_for(someone)
    code = code_of(secret)
    assert tweede_factor.accepts(someone, f"{code[:3]} {code[3:]}")
    assert not tweede_factor.accepts(someone, code)
    assert not tweede_factor.accepts(someone, code_of(secret, -1))
    assert not tweede_factor.accepts(someone, code_of(secret, 9))
    for odd in ("", "12345", "١٢٣٤٥٦", "abcdef", "1" * 20):
        assert not tweede_factor.accepts(someone, odd)


def test_a_recovery_code_counts_once() -> None:
    someone = person()
    codes = tweede_factor.set_up(someone, tweede_factor.make_secret(), 0)
    assert len(set(codes)) == 10
    assert not someone.herstelcodes.filter(afdruk__in=codes).exists()
    assert tweede_factor.accepts(someone, codes[0].upper().replace("-", " "))
    assert not tweede_factor.accepts(someone, codes[0])
    assert someone.herstelcodes.count() == 9


def test_the_secret_of_the_app_is_not_readable_in_the_database() -> None:
    someone = person()
    secret = app_for(someone)
    factor = tweede_factor.of(someone)
    assert factor is not None and secret not in factor.geheim


def test_who_manages_rights_sets_up_a_second_factor_before_the_first_page() -> None:
    someone = person("ravi", "beheerder")
    client = browser()
    assert attempt(client, "ravi", next="/beheer/").headers["Location"].startswith(SET_UP)
    assert not is_in(client)
    page = client.get(f"{SET_UP}?next=/beheer/").content.decode()
    secret = "".join(re.findall(r"zw-instel__sleutel\">([A-Z2-7 ]+)<", page)[0].split())
    picture = client.get(f"{SET_UP}/qr.svg")
    assert (
        picture.headers["Content-Type"] == "image/svg+xml" and "no-store" in picture.headers["Cache-Control"]
    )
    wrong = client.post(SET_UP, {"code": "000000", "next": "/beheer/"})
    assert wrong.status_code == 400 and not is_in(client)
    done = client.post(SET_UP, {"code": code_of(secret), "next": "/beheer/"})
    assert len(re.findall(r"<code class=\"zw-code\">\w{5}-\w{5}</code>", done.content.decode())) == 10
    assert 'href="/beheer/"' in done.content.decode()
    assert is_in(client) and tweede_factor.of(someone) is not None


def test_the_demo_accounts_do_without_on_this_machine_only() -> None:
    someone = person("ravi", "beheerder", is_voorbeeld=True)
    for host, must in (("localhost:8000", False), ("127.0.0.1", False), ("[::1]:80", False)):
        assert tweede_factor.must_have(someone, host) is must
    assert tweede_factor.must_have(someone, "zaakwerk.gemeente.example")
    assert tweede_factor.must_have(someone, "localhost.kwaad.example")
    assert not tweede_factor.must_have(person(), "zaakwerk.gemeente.example")


def test_the_pages_of_the_second_step_are_for_who_gave_a_password_lately() -> None:
    app_for(person())
    client = browser()
    for address in (CODE, SET_UP):
        assert client.get(address).headers["Location"].startswith(SIGN_IN)
    assert client.get(f"{SET_UP}/qr.svg").status_code == 404
    attempt(client)
    # Somebody with a second factor cannot replace it with the password alone.
    assert client.get(SET_UP).headers["Location"].startswith(SIGN_IN)
    session = client.session
    session["tweede_stap"] = {**session["tweede_stap"], "op": 0}
    session.save()
    assert client.get(CODE).headers["Location"].startswith(SIGN_IN)


def test_who_guesses_waits_and_a_right_password_is_not_looked_at_meanwhile() -> None:
    person()
    client = browser()
    for _ in range(5):
        assert "horen niet bij elkaar" in attempt(client, password="fout").content.decode()
    refused = attempt(client)
    assert refused.status_code == 200 and "te vaak" in refused.content.decode() and not is_in(client)
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert attempt(client).status_code == 302


def test_a_stranger_cannot_lock_out_the_browser_somebody_works_in() -> None:
    person()
    own, stranger = browser(), browser()
    attempt(own)
    own.post("/werk/uitloggen")
    for _ in range(6):
        attempt(stranger, password="fout")
    assert "te vaak" in attempt(stranger).content.decode()
    assert attempt(own).status_code == 302


def test_a_stranger_from_another_address_does_not_stop_a_new_browser() -> None:
    person()
    stranger = Client(SERVER_NAME="localhost", REMOTE_ADDR="203.0.113.9")
    for _ in range(6):
        attempt(stranger, password="fout")
    assert attempt(browser()).status_code == 302


def test_guessing_from_many_addresses_waits_as_well() -> None:
    person()
    for number in range(50):
        attempt(Client(SERVER_NAME="localhost", REMOTE_ADDR=f"203.0.113.{number}"), password="fout")
    assert "te vaak" in attempt(browser()).content.decode()


def test_a_forged_mark_of_a_known_browser_is_worth_nothing() -> None:
    person()
    forger = browser()
    forger.cookies["zaakwerk_bekend"] = "fatima:vervalst"
    for _ in range(5):
        attempt(forger, password="fout")
    assert "te vaak" in attempt(browser()).content.decode()


def test_wrong_codes_wait_too() -> None:
    secret = app_for(person())
    client = browser()
    attempt(client)
    for _ in range(5):
        client.post(CODE, {"code": "000000"})
    assert "te vaak" in client.post(CODE, {"code": code_of(secret)}).content.decode()
    assert not is_in(client)


def test_failures_are_forgotten_after_a_day() -> None:
    attempt(browser(), "niemand")
    with clock.at(clock.now() + timedelta(days=2)):
        attempt(browser(), "ander")
    assert Mislukking.objects.count() == 2


def test_attempts_are_logged_without_secrets(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "zaakwerk.autorisaties.remming")
    person()
    attempt(browser(), password="fout-en-geheim")
    attempt(browser(), "mijn-wachtwoord-in-het-verkeerde-veld", "x")
    attempt(browser())
    said = [record for record in caplog.records if record.name == "zaakwerk.autorisaties.remming"]
    assert [record.getMessage() for record in said] == [
        "sign-in of fatima: wrong password",
        "sign-in of an unknown name: wrong password",
        "sign-in of fatima: signed in",
    ]


@pytest.mark.parametrize("name", ["nul\x00", "x" * 5000, "", "'; --"])
def test_odd_names_are_refused_like_every_other(name: str) -> None:
    assert attempt(browser(), name).status_code == 200


def test_who_is_deactivated_between_password_and_code_stays_out() -> None:
    someone = person()
    secret = app_for(someone)
    client = browser()
    attempt(client)
    Medewerker.objects.update(is_active=False)
    assert client.post(CODE, {"code": code_of(secret)}).headers["Location"].startswith(SIGN_IN)


def test_a_session_lives_while_it_is_used_and_ends_after_a_working_day() -> None:
    client = browser()
    client.force_login(person())
    begun = client.session["aangemeld_op"]
    session = client.session
    session["vernieuwd_op"] = begun - 1000
    session.save()
    assert is_in(client) and client.session["vernieuwd_op"] >= begun
    session = client.session
    session["aangemeld_op"] = begun - 12 * 3600 - 1
    session.save()
    assert not is_in(client)


def test_signing_out_everywhere_ends_every_browser() -> None:
    someone, browsers = person(), [browser(), browser()]
    for client in browsers:
        client.force_login(someone)
    browsers[0].post("/werk/account/overal-uitloggen")
    assert [is_in(client) for client in browsers] == [False, False]


def test_changing_the_password_keeps_this_browser_and_ends_the_others() -> None:
    someone, browsers = person(), [browser(), browser()]
    for client in browsers:
        client.force_login(someone)
    data = {"old_password": PASSWORD, "new_password1": "kort", "new_password2": "kort"}
    assert browsers[0].post("/werk/account/wachtwoord", data).status_code == 400
    data |= {"new_password1": "paard-batterij-nietje", "new_password2": "paard-batterij-nietje"}
    assert browsers[0].post("/werk/account/wachtwoord", data).status_code == 302
    assert [is_in(client) for client in browsers] == [True, False]


def test_the_admin_has_no_sign_in_of_its_own() -> None:
    client = browser()
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == "/werk/inloggen?next=/admin/"
    client.force_login(person())
    assert client.get("/admin/login/?next=/admin/").status_code == 403


def test_new_recovery_codes_replace_the_old_ones() -> None:
    someone = person()
    client = browser()
    client.force_login(someone)
    assert client.post("/werk/account/herstelcodes").status_code == 302
    old = tweede_factor.set_up(someone, tweede_factor.make_secret(), 0)
    assert client.post("/werk/account/herstelcodes").status_code == 200
    assert not tweede_factor.accepts(someone, old[0])
