"""Jobs over many zaken: what was done, what not and why, stopping, going on after a crash, and undoing."""

from datetime import timedelta
from typing import Any

import pytest
from django_tasks.base import Task

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.documenten.tekst import taken as lezen
from zaakwerk.werkvoorraad import behandeling, jobs, opdrachten, queries
from zaakwerk.werkvoorraad.models import Opdracht, OpdrachtRegel, Sluimer
from zaakwerk.werkvoorraad.tests import office
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def do(who: Medewerker, soort: str, zaken: list[Zaak], **invoer: Any) -> Opdracht:
    """Makes a job and does it, as the worker would."""
    made = opdrachten.make(who, soort, zaken, invoer)
    jobs.do_opdracht.call(str(made.uuid))
    return made


def undo(made: Opdracht) -> Opdracht:
    back = opdrachten.undoing(made, made.medewerker)
    opdrachten.run(back.uuid)
    return back


def handlers(found: Zaak) -> list[str]:
    return [rol.identificatie for rol in behandeling.of_zaak(found)]


def reasons(made: Opdracht) -> list[tuple[str, str]]:
    return list(made.regels.order_by("volgnummer").values_list("staat", "reden"))


def test_a_job_says_what_was_done_and_why_the_rest_was_not(world: World) -> None:
    fatima, joris = office.employee("fatima"), office.employee("joris")
    zaken = [office.zaak(world, str(number)) for number in range(4)]
    world.close(office.as_wire(world, zaken[1]))
    Zaak.objects.filter(pk=zaken[2].pk).update(vertrouwelijkheidaanduiding=8)
    zaken[3].delete()
    made = opdrachten.make(fatima, "toewijzen", zaken[:3], {"medewerker": str(joris.uuid)})
    opdrachten.run(made.uuid)
    (done, _), (closed, why), (secret, right) = reasons(made)
    assert (done, closed, secret) == ("gedaan", "geweigerd", "geweigerd")
    assert why == "De zaak is al afgehandeld." and "zaken.bijwerken" in right
    state = opdrachten.progress(Opdracht.objects.get(pk=made.pk), clock.now())
    assert (state.totaal, state.gedaan, state.geweigerd, state.is_klaar) == (3, 1, 2, True)
    assert handlers(zaken[0]) == ["joris"]


def test_a_job_that_was_killed_goes_on_where_it_stopped(world: World, monkeypatch: Any) -> None:
    fatima = office.employee("fatima")
    zaken = [office.zaak(world) for _ in range(5)]
    made = opdrachten.make(fatima, "toewijzen", zaken, {"medewerker": str(fatima.uuid)})
    work = opdrachten.work_of(Opdracht.objects.select_related("medewerker", "herstelt").get(pk=made.pk))
    for _ in range(2):
        line = opdrachten.next_line(made)
        assert line is not None
        opdrachten.do_line(work, line)
    later = clock.now() + timedelta(minutes=5)
    made.refresh_from_db()
    assert opdrachten.progress(made, later).staat_stil
    opdrachten.run(made.uuid)
    opdrachten.run(made.uuid)
    assert [handlers(zaak) for zaak in zaken] == [["fatima"]] * 5
    assert {state for state, _ in reasons(made)} == {"gedaan"}


def test_a_stopped_job_leaves_the_rest_alone(world: World) -> None:
    fatima = office.employee("fatima")
    zaken = [office.zaak(world) for _ in range(3)]
    made = opdrachten.make(fatima, "toewijzen", zaken, {"medewerker": str(fatima.uuid)})
    work = opdrachten.work_of(made)
    line = opdrachten.next_line(made)
    assert line is not None
    opdrachten.do_line(work, line)
    opdrachten.stop(made)
    opdrachten.run(made.uuid)
    assert [state for state, _ in reasons(made)] == ["gedaan", "overgeslagen", "overgeslagen"]
    made.refresh_from_db()
    assert made.is_afgebroken and made.klaar_op is not None


def test_undoing_brings_everything_back_once_and_says_what_somebody_changed(world: World) -> None:
    fatima, joris = office.employee("fatima", "Groen"), office.employee("joris")
    zaken = [office.zaak(world) for _ in range(3)]
    for zaak in zaken:
        office.give(zaak, fatima, fatima)
    made = do(fatima, "toewijzen", zaken, medewerker=str(joris.uuid))
    office.give(zaken[2], fatima, joris)
    back = undo(made)
    assert [handlers(zaak) for zaak in zaken] == [["fatima"]] * 3
    assert reasons(back)[2] == ("geweigerd", "Iemand anders heeft de behandelaar intussen gewijzigd.")
    assert opdrachten.undoing(made, fatima) == back
    again = undo(back)
    assert [handlers(zaak) for zaak in zaken] == [["joris"], ["joris"], ["fatima"]]
    assert again.regels.count() == 2


def test_releasing_gives_zaken_to_the_team_and_can_be_undone(world: World) -> None:
    fatima = office.employee("fatima", "Groen")
    zaak = office.zaak(world)
    office.give(zaak, fatima, fatima)
    made = do(fatima, "vrijgeven", [zaak])
    assert handlers(zaak) == ["Groen"]
    assert list(queries.work(office.vrager(fatima), "team-vrij")) == [zaak]
    undo(made)
    assert handlers(zaak) == ["fatima"]


def test_werkvoorraad_a_snooze_ends_after_today_and_within_a_year_and_can_be_undone(world: World) -> None:
    fatima, zaak = office.employee("fatima"), office.zaak(world)
    today = clock.today()
    for days in (0, -1, 400):
        made = do(fatima, "sluimeren", [zaak], tot=str(today + timedelta(days=days)))
        assert reasons(made)[0][0] == "geweigerd"
    first = do(fatima, "sluimeren", [zaak], tot=str(today + timedelta(days=5)), reden="Belt terug")
    second = do(fatima, "sluimeren", [zaak], tot=str(today + timedelta(days=9)))
    undo(second)
    assert Sluimer.objects.get().reden == "Belt terug"
    undo(first)
    assert not Sluimer.objects.exists()
    do(fatima, "sluimeren", [zaak], tot=str(today + timedelta(days=5)))
    do(fatima, "wekken", [zaak])
    assert not Sluimer.objects.exists()


def test_a_team_gets_zaken_in_bulk(world: World) -> None:
    fatima = office.employee("fatima", "Groen")
    zaken = [office.zaak(world) for _ in range(2)]
    do(fatima, "toewijzen", zaken, groep=Groep.objects.get(naam="Groen").pk)
    assert [handlers(zaak) for zaak in zaken] == [["Groen"]] * 2
    assert OpdrachtRegel.objects.filter(staat="gedaan").count() == 2


def test_only_zaken_within_reach_can_be_selected(world: World) -> None:
    fatima = office.employee("fatima")
    seen, secret = office.zaak(world), office.zaak(world)
    Zaak.objects.filter(pk=secret.pk).update(vertrouwelijkheidaanduiding=8)
    actor = office.vrager(fatima).actor
    assert opdrachten.selected(actor, [secret.uuid, seen.uuid, seen.uuid]) == [seen]


def test_a_job_somebody_waits_for_goes_before_documents_that_wait_to_be_read() -> None:
    background = [job.priority for job in vars(lezen).values() if isinstance(job, Task)]
    assert background and jobs.do_opdracht.priority > max(background)
