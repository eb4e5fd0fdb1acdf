"""Outbox: messages, abonnementen and a running worker for tests of delivery."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from zaakwerk.notificaties import worker
from zaakwerk.notificaties.models import Abonnement
from zaakwerk.zgw import secrets
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.fields import dumps
from zaakwerk.zgw.journal import post
from zaakwerk.zgw.links import BASE
from zaakwerk.zgw.models import Bericht
from zaakwerk.zgw.tests.listeners import Listener

AUTH = "Bearer welkom"
PATIENCE = 20.0


def publish(zaak: str = "een", number: int = 0, kanaal: str = "zaken", **kenmerken: str) -> Bericht:
    """A message about a zaak of ours; the number is in the URL of the resource."""
    bericht = Bericht(
        kanaal=kanaal,
        hoofd_object=f"{BASE}/zaken/api/v1/zaken/{zaak}",
        resource="status",
        resource_url=f"{BASE}/zaken/api/v1/statussen/{number}",
        actie="create",
        aanmaakdatum=now(),
        kenmerken=dumps(kenmerken),
    )
    post([bericht])
    return bericht


def subscribe(url: str, kanaal: str = "zaken", **filters: str) -> Abonnement:
    """An abonnement on one channel."""
    kanalen = [{"naam": kanaal, "filters": filters}]
    return Abonnement.objects.create(callback_url=url, auth=secrets.encrypt(AUTH), kanalen=kanalen)


@contextmanager
def working(count: int = 1) -> Iterator[None]:
    """Workers in threads of their own, for the length of a with-block."""
    stop = threading.Event()
    threads = [threading.Thread(target=worker.run, args=(stop,)) for _ in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def wait_for(condition: Callable[[], Any], seconds: float = PATIENCE) -> float:
    """Waits until something is true and returns how long it took; fails when it takes too long."""
    begin = time.monotonic()
    while not condition():
        assert time.monotonic() - begin < seconds, "it did not happen in time"
        time.sleep(0.01)
    return time.monotonic() - begin


def numbers(listener: Listener, zaak: str = "") -> list[int]:
    """The numbers of the messages a listener got, in order; of one zaak when given."""
    got = [received.message for received in listener.received]
    return [
        int(message["resourceUrl"].rpartition("/")[2])
        for message in got
        if not zaak or message["hoofdObject"].endswith(f"/{zaak}")
    ]
