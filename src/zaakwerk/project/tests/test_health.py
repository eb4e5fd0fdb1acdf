"""Health: each part says ok or what is wrong; only what keeps us from serving turns people away."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection, connections
from django.test import Client

from zaakwerk.notificaties.heartbeat import Heartbeat
from zaakwerk.project import health
from zaakwerk.zgw.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def look_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test looks at the migrations itself."""
    monkeypatch.setattr(health, "SEEN", {"migrated": False})


def ready() -> tuple[int, dict[str, str]]:
    """Status and body of the probe."""
    response = Client(SERVER_NAME="localhost").get("/health/ready")
    return response.status_code, response.json()


def beat(ago: float = 0) -> None:
    """A worker that was seen so many seconds ago."""
    Heartbeat(now()).beat(now() - timedelta(seconds=ago))


def test_all_is_well() -> None:
    beat()
    parts = dict.fromkeys(("status", "database", "migraties", "opslag", "inhoud", "worker"), "ok")
    assert ready() == (200, parts)
    assert Client(SERVER_NAME="localhost").get("/health/live").json() == {"status": "ok"}


def test_a_worker_that_is_not_there_is_named_and_requests_are_still_served() -> None:
    status, body = ready()
    assert (status, body["status"], body["worker"]) == (200, "let op", "niet gezien")
    beat(ago=90)
    status, body = ready()
    assert (status, body["worker"]) == (200, "90 s geleden voor het laatst gezien")


def test_an_open_migration_is_named() -> None:
    beat()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'mijn' OR app = 'sessions'")
    status, body = ready()
    assert status == 503 and body["status"] == "fout"
    assert body["migraties"].endswith("migraties staan open")


def test_storage_that_cannot_be_written_is_named(settings: Any, tmp_path: Path) -> None:
    beat()
    (tmp_path / "bestand").write_text("geen map")
    settings.DOCUMENTS_DIR = tmp_path / "bestand" / "documenten"
    status, body = ready()
    assert (status, body["opslag"]) == (503, "niet beschrijfbaar (Not a directory)")


def test_a_disk_that_is_full_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    beat()
    monkeypatch.setattr(health, "LEAST_FREE", 2**80)
    assert ready()[1]["opslag"] == "bijna vol"


def test_a_database_that_is_away_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: Any) -> Any:
        raise OperationalError("weg")

    monkeypatch.setattr(connections["default"], "cursor", away)
    assert ready() == (503, {"status": "fout", "database": "niet bereikbaar"})
    assert Client(SERVER_NAME="localhost").get("/health/live").status_code == 200
