"""A log is read to typed cases; a damaged one gives one fault that names case, event, line and cause."""

import gzip
import io
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zaakwerk.invoer.xes.faults import Place, XesFault
from zaakwerk.invoer.xes.reader import read_cases
from zaakwerk.invoer.xes.records import Event
from zaakwerk.invoer.xes.tests.logs import RECEIPT, case, event, log, needs_receipt, read

MONDAY = "2024-03-04T09:00:00.125+01:00"
TUESDAY = "2024-03-05T10:30:00.000+01:00"
GOOD = log(
    case(
        "A-1",
        [event("Ontvangen", MONDAY, "Piet"), event("Beoordeeld", TUESDAY)],
        startdate=MONDAY,
        channel="Balie",
    ),
    case(
        "A-2",
        [event("Ontvangen", TUESDAY)],
        startdate=TUESDAY,
        enddate=TUESDAY,
        deadline="2024-05-01T00:00:00Z",
    ),
)


def fault_of(content: bytes) -> XesFault:
    """The fault that reading this log ends with."""
    with pytest.raises(XesFault) as caught:
        read(content)
    return caught.value


def test_cases_and_events_come_in_the_order_of_the_file_with_line_numbers() -> None:
    first, second = read(GOOD)
    assert (first.case_id, second.case_id) == ("A-1", "A-2")
    amsterdam_winter = timezone(timedelta(hours=1))
    assert first.events == (
        Event("Ontvangen", datetime(2024, 3, 4, 9, 0, 0, 125000, amsterdam_winter), "Piet", 15),
        Event("Beoordeeld", datetime(2024, 3, 5, 10, 30, tzinfo=amsterdam_winter), "Medewerker1", 20),
    )
    assert (first.line, second.line) == (11, 26)


def test_what_the_log_does_not_say_is_empty() -> None:
    first, second = read(GOOD)
    assert first.channel == "Balie"
    assert (first.enddate, first.enddate_raw, first.deadline, first.department) == (None, "", None, "")
    assert second.enddate_raw == TUESDAY
    assert second.deadline == datetime(2024, 5, 1, tzinfo=UTC)


def test_a_gzip_log_reads_the_same_as_a_plain_one() -> None:
    assert read(gzip.compress(GOOD)) == read(GOOD)


def test_a_log_without_namespace_reads_the_same() -> None:
    assert read(GOOD.replace(b' xmlns="http://www.xes-standard.org/"', b"")) == read(GOOD)


@pytest.mark.parametrize("content", [GOOD, gzip.compress(GOOD)])
def test_a_stream_can_be_read_twice(content: bytes) -> None:
    stream = io.BytesIO(content)
    assert list(read_cases(stream)) == list(read_cases(stream))


@pytest.mark.parametrize("content", [GOOD, gzip.compress(GOOD)])
def test_reading_may_stop_halfway_and_the_stream_be_closed(content: bytes) -> None:
    with io.BytesIO(content) as stream:
        cases = read_cases(stream)
        assert next(cases).case_id == "A-1"
    del cases


def test_attributes_nested_in_attributes_do_not_count() -> None:
    nested = '<string key="outer" value="x"><string key="concept:name" value="Anders"/></string>\n'
    (only,) = read(log(case("A-1", [nested, event("Ontvangen", MONDAY)], startdate=MONDAY)))
    assert (only.case_id, only.events[0].activity) == ("A-1", "Ontvangen")


def test_a_value_equal_to_the_filler_of_the_log_is_unknown() -> None:
    filler = "1970-01-01T00:00:00.000+01:00"
    (only,) = read(
        log(
            case(
                "A-1",
                [event("Ontvangen", MONDAY, "UNKNOWN")],
                startdate=MONDAY,
                enddate=filler,
                channel="UNKNOWN",
            )
        )
    )
    assert (only.enddate, only.channel, only.events[0].resource) == (None, "", "")


def test_an_unknown_timestamp_names_case_event_and_line() -> None:
    bad = log(
        case("A-1", [event("Ontvangen", MONDAY), event("Beoordeeld", "1970-01-01T00:00:00.000+01:00")]),
    )
    fault = fault_of(bad)
    assert fault.place == Place("A-1", 2, 18)
    assert str(fault) == (
        "Zaak A-1, gebeurtenis 2, regel 18: het tijdstip (time:timestamp) ontbreekt of is onbekend."
    )


@pytest.mark.parametrize(
    ("timestamp", "reason"),
    [
        ("", "het tijdstip (time:timestamp) ontbreekt of is onbekend."),
        ("gisteren", "time:timestamp is geen datum met tijd: 'gisteren'."),
        ("2024-02-30T10:00:00+01:00", "time:timestamp is geen datum met tijd: '2024-02-30T10:00:00+01:00'."),
        ("2024-03-04T09:00:00", "time:timestamp heeft geen tijdzone: '2024-03-04T09:00:00'."),
        ("2024-03-04", "time:timestamp heeft geen tijdzone: '2024-03-04'."),
        ("0001-01-01T00:00:00+01:00", "time:timestamp ligt buiten de jaren 1900 tot en met 2999:"),
    ],
)
def test_a_timestamp_that_cannot_be_used_is_refused(timestamp: str, reason: str) -> None:
    fault = fault_of(log(case("A-1", [event("Ontvangen", timestamp)])))
    assert (fault.place.case, fault.place.event) == ("A-1", 1)
    assert fault.reason.startswith(reason)


def test_an_unknown_date_of_a_case_names_the_case_and_its_line() -> None:
    fault = fault_of(log(case("A-1", startdate=MONDAY), case("A-2", startdate=MONDAY, enddate="31-12-2024")))
    assert fault.place == Place("A-2", 0, 15)
    assert fault.reason == "enddate is geen datum met tijd: '31-12-2024'."


