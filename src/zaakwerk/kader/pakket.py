"""Pakket: the frames of a catalogue beside its readable folder: kader/<identificatie>.<begin>.json."""

import json
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from zaakwerk.catalogi.models import Catalogus, ZaakType
from zaakwerk.catalogi.uitwisseling import pakket
from zaakwerk.kader.commands import DeclareKader
from zaakwerk.kader.inrichting import Kaderinrichting, lees, lees_uit, schrijf
from zaakwerk.zgw.actors import Actor
from zaakwerk.zgw.problems import Invalid, Violation

MAP = "kader"
MOST_BYTES = 1024 * 1024


class Gelezen(NamedTuple):
    """The frame of one version of a zaaktype, as a file has it."""

    bestand: str
    identificatie: str
    begin: date
    kader: Kaderinrichting


def schrijf_map(catalogus: Catalogus, folder: Path) -> int:
    """Writes the frames that say more than the order of the steps; returns how many."""
    place = folder / MAP
    for old in place.glob("*.json"):
        old.unlink()
    written = 0
    for zaaktype in ZaakType.objects.filter(catalogus=catalogus).order_by(
        "identificatie", "begin_geldigheid"
    ):
        found = schrijf(zaaktype)
        if not any(found.values()):
            continue
        head = {
            "identificatie": zaaktype.identificatie,
            "beginGeldigheid": zaaktype.begin_geldigheid.isoformat(),
        }
        place.mkdir(parents=True, exist_ok=True)
        text = json.dumps({**head, **found}, ensure_ascii=False, indent=2) + "\n"
        (place / Path(pakket.file_of(head)).name).write_text(text, encoding="utf-8")
        written += 1
    return written


def lees_map(folder: Path) -> list[Gelezen]:
    """The frames in a folder; raises Invalid with the file that is wrong."""
    return [lees_bestand(path) for path in sorted((folder / MAP).glob("*.json"))]


def lees_bestand(path: Path) -> Gelezen:
    """One frame from its file."""
    try:
        raw: Any = msgspec.json.decode(path.read_bytes()[: MOST_BYTES + 1])
        identificatie, begin = str(raw.pop("identificatie")), date.fromisoformat(raw.pop("beginGeldigheid"))
    except (msgspec.DecodeError, ValueError, RecursionError, AttributeError, KeyError, TypeError):
        raise refuse(path.name, "dit is geen kader van een zaaktype") from None
    try:
        return Gelezen(path.name, identificatie, begin, lees(raw))
    except Invalid as problem:
        raise refuse(path.name, *(f"{found.name}: {found.reason}" for found in problem.violations)) from None


def neem_over(actor: Actor, catalogus: Catalogus, gelezen: list[Gelezen]) -> int:
    """Declares the frames in the zaaktypen of a catalogus; raises Invalid with the file that does not fit.

    A published zaaktype may get the frame it came with; one that has another frame already keeps it.
    """
    for found in gelezen:
        zaaktype = ZaakType.objects.filter(
            catalogus=catalogus, identificatie=found.identificatie, begin_geldigheid=found.begin
        ).first()
        if zaaktype is None:
            raise refuse(found.bestand, f"zaaktype {found.identificatie} van {found.begin} is er niet")
        if not zaaktype.concept and lees_uit(zaaktype) not in (Kaderinrichting(), found.kader):
            raise refuse(found.bestand, "het zaaktype is hier al gepubliceerd met een ander kader")
        try:
            DeclareKader(actor=actor, zaaktype=zaaktype, kader=found.kader).run()
        except Invalid as problem:
            raise refuse(found.bestand, *(fault.reason for fault in problem.violations)) from None
    return len(gelezen)


def refuse(bestand: str, *reasons: str) -> Invalid:
    """A file that cannot be taken over, with every reason."""
    return Invalid([Violation("invalid", f"{MAP}/{bestand}: {'; '.join(reasons)}.".replace("..", "."))])
