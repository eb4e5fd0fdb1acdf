"""Pakket: a catalogue as a folder that a person can read and compare: one file per version of a zaaktype.

    catalogus.json  informatieobjecttypen.json  besluittypen.json  zaaktypen/<identificatie>.<begin>.json

Objects name each other by name, never by URL; what follows from the rest is left out, so are UUIDs unless
they must be kept. The order is fixed, so that two versions of the folder differ where the catalogue does.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from zaakwerk.catalogi.fields import GerelateerdeZaaktypen, NamedLinks
from zaakwerk.catalogi.uitwisseling.lezen import uuid_of
from zaakwerk.catalogi.uitwisseling.soorten import BESTANDEN, Inhoud, Soort
from zaakwerk.catalogi.uitwisseling.zipbestand import MAX_UNPACKED, check_number, refuse
from zaakwerk.zgw.problems import Conflict

CATALOGUS, ZAAKTYPE = BESTANDEN["Catalogus"], BESTANDEN["ZaakType"]
LISTS = {"informatieobjecttypen.json": "InformatieObjectType", "besluittypen.json": "BesluitType"}
ZAAKTYPEN = "zaaktypen"
# Per part the key it has within the file of its zaaktype.
PARTS = {
    "statustypen": "StatusType",
    "resultaattypen": "ResultaatType",
    "roltypen": "RolType",
    "eigenschappen": "Eigenschap",
    "zaakobjecttypen": "ZaakObjectType",
    "informatieobjecttypen": "ZaakTypeInformatieObjectType",
}
# Where the made-up addresses of objects live while they are on their way in.
HERE = "https://pakket.invalid/"


def write(inhoud: Inhoud, folder: Path, *, met_uuid: bool = False, overschrijf: bool = False) -> int:
    """Writes the folder and returns the number of files; raises Conflict when there is one already."""
    files = as_files(inhoud, met_uuid)
    old = {folder / name for name in ("catalogus.json", *LISTS)} | set((folder / ZAAKTYPEN).glob("*.json"))
    present = {path for path in old if path.exists()}
    if present and not overschrijf:
        raise Conflict(f"In {folder} staat al een catalogus. Gebruik --overschrijf om hem te vervangen.")
    (folder / ZAAKTYPEN).mkdir(parents=True, exist_ok=True)
    for path in present - {folder / name for name in files}:
        path.unlink()
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
        (folder / name).write_text(text, encoding="utf-8")
    return len(files)


def as_files(inhoud: Inhoud, met_uuid: bool) -> dict[str, Any]:
    """The content per file."""
    lean = {
        name: {item["url"]: readable(BESTANDEN[name], item, met_uuid) for item in objects}
        for name, objects in inhoud.items()
    }
    files: dict[str, Any] = {"catalogus.json": next(iter(lean["Catalogus"].values()))}
    for file, name in LISTS.items():
        files[file] = in_order(lean[name].values(), BESTANDEN[name])
    steps = {item["url"]: item["volgnummer"] for item in inhoud["StatusType"]}
    for item in inhoud["ZaakType"]:
        parts = {
            key: in_order(
                (named_step(lean[name][part["url"]], steps) for part in of(inhoud[name], item["url"])),
                BESTANDEN[name],
            )
            for key, name in PARTS.items()
        }
        files[file_of(item)] = {**lean["ZaakType"][item["url"]], **parts}
    if len(files) != len(inhoud["ZaakType"]) + 1 + len(LISTS):
        raise Conflict("Twee zaaktypen krijgen dezelfde bestandsnaam; gebruik de vorm zip.")
    return files


def of(parts: Iterable[Mapping[str, Any]], zaaktype: str) -> list[Mapping[str, Any]]:
    """The parts of one zaaktype."""
    return [part for part in parts if part["zaaktype"] == zaaktype]


def readable(soort: Soort, item: Mapping[str, Any], met_uuid: bool) -> dict[str, Any]:
    """An object without addresses and without what follows from the rest."""
    kept: dict[str, Any] = {"uuid": str(uuid_of(item["url"]))} if met_uuid else {}
    for found in soort.velden:
        value = item[found.key]
        if isinstance(found, NamedLinks):
            value = item[soort.namen[found.name]]
        elif isinstance(found, GerelateerdeZaaktypen):
            value = once_each(value)
        kept[found.key] = value
    if soort.heeft_statustype:
        kept["statustype"] = item["statustype"]
    if "concept" in item:
        kept["concept"] = item["concept"]
    return kept


def once_each(relaties: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Relations to zaaktypen by identificatie; the API repeats one per version in force."""
    found: list[dict[str, Any]] = []
    for relatie in relaties:
        own = {key: value for key, value in relatie.items() if key != "zaaktypeIdentificatie"}
        lean = {**own, "zaaktype": relatie["zaaktypeIdentificatie"]}
        found += [lean] if lean not in found else []
    return found


