"""Durability: what was answered with 2xx is there after kill -9, at any moment."""

import itertools
import os
import signal
import threading
import time

import pytest
import urllib3

from tests.processes.test_serve import web_of
from tests.processes.trees import descendants, wait_for
from tests.servers import Server, is_live
from tests.tokens import Client

pytestmark = pytest.mark.processes
SECRET = "een geheim dat lang genoeg is voor HS256"
CATALOGUSSEN = "/catalogi/api/v1/catalogussen"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Writer(threading.Thread):
    """Creates catalogussen until told to stop, and remembers what was promised."""

    def __init__(self, client: Client, first_letter: str, stop: threading.Event) -> None:
        super().__init__()
        self.client, self.first_letter, self.stop = client, first_letter, stop
        self.promised: list[str] = []
        self.unexpected: list[tuple[int, bytes]] = []

    def run(self) -> None:
        """A broken connection is expected here: the other side is being killed."""
        for letters in itertools.product(LETTERS, repeat=4):
            if self.stop.is_set():
                return
            body = {
                "domein": self.first_letter + "".join(letters),
                "rsin": "123456782",
                "contactpersoonBeheerNaam": "Tessa Tester",
            }
            try:
                answer = self.client.request("POST", CATALOGUSSEN, body)
            except urllib3.exceptions.HTTPError:
                time.sleep(0.05)
                continue
            if answer.status == 201:
                self.promised.append(answer.json()["url"])
            else:
                self.unexpected.append((answer.status, answer.data[:200]))


def test_kill_9_of_the_web_loses_nothing_that_was_answered(server: Server) -> None:
    server.site.zaakwerk("client", "add", "app", "--secret", SECRET, "--all-rights")
    client = Client(server.address, "app", SECRET)
    stop = threading.Event()
    writers = [Writer(client, letter, stop) for letter in LETTERS[:4]]
    for writer in writers:
        writer.start()
    try:
        for moment in (0.7, 0.4):
            time.sleep(moment)
            kill_web(server)
            assert wait_for(lambda: is_live(server.address), 10)
        time.sleep(0.5)
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    promised = [url for writer in writers for url in writer.promised]
    assert [fault for writer in writers for fault in writer.unexpected] == []
    assert len(promised) > 20
    assert [url for url in promised if client.request("GET", url).status != 200] == []


def kill_web(server: Server) -> None:
    """kill -9 of every web process at once, arbiter first."""
    arbiter = web_of(server)
    for pid in [arbiter, *descendants(arbiter)]:
        os.kill(pid, signal.SIGKILL)
