"""What an operator does: send again what was given up, try now, test; and the breaker they see."""

from datetime import timedelta
from threading import Event
from typing import Any

import pytest

from zaakwerk.autorisaties.accounts import actor_of
from zaakwerk.autorisaties.commands import add_user
from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.notificaties import breaker
from zaakwerk.notificaties.commands import SendAgain, SendTrial, TryNow
from zaakwerk.notificaties.delivery import Outcome, abonnementen_due, deliver, due
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.tests.outbox import AUTH, numbers, publish, subscribe
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.problems import Forbidden
from zaakwerk.zgw.tests.listeners import listening, wants

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator() -> Actor:
    """A functioneel beheerder."""
    add_user("a.jansen", "functioneel_beheerder")
    return actor_of(Medewerker.objects.get())


def dead_letters(abonnement: Abonnement, count: int) -> list[Aflevering]:
    """Messages that were given up days ago."""
    for number in range(count):
        publish(f"zaak{number}", number)
    distribute()
    long_ago = now() - timedelta(days=3)
    rows = Aflevering.objects.filter(abonnement=abonnement)
    rows.update(
        opgegeven_op=long_ago,
        pogingen=40,
        aangemaakt_op=long_ago,
        eerste_poging=long_ago,
        laatste_antwoord="HTTP 500",
    )
    return list(rows.order_by("id"))


def test_one_a_selection_or_all_of_a_subscriber_are_sent_again(operator: Actor, settings: Any) -> None:
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement, other = subscribe(listener.url), subscribe("http://127.0.0.1:9/")
        rows, others = dead_letters(abonnement, 5), dead_letters(other, 0)
        steps: list[tuple[list[int] | None, list[int]]] = [
            ([rows[3].pk], [3]), ([rows[0].pk, rows[2].pk, 10**9], [0, 2]), (None, [1, 4]),
        ]  # fmt: skip
        for keys, expected in steps:
            listener.received.clear()
            SendAgain(actor=operator, instance=abonnement, keys=keys).run()
            deliver(abonnement, due(abonnement.pk, now()), Event())
            assert numbers(listener) == expected
    assert Aflevering.objects.filter(abonnement=other, opgegeven_op__isnull=False).count() == len(others)
    assert not Aflevering.objects.filter(abonnement=abonnement, opgegeven_op__isnull=False).exists()


def test_what_is_sent_again_gets_a_new_day_and_keeps_its_answer_until_tried(operator: Actor) -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    (row,) = dead_letters(abonnement, 1)
    SendAgain(actor=operator, instance=abonnement).run()
    row.refresh_from_db()
    assert (row.pogingen, row.laatste_antwoord, row.opgegeven_op) == (0, "HTTP 500", None)
    deliver(abonnement, due(abonnement.pk, now()), Event())
    row.refresh_from_db()
    assert row.opgegeven_op is None and row.volgende_poging is not None
    assert "ZAAKWERK_OUTBOUND_HOSTS" in row.laatste_antwoord


def test_a_message_of_another_subscriber_is_never_sent_along(operator: Actor) -> None:
    one, other = subscribe("http://127.0.0.1:9/"), subscribe("http://127.0.0.1:9/")
    dead_letters(one, 1)
    (row,) = dead_letters(other, 0) or list(Aflevering.objects.filter(abonnement=other))
    Aflevering.objects.filter(pk=row.pk).update(opgegeven_op=now())
    SendAgain(actor=operator, instance=one, keys=[row.pk]).run()
    row.refresh_from_db()
    assert row.opgegeven_op is not None


@pytest.mark.parametrize("command", [SendAgain, TryNow, SendTrial])
def test_operating_asks_the_right_to_manage_subscriptions(command: Any, settings: Any) -> None:
    add_user("b.bakker", "behandelaar")
    actor = actor_of(Medewerker.objects.get())
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        with pytest.raises(Forbidden):
            command(actor=actor, instance=subscribe(listener.url)).run()
        assert listener.received == []


def test_the_breaker_opens_longer_and_longer_and_every_worker_sees_it() -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    publish()
    distribute()
    row, moment = Aflevering.objects.get(), now()
    pauses = []
    for _ in range(12):
        breaker.learn(abonnement, [Outcome(row, "weg", is_delivered=False, is_reached=False)], moment)
        assert abonnement.rust_tot is not None
        pauses.append((abonnement.rust_tot - moment).total_seconds())
    assert pauses == [0.25, 0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    stored = Abonnement.objects.get()
    assert (stored.mislukkingen, stored.aantal_mislukt, stored.laatste_antwoord) == (12, 12, "weg")
    assert breaker.is_open(stored, moment) and not breaker.is_open(stored, moment + timedelta(minutes=1))
    assert abonnementen_due(moment) == []
    assert abonnementen_due(moment + timedelta(minutes=1)) == [abonnement.pk]


def test_a_subscriber_that_answers_is_never_left_alone_for_long_and_success_closes_the_breaker() -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    publish()
    distribute()
    row, moment = Aflevering.objects.get(), now()
    breaker.learn(abonnement, [Outcome(row, "HTTP 500", is_delivered=False)] * 20, moment)
    assert abonnement.rust_tot == moment + timedelta(seconds=5)
    breaker.learn(abonnement, [Outcome(row, "HTTP 204", is_delivered=True)], moment)
    stored = Abonnement.objects.get()
    assert (stored.mislukkingen, stored.rust_tot, stored.aantal_gelukt) == (0, None, 1)


def test_trying_now_ends_every_wait(operator: Actor) -> None:
    abonnement = subscribe("http://127.0.0.1:9/")
    publish()
    distribute()
    later = now() + timedelta(minutes=30)
    Aflevering.objects.update(volgende_poging=later)
    Abonnement.objects.update(rust_tot=later, mislukkingen=9)
    assert abonnementen_due(now()) == []
    TryNow(actor=operator, instance=abonnement).run()
    assert abonnementen_due(now()) == [abonnement.pk]
    assert len(due(abonnement.pk, now())) == 1


def test_a_test_message_shows_the_answer_and_counts(operator: Actor, settings: Any) -> None:
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        Abonnement.objects.update(rust_tot=now() + timedelta(minutes=1), mislukkingen=4)
        assert SendTrial(actor=operator, instance=abonnement).run().laatste_antwoord == "HTTP 204"
        assert Abonnement.objects.get().rust_tot is None
        listener.answer, listener.body = (lambda got: 500), b"stuk\x00"
        SendTrial(actor=operator, instance=abonnement).run()
    stored = Abonnement.objects.get()
    assert (stored.laatste_antwoord, stored.mislukkingen) == ("HTTP 500 stuk", 1)
    assert [got.message["kanaal"] for got in listener.received] == ["test", "test"]
