"""The operators' pages on messages: who sees them, what they show, and what they do; without a script."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from zaakwerk.autorisaties.commands import add_user
from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.heartbeat import Heartbeat
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.tests.outbox import AUTH, publish, subscribe
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.tests.listeners import Listener, listening, wants

pytestmark = pytest.mark.django_db
OVERZICHT = "/beheer/berichten/"


def browser(role: str) -> Client:
    """A browser in which an employee with this role is signed in."""
    add_user(f"mw-{role}", role)
    client = Client(SERVER_NAME="localhost")
    client.force_login(Medewerker.objects.get(username=f"mw-{role}"))
    return client


@pytest.fixture
def operator() -> Client:
    """The browser of a functioneel beheerder."""
    return browser("functioneel_beheerder")


@pytest.fixture
def subscriber(settings: Any) -> Iterator[Listener]:
    """A subscriber that answers."""
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        yield listener


def given_up(abonnement: Abonnement, count: int) -> None:
    """So many messages that a subscriber never got."""
    for number in range(count):
        publish(f"zaak{number}", number)
    distribute()
    rows = Aflevering.objects.filter(abonnement=abonnement)
    rows.update(opgegeven_op=now(), pogingen=30, laatste_antwoord="HTTP 500 <b>stuk</b>")


def address(name: str, abonnement: Abonnement) -> str:
    """A page or action of a subscriber."""
    return reverse(f"berichten:{name}", args=[abonnement.uuid])


def text(response: Any) -> str:
    """A page that was shown."""
    assert response.status_code == 200
    shown: str = response.content.decode()
    assert BASE not in shown and AUTH not in shown
    return shown


def test_only_who_may_manage_subscriptions_sees_the_pages_and_acts() -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    pages = [OVERZICHT, address("abonnee", abonnement)]
    actions = [address(name, abonnement) for name in ("opnieuw", "nu", "proef")]
    stranger, clerk = Client(SERVER_NAME="localhost"), browser("behandelaar")
    for page in pages:
        assert stranger.get(page).headers["Location"].startswith("/werk/inloggen")
        answer = clerk.get(page)
        assert answer.status_code == 403 and "notificaties.consumeren" in answer.content.decode()
    for action in actions:
        assert stranger.post(action).headers["Location"].startswith("/werk/inloggen")
        assert clerk.post(action).status_code == 403
    operator = browser("functioneel_beheerder")
    assert all(operator.get(action).status_code == 405 for action in actions)
    assert operator.get(address("abonnee", abonnement)[:-2] + "0/").status_code in (200, 404)


def test_the_overview_shows_queues_lag_and_how_each_subscriber_is_doing(operator: Client) -> None:
    well, ill = subscribe("http://127.0.0.1:9/goed"), subscribe("http://127.0.0.1:9/ziek", "zaken")
    publish()
    distribute()
    publish("nog-niet-verdeeld")
    Aflevering.objects.filter(abonnement=ill).update(aangemaakt_op=now() - timedelta(hours=3))
    Abonnement.objects.filter(pk=ill.pk).update(mislukkingen=7, rust_tot=now() + timedelta(minutes=1))
    Heartbeat(now()).beat(now())
    shown = text(operator.get(OVERZICHT))
    assert well.callback_url in shown and ill.callback_url in shown
    assert "Werkt" in shown and "In pauze" in shown
    assert "oudste al 3 uur" in shown
    assert "Er wordt nu niets afgeleverd" not in shown


def test_the_overview_says_so_when_nobody_delivers(operator: Client) -> None:
    shown = text(operator.get(OVERZICHT))
    assert "Er wordt nu niets afgeleverd" in shown and "Er zijn nog geen abonnees" in shown


def test_the_page_of_a_subscriber_shows_the_answers_received(operator: Client) -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    given_up(abonnement, 2)
    publish("wacht")
    distribute()
    shown = text(operator.get(address("abonnee", abonnement)))
    assert "HTTP 500 &lt;b&gt;stuk&lt;/b&gt;" in shown
    assert "/zaken/api/v1/zaken/zaak1" in shown and "1 bericht wacht" in shown
    assert "Verzend alle 2 opnieuw" in shown


def test_one_a_selection_or_all_are_sent_again(operator: Client) -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    given_up(abonnement, 4)
    keys = list(Aflevering.objects.order_by("id").values_list("pk", flat=True))
    action = address("opnieuw", abonnement)
    for data, left in (
        ({"bericht": [keys[2]]}, {keys[0], keys[1], keys[3]}),
        ({"bericht": [keys[0], "x", "9" * 30, "٣"]}, {keys[1], keys[3]}),
        ({}, {keys[1], keys[3]}),
        ({"alles": "ja"}, set()),
    ):
        answer = operator.post(action, data, follow=True)
        assert answer.redirect_chain == [(address("abonnee", abonnement), 302)]
        rows = Aflevering.objects.filter(opgegeven_op__isnull=False)
        assert set(rows.values_list("pk", flat=True)) == left
    assert "2 berichten worden opnieuw verzonden" in text(answer)


def test_without_a_choice_the_page_says_what_to_do(operator: Client) -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    assert "Kies eerst" in text(operator.post(address("opnieuw", abonnement), follow=True))


def test_a_test_message_shows_the_answer(operator: Client, subscriber: Listener) -> None:
    abonnement = subscribe(subscriber.url)
    assert "aangenomen: HTTP 204" in text(operator.post(address("proef", abonnement), follow=True))
    subscriber.answer = lambda got: 503
    shown = text(operator.post(address("proef", abonnement), follow=True))
    assert "niet aangenomen: HTTP 503" in shown and "Hapert" in shown


def test_trying_now_ends_the_pause(operator: Client) -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    Abonnement.objects.update(mislukkingen=7, rust_tot=now() + timedelta(minutes=1))
    assert "7 pogingen achter elkaar" in text(operator.get(address("abonnee", abonnement)))
    assert "nu geprobeerd" in text(operator.post(address("nu", abonnement), follow=True))
    assert Abonnement.objects.get().rust_tot is None


@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_statements_does_not_depend_on_what_there_is(
    operator: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(count):
        abonnement = subscribe(f"http://127.0.0.1:9/{number}")
    given_up(abonnement, count)
    with django_assert_max_num_queries(12):
        operator.get(OVERZICHT)
    with django_assert_max_num_queries(14):
        operator.get(address("abonnee", abonnement))
