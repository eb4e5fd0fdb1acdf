"""The evaluator: every move, every reason, one thing to do; facts in, stand out."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zaakwerk.kader.evaluatie import evaluate
from zaakwerk.kader.feiten import MET_REDEN, SOORTEN, Bevoegdheid, Eis, Feiten, Pijl
from zaakwerk.kader.tests.voorbeelden import NAMEN, eis, feiten, stap, uitkomst
from zaakwerk.kader.woorden import DOE, ONTBREEKT


def sleutels(found: Feiten) -> list[str]:
    return [keuze.sleutel for keuze in evaluate(found).keuzes]


@pytest.mark.parametrize(
    ("bij", "verwacht"),
    [
        (0, ["volgend:1", "overslaan:2", "overslaan:3", "overslaan:4", "afbreken:5"]),
        (1, ["volgend:2", "overslaan:3", "overslaan:4", "afbreken:5"]),
        (3, ["volgend:4", "terug:1", "terug:2", "afbreken:5"]),
        (4, ["volgend:5", "terug:1", "terug:2", "terug:3"]),
    ],
)
def test_the_order_of_the_steps_gives_the_moves(bij: int, verwacht: list[str]) -> None:
    assert sleutels(feiten(bij)) == verwacht


def test_a_step_with_declared_moves_has_only_those() -> None:
    pijlen = (
        Pijl("Toetsen", "Besluiten", "volgend"),
        Pijl("Toetsen", "Ontvangen", "terug", reden_verplicht=True),
    )
    assert sleutels(feiten(2, pijlen=pijlen)) == ["volgend:4", "terug:1"]
    assert sleutels(feiten(1, pijlen=pijlen))[0] == "volgend:2"


def test_a_move_for_every_step_goes_before_what_the_order_says() -> None:
    stop = Pijl("", "Afgehandeld", "afbreken", rol="zaakcoordinator")
    found = evaluate(feiten(2, pijlen=(stop,), bevoegdheid=Bevoegdheid()))
    breaking = found.keuze("afbreken:5")
    assert breaking is not None
    assert [reden.soort for reden in breaking.redenen] == ["rol", "resultaat"]
    assert breaking.wie == "Wie in deze zaak zaakcoördinator is."
    assert [keuze.sleutel for keuze in found.keuzes].count("afbreken:5") == 1


def test_a_move_to_a_step_that_does_not_exist_leads_nowhere() -> None:
    assert sleutels(feiten(2, pijlen=(Pijl("Toetsen", "Bestaat niet", "volgend"),))) == []


def test_moves_off_the_beaten_path_ask_for_a_reason() -> None:
    asked = {keuze.soort: keuze.reden_verplicht for keuze in evaluate(feiten(2)).keuzes}
    assert asked == {"volgend": False, "overslaan": True, "afbreken": True, "terug": True}


@pytest.mark.parametrize("soort", sorted(ONTBREEKT))
def test_what_is_missing_is_named_with_what_mends_it(soort: Any) -> None:
    lacking = eis(soort, "Advies 100%")
    keuze = evaluate(feiten(1, eisen={2: (lacking, eis("eigenschap", "Y", True))})).keuzes[0]
    (reden,) = keuze.redenen
    assert (reden.soort, reden.over, reden.herstel) == (soort, "Advies 100%", ONTBREEKT[soort][1])
    assert reden.zin
    assert not keuze.is_toegestaan


@pytest.mark.parametrize(
    ("richting", "woord"), [("inkomend", "inkomende"), ("intern", "interne"), ("uitgaand", "uitgaande")]
)
def test_a_missing_document_is_named_with_its_richting(richting: str, woord: str) -> None:
    keuze = evaluate(feiten(1, eisen={2: (eis("document", "Brief", toelichting=richting),)})).keuzes[0]
    assert keuze.redenen[0].zin == f"Het {woord} document ‘Brief’ ontbreekt nog."


def test_what_is_not_mandatory_is_shown_and_refuses_nothing() -> None:
    optional = eis("checklist", "Foto's bekeken", is_verplicht=False)
    stand = evaluate(feiten(1, eisen={2: (optional,)}))
    assert stand.nodig == (optional,)
    assert stand.keuzes[0].is_toegestaan


def test_going_back_asks_nothing_of_the_step_and_skipping_nothing_of_what_is_skipped() -> None:
    eisen = {1: (eis("taak", "A"),), 3: (eis("taak", "B"),), 4: (eis("taak", "C"),)}
    found = {keuze.sleutel: keuze.redenen for keuze in evaluate(feiten(2, eisen=eisen)).keuzes}
    assert found["terug:1"] == ()
    assert [reden.over for reden in found["overslaan:4"]] == ["C"]


def test_zrc_007_closing_asks_a_resultaat_and_what_that_outcome_asks() -> None:
    granted = uitkomst("Verleend", eis("besluit", "Vergunning"))
    open_docs = eis("gebruiksrecht", "DOC-1")
    zonder = feiten(4, uitkomsten=(granted,), sluiten=(open_docs,))
    last = evaluate(zonder).keuzes[0]
    assert last.sluit
    assert [reden.soort for reden in last.redenen] == ["gebruiksrecht", "resultaat"]
    chosen = evaluate(zonder.met_resultaat(granted.uuid)).keuzes[0]
    assert [reden.soort for reden in chosen.redenen] == ["besluit", "gebruiksrecht"]


def test_breaking_off_asks_what_closing_asks_and_not_what_the_step_asks() -> None:
    breaking = evaluate(feiten(1, eisen={5: (eis("document"),)}, sluiten=(eis("bewerking"),)))
    keuze = breaking.keuze("afbreken:5")
    assert keuze is not None
    assert [reden.soort for reden in keuze.redenen] == ["bewerking", "resultaat"]


def test_every_outcome_says_what_it_still_asks() -> None:
    found = evaluate(feiten(4, uitkomsten=(uitkomst("Ja", eis("besluit")), uitkomst("Ingetrokken"))))
    assert [one.is_toegestaan for one in found.uitkomsten] == [False, True]


def test_zrc_008_a_closed_zaak_is_reopened_where_it_was_first() -> None:
    closed = feiten(5, is_gesloten=True, bereikt=frozenset({stap(1).uuid, stap(2).uuid, stap(5).uuid}))
    assert sleutels(closed) == ["heropenen:2", "heropenen:1", "heropenen:4", "heropenen:3"]
    assert evaluate(closed).primair is None
    assert evaluate(closed).redenen == ()


def test_zrc_008_reopening_needs_its_own_right_and_a_zaak_that_is_not_archived() -> None:
    may = Bevoegdheid(heropenen="Hiervoor is het recht zaken.heropenen nodig.")
    closed = feiten(5, is_gesloten=True, heropenen=(eis("archief"),), bevoegdheid=may)
    for keuze in evaluate(closed).keuzes:
        assert [reden.soort for reden in keuze.redenen] == ["recht", "archief"]


@pytest.mark.parametrize(
    ("found", "soort", "tekst", "mag"),
    [
        (feiten(1), "stap", "Zet op Toetsen", True),
        (feiten(4), "afhandelen", "Handel de zaak af", True),
        (feiten(1, eisen={2: (eis("document", "Brief"),)}), "document_toevoegen", "Voeg Brief toe", True),
        (feiten(4, eisen={5: (eis("taak", "Brief"),)}), "taak_afronden", "Rond de taak Brief af", True),
        (feiten(1, bevoegdheid=Bevoegdheid(zetten="U mag dit niet.")), "stap", "Zet op Toetsen", False),
    ],
)
def test_there_is_one_thing_to_do_now(found: Feiten, soort: str, tekst: str, mag: bool) -> None:
    primair = evaluate(found).primair
    assert primair is not None
    assert (primair.soort, primair.tekst, primair.is_toegestaan) == (soort, tekst, mag)


def test_of_two_ways_forward_the_one_that_is_open_comes_first() -> None:
    pijlen = (Pijl("Ontvangen", "Toetsen", "volgend"), Pijl("Ontvangen", "Advies", "volgend"))
    stand = evaluate(feiten(1, pijlen=pijlen, eisen={2: (eis("document"),)}))
    assert stand.volgende is not None
    assert stand.volgende.sleutel == "volgend:3"


def test_a_zaak_with_nowhere_to_go_says_so() -> None:
    (reden,) = evaluate(feiten(2, pijlen=(Pijl("Toetsen", "Ontvangen", "terug"),))).redenen
    assert reden.zin == "Na de stap ‘Toetsen’ is geen volgende stap ingericht."
    assert evaluate(Feiten(())).redenen[0].zin == "Het zaaktype heeft geen stappen."


EEN_EIS = st.builds(Eis, st.sampled_from(sorted(ONTBREEKT)), st.text(max_size=5), st.booleans())
EISEN = st.lists(EEN_EIS, max_size=3)
PIJLEN = st.lists(
    st.builds(
        Pijl,
        st.sampled_from(("", *NAMEN)),
        st.sampled_from((*NAMEN, "Weg")),
        st.sampled_from(SOORTEN),
        st.sampled_from(("", "beslisser")),
        st.booleans(),
    ),
    max_size=8,
)
BEVOEGDHEID = st.builds(
    Bevoegdheid,
    st.sampled_from(("", "Mag niet.")),
    st.sampled_from(("", "Mag niet.")),
    st.sampled_from((frozenset[str](), frozenset({"beslisser"}))),
    st.booleans(),
)


@st.composite
def anything(draw: st.DrawFn) -> Feiten:
    outcomes = tuple(uitkomst("U" * n, *draw(EISEN)) for n in range(draw(st.integers(0, 2))))
    return feiten(
        draw(st.integers(0, 5)),
        eisen={n: tuple(draw(EISEN)) for n in draw(st.sets(st.integers(1, 5)))},
        is_gesloten=draw(st.booleans()),
        pijlen=tuple(draw(PIJLEN)),
        uitkomsten=outcomes,
        resultaat=draw(st.sampled_from([None, *(one.uuid for one in outcomes)])),
        sluiten=tuple(draw(EISEN)),
        heropenen=tuple(draw(EISEN)),
        bevoegdheid=draw(BEVOEGDHEID),
    )


@settings(max_examples=300, deadline=None)
@given(anything())
def test_whatever_the_facts_the_stand_holds_together(found: Feiten) -> None:
    stand = evaluate(found)
    for keuze in stand.keuzes:
        assert keuze.naar in found.stappen
        assert keuze.naar != found.huidige_stap or found.is_gesloten
        assert keuze.is_toegestaan == (not keuze.redenen)
        assert all(reden.zin and reden.herstel for reden in keuze.redenen)
        assert keuze.sluit == (keuze.naar == found.eindstap)
    assert all((keuze.soort == "heropenen") == found.is_gesloten for keuze in stand.keuzes)
    assert len({keuze.sleutel for keuze in stand.keuzes}) == len(stand.keuzes)
    if stand.primair is not None:
        assert stand.primair.keuze in stand.keuzes
        assert stand.primair.keuze.soort == "volgend"
        assert stand.primair.tekst
    assert found.is_gesloten or bool(stand.primair) != bool(stand.redenen)


@settings(max_examples=100, deadline=None)
@given(anything(), st.integers(1, 5))
def test_one_more_thing_to_ask_never_opens_a_move(found: Feiten, at: int) -> None:
    harder = replace(
        found,
        stappen=tuple(
            replace(one, eisen=(*one.eisen, eis("document", "Meer"))) if one.volgnummer == at else one
            for one in found.stappen
        ),
    )
    before = {keuze.sleutel for keuze in evaluate(found).keuzes if keuze.is_toegestaan}
    after = {keuze.sleutel for keuze in evaluate(harder).keuzes if keuze.is_toegestaan}
    assert after <= before


def test_every_thing_that_can_be_mended_has_words_for_its_button() -> None:
    mends = {herstel for _, herstel in ONTBREEKT.values()} - {"geen", "resultaat_kiezen"}
    assert mends == set(DOE)
    assert set(SOORTEN) - {"volgend"} == MET_REDEN
