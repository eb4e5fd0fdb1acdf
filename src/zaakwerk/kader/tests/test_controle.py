"""The check of a frame: what contradicts itself or leads nowhere is named, and what is right is not."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from zaakwerk.kader import queries
from zaakwerk.kader.controle import TeControleren, controleer
from zaakwerk.kader.feiten import Pijl
from zaakwerk.kader.models import Overgang, Poort
from zaakwerk.kader.tests.voorbeelden import NAMEN
from zaakwerk.kader.tests.wereld import KaderWereld
from zaakwerk.kader.vragen import Inrichting, StapVragen, UitkomstVragen, Vraag


def kader(*pijlen: Pijl, vragen: dict[int, tuple[Vraag, ...]] | None = None, **more: Any) -> TeControleren:
    """The frame of five steps with these moves, and what each step asks."""
    stappen = tuple(
        StapVragen(n, UUID(int=n), naam, n, (vragen or {}).get(n, ())) for n, naam in enumerate(NAMEN, 1)
    )
    inrichting = Inrichting(stappen, pijlen=pijlen, **more.pop("inrichting", {}))
    return TeControleren(inrichting, rollen=frozenset({"behandelaar"}), **more)


def found(checked: TeControleren) -> dict[str, str]:
    """The findings by code: what each is about."""
    return {bevinding.code: bevinding.over for bevinding in controleer(checked)}


def test_a_frame_by_order_has_no_faults() -> None:
    assert controleer(kader()) == []


def test_sensible_declarations_have_no_faults() -> None:
    assert (
        controleer(
            kader(
                Pijl("Toetsen", "Advies", "volgend"),
                Pijl("Toetsen", "Besluiten", "overslaan", "behandelaar", True),
                Pijl("Toetsen", "Ontvangen", "terug"),
                Pijl("", "Afgehandeld", "afbreken"),
                Pijl("Afgehandeld", "Besluiten", "heropenen"),
            )
        )
        == []
    )


@pytest.mark.parametrize(
    "pijl",
    [
        Pijl("Advies", "Toetsen", "volgend"),
        Pijl("Advies", "Toetsen", "overslaan"),
        Pijl("Toetsen", "Advies", "terug"),
        Pijl("", "Advies", "volgend"),
        Pijl("Toetsen", "Advies", "afbreken"),
        Pijl("Toetsen", "Ontvangen", "heropenen"),
        Pijl("Afgehandeld", "Toetsen", "terug"),
    ],
)
def test_a_move_whose_kind_says_another_way_is_named(pijl: Pijl) -> None:
    assert found(kader(pijl))["richting"] == pijl.naar


def test_moves_that_contradict_each_other_are_named() -> None:
    moves = (Pijl("Toetsen", "Besluiten", "volgend"), Pijl("Toetsen", "Besluiten", "overslaan"))
    assert found(kader(*moves)) == {"tegenspraak": "Besluiten"}


def test_a_circle_is_named_once_with_its_steps() -> None:
    checked = kader(Pijl("Advies", "Toetsen", "volgend"))
    (circle,) = [one for one in controleer(checked) if one.code == "kring"]
    assert circle.zin == "Deze stappen volgen elkaar in een kring op: Toetsen → Advies → Toetsen."


def test_a_step_no_zaak_gets_to_is_named() -> None:
    moves = (
        Pijl("Ontvangen", "Toetsen", "volgend"),
        Pijl("Toetsen", "Besluiten", "volgend"),
        Pijl("Besluiten", "Afgehandeld", "volgend"),
    )
    assert found(kader(*moves)) == {"onbereikbaar": "Advies"}
    assert found(kader(*moves, Pijl("Besluiten", "Advies", "terug"))) == {}


def test_a_last_step_no_zaak_gets_to_is_named_with_the_steps_before_it() -> None:
    moves = tuple(Pijl(van, naar, "volgend") for van, naar in zip(NAMEN, NAMEN[1:-1], strict=False))
    checked = kader(*moves, Pijl("Besluiten", "Advies", "terug"))
    codes = [bevinding.code for bevinding in controleer(checked)]
    assert codes.count("doodlopend") == 4


def test_names_that_lead_nowhere_are_named() -> None:
    checked = kader(Pijl("Weg", "Toetsen", "volgend"), inrichting={"losse_poorten": ("Kwijt",)})
    assert [(one.code, one.over) for one in controleer(checked)] == [
        ("stap-onbekend", "Weg"),
        ("stap-onbekend", "Kwijt"),
    ]


def test_steps_and_questions_of_the_same_name_are_named() -> None:
    twice = (Vraag("checklist", "A"), Vraag("checklist", "A"))
    checked = kader(vragen={2: twice})
    assert found(checked) == {"vraag-dubbel": "Toetsen"}
    stappen = checked.inrichting.stappen
    same = replace(checked.inrichting, stappen=(*stappen[:2], replace(stappen[2], naam="Toetsen")))
    assert found(replace(checked, inrichting=same))["stap-dubbel"] == "Toetsen"


@pytest.mark.parametrize("soort", ["document", "zaakobject", "deelzaak"])
def test_a_gate_that_no_zaak_can_pass_is_named(soort: Any) -> None:
    checked = kader(vragen={3: (Vraag(soort, "Dit"),)})
    assert found(checked) == {"poort-onmogelijk": "Advies"}
    known = replace(
        checked,
        inrichting=replace(checked.inrichting, objecten={"1": "Dit"}),
        catalogus=frozenset({"Dit"}),
        deelzaaktypen=frozenset({"Dit"}),
    )
    assert found(known) == {}


def test_a_mandatory_question_before_the_first_step_is_named() -> None:
    assert found(kader(vragen={1: (Vraag("checklist", "A"),)})) == {"eerste-stap": "Ontvangen"}
    assert found(kader(vragen={1: (Vraag("checklist", "A", is_verplicht=False),)})) == {}


def test_an_outcome_that_no_zaak_gets_is_named() -> None:
    asks = (Vraag("document", "Brief"), Vraag("besluit", "Vergunning"))
    outcome = {"uitkomsten": (UitkomstVragen(UUID(int=9), "Verleend", asks),)}
    assert found(kader(inrichting=outcome)) == {"resultaat-onbereikbaar": "Verleend"}
    known = replace(
        kader(inrichting=outcome),
        documenttypen=frozenset({"Brief"}),
        besluittypen=frozenset({"Vergunning"}),
    )
    assert found(known) == {}


def test_a_move_for_a_role_nobody_can_have_is_named() -> None:
    assert found(kader(Pijl("Toetsen", "Advies", "volgend", "beslisser"))) == {"rol-onbekend": "Advies"}


@pytest.mark.django_db
def test_the_frame_is_read_from_the_catalogue_with_all_that_it_names() -> None:
    world = KaderWereld()
    Overgang.objects.create(zaaktype=world.zaaktype, van="Weg", naar="In behandeling", soort="volgend")
    Poort.objects.create(zaaktype=world.zaaktype, stap="Kwijt", soort="taak", naam="X")
    (checked,) = queries.te_controleren([world.zaaktype]).values()
    codes = {(one.code, one.over) for one in controleer(checked)}
    assert codes == {
        ("stap-onbekend", "Weg"),
        ("stap-onbekend", "Kwijt"),
        ("poort-onmogelijk", "In behandeling"),  # Advies is no kind of document of the catalogus
    }
    world.document(soort="Advies")
    (checked,) = queries.te_controleren([world.zaaktype]).values()
    assert {one.code for one in controleer(checked)} == {"stap-onbekend"}
