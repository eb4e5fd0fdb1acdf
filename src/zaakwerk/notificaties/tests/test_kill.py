"""Kill -9 of the worker, again and again, and of the web: every message of an answered change arrives."""

import os
import random
import signal
import subprocess
import threading
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import jwt
import pytest
import urllib3

from tests.servers import ZAAKWERK, Server, Site, serving
from zaakwerk.notificaties.tests.outbox import AUTH, wait_for
from zaakwerk.zgw.tests.listeners import Listener, Received, listening

pytestmark = pytest.mark.processes

SECRET = "een-geheim-voor-tests-dat-lang-genoeg-is"
APPLICATIES = "/autorisaties/api/v1/applicaties"
ROUNDS = 5
# `client add` made an applicatie, and when the web is killed one change may be stored but not answered.
NEVER_ANSWERED = 2


@dataclass
class Writer:
    """A client that keeps changing applicaties and remembers what was answered with 2xx, per object."""

    answered: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    count: int = 0

    def send(self, server: Server, method: str, path: str, body: Any) -> Any:
        """One call; raises when there is no answer."""
        claims = {"iss": "test", "iat": int(time.time()), "client_id": "test"}
        headers = {"Authorization": f"Bearer {jwt.encode(claims, SECRET, algorithm='HS256')}"}
        response = urllib3.request(
            method, server.address + path, json=body, headers=headers, retries=False, timeout=30
        )
        assert response.status < 300, response.data
        return response.json()

    def write(self, server: Server, stop: threading.Event) -> None:
        """Creates and changes applicaties until told to stop or until nobody answers."""
        with suppress(urllib3.exceptions.HTTPError):
            while not stop.wait(0.01):
                self.count += 1
                body = {"clientIds": [], "label": f"nummer {self.count}", "heeftAlleAutorisaties": True}
                path = path_of(self.send(server, "POST", APPLICATIES, body)["url"])
                self.answered[path].append("create")
                for turn in range(2):
                    self.send(server, "PATCH", path, {"label": f"nummer {self.count} beurt {turn}"})
                    self.answered[path].append("partial_update")


def path_of(url: str) -> str:
    """A URL without its base: the base may differ between web and worker."""
    return "/" + url.split("/", 3)[3]


def arrived(listener: Listener) -> dict[str, list[str]]:
    """The acties that arrived per object, each message once, in the order of first arrival."""
    moments: dict[str, list[str]] = defaultdict(list)
    acties: dict[str, list[str]] = defaultdict(list)
    for got in list(listener.received):
        message = got.message
        path, moment = path_of(message["hoofdObject"]), message["aanmaakdatum"]
        if message["kanaal"] != "test" and moment not in moments[path]:
            moments[path].append(moment)
            acties[path].append(message["actie"])
    for path, found in moments.items():
        assert found == sorted(found), f"{path} out of order"
    return acties


def answers(got: Received) -> int:
    """A subscriber that asks for credentials and takes a moment."""
    time.sleep(0.005)
    return 204 if got.authorization == AUTH else 403


def kill_workers(site: Site) -> None:
    """Starts a worker and kills it at some moment, a few times."""
    chance = random.Random(20260203)
    for _ in range(ROUNDS):
        process = subprocess.Popen([*ZAAKWERK, "worker"], env=site.environment)
        time.sleep(chance.uniform(1.0, 3.0))
        process.kill()
        process.wait()


def kill_web(server: Server) -> None:
    """Kills the supervisor; its children follow by themselves."""
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()


def test_no_message_of_an_answered_change_is_lost(site: Site) -> None:
    writer = Writer()
    with listening(answers) as listener:
        site.environment["ZAAKWERK_OUTBOUND_HOSTS"] = listener.entry
        site.zaakwerk("migrate")
        site.zaakwerk("client", "add", "test", "--secret", SECRET, "--all-rights")
        killer = threading.Thread(target=kill_workers, args=(site,))
        with serving(site, "--no-worker") as server:
            subscription = {"callbackUrl": listener.url, "auth": AUTH, "kanalen": [{"naam": "autorisaties"}]}
            writer.send(server, "POST", "/notificaties/api/v1/abonnement", subscription)
            killer.start()
            busy = threading.Thread(target=writer.write, args=(server, threading.Event()))
            busy.start()
            time.sleep(3)
            kill_web(server)
            busy.join()
        with serving(site, "--no-worker") as server:
            stop = threading.Event()
            busy = threading.Thread(target=writer.write, args=(server, stop))
            busy.start()
            killer.join()
            stop.set()
            busy.join()
            expected = dict(writer.answered)
            assert sum(map(len, expected.values())) > 20
            last = subprocess.Popen([*ZAAKWERK, "worker"], env=site.environment)
            try:
                wait_for(lambda: is_complete(expected, arrived(listener)), seconds=60)
            finally:
                last.terminate()
                assert last.wait(10) == 0


def is_complete(expected: dict[str, list[str]], found: dict[str, list[str]]) -> bool:
    """Whether everything that was answered arrived; nothing else may, but for what was never answered."""
    assert sum(map(len, found.values())) <= sum(map(len, expected.values())) + NEVER_ANSWERED
    return all(found[path][: len(acties)] == acties for path, acties in expected.items())
