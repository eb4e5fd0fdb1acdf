"""Zipbestand: the zip that the field uses: one JSON file per kind, each a list in the form of the API."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, BinaryIO

import msgspec

from zaakwerk.catalogi.uitwisseling.soorten import BESTANDEN, SOORTEN, Inhoud
from zaakwerk.zgw.problems import Invalid, Violation

MEGABYTE = 1024 * 1024
MAX_ZIP = 50 * MEGABYTE
MAX_FILES = 200
MAX_UNPACKED = 200 * MEGABYTE
# How many times its packed size a file may become; small files are let off.
MAX_RATIO = 250
RATIO_FROM = 10 * MEGABYTE
MAX_OBJECTS = 200_000
# The same content gives the same bytes: no clock in the file.
NO_MOMENT = (1980, 1, 1, 0, 0, 0)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def refuse(reason: str) -> Invalid:
    """A file that cannot be used, in one Dutch sentence."""
    return Invalid([Violation("invalid", reason)])


def pack(inhoud: Mapping[str, Any]) -> bytes:
    """The zip of a catalogue; a kind without objects is an empty list, the order is fixed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for soort in SOORTEN:
            entry = zipfile.ZipInfo(f"{soort.bestand}.json", NO_MOMENT)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, msgspec.json.encode(inhoud.get(soort.bestand, [])))
    return target.getvalue()


def unpack(source: BinaryIO) -> tuple[Inhoud, list[str]]:
    """The objects in a zip per kind, and the names of files that are left alone; raises Invalid."""
    try:
        with zipfile.ZipFile(source) as archive:
            found, skipped = choose(archive)
            return read_all(archive, found), skipped
    except BROKEN:
        raise refuse("Het zipbestand is beschadigd of is geen zipbestand.") from None


def choose(archive: zipfile.ZipFile) -> tuple[dict[str, zipfile.ZipInfo], list[str]]:
    """The file per kind, wherever it lies in the zip; what is unknown is not read."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_FILES:
        raise refuse(f"Het zipbestand bevat meer dan {MAX_FILES} bestanden.")
    found: dict[str, zipfile.ZipInfo] = {}
    skipped = []
    for entry in entries:
        name = entry.filename.rpartition("/")[2]
        soort = name.removesuffix(".json")
        if soort not in BESTANDEN or soort == name or entry.filename.startswith("__MACOSX/"):
            skipped.append(entry.filename[:100])
            continue
        if soort in found:
            raise refuse(f"{name} staat meer dan eens in het zipbestand.")
        found[soort] = entry
    if not found:
        names = ", ".join(f"{soort.bestand}.json" for soort in SOORTEN)
        raise refuse(f"Het zipbestand bevat geen catalogus. Verwacht: {names}.")
    return found, skipped


def read_all(archive: zipfile.ZipFile, found: Mapping[str, zipfile.ZipInfo]) -> Inhoud:
    """The lists of objects, within the limits on size and number."""
    inhoud: Inhoud = {}
    room = MAX_UNPACKED
    for soort, entry in found.items():
        raw = read_entry(archive, entry, room)
        room -= len(raw)
        inhoud[soort] = decode_list(raw, f"{soort}.json")
    return check_number(inhoud)


def check_number(inhoud: Inhoud) -> Inhoud:
    """The same objects, when there are not too many of them."""
    if sum(len(objects) for objects in inhoud.values()) > MAX_OBJECTS:
        raise refuse(f"De catalogus bevat meer dan {MAX_OBJECTS} objecten.")
    return inhoud


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """The bytes of one file; what a zip says of its sizes is not believed."""
    if entry.flag_bits & 0x1:
        raise refuse(f"{entry.filename[:100]} is versleuteld; dat kan hier niet.")
    limit = max(RATIO_FROM, entry.compress_size * MAX_RATIO)
    with archive.open(entry) as file:
        raw = file.read(min(room, limit) + 1)
    if len(raw) > room:
        raise refuse(f"De catalogus is uitgepakt groter dan {MAX_UNPACKED // MEGABYTE} MB.")
    if len(raw) > limit:
        raise refuse(f"{entry.filename[:100]} is verdacht sterk ingepakt; het bestand is niet gelezen.")
    return raw


def decode_list(raw: bytes, name: str) -> list[dict[str, Any]]:
    """JSON as a list of objects."""
    try:
        found = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise refuse(f"{name} is geen geldige JSON: {str(error)[:200]}.") from None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise refuse(f"{name} moet een lijst van objecten zijn.")
    return found


def remarks(skipped: list[str]) -> list[str]:
    """What to say about files that were left alone."""
    return [f"Niet gelezen: {', '.join(skipped[:10])}."] if skipped else []
