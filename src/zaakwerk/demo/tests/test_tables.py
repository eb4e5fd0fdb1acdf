"""The tables of the demo: test numbers, names that exist, files that open; nothing here needs a database."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from zaakwerk.demo import documents
from zaakwerk.demo.events import Stuk, Toegewezen
from zaakwerk.demo.history import moments
from zaakwerk.demo.pdf import make_pdf
from zaakwerk.demo.people import COLLEGAS, INWONERS, ORGANISATIES, SANNE, ZONNEDAEL
from zaakwerk.demo.tekeningen import SCHETSEN, drawing
from zaakwerk.demo.zaaktypen import INFORMATIEOBJECTTYPEN, ZAAKTYPEN
from zaakwerk.demo.zaken import ZAKEN
from zaakwerk.zgw.kinds import passes_eleven_test

TODAY = date(2026, 11, 24)


def test_every_number_passes_the_eleven_test_and_lies_in_a_range_for_tests() -> None:
    for persoon in INWONERS:
        assert passes_eleven_test(persoon.bsn) and persoon.bsn.startswith("9999"), persoon
    for rsin in (ZONNEDAEL.rsin, *(found.rsin for found in ORGANISATIES)):
        assert passes_eleven_test(rsin) and rsin.startswith("0000"), rsin


def test_every_kind_of_document_and_step_that_a_zaaktype_names_exists() -> None:
    for zaaktype in ZAAKTYPEN:
        steps = {step.omschrijving for step in zaaktype.statustypen}
        assert {soort.omschrijving for soort in zaaktype.documentsoorten} <= set(INFORMATIEOBJECTTYPEN)
        assert {soort.stap for soort in zaaktype.documentsoorten} <= {"", *steps}
        assert {eigenschap.stap for eigenschap in zaaktype.eigenschappen} <= {"", *steps}
        names = {eigenschap.naam for eigenschap in zaaktype.eigenschappen}
        assert {found.datumkenmerk for found in zaaktype.resultaattypen} <= {"", *names}


def test_every_property_and_colleague_that_a_story_names_exists() -> None:
    names = {zaaktype.identificatie: {e.naam for e in zaaktype.eigenschappen} for zaaktype in ZAAKTYPEN}
    for verhaal in ZAKEN:
        assert set(verhaal.gegevens) <= names[verhaal.zaaktype], verhaal.omschrijving
        assert {found.wie for found in verhaal.verloop} <= {"", *COLLEGAS}
        assert {found.aan for found in verhaal.verloop if isinstance(found, Toegewezen)} <= set(COLLEGAS)


@pytest.mark.parametrize("hour", [0, 7, 23])
@pytest.mark.parametrize("later", range(7))
def test_a_story_never_goes_back_in_time_nor_into_the_future(hour: int, later: int) -> None:
    today = TODAY + timedelta(days=later)
    until = datetime(today.year, today.month, today.day, hour, 30, tzinfo=UTC)
    for number, verhaal in enumerate(ZAKEN):
        found = [moment for moment, _ in moments(verhaal, number, today, until)]
        assert found == sorted(found), verhaal.omschrijving
        assert found[-1] <= until


def test_a_colleague_works_on_office_days() -> None:
    verhaal = next(
        found for found in ZAKEN if found.omschrijving == "Kappen van een scheve den, Kerkstraat 4"
    )
    days = [
        moment.weekday()
        for moment, event in moments(verhaal, 1, TODAY, datetime.max.replace(tzinfo=UTC))
        if event and event.wie
    ]
    assert days and max(days) <= 4


def objects_of(pdf: bytes) -> list[bytes]:
    """What stands at every place that the table of a PDF names."""
    start = int(re.findall(rb"startxref\n(\d+)\n", pdf)[0])
    assert pdf[start : start + 4] == b"xref"
    return [pdf[int(place) :] for place in re.findall(rb"(\d{10}) 00000 n", pdf[start:])]


@pytest.mark.parametrize("name", ["", *SCHETSEN])
def test_a_pdf_has_every_object_where_its_table_says(name: str) -> None:
    pdf = make_pdf("Titel (met haakjes)", ["Kop"], "Één regel.\n\nEn € 5.", TODAY, drawing(name))
    found = objects_of(pdf)
    assert len(found) == 7
    assert all(part.startswith(b"%d 0 obj" % number) for number, part in enumerate(found, start=1))
    length = int(re.findall(rb"/Length (\d+)", pdf)[0])
    assert pdf.split(b"stream\n", 1)[1][length:].startswith(b"\nendstream")
    assert rb"(Titel \(met haakjes\)) Tj" in pdf


def test_a_letter_names_the_zaak_the_person_and_dates_that_follow_from_its_own() -> None:
    stuk = Stuk(3, "fatima", soort="Brief", titel="Brief: even wachten", tekst="Beste {naam}, tot {na[14]}.")
    blad = documents.Blad("ZAAK-1", "Een boom", TODAY, None, SANNE, "Gemeente")
    assert documents.fill_in(stuk.tekst, blad) == "Beste S. de Wit, tot 8 december 2026."
    assert documents.file_name(stuk) == "brief-even-wachten.pdf"
    pdf = documents.file_bytes(stuk, blad, is_outgoing=True)
    assert b"Aan: S. de Wit, Lindelaan 12" in pdf
    assert b"Zaaknummer: ZAAK-1" in pdf
