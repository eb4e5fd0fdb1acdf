"""The read log: every reading of a zaak is noted, without a personal number and without making it wait."""

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory

from zaakwerk.autorisaties.models import Medewerker, Toekenning
from zaakwerk.zaken import inzage
from zaakwerk.zaken.inzage import Buffer
from zaakwerk.zaken.models import Inzage
from zaakwerk.zaken.tests.world import BSN, ZAKEN, World
from zaakwerk.zgw import chores
from zaakwerk.zgw.actors import Actor, Person

pytestmark = pytest.mark.django_db


def test_reading_a_zaak_is_noted_with_who_when_and_why() -> None:
    world = World()
    zaak = world.zaak()
    headers: dict[str, Any] = {
        "HTTP_X_NLX_REQUEST_PROCESS_ID": "bezwaar",
        "HTTP_X_AUDIT_TOELICHTING": "controle",
    }
    world.api.claims = {"user_id": "fatima", "user_representation": "Fatima el Amrani"}
    world.api.get(zaak["url"], **headers)
    line = Inzage.objects.get()
    assert (str(line.zaak), line.via, line.applicatie_id) == (zaak["uuid"], "api", "test")
    assert (line.gebruiker_id, line.gebruiker_weergave) == ("fatima", "Fatima el Amrani")
    assert (line.doel, line.toelichting) == ("bezwaar", "controle")


def test_a_304_is_a_reading_and_head_list_and_refusal_are_none() -> None:
    world = World()
    zaak = world.zaak(vertrouwelijkheidaanduiding="geheim")
    world.zaak()
    tag = world.api.head(zaak["url"]).headers["ETag"]
    world.api.get(f"{ZAKEN}/zaken")
    clerk = world.limited(["zaken.lezen"], maxVertrouwelijkheidaanduiding="intern")
    assert clerk.get(zaak["url"]).status_code == 403
    assert Inzage.objects.count() == 0
    assert world.api.get(zaak["url"], HTTP_IF_NONE_MATCH=tag).status_code == 304
    world.api.get(f"http://localhost/zaakwerk/api/v1/zaken/{zaak['uuid']}/dossier")
    assert [line.via for line in Inzage.objects.order_by("id")] == ["api", "dossier"]


def test_an_answer_about_one_zaak_is_a_reading_of_it_and_a_list_of_many_is_none() -> None:
    world = World()
    zaak, other = world.zaak(), world.zaak()
    rol = world.add_rol(zaak).json()
    world.add_rol(other)
    for address in ("zaken", "rollen"):
        assert world.api.get(f"{ZAKEN}/{address}").json()["count"] == 2
    assert Inzage.objects.count() == 0
    for address in (rol["url"], f"{zaak['url']}/audittrail", f"{ZAKEN}/rollen?zaak={zaak['url']}"):
        assert world.api.get(address).status_code == 200
    assert world.api.head(rol["url"]).status_code == 200
    world.api.get(f"{ZAKEN}/zaken", {"identificatie": zaak["identificatie"]})
    world.api.post(f"{ZAKEN}/zaken/_zoek", {"uuid__in": [zaak["uuid"]], "fields": ["identificatie"]})
    assert [str(line.zaak) for line in Inzage.objects.all()] == [zaak["uuid"]] * 5


def test_lines_go_after_five_years() -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(3):
        line = line_of(number)
        line.moment = now - inzage.KEEP - timedelta(days=number - 1)
        line.save()
    assert inzage.remove_old(now) == 1
    assert sorted(line.via for line in Inzage.objects.all()) == ["0", "1"]
    assert inzage.remove_old in chores.CHORES


def test_reading_a_zaak_takes_at_most_6_statements(django_assert_max_num_queries: Any) -> None:
    world = World()
    zaak = world.zaak()
    with django_assert_max_num_queries(6):
        assert world.api.get(zaak["url"]).status_code == 200


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"vraag van {BSN} aan de balie", "vraag van ••••••••• aan de balie"),
        ("dossier 123456789", "dossier 123456789"),
        (f"1{BSN}", f"1{BSN}"),
        ("nul\x00", "nul"),
    ],
)
def test_a_bsn_in_a_reason_is_blotted_out(text: str, kept: str) -> None:
    assert inzage.without_numbers(text) == kept


