"""Declaring the frame of a zaaktype: read, judged, kept, written back the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zaakwerk.kader import inrichting
from zaakwerk.kader.commands import DeclareKader
from zaakwerk.kader.inrichting import lees, schrijf
from zaakwerk.kader.models import Overgang
from zaakwerk.zaken.tests.world import World
from zaakwerk.zgw.actors import SYSTEM, Actor, Grant
from zaakwerk.zgw.models import AuditRegel
from zaakwerk.zgw.problems import Forbidden, Invalid
from zaakwerk.zgw.tests.api import BASE

KADER: dict[str, Any] = {
    "overgangen": [
        {"van": "Ontvangen", "naar": "In behandeling", "soort": "volgend"},
        {"van": "", "naar": "Afgehandeld", "soort": "afbreken", "rol": "behandelaar"},
        {"van": "In behandeling", "naar": "Ontvangen", "soort": "terug", "redenVerplicht": False},
    ],
    "poorten": [{"stap": "In behandeling", "soort": "taak", "naam": "Bezoek"}],
}


def declare(world: World, raw: Any, actor: Actor = SYSTEM) -> None:
    DeclareKader(actor=actor, zaaktype=world.zaaktype, kader=lees(raw)).run()


def places(problem: pytest.ExceptionInfo[Invalid]) -> dict[str, str]:
    return {found.name: found.code for found in problem.value.violations}


@pytest.mark.django_db
def test_what_is_written_is_what_was_declared_with_all_that_follows_from_it() -> None:
    world = World()
    declare(world, KADER)
    written = schrijf(world.zaaktype)
    assert [item["redenVerplicht"] for item in written["overgangen"]] == [False, True, False]
    assert lees(written) == lees(KADER)
    assert written["poorten"] == KADER["poorten"]


@pytest.mark.django_db
def test_declaring_anew_changes_only_what_differs_and_is_audited() -> None:
    world = World()
    declare(world, KADER)
    kept = Overgang.objects.get(soort="volgend")
    declare(world, {**KADER, "overgangen": KADER["overgangen"][:1]})
    assert list(Overgang.objects.all()) == [kept]
    lines = AuditRegel.objects.filter(hoofd_uuid=world.zaaktype.uuid, resource="overgang")
    assert sorted(line.actie for line in lines) == ["create"] * 3 + ["destroy"] * 2
    declare(world, {})
    assert schrijf(world.zaaktype) == {"overgangen": [], "poorten": []}


@pytest.mark.django_db
def test_overgangen_are_read_by_clients() -> None:
    world = World()
    declare(world, KADER)
    listed = world.api.get(f"{BASE}/zaakwerk/api/v1/overgangen").json()["results"]
    assert [found["naar"] for found in listed] == ["In behandeling", "Afgehandeld", "Ontvangen"]
    assert world.api.get(f"{BASE}/zaakwerk/api/v1/poorten").json()["count"] == 1


@pytest.mark.parametrize(
    ("raw", "faults"),
    [
        ([], {"nonFieldErrors": "invalid"}),
        ({"pijlen": []}, {"pijlen": "unknown"}),
        ({"overgangen": 1}, {"overgangen": "not_a_list"}),
        (
            {"overgangen": [{"soort": "spring"}]},
            {"overgangen.0.naar": "required", "overgangen.0.soort": "invalid_choice"},
        ),
        (
            {"poorten": [{"stap": "x", "soort": "document"}, 3]},
            {"poorten.0.soort": "invalid_choice", "poorten.1": "invalid"},
        ),
        (
            {"overgangen": [{"naar": "x", "soort": "volgend", "rol": "baas"}]},
            {"overgangen.0.rol": "invalid_choice"},
        ),
    ],
)
def test_bad_input_is_named_place_by_place(raw: Any, faults: dict[str, str]) -> None:
    with pytest.raises(Invalid) as refused:
        lees(raw)
    assert places(refused) == faults


KEYS = st.sampled_from(["overgangen", "poorten", "van", "naar", "soort"])
LEAVES = st.none() | st.booleans() | st.text()
ANYTHING = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=10)


@given(ANYTHING)
def test_whatever_is_declared_is_read_or_refused(raw: Any) -> None:
    try:
        assert isinstance(lees(raw), inrichting.Kaderinrichting)
    except Invalid as problem:
        assert problem.violations


@pytest.mark.django_db
def test_kader_steps_of_zaaktype() -> None:
    raw = {
        "overgangen": [{"van": "Weg", "naar": "Kwijt", "soort": "volgend"}],
        "poorten": [{"stap": "Nergens", "soort": "deelzaak"}],
    }
    with pytest.raises(Invalid) as refused:
        declare(World(), raw)
    assert places(refused) == {
        "overgangen.0.van": "does_not_exist",
        "overgangen.0.naar": "does_not_exist",
        "poorten.0.stap": "does_not_exist",
    }


@pytest.mark.django_db
def test_kader_moves_do_not_contradict() -> None:
    move = {"van": "Ontvangen", "naar": "In behandeling", "soort": "volgend"}
    with pytest.raises(Invalid) as refused:
        declare(World(), {"overgangen": [move, {**move, "soort": "overslaan"}]})
    assert places(refused) == {"overgangen.1": "unique"}


@pytest.mark.django_db
def test_kader_published_frame_stays() -> None:
    world = World()
    writer = Actor(grants=(Grant("ztc", frozenset({"catalogi.schrijven"})),))
    with pytest.raises(Invalid) as refused:
        declare(world, KADER, writer)
    assert places(refused) == {"nonFieldErrors": "non-concept-zaaktype"}
    world.zaaktype.concept = True
    world.zaaktype.save()
    declare(world, KADER, writer)
    with pytest.raises(Forbidden):
        declare(world, KADER, Actor())
