"""What stands in which tab, in which order, and that counts are the lists."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zaakwerk.autorisaties.models import Groep
from zaakwerk.werkvoorraad import commands, queries, rijen, werk
from zaakwerk.werkvoorraad.tests import office
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock
from zaakwerk.zgw.problems import Forbidden

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def names(found: object) -> list[str]:
    return [zaak.omschrijving for zaak in found]  # type: ignore[attr-defined]


def test_a_zaak_is_in_exactly_the_tab_where_its_work_is(world: World) -> None:
    fatima, team = office.employee("fatima", "Groen"), Groep.objects.get(naam="Groen")
    other = office.employee("joris")
    made = {name: office.zaak(world, name) for name in ("nu", "stil", "slaapt", "vrij", "ander", "klaar")}
    office.zaak(world, "van niemand")
    for name in ("nu", "stil", "slaapt", "klaar"):
        office.give(made[name], fatima, fatima)
    office.give(made["vrij"], team, fatima)
    office.give(made["ander"], team, fatima)
    office.give(made["ander"], other, fatima)
    office.standstill(made["stil"])
    asks = office.vrager(fatima)
    tomorrow = clock.today() + timedelta(days=1)
    commands.Snooze(actor=asks.actor, medewerker=fatima, zaak=made["slaapt"], tot=tomorrow).run()
    world.close(office.as_wire(world, made["klaar"]), clock.now().isoformat())
    expected = {
        "nu": ["nu"],
        "wacht": ["stil", "slaapt"],
        "team-vrij": ["vrij"],
        "team": ["vrij", "ander"],
        "klaar": ["klaar"],
    }
    assert {tab: names(queries.work(asks, tab)) for tab in queries.TABS} == expected
    assert werk.counts(asks) == {tab: werk.Telling(len(found), 0) for tab, found in expected.items()}


def test_a_snooze_ends_by_itself(world: World) -> None:
    fatima, found = office.employee("fatima"), office.zaak(world, "later")
    office.give(found, fatima, fatima)
    asks = office.vrager(fatima)
    until = clock.today() + timedelta(days=3)
    commands.Snooze(actor=asks.actor, medewerker=fatima, zaak=found, tot=until, reden="Belt terug").run()
    assert names(queries.work(asks, "nu")) == []
    on_the_day = queries.Vrager(asks.actor, fatima, until)
    assert names(queries.work(on_the_day, "nu")) == ["later"]


def test_the_most_urgent_comes_first_and_without_a_term_last(world: World) -> None:
    fatima = office.employee("fatima")
    for name, days in (("ruim", 40), ("geen", None), ("laat", -3), ("morgen", 1)):
        office.give(office.zaak(world, name, days), fatima, fatima)
    planned = office.zaak(world, "gepland", None)
    office.give(planned, fatima, fatima)
    Zaak.objects.filter(omschrijving="geen").update(einddatum_gepland=None)
    assert names(queries.work(office.vrager(fatima), "nu")) == ["laat", "morgen", "ruim", "gepland", "geen"]


def test_what_somebody_may_not_see_is_in_no_list_and_no_count(world: World) -> None:
    fatima = office.employee("fatima")
    secret = office.zaak(world, "geheim")
    office.give(secret, fatima, fatima)
    Zaak.objects.filter(pk=secret.pk).update(vertrouwelijkheidaanduiding=7)
    asks = office.vrager(fatima)
    assert names(queries.work(asks, "nu")) == []
    assert werk.counts(asks)["nu"].totaal == 0
    with pytest.raises(Forbidden):
        werk.counts(office.vrager(office.employee("nieuw", rol="")))


def test_a_row_says_what_is_expected_and_for_what_it_waits(world: World) -> None:
    fatima = office.employee("fatima", "Groen")
    found = office.zaak(world, "Dakkapel")
    world.add_rol(
        office.as_wire(world, found), betrokkeneIdentificatie={"inpBsn": "999993653", "geslachtsnaam": "Wit"}
    )
    world.set_status(office.as_wire(world, found), 0)
    world.eigenschap.statustype = world.steps[1]
    world.eigenschap.save()
    office.give(found, Groep.objects.get(naam="Groen"), fatima)
    office.give(found, fatima, fatima)
    stop = {"indicatie": True, "reden": "Wacht op tekeningen"}
    world.api.patch(office.as_wire(world, found)["url"], {"opschorting": stop})
    asks = office.vrager(fatima)
    zaken = list(rijen.with_parts(queries.work(asks, "wacht")))
    (row,) = rijen.rows_of(zaken, asks)
    assert (row.verwachting.nummer, row.verwachting.aantal) == (1, 3)
    assert row.verwachting.tekst == "Vul bouwkosten in"
    assert (row.initiator, row.behandelaar, row.team) == ("Wit", "F. Bakker", "Groen")
    assert row.wacht is not None and row.wacht.op == "Wacht op tekeningen"
    assert row.wacht.sinds is not None and clock.legal_date(row.wacht.sinds) == clock.today()
    assert row.gebeurtenis is not None and row.gebeurtenis.resource == "zaak"


def test_a_page_takes_the_same_number_of_statements_whatever_its_size(
    world: World,
) -> None:
    fatima = office.employee("fatima")
    asks = office.vrager(fatima)
    assert asks.teams == ()

    def statements(tab: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            werk.counts(asks)
            rijen.rows_of(list(rijen.with_parts(queries.work(asks, tab)[:50])), asks)
        return len(captured)

    taken = []
    for count in (2, 18):
        for number in range(count):
            made = office.zaak(world, str(number))
            world.set_status(office.as_wire(world, made), number % 2)
            office.give(made, fatima, fatima)
        taken.append(statements("nu"))
    assert taken[0] == taken[1] <= 32