def test_an_event_without_activity_is_refused() -> None:
    assert fault_of(log(case("A-1", [event("", MONDAY)]))).reason == "de activiteit (concept:name) ontbreekt."


def test_an_event_without_resource_is_read() -> None:
    (only,) = read(log(case("A-1", [event("Ontvangen", MONDAY, "")])))
    assert only.events[0].resource == ""


def test_a_case_without_id_is_refused_with_its_line() -> None:
    fault = fault_of(log(case("", startdate=MONDAY)))
    assert (fault.place, fault.reason) == (Place(line=11), "de zaak heeft geen kenmerk (concept:name).")


def test_a_case_id_that_occurs_twice_is_refused() -> None:
    fault = fault_of(log(case("A-1", startdate=MONDAY), case("A-1", startdate=TUESDAY)))
    assert fault.place == Place("A-1", 0, 15)
    assert fault.reason == "een zaak met dit kenmerk staat al eerder in het bestand."


def test_a_key_that_occurs_twice_in_one_event_is_refused() -> None:
    double = event("Ontvangen", MONDAY).replace(
        "</event>", '<string key="concept:name" value="Anders"/></event>'
    )
    fault = fault_of(log(case("A-1", [double])))
    assert (fault.place.event, fault.reason) == (1, "concept:name staat er dubbel.")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Het bestand is leeg."),
        (gzip.compress(b""), "Het bestand is leeg."),
        (log(), "Het logboek bevat geen zaken."),
        (b"<html><body/></html>", "Dit is geen XES-logboek: het begint met <html> en niet met <log>."),
        (b"%PDF-1.7 en de rest", "Regel 1: de XML klopt hier niet (Start tag expected, '<' not found)."),
    ],
)
def test_a_file_that_is_no_log_of_cases_is_refused(content: bytes, words: str) -> None:
    assert str(fault_of(content)) == words


def test_a_gzip_file_cut_short_names_the_case_reached() -> None:
    whole = gzip.compress(log(*(case(f"A-{n}", [event("Ontvangen", MONDAY)]) for n in range(5000))))
    fault = fault_of(whole[: len(whole) // 2])
    assert fault.reason == "het gzip-bestand houdt hier op en is niet compleet."
    assert fault.place.case.startswith("A-")
    assert fault.place.line > 11


def test_a_gzip_file_with_a_wrong_checksum_is_refused() -> None:
    packed = bytearray(gzip.compress(GOOD))
    packed[-6] ^= 0xFF
    assert fault_of(bytes(packed)).reason == "het gzip-bestand is beschadigd."


def test_broken_xml_names_case_event_and_line() -> None:
    broken = GOOD.replace(b'value="Beoordeeld"/>', b'value="Beoordeeld>')
    fault = fault_of(broken)
    assert (fault.place.case, fault.place.event) == ("A-1", 2)
    assert fault.place.line in (22, 23)
    assert fault.reason.startswith("de XML klopt hier niet (")


def test_a_log_cut_short_is_refused() -> None:
    fault = fault_of(GOOD[: GOOD.index(b"Beoordeeld")])
    assert (fault.place.case, fault.place.event) == ("A-1", 2)


def test_an_event_outside_a_case_is_refused() -> None:
    fault = fault_of(log(event("Ontvangen", MONDAY)))
    assert fault.reason == "deze gebeurtenis hoort niet rechtstreeks bij een zaak."


def test_a_case_inside_a_case_is_refused() -> None:
    fault = fault_of(log(case("A-1", [case("A-2")])))
    assert fault.reason == "deze zaak staat binnen een ander onderdeel van het logboek."


ENTITIES = "".join(
    f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "xxxxxxxxxx">' for n in range(10)
)


@pytest.mark.parametrize("root", ["<log>", '<log bom="&e9;">', '<log bom="&e4;">'])
def test_an_entity_bomb_is_refused_before_it_grows(root: str) -> None:
    bomb = log(case("A-1", startdate=MONDAY), head=f"<!DOCTYPE log [{ENTITIES}]>{root}")
    assert "DOCTYPE" in fault_of(bomb).reason or "amplification" in fault_of(bomb).reason


def test_a_document_type_that_points_elsewhere_is_refused_unread() -> None:
    outside = log(case("A-1", startdate=MONDAY), head='<!DOCTYPE log SYSTEM "file:///etc/hostname"><log>')
    assert fault_of(outside).reason == "het bestand heeft een DOCTYPE; dat weigeren wij voor de veiligheid."


@settings(deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=8), st.integers(0, 40), st.booleans())
def test_whatever_is_damaged_the_reader_answers_with_cases_or_with_one_fault(
    at: int, junk: bytes, lost: int, packed: bool
) -> None:
    whole = gzip.compress(GOOD) if packed else GOOD
    at = min(at, len(whole))
    try:
        cases = read(whole[:at] + junk + whole[at + lost :])
    except XesFault as fault:
        assert str(fault)
    else:
        assert 1 <= len(cases) <= 2


def test_memory_does_not_grow_with_the_file() -> None:
    module = "zaakwerk.invoer.xes.tests.memory"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-m", module], env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    grown_kilobytes = int(run.stdout)
    assert grown_kilobytes < 8 * 1024


@needs_receipt
def test_the_real_log_has_the_published_counts() -> None:
    with RECEIPT.open("rb") as stream:
        cases = list(read_cases(stream))
    events = [happened for found in cases for happened in found.events]
    assert (len(cases), len(events)) == (1434, 8577)
    assert len({happened.activity for happened in events}) == 27
    assert len({happened.resource for happened in events}) == 48
