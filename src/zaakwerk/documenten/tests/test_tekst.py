"""Text of documents: read from every kind of file, within bounds, and kept only for what is still there."""

import io
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from zaakwerk.documenten.commands import DestroyDocument, LockDocument, UpdateDocument
from zaakwerk.documenten.models import EnkelvoudigInformatieObject, Tekstwinning
from zaakwerk.documenten.tekst import taken, winning
from zaakwerk.documenten.tekst.index import INDEX
from zaakwerk.documenten.tests import files
from zaakwerk.documenten.tests.builders import kept_files, make_document
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.clock import now
from zaakwerk.zgw.fulltext import terms


def text_of(content: bytes, name: str = "", formaat: str = "") -> winning.Found:
    """What reading makes of a file."""
    return winning.read(io.BytesIO(content), name, formaat)


def work() -> list[str]:
    """Does the jobs that are due, as the worker would; their answers."""
    answers = []
    while job := DBTaskResult.objects.ready().first():
        answers.append(str(job.task.call(*job.args_kwargs["args"])))
        job.delete()
    return answers


def found(query: str) -> list[int]:
    """The documents with these words."""
    rows = EnkelvoudigInformatieObject.objects.filter(INDEX.matches(query))
    return sorted(rows.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("make", "name", "formaat", "words"),
    [
        (files.pdf, "", "", "schutting aan de Kerkstraat is té hoog"),
        (files.docx, "", "", "schutting aan de Kerkstraat is té hoog"),
        (files.docx, "", "", "Tabelcel met bedragen"),
        (files.odt, "", "", "schutting aan de Kerkstraat is té hoog"),
        (files.odt, "", "", "Kop van de brief"),
        (files.mail, "bericht.eml", "", "schutting aan de Kerkstraat is té hoog"),
        (files.mail, "", "message/rfc822", "Klacht"),
        (files.mail, "bericht.eml", "", "tuinfoto.jpg"),
        (lambda: files.mail(subtype="html"), "b.EML", "", "schutting aan de Kerkstraat is té hoog"),
        (lambda: files.WORDS.encode(), "brief.txt", "", files.WORDS),
        (lambda: files.WORDS.encode("cp1252"), "brief.txt", "text/plain", files.WORDS),
        (lambda: files.WORDS.encode("utf-16"), "brief.md", "", files.WORDS),
        (lambda: b"a;b\nschutting;9", "tabel.csv", "", "schutting;9"),
        (lambda: files.WORDS.encode(), "", "", files.WORDS),
        (lambda: b"<p>Kop</p><style>p{}</style>", "pagina.html", "", "Kop"),
    ],
)
def test_every_kind_of_file_gives_its_text(
    make: Callable[[], bytes], name: str, formaat: str, words: str
) -> None:
    outcome = text_of(make(), name, formaat)
    assert words in " ".join(outcome.text.split()), outcome
    assert not outcome.has_failed and "geheim()" not in outcome.text and "p{}" not in outcome.text


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04", b"", b"\xff\xfe\xfa\xfb\0"])
def test_a_file_without_text_has_none(content: bytes) -> None:
    assert text_of(content).text.strip() == "" or content.startswith(b"\xff\xfe")


@pytest.mark.parametrize("make", [files.zip_bomb, files.entity_bomb, files.pdf_bomb, files.pdf_loop])
def test_a_file_that_means_harm_costs_a_bounded_process(make: Callable[[], bytes]) -> None:
    content = make()
    began = time.monotonic()
    outcome = text_of(content)
    assert len(outcome.text) <= 300_000
    assert time.monotonic() - began < winning.SECONDS


@pytest.mark.parametrize("content", [b"%PDF-1.4 niets", files.docx()[:-500], files.pdf()[:300]])
def test_a_broken_file_has_failed_or_has_no_text(content: bytes) -> None:
    assert text_of(content).text == ""


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(winning, "SECONDS", 0.01)
    outcome = text_of(files.pdf())
    assert (outcome.text, outcome.has_failed, outcome.may_yet) == ("", True, True)


def test_what_is_too_large_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(winning, "MOST_BYTES", 100)
    assert text_of(b"x" * 101).reden == "Het bestand is te groot om te lezen."


def test_a_reader_gets_no_secret_and_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "geheim")
    assert "geheim" not in str(winning.bare_environment())
    assert winning.suffix_of("Dossier van mevrouw Zwart.PDF") == ".PDF"
    assert winning.suffix_of("--help") == winning.suffix_of("a.b c") == ""


@pytest.mark.django_db
def test_a_document_is_found_by_its_title_its_names_and_its_text() -> None:
    document = make_document(
        files.pdf(), titel="Bezwaarschrift", bestandsnaam="scan_17.pdf", trefwoorden=["Erfgrens"]
    )
    assert found("bezwaarschrift") == []
    assert work() == ["gevonden"]
    for query in ("bezwaarschrift", "kerkstraat", "te hoog", "scan_17", "erfgrens", document.identificatie):
        assert found(query) == [document.pk], query
    assert found("bezwaarschrift kerkstraat scan") == [document.pk]
    assert Tekstwinning.objects.get().stand == "gevonden"