def test_a_citizen_is_noted_under_a_pseudonym() -> None:
    world = World()
    zaak = world.zaak()
    actor = Actor(applicatie_id="mijn", person=Person("bsn", BSN))
    for _ in range(2):
        inzage.note(RequestFactory().get("/"), actor, zaak["uuid"], "mijn")
    first, second = Inzage.objects.all()
    assert first.gebruiker_id == second.gebruiker_id
    assert first.gebruiker_id.startswith("bsn-") and BSN not in str(vars(first))


def line_of(number: int) -> Inzage:
    return Inzage(zaak="6ba7b810-9dad-41d1-80b4-00c04fd430c8", moment="2026-01-01T00:00Z", via=str(number))


def test_a_server_leaves_the_writing_to_a_thread_and_writes_in_batches(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    buffer = Buffer(is_on=True)
    monkeypatch.setattr(Buffer, "start", lambda _: None)  # the test writes itself what the thread would
    with django_assert_num_queries(0):
        for number in range(600):
            buffer.add(line_of(number))
    assert buffer.bell.is_set()
    buffer.flush()
    assert Inzage.objects.count() == 600
    assert buffer.waiting.empty()


def test_a_reader_writes_its_own_line_when_the_buffer_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inzage, "MAX_WAITING", 1)
    buffer = Buffer(is_on=True)
    monkeypatch.setattr(Buffer, "start", lambda _: None)
    buffer.add(line_of(1))
    buffer.add(line_of(2))
    assert [line.via for line in Inzage.objects.all()] == ["2"]


def test_lines_wait_when_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = Buffer(is_on=True)
    monkeypatch.setattr(Buffer, "start", lambda _: None)
    buffer.add(line_of(1))

    def fail(lines: list[Inzage]) -> None:
        raise DatabaseError("away")

    with monkeypatch.context() as away:
        away.setattr(inzage, "write", fail)
        buffer.flush()
    assert (Inzage.objects.count(), buffer.waiting.qsize()) == (0, 1)
    buffer.flush()
    assert Inzage.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_thread_writes_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inzage, "PAUSE_SECONDS", 0.01)
    written = threading.Event()
    really_write = inzage.write

    def write(lines: list[Inzage]) -> None:
        really_write(lines)
        connection.close()
        written.set()

    monkeypatch.setattr(inzage, "write", write)
    buffer = Buffer(is_on=True)
    buffer.add(line_of(1))
    assert written.wait(10)
    assert Inzage.objects.count() == 1


@pytest.mark.parametrize("words", ["", "fatima", "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "geen uuid"])
def test_operators_look_readings_up_and_change_none(words: str) -> None:
    line_of(1).save()
    user = Medewerker.objects.create_superuser("beheer", password="een-lang-wachtwoord")
    client = Client()
    client.force_login(user)
    assert client.get("/admin/zaken/inzage/", {"q": words}).status_code == 200
    row = Inzage.objects.get()
    assert client.post(f"/admin/zaken/inzage/{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_pages_of_desk_and_portal_note_their_readings() -> None:
    world = World()
    zaak = world.zaak()
    world.add_rol(zaak)
    world.set_status(zaak, 0)
    user = Medewerker.objects.create_user("fatima", password="een-lang-wachtwoord")
    Toekenning.objects.create(medewerker=user, rol="behandelaar")
    desk, portal = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    desk.force_login(user)
    portal.post("/mijn/inloggen", {"nummer": BSN})
    assert desk.get(f"/werk/zaken/{zaak['uuid']}/").status_code == 200
    assert portal.get(f"/mijn/zaken/{zaak['uuid']}/").status_code == 200
    seen = [(line.via, line.gebruiker_id) for line in Inzage.objects.order_by("id")]
    assert seen[0] == ("werkplek", "fatima")
    assert seen[1][0] == "mijn" and BSN not in seen[1][1]
