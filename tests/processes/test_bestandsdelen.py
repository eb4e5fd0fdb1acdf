"""Bestandsdelen over real HTTP: what a client or a server that stops half-way leaves behind."""

from pathlib import Path

import pytest

from tests.processes.test_durability import SECRET, kill_web
from tests.processes.trees import wait_for
from tests.servers import Server, Site, is_live, serving
from tests.tokens import Client
from tests.uploads import MEGABYTE, Uploader, content
from zaakwerk.documenten.tests.builders import kept_files, temporary_files

pytestmark = pytest.mark.processes
SIZE = 5 * MEGABYTE // 2


@pytest.fixture
def small_parts(site: Site) -> Site:
    """A site with parts of one megabyte."""
    site.environment["ZAAKWERK_PART_MB"] = "1"
    site.zaakwerk("client", "add", "app", "--secret", SECRET, "--all-rights")
    return site


def store_of(server: Server) -> Path:
    """The folder of the content store."""
    return server.site.data_dir / "documenten"


def test_a_killed_server_and_a_client_that_breaks_off_leave_a_clean_upload(small_parts: Site) -> None:
    with serving(small_parts) as server:
        uploader = Uploader(Client(server.address, "app", SECRET))
        made = uploader.announce(SIZE)
        parts = made["bestandsdelen"]
        assert [part["omvang"] for part in parts] == [MEGABYTE, MEGABYTE, MEGABYTE // 2]
        third = uploader.send_part(parts[2], made["lock"], 2 * MEGABYTE)
        assert third[0] == 200, third
        uploader.break_off(parts[0], made["lock"], lambda: wait_for_content(server))
        assert wait_for(lambda: not temporary_files(store_of(server)), 10)
        uploader.break_off(parts[0], made["lock"], lambda: kill_half_way(server))
        assert wait_for(lambda: is_live(server.address), 10)
        seen = uploader.call("GET", made["url"], None, 200)
        assert [part["voltooid"] for part in seen["bestandsdelen"]] == [False, False, True]
        assert seen["locked"] is True and seen["inhoud"] is None
        # Of the broken off and the killed upload nothing is kept but one temporary file of the latter.
        (kept,) = kept_files(store_of(server))
        assert kept.read_bytes() == b"".join(content(2 * MEGABYTE, MEGABYTE // 2))
        assert len(temporary_files(store_of(server))) == 1
        for number in (1, 0):
            sent = uploader.send_part(parts[number], made["lock"], number * MEGABYTE)
            assert (sent[0], sent[1]["voltooid"]) == (200, True)
        uploader.unlock(made)
        assert uploader.is_whole(made, SIZE)
        assert len(kept_files(store_of(server))) == 1


def kill_half_way(server: Server) -> None:
    """kill -9 of the web once something of the content has come in."""
    wait_for_content(server)
    kill_web(server)


def wait_for_content(server: Server) -> None:
    """Until the server has written something of what is being sent."""
    assert wait_for(lambda: bool(temporary_files(store_of(server))), 10)