@pytest.mark.django_db
def test_a_document_without_content_is_found_by_its_title() -> None:
    document = make_document(titel="Notulen")
    assert work() == ["zonder lezen"]
    assert found("notulen") == [document.pk]
    assert not Tekstwinning.objects.exists()


def change(document: EnkelvoudigInformatieObject, **changes: Any) -> None:
    """A new version."""
    if not document.lock:
        LockDocument(actor=SYSTEM, instance=document).run()
    UpdateDocument(actor=SYSTEM, instance=document, changes=changes, lock_id=document.lock).run()


@pytest.mark.django_db
def test_a_new_version_takes_the_words_of_the_old_one_away() -> None:
    document = make_document(files.pdf(), titel="Concept")
    work()
    change(document, titel="Beschikking")
    assert work() == ["zonder lezen"]
    assert found("concept") == [] and found("beschikking kerkstraat") == [document.pk]
    assert list(Tekstwinning.objects.values_list("versie__versie", "stand").order_by("versie")) == [
        (1, "gevonden"),
        (2, "gevonden"),
    ]


@pytest.mark.django_db
def test_words_that_not_everybody_may_read_any_more_go_at_once() -> None:
    document = make_document(files.pdf(), titel="Brief", vertrouwelijkheidaanduiding=1)
    work()
    change(document, vertrouwelijkheidaanduiding=7)
    assert found("kerkstraat") == found("brief") == []
    work()
    assert found("kerkstraat brief") == [document.pk]


@pytest.mark.django_db
def test_the_text_of_a_destroyed_document_goes_with_it() -> None:
    document = make_document(files.pdf())
    work()
    pk = document.pk
    DestroyDocument(actor=SYSTEM, instance=document).run()
    assert INDEX.texts([pk]) == {} and found("kerkstraat") == []


@pytest.mark.django_db
def test_a_document_that_goes_while_it_is_read_does_not_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_document(files.pdf())
    pk = document.pk

    def read(*given: Any) -> winning.Found:
        DestroyDocument(actor=SYSTEM, instance=document).run()
        return winning.Found("kerkstraat")

    monkeypatch.setattr(winning, "read", read)
    assert work() == ["niet meer nodig"]
    assert INDEX.texts([pk]) == {}


@pytest.mark.django_db
def test_a_version_that_is_not_the_latest_is_not_read() -> None:
    document = make_document(b"oude woorden", bestandsnaam="a.txt")
    with_new = b"nieuwe tekst"
    from zaakwerk.documenten.content.incoming import received

    with received([with_new]) as content:
        change(document, inhoud=content)
    assert sorted(work()) == ["gevonden", "niet meer nodig"]
    assert found("nieuwe") == [document.pk] and found("oude") == []


@pytest.mark.django_db
def test_a_store_that_is_away_is_tried_again_a_bounded_number_of_times(store: Path) -> None:
    make_document(b"woorden", bestandsnaam="a.txt")
    (path,) = kept_files(store)
    path.rename(path.with_suffix(".weg"))
    for attempt in range(1, taken.MOST_ATTEMPTS + 1):
        is_last = attempt == taken.MOST_ATTEMPTS
        assert work() == ["mislukt" if is_last else "later opnieuw"]
        assert DBTaskResult.objects.count() == (0 if is_last else 1)
        DBTaskResult.objects.update(run_after=now() - timedelta(seconds=1))
    row = Tekstwinning.objects.get()
    assert (row.stand, row.pogingen, row.reden) == (
        "mislukt",
        3,
        "De opslag van documenten is niet bereikbaar.",
    )


@pytest.mark.django_db
def test_what_is_not_in_the_index_is_brought_in() -> None:
    documents = [make_document(f"nummer{number}".encode(), bestandsnaam="a.txt") for number in range(3)]
    documents.append(make_document(titel="Zonder inhoud"))
    DBTaskResult.objects.all().delete()
    taken.ask_to_catch_up()
    assert work() == ["4"]
    assert found("nummer1") == [documents[1].pk] and found("inhoud") == [documents[3].pk]
    taken.ask_to_catch_up()
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db
def test_reading_that_kept_ending_its_worker_has_failed() -> None:
    document = make_document(b"woorden")
    assert document.laatste_versie
    Tekstwinning.objects.create(versie=document.laatste_versie, pogingen=taken.MOST_ATTEMPTS)
    taken.ask_to_catch_up()
    assert Tekstwinning.objects.get().stand == "mislukt"


def test_terms_are_what_a_person_typed() -> None:
    assert terms("Té hoog, té hoog!") == ["te", "hoog"]
