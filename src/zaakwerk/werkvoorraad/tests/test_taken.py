"""Taken among the zaken: whose they are, in which order, for whose eyes, and in how many statements."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.kader.commands import CompleteTaak, CreateTaak
from zaakwerk.kader.models import Taak
from zaakwerk.werkvoorraad import uitvoer, werk
from zaakwerk.werkvoorraad.tests import office
from zaakwerk.werkvoorraad.werk import Lijst, Telling
from zaakwerk.zaken.models import Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def fatima() -> Medewerker:
    return office.employee("fatima", "Groen")


def taak(zaak: Zaak, naam: str, by: Medewerker, **fields: Any) -> Taak:
    return CreateTaak(actor=accounts.actor_of(by), zaak=zaak, naam=naam, **fields).run()


def names(who: Medewerker, tab: str, soort: str = "") -> list[str]:
    found = Lijst(office.vrager(who), tab, soort)[0:50]
    return [item.naam if isinstance(item, Taak) else item.omschrijving for item in found]


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)


def test_zaken_and_taken_stand_in_one_order_of_urgency(world: World, fatima: Medewerker) -> None:
    late, soon, undated = (office.zaak(world, n, d) for n, d in (("laat", -2), ("straks", 5), ("geen", None)))
    Zaak.objects.filter(pk=undated.pk).update(einddatum_gepland=None)
    for zaak in (late, soon, undated):
        office.give(zaak, fatima, fatima)
    elsewhere = office.zaak(world, "van een ander", 3)
    taak(elsewhere, "volgt haar zaak", fatima, medewerker=fatima)
    taak(elsewhere, "eigen dag", fatima, medewerker=fatima, uiterlijk=in_days(-1))
    taak(undated, "zonder dag", fatima, medewerker=fatima)
    taak(soon, "zelfde dag", fatima, medewerker=fatima)
    expected = ["laat", "eigen dag", "volgt haar zaak", "zelfde dag", "straks", "zonder dag", "geen"]
    assert names(fatima, "nu") == expected
    assert names(fatima, "nu", "taken") == ["eigen dag", "volgt haar zaak", "zelfde dag", "zonder dag"]
    assert names(fatima, "nu", "zaken") == ["laat", "straks", "geen"]
    assert werk.counts(office.vrager(fatima))["nu"] == Telling(3, 4)


def test_a_taak_is_in_exactly_the_tabs_of_who_has_it(world: World, fatima: Medewerker) -> None:
    groen, joris = Groep.objects.get(naam="Groen"), office.employee("joris", "Blauw")
    zaak = office.zaak(world, "zaak")
    taak(zaak, "vrij", fatima, groep=groen)
    taak(zaak, "mijn", fatima, groep=groen, medewerker=fatima)
    taak(zaak, "van joris", fatima, groep=groen, medewerker=joris)
    taak(zaak, "van blauw", fatima, groep=Groep.objects.get(naam="Blauw"))
    taak(zaak, "van niemand", fatima)
    for number, who in enumerate((fatima, joris, fatima)):
        done = taak(zaak, f"klaar {number}", who, medewerker=who)
        CompleteTaak(actor=accounts.actor_of(who), instance=done, uitkomst="Gedaan").run()
    long_ago = clock.now() - timedelta(days=32)
    Taak.objects.filter(naam="klaar 2").update(afgerond_op=long_ago)
    expected = {
        "nu": ["mijn"],
        "wacht": [],
        "team-vrij": ["vrij"],
        "team": ["vrij", "mijn", "van joris"],
        "klaar": ["klaar 0"],
    }
    assert {tab: names(fatima, tab) for tab in expected} == expected
    found = {tab: telling.taken for tab, telling in werk.counts(office.vrager(fatima)).items()}
    assert found == {tab: len(taken) for tab, taken in expected.items()}


def test_what_is_done_stands_latest_first_zaken_and_taken_in_one_list(
    world: World, fatima: Medewerker
) -> None:
    closed, other = office.zaak(world, "zaak gisteren"), office.zaak(world, "ander")
    office.give(closed, fatima, fatima)
    Zaak.objects.filter(pk=closed.pk).update(einddatum=in_days(-1))
    for naam, days in (("taak vandaag", 0), ("taak eerder", 3)):
        done = taak(other, naam, fatima, medewerker=fatima)
        CompleteTaak(actor=accounts.actor_of(fatima), instance=done).run()
        Taak.objects.filter(pk=done.pk).update(afgerond_op=clock.now() - timedelta(days=days))
    assert names(fatima, "klaar") == ["taak vandaag", "zaak gisteren", "taak eerder"]


def test_a_taak_of_a_zaak_out_of_reach_or_closed_is_in_no_list_and_no_count(
    world: World, fatima: Medewerker
) -> None:
    groen, secret, closed = Groep.objects.get(naam="Groen"), office.zaak(world), office.zaak(world)
    for zaak in (secret, closed):
        taak(zaak, "mijn", fatima, medewerker=fatima, groep=groen)
    taak(secret, "van het team", fatima, groep=groen)
    done = taak(secret, "klaar", fatima, medewerker=fatima)
    CompleteTaak(actor=accounts.actor_of(fatima), instance=done).run()
    Zaak.objects.filter(pk=secret.pk).update(vertrouwelijkheidaanduiding=8)
    Zaak.objects.filter(pk=closed.pk).update(einddatum=clock.today())
    assert [names(fatima, tab) for tab in ("nu", "team-vrij", "team", "klaar")] == [[]] * 4
    assert {telling.totaal for telling in werk.counts(office.vrager(fatima)).values()} == {0}


def test_the_csv_has_the_taken_with_what_is_asked(world: World, fatima: Medewerker) -> None:
    zaak = office.zaak(world, "Dakkapel", 3)
    office.give(zaak, fatima, fatima)
    taak(zaak, "=Adviseer", fatima, medewerker=fatima, uiterlijk=in_days(1))
    text = "".join(uitvoer.csv_of_work(Lijst(office.vrager(fatima), "nu")))
    head, first, second = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert (head[-1], first[-1], second[-1:]) == ("Taak", "'=Adviseer", [""])
    assert first[:2] == second[:2] == [zaak.identificatie, "Dakkapel"]
    assert first[9] == str(in_days(1))


def test_a_page_takes_the_same_statements_for_few_and_many_taken(world: World, fatima: Medewerker) -> None:
    asks, taken = office.vrager(fatima), []
    for count in (2, 20):
        for number in range(count):
            zaak = office.zaak(world, str(number))
            office.give(zaak, fatima, fatima)
            taak(zaak, f"taak {number}", fatima, medewerker=fatima)
        with CaptureQueriesContext(connection) as captured:
            assert len(Lijst(asks, "nu")[0:50]) == 2 * (count if count == 2 else 22)
        taken.append(len(captured))
    assert taken[0] == taken[1] == 3


def test_pages_of_a_list_follow_each_other_without_gap_or_double(world: World, fatima: Medewerker) -> None:
    for number in range(6):
        zaak = office.zaak(world, f"zaak {number}", 4)
        office.give(zaak, fatima, fatima)
        taak(zaak, f"taak {number}", fatima, medewerker=fatima)
    lijst = Lijst(office.vrager(fatima), "nu")
    pages = [str(item) for start in range(0, 12, 5) for item in lijst[start : start + 5]]
    assert pages == [str(item) for part in lijst.parts(5) for item in part]
    assert len(pages) == len(set(pages)) == 12
