"""A fresh copy of the selectielijst: taken from a file or URL, checked whole, and known from then on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from zaakwerk.project.cli import main
from zaakwerk.selectielijst import kopie, queries
from zaakwerk.selectielijst.records import PUBLIC_URL
from zaakwerk.zgw.problems import Invalid
from zaakwerk.zgw.tests.listeners import Received, listening

ELSEWHERE = "https://lijst.example.nl/api/v1/"
PROCESTYPE = "11111111-1111-4111-8111-111111111111"
RESULTAAT = "22222222-2222-4222-8222-222222222222"
OMSCHRIJVING = "33333333-3333-4333-8333-333333333333"
Document = dict[str, Any]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """A data folder of its own."""
    settings.DATA_DIR = tmp_path
    yield tmp_path


@pytest.fixture
def document() -> Document:
    """A new edition with one object of each kind."""
    return {
        "procestypen": [
            {"url": f"{ELSEWHERE}procestypen/{PROCESTYPE}", "nummer": 1, "jaar": 2027, "naam": "Kappen"}
        ],
        "resultaten": [
            {
                "url": f"{ELSEWHERE}resultaten/{RESULTAAT}",
                "procesType": f"{ELSEWHERE}procestypen/{PROCESTYPE}",
                "volledigNummer": "1.1",
                "naam": "Gekapt",
                "waardering": "vernietigen",
                "procestermijn": "nihil",
                "bewaartermijn": "P3Y",
                "economie": True,
            }
        ],
        "resultaattypeomschrijvingen": [
            {"url": f"{ELSEWHERE}resultaattypeomschrijvingen/{OMSCHRIJVING}", "omschrijving": "Gekapt"}
        ],
    }


def write(folder: Path, document: Any) -> str:
    """The document as a file."""
    file = folder / "nieuw.json"
    file.write_text(json.dumps(document))
    return str(file)


@pytest.mark.parametrize("prefix", [ELSEWHERE, PUBLIC_URL, queries.OWN_PATH])
def test_ztc_001_a_copy_is_recognised_like_what_is_built_in(
    data: Path, document: Document, prefix: str
) -> None:
    assert queries.procestype(f"{prefix}procestypen/{PROCESTYPE}") is None
    assert main(["selectielijst", "load", write(data, document)]) == 0
    found = queries.resultaat(f"{prefix}resultaten/{RESULTAAT}")
    assert found is not None
    assert found.procestype is queries.procestype(f"{prefix}procestypen/{PROCESTYPE}")
    assert (found.bewaartermijn, found.taakgebieden) == ("P3Y", frozenset({"eco"}))
    assert queries.resultaattypeomschrijving(f"{prefix}resultaattypeomschrijvingen/{OMSCHRIJVING}")
    assert len(queries.resultaten()) == 652
    assert list(queries.procestypen())[-1] == PROCESTYPE


def test_a_copy_wins_over_what_is_built_in(data: Path, document: Document) -> None:
    known = next(found for found in queries.procestypen().values() if found.jaar == 2020)
    document["procestypen"] = [{"url": known.public_url, "nummer": 1, "jaar": 2020, "naam": "Anders"}]
    document["resultaten"] = []
    queries.load(write(data, document))
    changed = queries.procestype(known.public_url)
    assert changed is not None and changed.naam == "Anders"
    of_it = [found for found in queries.resultaten().values() if found.procestype is changed]
    assert len(of_it) > 1
    (data / kopie.FILE).unlink()
    assert queries.procestype(known.public_url) == known


def test_a_copy_is_answered_by_our_own_api(data: Path, document: Document) -> None:
    queries.load(write(data, document))
    client = Client(SERVER_NAME="localhost")
    answer = client.get("/selectielijst/api/v1/procestypen", {"jaar": 2027}).json()
    assert [found["naam"] for found in answer] == ["Kappen"]
    found = client.get(f"/selectielijst/api/v1/resultaten/{RESULTAAT}").json()
    assert (found["naam"], found["economie"]) == ("Gekapt", True)


@pytest.mark.parametrize(
    ("kind", "key", "value", "words"),
    [
        ("procestypen", "url", "x", "UUID"),
        ("procestypen", "jaar", "2027", "jaar"),
        ("procestypen", "naam", None, "naam"),
        ("resultaten", "procesType", f"{ELSEWHERE}procestypen/{RESULTAAT}", "procestype"),
        ("resultaten", "volledigNummer", "een", "nummer"),
        ("resultaten", "waardering", "weg", "waardering"),
        ("resultaten", "procestermijn", "ooit", "procestermijn"),
        ("resultaattypeomschrijvingen", "omschrijving", 3, "omschrijving"),
    ],
)
def test_a_damaged_copy_changes_nothing(
    data: Path, document: Document, kind: str, key: str, value: Any, words: str
) -> None:
    document[kind][0][key] = value
    with pytest.raises(Invalid, match=words):
        queries.load(write(data, document))
    assert not (data / kopie.FILE).exists()


@pytest.mark.parametrize("raw", ["", "[]", "{}", '{"procestypen": {}}', '{"procestypen": [1]}', "\x00"])
def test_what_is_no_selectielijst_is_refused_in_one_line(data: Path, raw: str, capsys: Any) -> None:
    (data / "nieuw.json").write_text(raw)
    assert main(["selectielijst", "load", str(data / "nieuw.json")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["selectielijst", "load", str(data / "weg.json")]) == 1
    assert "bestaat niet" in capsys.readouterr().err


def test_a_copy_comes_from_an_api_page_by_page(document: Document, settings: Any) -> None:
    pages: dict[str, Any] = {
        "/api/v1/procestypen": document["procestypen"],
        "/api/v1/resultaattypeomschrijvingen": document["resultaattypeomschrijvingen"],
        "/api/v1/resultaten?page=2": {"results": document["resultaten"], "next": None},
        "/lijst.json": document,
    }

    def answer(got: Received) -> int:
        listener.body = json.dumps(pages.get(got.path, {})).encode()
        return 200 if got.path in pages else 404

    with listening(answer) as listener:
        base = f"http://{listener.entry}"
        pages["/api/v1/resultaten"] = {"results": [], "next": f"{base}/api/v1/resultaten?page=2"}
        with pytest.raises(Invalid, match="ZAAKWERK_OUTBOUND_HOSTS"):
            queries.load(f"{base}/api/v1/")
        settings.OUTBOUND_HOSTS = [listener.entry]
        assert len(queries.load(f"{base}/api/v1/").resultaten) == 1
        assert len(queries.load(f"{base}/lijst.json").procestypen) == 1
        pages["/api/v1/resultaten"]["next"] = "http://elders.example.nl/"
        with pytest.raises(Invalid, match="andere host"):
            queries.load(f"{base}/api/v1")
        with pytest.raises(Invalid, match="HTTP 404"):
            queries.load(f"{base}/weg")
