"""A job over many zaken and kill -9 of its worker: it goes on where it stopped and does nothing twice."""

import json
import signal
import subprocess
from typing import Any

import pytest

from tests.servers import ZAAKWERK, Site

pytestmark = pytest.mark.processes
ZAKEN = 150
# An office with one job that waits for the worker.
JOB = f"""
from zaakwerk.autorisaties.models import Medewerker
from zaakwerk.werkvoorraad import jobs, opdrachten
from zaakwerk.werkvoorraad.tests import office
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import RSIN, World
from zaakwerk.zgw import clock
kind = World().zaaktype
fields = dict(zaaktype=kind, bronorganisatie=RSIN, verantwoordelijke_organisatie=RSIN,
              startdatum=clock.today(), registratiedatum=clock.today(), vertrouwelijkheidaanduiding=2)
zaken = [Zaak.objects.create(identificatie=f"ZAAK-{{n}}", **fields) for n in range({ZAKEN})]
fatima, joris = office.employee("fatima"), office.employee("joris")
made = opdrachten.make(fatima, opdrachten.TOEWIJZEN, zaken, {{"medewerker": str(joris.uuid)}})
jobs.do_opdracht.enqueue(str(made.uuid))
"""
# Waits until so many lines are done, kills a process if asked, and tells how it stands.
WATCH = """
import json, os, signal, time
from django.db.models import Count
from zaakwerk.werkvoorraad import opdrachten
from zaakwerk.werkvoorraad.models import Opdracht
from zaakwerk.zaken.models import Rol
from zaakwerk.zgw import clock
from zaakwerk.zgw.models import AuditRegel
until, pid, deadline = {until}, {pid}, time.monotonic() + {seconds}
job = Opdracht.objects.get()
while time.monotonic() < deadline and job.regels.filter(staat="gedaan").count() < until:
    time.sleep(0.01)
if pid:
    os.kill(pid, signal.SIGKILL)
    time.sleep(0.3)
while not pid and time.monotonic() < deadline and job.klaar_op is None:
    time.sleep(0.05)
    job.refresh_from_db()
state = opdrachten.progress(job, clock.now())
later = opdrachten.progress(job, clock.now() + 2 * opdrachten.STALLED)
rollen = Rol.objects.filter(betrokkene_type="medewerker").values("zaak").annotate(n=Count("pk"))
made = AuditRegel.objects.filter(resource="rol", actie="create").values("hoofd_uuid").annotate(n=Count("pk"))
print(json.dumps({{
    "gedaan": state.gedaan, "wacht": state.wacht, "geweigerd": state.geweigerd,
    "klaar": state.is_klaar, "zegt_stil": later.staat_stil,
    "rollen": [found["n"] for found in rollen], "audit": [found["n"] for found in made],
}}))
"""


def watch(site: Site, until: int, pid: int = 0, seconds: int = 90) -> dict[str, Any]:
    """How the job stands once so many of its lines are done; a process that is named is killed then."""
    code = WATCH.format(until=until, pid=pid, seconds=seconds)
    told = site.zaakwerk("manage", "shell", "-v", "0", "-c", code).stdout
    found: dict[str, Any] = json.loads(told.strip().splitlines()[-1])
    return found


def worker(site: Site) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*ZAAKWERK, "worker"], env=site.environment)


def test_a_job_goes_on_after_kill_9_of_its_worker_and_assigns_no_zaak_twice(site: Site) -> None:
    site.zaakwerk("manage", "shell", "-v", "0", "-c", JOB)
    first = worker(site)
    try:
        half = watch(site, 20, first.pid)
    finally:
        first.kill()
        assert first.wait() == -signal.SIGKILL
    assert 20 <= half["gedaan"] < ZAKEN and half["gedaan"] + half["wacht"] == ZAKEN
    # A zaak has its behandelaar and its audit line exactly when its line says so; the page tells it stopped.
    assert half["rollen"] == half["audit"] == [1] * half["gedaan"]
    assert not half["klaar"] and half["zegt_stil"]
    second = worker(site)
    try:
        done = watch(site, ZAKEN)
    finally:
        second.send_signal(signal.SIGTERM)
        assert second.wait(10) == 0
    assert (done["gedaan"], done["wacht"], done["geweigerd"], done["klaar"]) == (ZAKEN, 0, 0, True)
    assert done["rollen"] == done["audit"] == [1] * ZAKEN
