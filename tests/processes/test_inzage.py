"""The read log of a real server: written soon, and by its own thread; a stop loses nothing."""

import sqlite3

import pytest

from tests.processes.trees import wait_for
from tests.servers import SQLITE, Server
from tests.tokens import Client

pytestmark = pytest.mark.processes
SECRET = "een geheim dat lang genoeg is voor HS256"


@pytest.mark.skipif("'ZAAKWERK_DATABASE_URL' in os.environ", reason="looks into the file of SQLite")
def test_a_reading_is_written_within_seconds_and_at_the_latest_at_the_stop(server: Server) -> None:
    server.site.zaakwerk("demo")
    server.site.zaakwerk("client", "add", "app", "--secret", SECRET, "--all-rights")
    client = Client(server.address, "app", SECRET)
    url = client.request("GET", "/zaken/api/v1/zaken").json()["results"][0]["url"]

    def written() -> int:
        with sqlite3.connect(server.site.data_dir / SQLITE) as database:
            return int(database.execute("SELECT count(*) FROM zaken_inzage").fetchone()[0])

    assert client.request("GET", url).status == 200
    assert wait_for(lambda: written() == 1, 10)
    for _ in range(40):
        assert client.request("GET", url).status == 200
    assert server.stop() == 0
    assert written() == 41
