"""Taking steps, answering checklists and the life of tasks: what is written, refused and remembered."""

from typing import Any

import pytest

from zaakwerk.autorisaties.models import Groep, Medewerker
from zaakwerk.kader import commands
from zaakwerk.kader.models import ChecklistAntwoord, GezetteStap, Overgang, Taak
from zaakwerk.kader.tests.wereld import KaderWereld, medewerker
from zaakwerk.zaken.models import Resultaat, Status, Zaak
from zaakwerk.zaken.tests.test_concurrency import at_once
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw.actors import SYSTEM, Actor, Grant, Person
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Forbidden, Invalid, NotFound, Problem

pytestmark = pytest.mark.django_db


def begin(world: World, step: int = 0) -> Zaak:
    """A zaak at a step."""
    made = world.zaak()
    assert world.set_status(made, step).status_code == 201
    return Zaak.objects.select_related("zaaktype").get(uuid=made["uuid"])


def take(zaak: Zaak, world: World, soort: Any, step: int, actor: Actor | None = None, **more: Any) -> Any:
    """The step taken; a fresh instance of the zaak, as a request has."""
    fresh = Zaak.objects.select_related("zaaktype").get(pk=zaak.pk)
    return commands.TakeStep(
        actor=actor or medewerker(), zaak=fresh, soort=soort, naar=world.steps[step], **more
    ).run()


def codes(problem: pytest.ExceptionInfo[Invalid]) -> dict[str, str]:
    return {found.code: found.name for found in problem.value.violations}


def test_a_step_sets_the_status_and_remembers_how() -> None:
    world, actor = World(), medewerker()
    zaak = begin(world)
    taken = take(zaak, world, "volgend", 1, actor, toelichting="Wij zijn begonnen.")
    status = Status.objects.get(pk=taken.status_id)
    assert (status.statustype, status.statustoelichting) == (world.steps[1], "Wij zijn begonnen.")
    assert Zaak.objects.get(pk=zaak.pk).status == status
    assert (taken.van, taken.naar, taken.soort, taken.reden) == ("Ontvangen", "In behandeling", "volgend", "")
    lines = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid).order_by("-id")[:2]
    assert {(line.resource, line.gebruiker_id) for line in lines} == {
        ("gezettestap", "fatima"),
        ("status", "fatima"),
    }


def test_the_status_is_set_by_the_actor_in_their_role() -> None:
    world, actor = KaderWereld(), medewerker()
    zaak = begin(world)
    rol = world.make_rol_of(zaak, actor, world.behandelaar)
    world.resultaattype.refresh_from_db()
    taken = take(zaak, world, "afbreken", 2, actor, reden="Ingetrokken", resultaattype=world.resultaattype)
    assert taken.status.gezetdoor == rol


def test_kader_gates_are_met() -> None:
    world = KaderWereld()
    zaak = begin(world)
    with pytest.raises(Invalid) as refused:
        take(zaak, world, "volgend", 1)
    assert codes(refused).keys() == {
        "eigenschap-ontbreekt",
        "document-ontbreekt",
        "checklist-ontbreekt",
        "zaakobject-ontbreekt",
        "taak-ontbreekt",
    }
    assert (Status.objects.count(), GezetteStap.objects.count()) == (1, 0)


def test_the_standard_api_knows_no_gates() -> None:
    world = KaderWereld()
    made = world.zaak()
    assert world.set_status(made, 1).status_code == 201


def test_kader_move_exists() -> None:
    world = World()
    zaak = begin(world)
    with pytest.raises(Invalid) as refused:
        take(zaak, world, "terug", 1)
    assert codes(refused) == {"overgang-bestaat-niet": "naar"}


def test_kader_reason_is_given() -> None:
    world = World()
    zaak = begin(world, 1)
    with pytest.raises(Invalid) as refused:
        take(zaak, world, "terug", 0, reden="  ")
    assert codes(refused) == {"required": "reden"}
    taken = take(zaak, world, "terug", 0, reden=" Verkeerde zaak ")
    assert taken.reden == "Verkeerde zaak"
    assert Zaak.objects.get(pk=zaak.pk).status == taken.status


def test_zrc_007_the_last_step_closes_with_the_chosen_resultaat_in_one_go() -> None:
    world = World()
    zaak = begin(world, 1)
    with pytest.raises(Invalid) as refused:
        take(zaak, world, "volgend", 2)
    assert codes(refused) == {"resultaat-ontbreekt": "resultaattype"}
    take(zaak, world, "volgend", 2, resultaattype=world.resultaattype)
    closed = Zaak.objects.select_related("resultaat").get(pk=zaak.pk)
    assert closed.is_closed and closed.archiefnominatie == "vernietigen"
    assert closed.resultaat.resultaattype == world.resultaattype


