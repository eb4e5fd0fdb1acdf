"""Delivery, step by step: what is next, how long to wait, when to give up, and what is thrown away."""

from datetime import datetime, timedelta
from threading import Event
from typing import Any

import pytest

from zaakwerk.notificaties.cleanup import remove_old
from zaakwerk.notificaties.delivery import Outcome, abonnementen_due, delay_after, deliver, due, record
from zaakwerk.notificaties.distribution import distribute
from zaakwerk.notificaties.models import Abonnement, Aflevering
from zaakwerk.notificaties.tests.outbox import AUTH, numbers, publish, subscribe
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.listeners import listening, wants

pytestmark = pytest.mark.django_db


def queued(abonnement: Abonnement, *zaken: str) -> list[Aflevering]:
    """One message for each zaak named, distributed."""
    for number, zaak in enumerate(zaken):
        publish(zaak, number)
    distribute()
    return list(Aflevering.objects.filter(abonnement=abonnement).order_by("id"))


def fail(row: Aflevering, moment: datetime, is_reached: bool = True) -> None:
    """An attempt that failed at a moment."""
    row.refresh_from_db()
    record([Outcome(row, "HTTP 500", is_delivered=False, is_reached=is_reached)], moment)


def test_a_delivery_sends_the_standards_message_with_whole_links(settings: Any) -> None:
    settings.PUBLIC_URL = "https://zaken.gemeente.example"
    with listening(wants(AUTH)) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        abonnement = subscribe(listener.url)
        bericht = publish("een", 7, zaaktype="\ue000/catalogi/api/v1/zaaktypen/1")
        distribute()
        rows = due(abonnement.pk, now())
        assert [outcome.answer for outcome in deliver(abonnement, rows, Event())] == ["HTTP 204"]
    got = listener.received[0]
    assert got.authorization == AUTH
    assert got.message == {
        "kanaal": "zaken",
        "hoofdObject": "https://zaken.gemeente.example/zaken/api/v1/zaken/een",
        "resource": "status",
        "resourceUrl": "https://zaken.gemeente.example/zaken/api/v1/statussen/7",
        "actie": "create",
        "aanmaakdatum": bericht.aanmaakdatum.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "kenmerken": {"zaaktype": "https://zaken.gemeente.example/catalogi/api/v1/zaaktypen/1"},
    }
    assert Aflevering.objects.get().afgeleverd_op is not None
    assert due(abonnement.pk, now()) == []


def test_after_a_failure_the_rest_of_that_zaak_waits_and_others_go_on(settings: Any) -> None:
    with listening(lambda got: 500 if got.message["hoofdObject"].endswith("/ziek") else 204) as listener:
        settings.OUTBOUND_HOSTS = [listener.entry]
        listener.body = b"er is iets\x00 mis"
        abonnement = subscribe(listener.url)
        rows = queued(abonnement, "ziek", "ziek", "gezond", "ziek", "gezond")
        deliver(abonnement, due(abonnement.pk, now()), Event())
        assert numbers(listener) == [0, 2, 4]
    rows[0].refresh_from_db()
    assert rows[0].laatste_antwoord == "HTTP 500 er is iets mis"
    assert due(abonnement.pk, now()) == []
    later = now() + timedelta(seconds=2)
    assert [row.pk for row in due(abonnement.pk, later)] == [rows[0].pk, rows[1].pk, rows[3].pk]
    assert abonnementen_due(later) == [abonnement.pk]


def test_when_nobody_is_there_the_batch_ends(settings: Any) -> None:
    settings.OUTBOUND_HOSTS = []
    abonnement = subscribe("http://127.0.0.1:9/")
    queued(abonnement, "a", "b", "c")
    outcomes = deliver(abonnement, due(abonnement.pk, now()), Event())
    assert [(outcome.is_reached, outcome.is_delivered) for outcome in outcomes] == [(False, False)]
    assert "ZAAKWERK_OUTBOUND_HOSTS" in Aflevering.objects.order_by("id")[0].laatste_antwoord


def test_the_wait_doubles_up_to_an_hour_or_a_minute() -> None:
    refused = [delay_after(pogingen, is_reached=True).total_seconds() for pogingen in range(1, 16)]
    assert refused == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600, 3600]
    assert [delay_after(n, is_reached=False).total_seconds() for n in (1, 6, 7, 99)] == [1, 32, 60, 60]


def test_a_message_is_given_up_after_a_day_and_kept_with_the_answer() -> None:
    abonnement = subscribe("http://a")
    row, follower = queued(abonnement, "een", "een")
    begin = row.aangemaakt_op
    fail(row, begin + timedelta(hours=1))
    fail(row, begin + timedelta(hours=23, minutes=59))
    row.refresh_from_db()
    assert row.opgegeven_op is None and row.volgende_poging is not None
    fail(row, begin + timedelta(hours=24))
    row.refresh_from_db()
    assert row.volgende_poging is None
    assert row.opgegeven_op == begin + timedelta(days=1)
    assert (row.pogingen, row.laatste_antwoord) == (3, "HTTP 500")
    assert [found.pk for found in due(abonnement.pk, begin + timedelta(hours=24))] == [follower.pk]


def test_a_message_that_waited_behind_another_gets_its_own_chances() -> None:
    (row,) = queued(subscribe("http://a"), "een")
    late = row.aangemaakt_op + timedelta(days=3)
    for minutes in (0, 30, 59):
        fail(row, late + timedelta(minutes=minutes))
        row.refresh_from_db()
        assert row.opgegeven_op is None
    fail(row, late + timedelta(minutes=60))
    row.refresh_from_db()
    assert row.opgegeven_op is not None


def test_what_waited_a_day_for_a_subscriber_that_is_away_is_given_up_together() -> None:
    abonnement, other = subscribe("http://a"), subscribe("http://b")
    rows = queued(abonnement, "a", "b", "c")
    Aflevering.objects.filter(pk=rows[2].pk).update(aangemaakt_op=now() + timedelta(hours=2))
    begin = rows[0].aangemaakt_op
    fail(rows[0], begin, is_reached=False)
    fail(rows[0], begin + timedelta(hours=25), is_reached=False)
    given_up = Aflevering.objects.filter(opgegeven_op__isnull=False).order_by("id")
    assert [row.pk for row in given_up] == [rows[0].pk, rows[1].pk]
    assert len(due(other.pk, now())) == 3


def test_old_delivered_rows_go_and_given_up_ones_stay() -> None:
    abonnement = subscribe("http://a")
    delivered, given_up, waiting = queued(abonnement, "a", "b", "c")
    publish("niemand", kanaal="onbekend")
    distribute()
    begin = now()
    Aflevering.objects.filter(pk=delivered.pk).update(afgeleverd_op=begin)
    Aflevering.objects.filter(pk=given_up.pk).update(opgegeven_op=begin)
    assert remove_old(begin + timedelta(days=6)) == 0
    assert remove_old(begin + timedelta(days=8)) == 3
    assert set(Aflevering.objects.values_list("pk", flat=True)) == {given_up.pk, waiting.pk}
    assert set(Bericht.objects.values_list("pk", flat=True)) == {given_up.bericht_id, waiting.bericht_id}
    publish()
    assert remove_old(begin + timedelta(days=30)) == 0