def named_step(part: dict[str, Any], steps: Mapping[str, int]) -> dict[str, Any]:
    """A part that points at a statustype by its volgnummer."""
    return {**part, "statustype": steps.get(part["statustype"])} if "statustype" in part else part


def in_order(items: Iterable[dict[str, Any]], soort: Soort) -> list[dict[str, Any]]:
    """Objects in the order of what identifies them."""
    keys = [found.key for found in soort.velden if found.name in soort.sleutel]
    return sorted(items, key=lambda item: [str(item[key]).zfill(9) for key in keys])


def file_of(item: Mapping[str, Any]) -> str:
    """The file of a version: what a file system does not like in an identificatie becomes a dash."""
    name = re.sub(r"[^\w.-]+", "-", item["identificatie"]).strip(".-") or "zaaktype"
    return f"{ZAAKTYPEN}/{name}.{item['beginGeldigheid']}.json"


def read(folder: Path) -> Inhoud:
    """The objects of a folder in the form of the API; raises Invalid with the file that is wrong."""
    if not (folder / "catalogus.json").is_file():
        raise refuse(f"In {folder} staat geen catalogus.json.")
    room = MAX_UNPACKED
    catalogus, room = load(folder / "catalogus.json", dict, room)
    url = address(CATALOGUS, catalogus, "catalogus")
    inhoud: Inhoud = {name: [] for name in BESTANDEN}
    inhoud["Catalogus"].append({**catalogus, "url": url})
    for file, name in LISTS.items():
        items, room = load(folder / file, list, room) if (folder / file).exists() else ([], room)
        inhoud[name] += [
            {**item, "url": address(BESTANDEN[name], item, f"{name}/{number}"), "catalogus": url}
            for number, item in enumerate(items)
        ]
    for path in sorted((folder / ZAAKTYPEN).glob("*.json")):
        zaaktype, room = load(path, dict, room)
        add_zaaktype(inhoud, zaaktype, url, path.name)
    return check_number(inhoud)


def add_zaaktype(inhoud: Inhoud, item: dict[str, Any], catalogus: str, file: str) -> None:
    """A zaaktype with its parts, each with an address of its own."""
    url = address(ZAAKTYPE, item, f"zaaktype/{file}")
    steps: dict[Any, str] = {}
    for key, name in PARTS.items():
        parts = item.get(key, [])
        if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
            raise refuse(f"{file}: {key} moet een lijst van objecten zijn.")
        for number, part in enumerate(parts):
            made = {**part, "zaaktype": url, "url": address(BESTANDEN[name], part, f"{name}/{file}/{number}")}
            if name == "StatusType":
                steps[str(part.get("volgnummer"))] = made["url"]
            elif part.get("statustype") is not None:
                step = str(part["statustype"])
                made["statustype"] = steps.get(step, f"volgnummer {step[:20]}")
            inhoud[name].append(made)
    own = {key: value for key, value in item.items() if key not in PARTS}
    inhoud["ZaakType"].append({**own, "url": url, "catalogus": catalogus})


def address(soort: Soort, item: Mapping[str, Any], place: str) -> str:
    """An address for an object: with its own uuid when the file has one."""
    uuid = uuid_of(str(item["uuid"])) if item.get("uuid") else None
    return f"{HERE}{soort.bestand}/{uuid or place}"


def load(path: Path, kind: type[Any], room: int) -> tuple[Any, int]:
    """The JSON of a file, and what room is left for others."""
    size = path.stat().st_size
    if size > room:
        raise refuse(f"De catalogus is groter dan {MAX_UNPACKED // (1024 * 1024)} MB.")
    try:
        found = msgspec.json.decode(path.read_bytes())
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise refuse(f"{path.name} is geen geldige JSON: {str(error)[:200]}.") from None
    if not isinstance(found, kind) or (kind is list and not all(isinstance(item, dict) for item in found)):
        raise refuse(f"{path.name} heeft niet de vorm van een catalogus.")
    return found, room - size
