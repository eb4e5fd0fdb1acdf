"""Full text: the same answers on both databases, whatever is typed."""

from collections.abc import Iterator

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from zaakwerk.zgw import fulltext
from zaakwerk.zgw.fulltext import Index
from zaakwerk.zgw.models import Bericht

INDEX = Index("proef_zoektekst", words=("titel", "tekst"), names=("nummer",))


@pytest.fixture
def index(db: None) -> Iterator[Index]:
    """The index, for the length of a test."""
    with connection.cursor() as cursor:
        for statement in INDEX.statements():
            cursor.execute(statement)
    INDEX.put(
        1,
        titel="Schutting in de tuin",
        tekst="Een houten schutting van twee meter",
        nummer="ZAAK-2024-0000000001",
    )
    INDEX.put(
        2,
        titel="Terras bij café De Brug",
        tekst="Vijftien stoelen; financiële bijlage",
        nummer="ZAAK-2024-0000000002",
    )
    INDEX.put(3, titel="Vergunningen", tekst="", nummer="2025/17")
    yield INDEX


def found(query: str) -> list[int]:
    """The objects that hold the words asked for."""
    sql, params = INDEX.selection(fulltext.terms(query))
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return sorted(pk for (pk,) in cursor.fetchall())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("schutting", [1]),
        ("SCHUTTING tuin", [1]),
        ("schutting café", []),
        ("cafe", [2]),
        ("Café", [2]),
        ("financiele", [2]),
        ("in de", [1]),
        ("schut", [1]),
        ("vergunning", [3]),
        ("vergunnin", [3]),
        ("ZAAK-2024", [1, 2]),
        ("zaak 2024 0000000002", [2]),
        ("2024-0000000001", [1]),
        ("2025/17", [3]),
        ("utting", []),
        ("onbekend", []),
        ('"schutting', [1]),
        ("schutting*", [1]),
        ("schutting OR tuin", []),
        ("titel:schutting", []),
        ("(schutting) & !tuin", [1]),
        ("schutting:*", [1]),
    ],
)
def test_words_are_found_by_their_beginning(index: Index, query: str, expected: list[int]) -> None:
    assert found(query) == expected


def test_a_column_changes_and_the_others_stay(index: Index) -> None:
    index.put(1, titel="Overkapping")
    assert found("overkapping houten") == [1]
    assert found("tuin") == []
    assert found("zaak 2024 0000000001") == [1]
    assert index.texts([1]) == {
        1: {
            "titel": "Overkapping",
            "tekst": "Een houten schutting van twee meter",
            "nummer": "ZAAK-2024-0000000001",
        }
    }


def test_many_objects_go_in_at_once_and_out_again(index: Index) -> None:
    index.put_many({pk: {"titel": f"Boom nummer {pk}"} for pk in range(10, 20)})
    assert found("boom") == list(range(10, 20))
    index.remove([1, *range(10, 20)])
    assert found("boom") == found("schutting") == []
    index.remove([])
    index.put_many({})


def test_it_is_a_condition_beside_others(index: Index) -> None:
    rows = Bericht.objects.filter(INDEX.matches("schutting"), kanaal="zaken")
    assert list(rows) == []
    assert list(Bericht.objects.filter(INDEX.matches("..."))) == []


def test_too_much_text_is_cut_off_and_every_byte_is_taken(index: Index) -> None:
    words = " ".join(f"w{number}" for number in range(200_000))
    index.put(4, tekst=f"begin \x00\ud800 {words} \U0001f600")
    assert found("begin w100") == [4]
    index.put(5, tekst="字" * 400_000)
    index.put(6, tekst="é€" * 200_000)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_nothing_that_is_typed_is_an_error(query: str) -> None:
    terms = fulltext.terms(query)
    assert all(term.isalnum() for term in terms)
    assert "".join(piece for piece, _ in fulltext.excerpt(f"voor {query} na", query))


@pytest.mark.parametrize(
    "query", ['"', "*", "a'b", "NEAR(a b)", "a AND", "-", "\\", "☃", "a:b|c", "½", "²", "x\u0301"]
)
def test_nothing_that_is_typed_is_an_error_in_the_database(index: Index, query: str) -> None:
    assert list(Bericht.objects.filter(INDEX.matches(query))) == []


def test_an_excerpt_marks_the_hits_where_they_are() -> None:
    text = (
        "Voorin staat niets. " * 30
        + "Hier komt een Café met terrassen aan de kade. "
        + "Achterin ook niet. " * 30
    )
    pieces = fulltext.excerpt(text, "terras cafe")
    assert [piece for piece, is_hit in pieces if is_hit] == ["Café", "terrassen"]
    assert pieces[0] == ("…", False) and pieces[-1][0].endswith("…")
    assert 150 < len("".join(piece for piece, _ in pieces)) < 260


def test_an_excerpt_marks_the_stem_when_the_word_itself_is_not_there() -> None:
    pieces = fulltext.excerpt("Er is een vergunning verleend.", "vergunningen")
    assert ("vergunning", True) in pieces


def test_an_excerpt_without_a_hit_is_the_beginning() -> None:
    assert fulltext.excerpt("Korte tekst", "anders") == [("Korte tekst", False)]
    assert fulltext.excerpt("", "anders") == []


def test_five_columns_are_one_too_many() -> None:
    with pytest.raises(ValueError, match="5 columns"):
        Index("te_breed", words=("a", "b", "c"), names=("d", "e"))
