"""An import checks the whole file first, then writes batches that can be broken off and taken up again."""

import gzip
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import close_old_connections, connection

from zaakwerk.catalogi.models import Catalogus, ResultaatType, ZaakType
from zaakwerk.invoer.xes import import_file, loading
from zaakwerk.invoer.xes.faults import XesFault
from zaakwerk.invoer.xes.loading import BATCH, DOMEIN, RSIN, Outcome, name_of
from zaakwerk.invoer.xes.reader import read_cases
from zaakwerk.invoer.xes.tests.logs import RECEIPT, case, event, log, needs_receipt
from zaakwerk.zaken.commands import CreateZaak
from zaakwerk.zaken.models import Rol, Status, Zaak, ZaakEigenschap
from zaakwerk.zgw.clock import legal_date, today
from zaakwerk.zgw.models import AuditRegel, Bericht

MONDAY, TUESDAY = "2024-03-04T09:00:00+01:00", "2024-03-05T10:30:00+01:00"
RECEIPT_ZAKEN, RECEIPT_STATUSSEN, RECEIPT_CLOSED = 1434, 9906, 1329


def made_log(path: Path, cases: int, last: str = MONDAY) -> Path:
    """A log of so many cases of two events, every second one closed; the very last event is at `last`."""
    parts = [
        case(
            f"A-{number}",
            [
                event("Ontvangen", MONDAY, "Ans"),
                event("Beoordeeld", last if number == cases - 1 else TUESDAY, "Wim"),
            ],
            **({"enddate": TUESDAY} if number % 2 else {}),
        )
        for number in range(cases)
    ]
    path.write_bytes(gzip.compress(log(*parts)))
    return path


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def run(path: Path, notify: bool = False) -> Outcome:
    """An import with everything left at its default."""
    return import_file(path, None, None, notify, silent)


@pytest.mark.django_db
def test_an_import_makes_zaken_types_and_rollen(tmp_path: Path) -> None:
    outcome = run(made_log(tmp_path / "proef.xes.gz", 5))
    assert outcome == Outcome(zaken=5, statussen=12, gesloten=2, overgeslagen=0)
    assert str(outcome) == "5 zaken ingelezen met 12 statussen: 2 gesloten, 3 open."
    zaaktype = ZaakType.objects.get()
    assert (zaaktype.identificatie, zaaktype.concept) == ("proef", False)
    assert (zaaktype.catalogus.domein, zaaktype.catalogus.rsin) == (DOMEIN, RSIN)
    names = list(zaaktype.statustypen.order_by("volgnummer").values_list("omschrijving", flat=True))
    assert names == ["Ontvangen", "Beoordeeld", "Afgehandeld"]
    assert ResultaatType.objects.get().omschrijving == "Afgehandeld"
    assert set(Rol.objects.values_list("identificatie", "omschrijving_generiek")) == {
        ("Ans", "behandelaar"),
        ("Wim", "behandelaar"),
    }
    zaak = Zaak.objects.get(identificatie="A-1")
    assert zaak.einddatum is not None
    assert zaak.status is not None
    assert zaak.status.statustype.omschrijving == "Afgehandeld"
    assert Status.objects.filter(gezetdoor=None).count() == 2


@pytest.mark.django_db
def test_a_second_import_skips_what_is_there(tmp_path: Path) -> None:
    path = made_log(tmp_path / "proef.xes.gz", 5)
    run(path)
    outcome = run(made_log(path, 7))
    assert outcome == Outcome(zaken=2, statussen=5, gesloten=1, overgeslagen=5)
    assert str(outcome).endswith(" 5 zaken waren er al.")
    assert (Zaak.objects.count(), Status.objects.count(), ZaakType.objects.count()) == (7, 17, 1)


@pytest.mark.django_db
def test_messages_are_sent_only_when_asked(tmp_path: Path) -> None:
    run(made_log(tmp_path / "stil.xes.gz", 1))
    assert not Bericht.objects.exists()
    import_file(made_log(tmp_path / "luid.xes.gz", 1), "000060033", "LUIDE", True, silent)
    sent = Bericht.objects.filter(kanaal="zaken").values_list("resource", flat=True)
    assert sorted(sent) == ["rol", "rol", "status", "status", "zaak"]


@pytest.mark.django_db
@pytest.mark.parametrize("last", ["", "gisteren", "2999-01-01T00:00:00Z"])
def test_a_fault_in_the_last_event_leaves_the_register_untouched(tmp_path: Path, last: str) -> None:
    path = made_log(tmp_path / "proef.xes.gz", 3 * BATCH, last)
    with pytest.raises(XesFault, match=f"Zaak A-{3 * BATCH - 1}, gebeurtenis 2, regel "):
        run(path)
    assert not Zaak.objects.exists()
    assert not Catalogus.objects.exists()
    assert not AuditRegel.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("organisatie", "domein", "words"),
    [
        ("123456789", None, "Bronorganisatie 123456789 is geen RSIN"),
        ("12", None, "Bronorganisatie 12 is geen RSIN"),
        ("²²²²²²²²²", None, "is geen RSIN"),
        (None, "kort", "Domein kort moet uit vijf hoofdletters bestaan."),
    ],
)
def test_a_wrong_argument_is_refused(tmp_path: Path, organisatie: str, domein: str, words: str) -> None:
    with pytest.raises(XesFault, match=words):
        import_file(made_log(tmp_path / "proef.xes", 1), organisatie, domein, False, silent)


