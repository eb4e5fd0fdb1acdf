"""The test source: invented people with test numbers, and the form a question takes."""

import pytest

from zaakwerk.basisregistraties import testbron
from zaakwerk.basisregistraties.port import OnjuisteVraag, Vraag, read
from zaakwerk.demo.people import INWONERS, KRAKELING
from zaakwerk.zgw.kinds import passes_eleven_test

BRON = testbron.Testbron()


def test_every_bsn_passes_the_eleven_test_and_is_a_test_number() -> None:
    people = [nummer for soort, nummer in testbron.parties() if soort == "persoon"]
    assert people
    assert all(passes_eleven_test(nummer) and nummer.startswith("99999") for nummer in people)


def test_the_people_of_the_demo_municipality_are_known_by_the_same_names() -> None:
    for inwoner in INWONERS:
        found = BRON.haal_op("persoon", inwoner.bsn)
        assert found is not None
        assert found.identificatie["geslachtsnaam"] == inwoner.achternaam
    company = BRON.haal_op("bedrijf", KRAKELING.kvk)
    assert company is not None and company.naam == KRAKELING.naam


@pytest.mark.parametrize(
    ("typed", "vraag"),
    [
        ("999993653", Vraag("persoon", "999993653")),
        (" 9999 93 653 ", Vraag("persoon", "999993653")),
        ("90001354", Vraag("bedrijf", "90001354")),
        ("de Wit", Vraag(naam="de Wit")),
    ],
)
def test_what_is_typed_is_read_as_a_bsn_a_kvk_number_or_a_name(typed: str, vraag: Vraag) -> None:
    assert read(typed) == vraag


@pytest.mark.parametrize("typed", ["123456789", "1", "x", "", "1234567"])
def test_what_can_be_nobody_is_refused_in_words(typed: str) -> None:
    with pytest.raises(OnjuisteVraag):
        read(typed)


def test_a_name_finds_whoever_has_every_word_of_it() -> None:
    assert [found.naam for found in BRON.zoek(Vraag(naam="van VELDE"))] == ["J. van der Velde"]
    assert BRON.zoek(Vraag(naam="niemand zo")) == []
    assert BRON.zoek(Vraag("persoon", "999990226")) == []


def test_a_number_is_masked_for_a_person_and_not_for_a_company() -> None:
    person, company = BRON.haal_op("persoon", "999993653"), BRON.haal_op("bedrijf", "90001354")
    assert person is not None and company is not None
    assert (person.kenmerk, company.kenmerk) == ("BSN •••••3653", "KVK 90001354")
