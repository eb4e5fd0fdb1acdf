"""Files: the zip of the field and the readable folder, and everything that can be wrong with them."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from zaakwerk.catalogi import models
from zaakwerk.catalogi.uitwisseling import Opties, importeer, pakket, zipbestand
from zaakwerk.catalogi.uitwisseling.soorten import SOORTEN
from zaakwerk.catalogi.uitwisseling.tests.bestanden import clear, inhoud_of, make_full, zip_of
from zaakwerk.zgw.actors import SYSTEM
from zaakwerk.zgw.problems import Conflict, Invalid

NAMES = [f"{soort.bestand}.json" for soort in SOORTEN]


def unpack(raw: bytes) -> Any:
    return zipbestand.unpack(io.BytesIO(raw))


def why(raw: bytes) -> str:
    """The one sentence with which a file is refused."""
    with pytest.raises(Invalid) as refused:
        unpack(raw)
    assert len(refused.value.violations) == 1
    return str(refused.value)


@pytest.mark.django_db
def test_a_zip_has_one_list_per_kind_and_always_the_same_bytes() -> None:
    inhoud = inhoud_of(make_full())
    packed = zipbestand.pack(inhoud)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == NAMES
        assert all(isinstance(json.loads(archive.read(name)), list) for name in NAMES)
    assert unpack(packed) == (inhoud, [])
    assert zipbestand.pack(unpack(packed)[0]) == packed


def test_files_may_lie_in_a_folder_and_others_are_left_alone() -> None:
    files = {"map/onder/ZaakType.json": [], "lees-mij.txt": b"", "__MACOSX/._ZaakType.json": b"x"}
    assert unpack(zip_of(files)) == ({"ZaakType": []}, ["lees-mij.txt", "__MACOSX/._ZaakType.json"])
    assert zipbestand.remarks(["lees-mij.txt"]) == ["Niet gelezen: lees-mij.txt."]


def test_a_byte_order_mark_is_no_fault() -> None:
    assert unpack(zip_of({"ZaakType.json": b"\xef\xbb\xbf[]"}))[0] == {"ZaakType": []}


BROKEN = zip_of({"ZaakType.json": [{"url": str(number)} for number in range(500)]})


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "beschadigd"),
        (b"geen zip", "beschadigd"),
        (BROKEN[:-30], "beschadigd"),
        (BROKEN[:60] + bytes(40) + BROKEN[100:], "beschadigd"),
        (zip_of({}), "geen catalogus"),
        (zip_of({"iets.json": []}), "geen catalogus"),
        (zip_of({"ZaakType.json": b"[{"}), "ZaakType.json is geen geldige JSON"),
        (zip_of({"ZaakType.json": b"\xff\xfe"}), "ZaakType.json is geen geldige JSON"),
        (zip_of({"ZaakType.json": b"[" * 100_000}), "ZaakType.json is geen geldige JSON"),
        (zip_of({"ZaakType.json": {"count": 1}}), "een lijst van objecten"),
        (zip_of({"ZaakType.json": ["a"]}), "een lijst van objecten"),
        (zip_of({"a/ZaakType.json": [], "b/ZaakType.json": []}), "meer dan eens"),
        (zip_of({f"{number}.txt": b"" for number in range(201)}), "meer dan 200"),
        (zip_of({"ZaakType.json": b" " * (11 * 1024 * 1024) + b"[]"}), "verdacht sterk ingepakt"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(raw: bytes, words: str) -> None:
    assert words in why(raw)


def test_a_bomb_is_never_unpacked_past_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipbestand, "MAX_UNPACKED", 1000)
    assert "uitgepakt groter" in why(zip_of({"ZaakType.json": [{"url": "x" * 2000}]}))
    half = [{"url": "x" * 600}]
    assert "uitgepakt groter" in why(zip_of({"ZaakType.json": half, "RolType.json": half}))


def test_too_many_objects_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipbestand, "MAX_OBJECTS", 2)
    assert "meer dan 2 objecten" in why(zip_of({"ZaakType.json": [{}, {}, {}]}))


def test_an_encrypted_file_is_refused() -> None:
    raw = bytearray(zip_of({"ZaakType.json": []}))
    for header in (b"PK\x03\x04", b"PK\x01\x02"):
        raw[raw.index(header) + (6 if header[2] == 3 else 8)] |= 1
    assert "versleuteld" in why(bytes(raw))


@pytest.mark.django_db
def test_a_folder_says_the_same_as_the_zip(tmp_path: Path) -> None:
    inhoud = inhoud_of(make_full())
    assert pakket.write(inhoud, tmp_path, met_uuid=True) == 7
    clear()
    verslag = importeer(SYSTEM, pakket.read(tmp_path), Opties(behoud_uuid=True))
    assert verslag.conflicten == []
    assert by_url(inhoud_of(models.Catalogus.objects.get())) == by_url(inhoud)


def by_url(value: Any) -> Any:
    """A file in which the order of objects and of URLs does not count: a folder has its own order."""
    if isinstance(value, dict):
        return {key: by_url(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((by_url(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


@pytest.mark.django_db
def test_a_folder_names_no_host_and_no_uuid_and_is_the_same_after_import(tmp_path: Path) -> None:
    inhoud = inhoud_of(make_full())
    pakket.write(inhoud, tmp_path / "een")
    clear()
    assert importeer(SYSTEM, pakket.read(tmp_path / "een")).conflicten == []
    pakket.write(inhoud_of(models.Catalogus.objects.get()), tmp_path / "twee")
    first, second = (texts(tmp_path / name) for name in ("een", "twee"))
    assert first == second
    assert {"catalogus.json", "zaaktypen/MOR.2024-01-01.json"} < set(first)
    assert not any("localhost" in text or "uuid" in text for text in first.values())


def texts(folder: Path) -> dict[str, str]:
    """Every file of a folder."""
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.json")}


@pytest.mark.django_db
def test_a_folder_is_replaced_only_when_asked_and_then_whole(tmp_path: Path) -> None:
    inhoud = inhoud_of(make_full())
    pakket.write(inhoud, tmp_path)
    (tmp_path / "zaaktypen" / "WEG.2020-01-01.json").write_text("{}")
    with pytest.raises(Conflict, match="overschrijf"):
        pakket.write(inhoud, tmp_path)
    pakket.write(inhoud, tmp_path, overschrijf=True)
    assert not (tmp_path / "zaaktypen" / "WEG.2020-01-01.json").exists()


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("catalogus.json", "[]", "catalogus.json heeft niet de vorm"),
        ("catalogus.json", "{", "catalogus.json is geen geldige JSON"),
        ("besluittypen.json", "[1]", "besluittypen.json heeft niet de vorm"),
        ("zaaktypen/a.json", '{"roltypen": {}}', "roltypen moet een lijst"),
        (
            "zaaktypen/a.json",
            "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
            "geen geldige JSON",
        ),
    ],
)
def test_a_folder_that_cannot_be_used_is_refused(tmp_path: Path, file: str, text: str, words: str) -> None:
    (tmp_path / "zaaktypen").mkdir()
    (tmp_path / "catalogus.json").write_text("{}")
    (tmp_path / file).write_text(text)
    with pytest.raises(Invalid, match=words):
        pakket.read(tmp_path)


def test_an_empty_folder_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match=r"geen catalogus\.json"):
        pakket.read(tmp_path)