@pytest.mark.django_db
def test_another_log_of_the_same_name_is_refused_when_its_steps_differ(tmp_path: Path) -> None:
    path = tmp_path / "proef.xes"
    run(made_log(path, 1))
    path.write_bytes(log(case("B-1", [event("Heel iets anders", MONDAY)])))
    with pytest.raises(XesFault, match="Zaaktype proef bestaat al en past niet bij dit logboek"):
        run(path)
    assert import_file(path, None, "ANDER", False, silent).zaken == 1


@pytest.mark.django_db
def test_progress_counts_cases_and_knows_the_total(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = made_log(tmp_path / "proef.xes.gz", BATCH + 3)
    import_file(path, None, None, False, lambda done, total: told.append((done, total)))
    assert told == [(0, BATCH + 3), (BATCH, BATCH + 3), (BATCH + 3, BATCH + 3)]


@pytest.mark.django_db(transaction=True)
def test_an_import_that_is_broken_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = made_log(tmp_path / "proef.xes.gz", 2 * BATCH + 10)

    def stop(done: int, total: int) -> None:
        if done == BATCH:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_file(path, None, None, False, stop)
    assert Zaak.objects.count() == BATCH
    outcome = run(path)
    assert (outcome.zaken, outcome.overgeslagen) == (BATCH + 10, BATCH)
    assert Zaak.objects.count() == 2 * BATCH + 10
    assert Status.objects.count() == 2 * (2 * BATCH + 10) + BATCH + 5


@pytest.mark.django_db(transaction=True)
def test_others_can_write_while_an_import_runs(tmp_path: Path) -> None:
    path = made_log(tmp_path / "proef.xes.gz", 4 * BATCH)
    run(made_log(tmp_path / "eerst.xes.gz", 1))
    zaaktype = ZaakType.objects.get()
    started = threading.Event()

    def imports() -> None:
        import_file(path, "000060033", "ANDER", False, lambda done, total: started.set())
        connection.close()

    thread = threading.Thread(target=imports)
    thread.start()
    assert started.wait(30)
    waits = [seconds_to_create(zaaktype, number) for number in range(3) if thread.is_alive()]
    assert waits, "the import was over before anybody wrote"
    thread.join(60)
    close_old_connections()
    assert max(waits) < 10
    assert Zaak.objects.count() == 1 + 4 * BATCH + len(waits)


def seconds_to_create(zaaktype: ZaakType, number: int) -> float:
    """How long another writer waits for its zaak."""
    begin = time.monotonic()
    CreateZaak(
        actor=loading.ACTOR,
        zaaktype=zaaktype,
        bronorganisatie=RSIN,
        verantwoordelijke_organisatie=RSIN,
        identificatie=f"WEB-{number}",
        startdatum=today(),
    ).run()
    return time.monotonic() - begin


@pytest.mark.parametrize(
    ("name", "identificatie"),
    [
        ("receipt.xes.gz", "receipt"),
        ("Log van 2024.XES", "Log-van-2024"),
        (".xes", "logboek"),
        ("a" * 60 + ".xes", "a" * 50),
    ],
)
def test_a_zaaktype_is_named_after_the_file(name: str, identificatie: str) -> None:
    assert name_of(Path(name)) == identificatie


@needs_receipt
@pytest.mark.django_db
def test_the_real_log_is_in_the_register_as_it_is_in_the_file() -> None:
    outcome = run(RECEIPT)
    assert (outcome.zaken, outcome.statussen, outcome.gesloten) == (
        RECEIPT_ZAKEN,
        RECEIPT_STATUSSEN,
        RECEIPT_CLOSED,
    )
    assert Zaak.objects.count() == RECEIPT_ZAKEN
    assert Status.objects.count() == RECEIPT_STATUSSEN
    assert Zaak.objects.filter(einddatum=None).count() == RECEIPT_ZAKEN - RECEIPT_CLOSED
    assert Rol.objects.values("identificatie").distinct().count() == 48
    raw = dict(
        ZaakEigenschap.objects.filter(naam="einddatum bron").values_list("zaak__identificatie", "waarde")
    )
    histories: dict[str, list[tuple[str, Any]]] = {}
    ordered = Status.objects.order_by("zaak", "datum_status_gezet", "id").select_related("zaak", "statustype")
    for status in ordered:
        step = (status.statustype.omschrijving, status.datum_status_gezet)
        histories.setdefault(status.zaak.identificatie, []).append(step)
    with RECEIPT.open("rb") as stream:
        for found in read_cases(stream):
            zaak = Zaak.objects.get(identificatie=found.case_id)
            history = histories[found.case_id]
            expected: list[tuple[str, Any]] = [(e.activity, e.timestamp) for e in found.events]
            assert found.startdate is not None
            assert zaak.startdatum == legal_date(min(found.startdate, found.events[0].timestamp))
            if found.enddate is not None:
                closing = max(found.enddate, found.events[-1].timestamp + timedelta(milliseconds=1))
                expected.append(("Afgehandeld", closing))
                assert zaak.einddatum == legal_date(closing)
            assert history == expected
            assert raw.get(found.case_id, "") == found.enddate_raw