def test_zrc_020_a_resultaat_that_is_there_stays() -> None:
    world = World()
    zaak, other = begin(world, 1), world.make_resultaattype(omschrijving="Geweigerd")
    Resultaat.objects.create(zaak=zaak, resultaattype=other)
    with pytest.raises(Invalid):
        take(zaak, world, "volgend", 2, resultaattype=world.resultaattype)
    assert not Zaak.objects.get(pk=zaak.pk).is_closed
    take(zaak, world, "volgend", 2, resultaattype=other)
    assert Zaak.objects.get(pk=zaak.pk).is_closed


def test_kader_an_outcome_is_judged_by_its_own_gates() -> None:
    world = World()
    world.resultaattype.besluittypen = ["Vergunning"]
    world.resultaattype.save()
    zaak = begin(world, 1)
    with pytest.raises(Invalid) as refused:
        take(zaak, world, "volgend", 2, resultaattype=world.resultaattype)
    assert codes(refused) == {"besluit-ontbreekt": "naar"}
    assert Resultaat.objects.count() == 0


def test_kader_resultaat_is_for_closing() -> None:
    world = World()
    with pytest.raises(Invalid) as refused:
        take(begin(world), world, "volgend", 1, resultaattype=world.resultaattype)
    assert codes(refused) == {"invalid": "resultaattype"}


def test_zrc_008_reopening_needs_its_right_and_a_reason() -> None:
    world = World()
    made = world.zaak()
    world.close(made)
    zaak = Zaak.objects.get(uuid=made["uuid"])
    with pytest.raises(Forbidden):
        take(zaak, world, "heropenen", 1, reden="Bezwaar")
    grant = Grant("zrc", frozenset({"zaken.lezen", "zaken.heropenen"}))
    may = Actor(gebruiker_id="sjoerd", grants=(grant,))
    with pytest.raises(Invalid):
        take(zaak, world, "heropenen", 1, may)
    take(zaak, world, "heropenen", 1, may, reden="Bezwaar gegrond")
    assert not Zaak.objects.get(pk=zaak.pk).is_closed


def test_kader_a_move_for_one_role_is_for_nobody_else() -> None:
    world, actor = KaderWereld(), medewerker()
    zaak = begin(world)
    Overgang.objects.create(
        zaaktype=world.zaaktype, van="", naar="Afgehandeld", soort="afbreken", rol="behandelaar"
    )
    with pytest.raises(Forbidden, match="behandelaar"):
        take(zaak, world, "afbreken", 2, actor, resultaattype=world.resultaattype)
    world.make_rol_of(zaak, actor, world.behandelaar)
    take(zaak, world, "afbreken", 2, actor, resultaattype=world.resultaattype)


@pytest.mark.parametrize("actor", [Actor(gebruiker_id="x"), Actor(person=Person("bsn", "999993653"))])
def test_who_may_not_set_a_status_learns_nothing_of_the_gates(actor: Actor) -> None:
    world = KaderWereld()
    zaak = begin(world)
    for soort, step in (("volgend", 1), ("terug", 1)):
        with pytest.raises(Forbidden) as refused:
            take(zaak, world, soort, step, actor)
        assert "Advies" not in str(refused.value)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_take_the_same_step_one_does_and_the_others_hear_why() -> None:
    world, actor = World(), medewerker()
    zaak = begin(world)

    def attempt(_: int) -> str:
        try:
            take(zaak, world, "volgend", 1, actor)
        except Problem as problem:
            return problem.code
        return "gezet"

    assert sorted(at_once(attempt, 8)) == ["gezet"] + ["invalid"] * 7
    assert (Status.objects.count(), GezetteStap.objects.count()) == (2, 1)


def answer(world: KaderWereld, zaak: Zaak, antwoord: str, item: str = "Compleet", step: int = 1) -> Any:
    return commands.AnswerChecklist(
        actor=medewerker(), zaak=zaak, statustype=world.steps[step], itemnaam=item, antwoord=antwoord
    ).run()


def test_an_answer_says_who_and_when_and_is_audited() -> None:
    world = KaderWereld()
    zaak = begin(world)
    first = answer(world, zaak, "nee")
    assert (first.beantwoord_door, first.beantwoord_door_naam) == ("fatima", "Fatima")
    second = answer(world, zaak, "ja")
    assert (second.pk, second.antwoord) == (first.pk, "ja")
    lines = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid, resource="checklistantwoord").order_by("id")
    assert [line.actie for line in lines] == ["create", "partial_update"]
    assert '"antwoord":"nee"' in lines[1].oud and '"antwoord":"ja"' in lines[1].nieuw


