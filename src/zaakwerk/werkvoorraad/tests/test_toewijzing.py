"""Assigning, releasing, taking the next, and undoing."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from zaakwerk.autorisaties import accounts
from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.werkvoorraad import behandeling, commands
from zaakwerk.werkvoorraad.commands import standing_of
from zaakwerk.werkvoorraad.tests import office
from zaakwerk.zaken.models import Rol, Zaak
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Forbidden, Invalid, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return World()


def handlers(found: Zaak) -> list[str]:
    return [rol.identificatie for rol in behandeling.of_zaak(found)]


def take(who: Medewerker) -> Zaak:
    return commands.TakeNext(
        actor=accounts.actor_of(who), medewerker=who, teams=behandeling.teams_of(who)
    ).run()


def test_a_zaak_changes_hands_with_a_line_in_its_audit_trail(world: World) -> None:
    fatima, joris = office.employee("fatima", "Groen"), office.employee("joris", "Groen")
    found, team = office.zaak(world), Groep.objects.get(naam="Groen")
    office.give(found, team, fatima)
    office.give(found, fatima, fatima)
    office.give(found, joris, fatima)
    assert handlers(found) == ["Groen", "joris"]
    lines = AuditRegel.objects.filter(hoofd_uuid=found.uuid, resource="rol").order_by("id")
    assert [line.actie for line in lines] == ["create", "create", "destroy", "create"]
    assert {line.gebruiker_id for line in lines} == {"fatima"}


def test_a_team_takes_over_from_a_person(world: World) -> None:
    fatima, found = office.employee("fatima", "Groen"), office.zaak(world)
    office.give(found, fatima, fatima)
    office.give(found, Groep.objects.get(naam="Groen"), fatima)
    assert handlers(found) == ["Groen"]


def test_werkvoorraad_assigning_says_why_not(world: World) -> None:
    fatima, reader = office.employee("fatima"), office.employee("lezer", rol="raadpleger")
    found = office.zaak(world)
    with pytest.raises(Invalid, match="mag deze zaak niet behandelen"):
        office.give(found, reader, fatima)
    with pytest.raises(Forbidden):
        office.give(found, fatima, reader)
    office.give(found, fatima, fatima)
    with pytest.raises(Invalid, match="is al van"):
        office.give(found, fatima, fatima)
    closed = office.zaak(world)
    world.close(office.as_wire(world, closed))
    with pytest.raises(Invalid, match="al afgehandeld"):
        office.give(closed, fatima, fatima)


def test_werkvoorraad_releasing_needs_a_team_to_go_to(world: World) -> None:
    fatima, found = office.employee("fatima"), office.zaak(world)
    actor = accounts.actor_of(fatima)
    with pytest.raises(Invalid, match="geen behandelaar"):
        commands.Release(actor=actor, zaak=found).run()
    office.give(found, fatima, fatima)
    with pytest.raises(Invalid, match="geen team"):
        commands.Release(actor=actor, zaak=found).run()
    groen = Groep.objects.create(naam="Groen")
    commands.Release(actor=actor, zaak=found, team=groen).run()
    assert handlers(found) == ["Groen"]


def test_werkvoorraad_undo_brings_back_what_was_unless_somebody_came_between(world: World) -> None:
    fatima, joris = office.employee("fatima"), office.employee("joris")
    found, actor = office.zaak(world), accounts.actor_of(fatima)
    office.give(found, fatima, fatima)
    was = standing_of(behandeling.of_zaak(found))
    office.give(found, joris, fatima)
    werd = standing_of(behandeling.of_zaak(found))
    commands.Restore(actor=actor, zaak=found, was=was, werd=werd).run()
    assert handlers(found) == ["fatima"]
    with pytest.raises(Invalid, match="intussen gewijzigd"):
        commands.Restore(actor=actor, zaak=found, was=was, werd=werd).run()


def test_the_next_zaak_is_the_most_urgent_free_one_of_the_own_teams(world: World) -> None:
    fatima, joris = office.employee("fatima", "Groen"), office.employee("joris", "Grijs")
    groen, grijs = Groep.objects.get(naam="Groen"), Groep.objects.get(naam="Grijs")
    for name, days, team in (("later", 30, groen), ("eerst", 2, groen), ("andermans", 1, grijs)):
        office.give(office.zaak(world, name, days), team, fatima)
    assert [take(fatima).omschrijving for _ in range(2)] == ["eerst", "later"]
    with pytest.raises(NotFound):
        take(fatima)
    assert take(joris).omschrijving == "andermans"


@pytest.mark.django_db(transaction=True)
def test_two_people_never_take_the_same_zaak() -> None:
    world = World()
    people = [office.employee(f"mw-{number}", "Groen") for number in range(6)]
    for _ in range(6):
        office.give(office.zaak(world), Groep.objects.get(naam="Groen"), people[0])
    start = Barrier(len(people))

    def go(who: Medewerker) -> int:
        start.wait()
        try:
            return int(take(who).pk)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        taken = list(pool.map(go, people))
    assert len(set(taken)) == len(people)
    persons = Rol.objects.filter(betrokkene_type=behandeling.MEDEWERKER)
    assert persons.count() == len(people)
