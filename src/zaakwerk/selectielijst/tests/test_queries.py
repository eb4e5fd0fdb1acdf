"""The selectielijst knows its facts offline, and recognises its public and its own URLs."""

import re
from collections import Counter

import pytest

from zaakwerk.selectielijst import queries
from zaakwerk.selectielijst.records import PROCESTERMIJNEN
from zaakwerk.zgw.links import BASE

PUBLIC = "https://selectielijst.openzaak.nl/api/v1"
INSTELLEN_2017 = "e1b73b12-b2f6-4c4e-8929-94f84dd2a57d"
INSTELLEN_2020 = "aa8aa2fd-b9c6-4e34-9a6c-58a677f60ea0"
INGERICHT_2017 = "cc5ae4e3-a9e6-4386-bcee-46be4986a829"
AFGEHANDELD = "7cb315fb-4f7b-4a43-aca1-e4522e4c73b3"


def test_every_fact_is_there() -> None:
    assert len(queries.procestypen()) == 58
    assert len(queries.resultaten()) == 651
    assert len(queries.resultaattypeomschrijvingen()) == 16
    assert Counter(found.jaar for found in queries.procestypen().values()) == {2017: 29, 2020: 29}
    assert Counter(found.procestype.jaar for found in queries.resultaten().values()) == {2017: 305, 2020: 346}
    assert Counter(found.waardering for found in queries.resultaten().values()) == {
        "vernietigen": 478,
        "blijvend_bewaren": 171,
        "": 2,
    }


@pytest.mark.parametrize("prefix", [PUBLIC, "/selectielijst/api/v1", BASE + "/selectielijst/api/v1"])
def test_ztc_001_a_procestype_is_recognised_by_its_public_and_its_own_url(prefix: str) -> None:
    found = queries.procestype(f"{prefix}/procestypen/{INSTELLEN_2020}")
    assert found is not None
    assert (found.jaar, found.nummer, found.naam) == (2020, 1, "Instellen en inrichten organisatie")
    assert found.public_url == f"{PUBLIC}/procestypen/{INSTELLEN_2020}"


def test_ztc_002_a_resultaat_knows_its_procestype_and_its_terms() -> None:
    found = queries.resultaat(f"{PUBLIC}/resultaten/{INGERICHT_2017}")
    assert found is not None
    assert found.procestype is queries.procestype(f"{PUBLIC}/procestypen/{INSTELLEN_2017}")
    assert (found.volledig_nummer, found.naam, found.omschrijving) == ("1.1", "Ingericht", "")
    assert (found.waardering, found.procestermijn, found.bewaartermijn) == ("vernietigen", "nihil", "P10Y")
    assert (found.toelichting, found.herkomst) == ("Invoering nieuwe werkwijze", "Risicoanalyse")
    assert found.taakgebieden == {"bvp"}


def test_ztc_002_a_resultaattypeomschrijving_is_recognised() -> None:
    found = queries.resultaattypeomschrijving(f"{PUBLIC}/resultaattypeomschrijvingen/{AFGEHANDELD}")
    assert found is not None
    assert found.omschrijving == "Afgehandeld"


@pytest.mark.parametrize(
    "url",
    [
        "",
        f"{PUBLIC}/procestypen/{INGERICHT_2017}",
        f"{PUBLIC}/resultaten/{INSTELLEN_2020}",
        f"{PUBLIC}/procestypen/",
        f"{PUBLIC}/procestypen/{INSTELLEN_2020}/",
        f"{PUBLIC}/procestypen/{INSTELLEN_2020}?jaar=2020",
        f"https://selectielijst.voorbeeld.test/api/v1/procestypen/{INSTELLEN_2020}",
        f"https://voorbeeld.test/selectielijst/api/v1/procestypen/{INSTELLEN_2020}",
        INSTELLEN_2020,
    ],
)
def test_ztc_001_any_other_url_is_no_procestype(url: str) -> None:
    assert queries.procestype(url) is None


def test_exactly_two_resultaten_lapsed() -> None:
    lapsed = [found for found in queries.resultaten().values() if found.is_vervallen]
    assert [(found.procestype.jaar, found.volledig_nummer) for found in lapsed] == [
        (2020, "7.1.20"),
        (2020, "19.1.13"),
    ]
    assert {(found.waardering, found.bewaartermijn) for found in lapsed} == {("", "")}


def test_who_is_not_kept_for_ever_has_a_bewaartermijn_in_iso_8601() -> None:
    for found in queries.resultaten().values():
        has_term = found.waardering == "vernietigen"
        assert bool(found.bewaartermijn) == has_term, found.volledig_nummer
        assert re.fullmatch(r"(P(?=\d)(\d+Y)?(\d+M)?(\d+D)?)?", found.bewaartermijn), found.bewaartermijn
        assert found.procestermijn in PROCESTERMIJNEN


def test_numbers_sort_as_numbers_and_the_generic_result_comes_before_its_special_cases() -> None:
    keys = [(found.procestype.jaar, found.nummers, found.uuid) for found in queries.resultaten().values()]
    assert keys == sorted(keys)
    numbers = [
        found.volledig_nummer for found in queries.resultaten().values() if found.procestype.jaar == 2020
    ]
    assert numbers.index("7.1") < numbers.index("7.1.9") < numbers.index("7.1.10")
    assert [found.is_specifiek for found in queries.resultaten().values()].count(False) == 187


def test_no_number_occurs_twice_in_a_year() -> None:
    numbers = Counter(
        (found.procestype.jaar, found.volledig_nummer) for found in queries.resultaten().values()
    )
    assert max(numbers.values()) == 1
    assert (2020, "8.1") in numbers
    assert (2017, "8.1") in numbers