def test_an_answer_can_be_taken_back() -> None:
    world = KaderWereld()
    given = answer(world, begin(world), "ja")
    commands.WithdrawAnswer(actor=medewerker(), instance=given).run()
    assert ChecklistAntwoord.objects.count() == 0
    with pytest.raises(NotFound):
        commands.WithdrawAnswer(actor=medewerker(), instance=given).run()


@pytest.mark.parametrize(("item", "step"), [("Onbekend", 1), ("Compleet", 0)])
def test_kader_item_of_checklist(item: str, step: int) -> None:
    world = KaderWereld()
    with pytest.raises(Invalid) as refused:
        answer(world, begin(world), "ja", item, step)
    assert codes(refused) == {"does_not_exist": "itemnaam"}


def test_kader_answer_is_known() -> None:
    world = KaderWereld()
    with pytest.raises(Invalid) as refused:
        answer(world, begin(world), "misschien")
    assert codes(refused) == {"invalid_choice": "antwoord"}


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_leave_one() -> None:
    world, actor = KaderWereld(), medewerker()
    zaak = begin(world)

    def attempt(number: int) -> None:
        commands.AnswerChecklist(
            actor=actor,
            zaak=Zaak.objects.get(pk=zaak.pk),
            statustype=world.steps[1],
            itemnaam="Foto",
            antwoord=("ja", "nee")[number % 2],
        ).run()

    at_once(attempt, 6)
    assert ChecklistAntwoord.objects.count() == 1


def make_taak(zaak: Zaak, **more: Any) -> Taak:
    return commands.CreateTaak(actor=medewerker(), zaak=zaak, **{"naam": "Bellen", **more}).run()


def test_a_task_is_made_handed_over_and_finished() -> None:
    world = World()
    zaak = begin(world)
    taak = make_taak(zaak, groep=Groep.objects.create(naam="Groen"), verplicht_voor="In behandeling")
    with pytest.raises(Invalid, match="Bellen"):
        take(zaak, world, "volgend", 1)
    jan = Medewerker.objects.create(username="jan")
    commands.AssignTaak(actor=medewerker(), instance=taak, medewerker=jan, groep=taak.groep).run()
    commands.CompleteTaak(actor=medewerker(), instance=taak, uitkomst="Akkoord").run()
    taak.refresh_from_db()
    assert (taak.medewerker, taak.uitkomst, taak.afgerond_door_naam) == (jan, "Akkoord", "Fatima")
    take(zaak, world, "volgend", 1)
    lines = AuditRegel.objects.filter(hoofd_uuid=zaak.uuid, resource="taak").order_by("id")
    assert [line.actie for line in lines] == ["create", "partial_update", "partial_update"]
    assert '"medewerker":"jan"' in lines[1].nieuw


def test_kader_task_is_open() -> None:
    taak = make_taak(begin(World()))
    stale = Taak.objects.get(pk=taak.pk)
    commands.CompleteTaak(actor=medewerker(), instance=taak).run()
    for change in (commands.CompleteTaak, commands.AssignTaak):
        with pytest.raises(Invalid) as refused:
            change(actor=medewerker(), instance=stale).run()
        assert codes(refused) == {"taak-afgerond": "nonFieldErrors"}
    taak.delete()
    with pytest.raises(NotFound):
        commands.CompleteTaak(actor=medewerker(), instance=stale).run()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"naam": " "}, {"blank": "naam"}),
        ({"verplicht_voor": "Weg"}, {"does_not_exist": "verplichtVoor"}),
    ],
)
def test_kader_task_has_name_and_waits_for_a_step_of_the_zaaktype(
    given: dict[str, str], expected: dict[str, str]
) -> None:
    with pytest.raises(Invalid) as refused:
        make_taak(begin(World()), **given)
    assert codes(refused) == expected


def test_kader_task_for_somebody_who_works_here() -> None:
    gone = Medewerker.objects.create(username="weg", is_active=False)
    with pytest.raises(Invalid) as refused:
        make_taak(begin(World()), medewerker=gone)
    assert codes(refused) == {"invalid": "medewerker"}


def test_a_closed_zaak_takes_no_tasks_and_no_answers_but_from_who_may_force_it() -> None:
    world = KaderWereld()
    made = world.zaak()
    world.close(made)
    zaak = Zaak.objects.select_related("zaaktype").get(uuid=made["uuid"])
    with pytest.raises(Forbidden):
        make_taak(zaak)
    with pytest.raises(Forbidden):
        answer(world, zaak, "ja")
    commands.CreateTaak(actor=SYSTEM, zaak=zaak, naam="Herstellen").run()
